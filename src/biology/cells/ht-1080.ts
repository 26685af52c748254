import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** HT-1080: cells of a human fibrosarcoma, the line in which ferroptosis was described. */
export const ht1080: Cell = cell({
  id: "ht-1080",
  names: ["HT-1080", "HT1080"],
  kind: "tumour",
  note: "Only growth is set, and that is recalled; all else is the generic cell. Its potencies to RSL3 and erastin are facts to compare with, not numbers of the cell.",
  own: {
    growth: sourced("0.027 1/h", {
      grade: "B",
      range: ["0.019 1/h", "0.036 1/h"],
      why: "recalled, no source known: doubling in about 26 h",
      needsPaper: true,
    }),
  },
});
