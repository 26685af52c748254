import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Blocks FSP1, which regenerates the radical-trapping antioxidants of membranes; acts on the human enzyme. */
export const ifsp1: Drug = drug({
  id: "ifsp1",
  names: ["iFSP1"],
  note: "Blocks FSP1, which regenerates the radical-trapping antioxidants of membranes; acts on the human enzyme.",
  formula: "C20H13N5",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      inhibits: "fsp1",
      ic50: sourced("0.1 uM", {
        grade: "B",
        range: ["0.05 uM", "1 uM"],
        source: "doll2019",
        why: "recalled",
      }),
      hill: sourced("1", { grade: "C", range: ["0.8", "1.5"], why: "one site; slopes are not at hand" }),
    },
  ],
});
