import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** 184-B5: human mammary epithelial cells, immortal, not of a tumour. */
export const b5184: Cell = cell({
  id: "184-b5",
  names: ["184-B5", "184B5"],
  kind: "normal",
  note: "Growth alone is measured for the line; all else is the generic cell.",
  own: {
    growth: sourced("0.0204 1/h", {
      grade: "A",
      range: ["0.016 1/h", "0.026 1/h"],
      source: "breastModels",
      at: "table 1, population doubling in 34 h",
    }),
  },
});
