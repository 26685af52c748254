import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** U-937: cells of a human histiocytic lymphoma, in suspension, the fastest to remove H2O2 of the lines measured. */
export const u937: Cell = cell({
  id: "u937",
  names: ["U937", "U-937"],
  kind: "tumour",
  note: "The sink of H2O2 follows from the removal measured per cell, to which the peroxiredoxin of the generic cell adds; all else is the generic cell.",
  own: {
    catalase: sourced("15 1/s", {
      grade: "D",
      range: ["5 1/s", "60 1/s"],
      source: "wagner2013",
      why: "10.4e-12 L/s per cell at 20 µM H2O2 (abstract) over 1.7 pL, behind the generic membrane of 10.4 1/s, as if catalase did it all",
    }),
  },
});
