import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** K-562: cells of a human chronic myeloid leukaemia, in suspension; the line whose labile iron was measured first. */
export const k562: Cell = cell({
  id: "k562",
  names: ["K562", "K-562"],
  kind: "tumour",
  note: "Labile iron and how fast it returns to its level are measured, growth is recalled; all else is the generic cell.",
  own: {
    labileIron: sourced("0.35 uM", {
      grade: "A",
      range: ["0.25 uM", "0.5 uM"],
      source: "breuer1996",
      at: "abstract, normal level of 350 nM by calcein",
    }),
    ironStorage: sourced("4.3e-4 1/s", {
      grade: "D",
      range: ["1.3e-4 1/s", "7e-4 1/s"],
      source: "breuer1996",
      why: "ln 2 over 27 min after Fe(II) salt; 65–88 min after oxidative, at most 17 min after reductive stress",
    }),
    growth: sourced("0.035 1/h", {
      grade: "B",
      range: ["0.025 1/h", "0.045 1/h"],
      source: "nci60",
      why: "recalled, not re-read: doubling in 19.6 h in the panel of the NCI",
    }),
  },
});
