import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** MCF-10A: human mammary epithelial cells, immortal, not of a tumour. */
export const mcf10a: Cell = cell({
  id: "mcf-10a",
  names: ["MCF-10A", "MCF10A"],
  kind: "normal",
  note: "Growth as a model code of the line has it, size from descendants of another; all else is the generic cell.",
  own: {
    volume: sourced("7 pL", {
      grade: "C",
      range: ["2 pL", "9 pL"],
      source: "sparced",
      why: "cytoplasm 5.25e-12 L and nucleus 1.75e-12 L, read in descendants of the model for U87 and AU565; that MCF-10A has the same is recalled",
    }),
    growth: sourced("0.04 1/h", {
      grade: "A(c)",
      range: ["0.025 1/h", "0.045 1/h"],
      source: "physicell",
      at: "comment in the code: about 0.04 1/h of net birth",
    }),
  },
});
