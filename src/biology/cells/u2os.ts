import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** U-2 OS: cells of a human osteosarcoma. */
export const u2os: Cell = cell({
  id: "u2os",
  names: ["U2OS", "U-2 OS"],
  kind: "tumour",
  note: "Only growth is set; all else is the generic cell.",
  own: {
    growth: sourced("0.0248 1/h", {
      grade: "C",
      range: ["0.019 1/h", "0.028 1/h"],
      source: "cellOs",
      why: "second-hand: doubling in 28 (25–36) h in a public list that names ATCC and DSMZ, which were not seen",
    }),
  },
});
