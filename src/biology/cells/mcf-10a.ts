import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** MCF-10A: human mammary epithelial cells, immortal, not of a tumour. */
export const mcf10a: Cell = cell({
  id: "mcf-10a",
  names: ["MCF-10A", "MCF10A"],
  kind: "normal",
  note: "Size and growth as model codes of the line have them; all else is the generic cell.",
  own: {
    volume: sourced("7 pL", {
      grade: "A(c)",
      range: ["2 pL", "9 pL"],
      source: "sparced",
      at: "cytoplasm 5.25e-12 L and nucleus 1.75e-12 L; a sphere of 24 µm, large beside other lines",
    }),
    growth: sourced("0.04 1/h", {
      grade: "A(c)",
      range: ["0.025 1/h", "0.045 1/h"],
      source: "physicell",
      at: "comment in the code: about 0.04 1/h of net birth",
    }),
  },
});
