import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** A normal cell of no particular line, to stand beside the generic tumour cell. */
export const normalGeneric: Cell = cell({
  id: "normal-generic",
  names: ["normal cell, generic", "healthy cell"],
  kind: "normal",
  note: "Only numbers with a stated tumour–normal difference are set; all else is the generic cell.",
  own: {
    catalase: sourced("40 1/s", {
      grade: "C",
      range: ["10 1/s", "200 1/s"],
      why: "normal cells remove H2O2 twice as fast as tumour cells (abstract)",
      source: "doskey2016",
    }),
    labileIron: sourced("0.35 uM", {
      grade: "C",
      range: ["0.15 uM", "0.7 uM"],
      source: "breuer1996",
      why: "read for K562, itself a leukaemia line, and taken for normal cells for want of one",
    }),
    gshSynthesis: sourced("0.7e-6 M/s", {
      grade: "C",
      range: ["4e-7 M/s", "1e-6 M/s"],
      why: "2–5 mM GSH in normal cells against the same loss",
    }),
  },
});
