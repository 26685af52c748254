import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** U-87 MG: cells of a human glioblastoma. */
export const u87: Cell = cell({
  id: "u-87",
  names: ["U-87", "U87", "U-87 MG", "U87MG"],
  kind: "tumour",
  note: "Integrin αvβ3 is read (xu2018, abstract: positive, MCF-7 negative); size and growth are from a page without references; all else is the generic cell.",
  receptors: ["integrin-avb3"],
  own: {
    volume: sourced("1.15 pL", {
      grade: "C",
      range: ["0.8 pL", "1.7 pL"],
      source: "u87Page",
      why: "sphere of 13 µm, the middle of 12–14 µm on a page that names no source",
    }),
    growth: sourced("0.026 1/h", {
      grade: "C",
      range: ["0.018 1/h", "0.0385 1/h"],
      source: "u87Page",
      why: "doubling in 18–38 h on a page that names no source",
    }),
  },
});
