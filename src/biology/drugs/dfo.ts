import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Hexadentate chelator, 1:1 and tight (log K 30.6 read); enters by fluid-phase endocytosis, slowly. */
export const dfo: Drug = drug({
  id: "dfo",
  names: ["deferoxamine", "desferrioxamine", "desferrioxamine B"],
  note: "Hexadentate chelator, 1:1 and tight (log K 30.6 read); enters by fluid-phase endocytosis, slowly.",
  formula: "C25H48N6O8",
  entry: sourced("1e-5 1/s", {
    grade: "C",
    range: ["1e-6 1/s", "1e-4 1/s"],
    why: "fluid-phase endocytosis of a hundredth of the cell volume an hour, more or less",
    needsPaper: true,
  }),
  acts: [
    {
      chelates: "iron",
      ligands: 1,
      rate: sourced("1e3 1/(M*s)", {
        grade: "C",
        range: ["1e2 1/(M*s)", "1e5 1/(M*s)"],
        why: "exchange from weak ligands within minutes at 10 µM",
        needsPaper: true,
      }),
    },
  ],
});
