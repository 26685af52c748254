import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** V79: fibroblasts of the Chinese hamster's lung, on which much of radiobiology was measured. */
export const v79: Cell = cell({
  id: "v79",
  names: ["V79", "V79 fibroblasts"],
  kind: "normal",
  note: "Death by X-rays is read (photons, one fit, its spread not given); all else is the generic cell.",
  own: {
    alpha: sourced("0.184 1/Gy", {
      grade: "A",
      range: ["0.15 1/Gy", "0.22 1/Gy"],
      source: "lqPhotons",
      at: "legend of figure 8, photons; range a fifth either way",
      tags: { line: "V79" },
    }),
    beta: sourced("0.02 1/Gy^2", {
      grade: "A",
      range: ["0.016 1/Gy^2", "0.024 1/Gy^2"],
      source: "lqPhotons",
      at: "legend of figure 8, photons; range a fifth either way",
      tags: { line: "V79" },
    }),
  },
});
