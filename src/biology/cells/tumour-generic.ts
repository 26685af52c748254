import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** A tumour cell of no particular line: the generic cell with what the literature says tumours differ in. */
export const tumourGeneric: Cell = cell({
  id: "tumour-generic",
  names: ["tumour cell, generic", "cancer cell"],
  kind: "tumour",
  note: "Only numbers with a stated tumour–normal difference are set; all else is the generic cell.",
  own: {
    catalase: sourced("20 1/s", {
      grade: "C",
      range: ["5 1/s", "100 1/s"],
      why: "half of normal cells' H2O2 removal (ratio read in an abstract)",
      source: "doskey2016",
    }),
    labileIron: sourced("1 uM", {
      grade: "C",
      range: ["0.3 uM", "3 uM"],
      why: "review: labile iron is below 5 % of 20–100 µM; hepatocyte model 1.3 µM, K562 0.35 µM",
    }),
    gshSynthesis: sourced("1.1e-6 M/s", {
      grade: "C",
      range: ["4.1e-7 M/s", "2e-6 M/s"],
      why: "5.5 mM GSH against the loss; tumours 1–10 mM",
    }),
  },
});
