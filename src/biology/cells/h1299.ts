import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** NCI-H1299: cells of a human lung carcinoma. */
export const h1299: Cell = cell({
  id: "h1299",
  names: ["H1299", "NCI-H1299"],
  kind: "tumour",
  note: "Growth alone is measured for the line; all else is the generic cell.",
  own: {
    growth: sourced("0.030 1/h", {
      grade: "A(c)",
      range: ["0.025 1/h", "0.036 1/h"],
      source: "meyerGrowth",
      at: "slope of ln confluence over the first 60 h of untreated wells: 0.0292 and 0.0315 1/h in two experiments",
    }),
  },
});
