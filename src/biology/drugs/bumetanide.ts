import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Blocks NKCC1 from outside. */
export const bumetanide: Drug = drug({
  id: "bumetanide",
  names: ["Bumex"],
  note: "Blocks NKCC1 from outside.",
  formula: "C17H20N2O5S",
  acts: [
    {
      inhibits: "nkcc",
      ic50: sourced("0.9 uM", {
        grade: "D",
        range: ["0.3 uM", "2 uM"],
        why: "azosemide blocks human NKCC1A and B by half at 0.25 and 0.20 µM and is about four times more potent",
        source: "hampel2018",
      }),
      hill: sourced("1", { grade: "C", range: ["0.8", "1.5"], why: "one site; slopes are not at hand" }),
    },
  ],
});
