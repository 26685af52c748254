import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** PC-9: cells of a human lung adenocarcinoma. */
export const pc9: Cell = cell({
  id: "pc9",
  names: ["PC9", "PC-9"],
  kind: "tumour",
  note: "Growth alone is measured for the line; all else is the generic cell.",
  own: {
    growth: sourced("0.042 1/h", {
      grade: "A(c)",
      range: ["0.035 1/h", "0.050 1/h"],
      source: "meyerGrowth",
      at: "slope of ln confluence over the first 60 h of untreated wells: 0.0425 and 0.0413 1/h in two columns of wells",
    }),
  },
});
