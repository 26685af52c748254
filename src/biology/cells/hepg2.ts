import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** HepG2: cells of a human hepatoblastoma. */
export const hepg2: Cell = cell({
  id: "hepg2",
  names: ["HepG2", "Hep G2"],
  kind: "tumour",
  note: "Only growth is set; all else is the generic cell. Its labile iron is read only as relative to itself.",
  own: {
    growth: sourced("0.0144 1/h", {
      grade: "C",
      range: ["0.0115 1/h", "0.027 1/h"],
      source: "cellOs",
      why: "second-hand: doubling in 48 (26–60) h in a public list that names ATCC and DSMZ, which were not seen",
    }),
  },
});
