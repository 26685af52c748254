import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** HSG: cells of a human tumour of the salivary gland, in use for the effect of ion beams. */
export const hsg: Cell = cell({
  id: "hsg",
  names: ["HSG", "human salivary gland tumour"],
  kind: "tumour",
  note: "Death by X-rays is read (photons, one fit, its spread not given); all else is the generic cell.",
  own: {
    alpha: sourced("0.313 1/Gy", {
      grade: "A",
      range: ["0.26 1/Gy", "0.38 1/Gy"],
      source: "lqPhotons",
      at: "legend of figure 8, photons; range a fifth either way",
      tags: { line: "HSG" },
    }),
    beta: sourced("0.0615 1/Gy^2", {
      grade: "A",
      range: ["0.05 1/Gy^2", "0.074 1/Gy^2"],
      source: "lqPhotons",
      at: "legend of figure 8, photons; range a fifth either way",
      tags: { line: "HSG" },
    }),
  },
});
