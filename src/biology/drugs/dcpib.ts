import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Blocks volume-regulated anion channels; also some K+ and calcium signalling at higher concentrations, which is left out. */
export const dcpib: Drug = drug({
  id: "dcpib",
  names: ["DCPIB"],
  note: "Blocks volume-regulated anion channels; also some K+ and calcium signalling at higher concentrations, which is left out.",
  formula: "C22H28Cl2O4",
  acts: [
    {
      inhibits: "vrac",
      ic50: sourced("5 uM", {
        grade: "A",
        range: ["3 uM", "8 uM"],
        source: "friard2017",
        at: "abstract: IC50 5 ± 1 µM, VRAC current of HEK-293 cells",
      }),
      hill: sourced("1", { grade: "C", range: ["0.8", "1.5"], why: "one site; slopes are not at hand" }),
    },
  ],
});
