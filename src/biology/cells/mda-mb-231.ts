import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** MDA-MB-231: cells of a human breast carcinoma without receptors of hormones. */
export const mdaMb231: Cell = cell({
  id: "mda-mb-231",
  names: ["MDA-MB-231"],
  kind: "tumour",
  note: "Growth is measured; folate receptor alpha is overexpressed (murugan2024, abstract); all else is the generic cell.",
  receptors: ["FOLR1"],
  own: {
    growth: sourced("0.046 1/h", {
      grade: "A",
      range: ["0.0165 1/h", "0.055 1/h"],
      source: "breastModels",
      at: "table 1, population doubling in 15 h; the panel of the NCI is recalled with 41.9 h",
    }),
  },
});
