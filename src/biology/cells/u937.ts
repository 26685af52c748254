import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** U-937: cells of a human histiocytic lymphoma, in suspension, the fastest to remove H2O2 of the lines measured. */
export const u937: Cell = cell({
  id: "u937",
  names: ["U937", "U-937"],
  kind: "tumour",
  note: "H2O2 exchange follows from the removal measured per cell; all else is the generic cell.",
  own: {
    permeability: sourced("6.1 1/s", {
      grade: "D",
      range: ["3 1/s", "15 1/s"],
      source: "wagner2013",
      why: "10.4e-12 L/s per cell at 20 µM H2O2 (abstract) over the generic 1.7 pL, as if the membrane alone limited it; a line bound by its enzymes lets more through",
    }),
  },
});
