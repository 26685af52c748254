import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Blocks glutamate-cysteine ligase; glutathione then falls by its own loss. */
export const bso: Drug = drug({
  id: "bso",
  names: ["BSO", "buthionine sulfoximine"],
  note: "Blocks glutamate-cysteine ligase; glutathione then falls by its own loss.",
  formula: "C8H18N2O3S",
  entry: sourced("2e-4 1/s", {
    grade: "C",
    range: ["2e-5 1/s", "2e-3 1/s"],
    why: "polar: enters within hours; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      inhibits: "gcl",
      ic50: sourced("5 uM", {
        grade: "C",
        range: ["1 uM", "50 uM"],
        why: "tens of µM deplete glutathione within a day; tight binding is taken as reversible",
        needsPaper: true,
      }),
      hill: sourced("1", { grade: "C", range: ["0.8", "1.5"], why: "one site; slopes are not at hand" }),
    },
  ],
});
