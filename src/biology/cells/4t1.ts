import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** 4T1: cells of a mouse mammary carcinoma. */
export const fourT1: Cell = cell({
  id: "4t1",
  names: ["4T1"],
  kind: "tumour",
  note: "Only growth is set; all else is the generic cell, which is human.",
  own: {
    growth: sourced("0.0495 1/h", {
      grade: "C",
      range: ["0.03 1/h", "0.058 1/h"],
      source: "wikipedia4t1",
      why: "doubling in 14 h on average, read in an encyclopaedia",
    }),
  },
});
