import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** MIA PaCa-2: cells of a human pancreatic carcinoma, the slowest to remove H2O2 of the lines measured. */
export const miaPaca2: Cell = cell({
  id: "mia-paca-2",
  names: ["MIA PaCa-2", "MIAPaCa-2"],
  kind: "tumour",
  note: "H2O2 exchange follows from the removal measured per cell; all else is the generic cell.",
  own: {
    permeability: sourced("0.27 1/s", {
      grade: "D",
      range: ["0.15 1/s", "2 1/s"],
      source: "wagner2013",
      why: "0.46e-12 L/s per cell at 20 µM H2O2 (abstract) over the generic 1.7 pL, as if the membrane alone limited it; a line bound by its enzymes lets more through",
    }),
  },
});
