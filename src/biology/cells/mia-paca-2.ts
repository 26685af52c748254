import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** MIA PaCa-2: cells of a human pancreatic carcinoma, the slowest to remove H2O2 of the lines measured. */
export const miaPaca2: Cell = cell({
  id: "mia-paca-2",
  names: ["MIA PaCa-2", "MIAPaCa-2"],
  kind: "tumour",
  note: "The sink of H2O2 follows from the removal measured per cell, to which the peroxiredoxin of the generic cell adds; all else is the generic cell.",
  own: {
    catalase: sourced("0.28 1/s", {
      grade: "D",
      range: ["0.05 1/s", "1 1/s"],
      source: "wagner2013",
      why: "0.46e-12 L/s per cell at 20 µM H2O2 (abstract) over 1.7 pL, behind the generic membrane of 10.4 1/s, as if catalase did it all",
    }),
  },
});
