import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** A549: cells of a human lung carcinoma, like type II cells of the alveolus. */
export const a549: Cell = cell({
  id: "a549",
  names: ["A549", "A-549"],
  kind: "tumour",
  note: "Size and lysosomes by morphometry, growth recalled; all else is the generic cell.",
  own: {
    volume: sourced("1.74 pL", {
      grade: "D",
      range: ["0.8 pL", "2.6 pL"],
      source: "a549Morphometry",
      why: "sphere of 14.93 µm, the diameter in the living culture; 10.59 µm in sections for electron microscopy",
    }),
    vesicleVolume: sourced("0.0124", {
      grade: "D",
      range: ["0.007", "0.02"],
      source: "a549Morphometry",
      why: "21.69 µm³ of lysosomes in a cell of 1743 µm³; endosomes are not counted",
    }),
    growth: sourced("0.030 1/h", {
      grade: "B",
      range: ["0.022 1/h", "0.036 1/h"],
      source: "nci60",
      why: "recalled, not re-read: doubling in 22.9 h in the panel of the NCI",
    }),
  },
});
