import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Pharmacological ascorbate: in the medium it autoxidises to H2O2; what enters the cell is left out. */
export const ascorbate: Drug = drug({
  id: "ascorbate",
  names: ["P-AscH-", "vitamin C", "ascorbic acid"],
  note: "Pharmacological ascorbate: in the medium it autoxidises to H2O2; what enters the cell is left out.",
  formula: "C6H8O6",
  acts: [
    {
      yields: "H2O2",
      byIron: sourced("42 1/(M*s)", {
        grade: "B",
        range: ["20 1/(M*s)", "80 1/(M*s)"],
        source: "buettner1988",
        why: "recalled: pH 7",
      }),
      byCopper: sourced("880 1/(M*s)", {
        grade: "B",
        range: ["400 1/(M*s)", "1800 1/(M*s)"],
        source: "buettner1988",
        why: "recalled: pH 7",
      }),
    },
  ],
});
