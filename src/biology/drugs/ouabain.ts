import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Blocks Na/K-ATPase of human cells; that of rodents is a thousand times less sensitive. */
export const ouabain: Drug = drug({
  id: "ouabain",
  names: ["g-strophanthin"],
  note: "Blocks Na/K-ATPase of human cells; that of rodents is a thousand times less sensitive.",
  formula: "C29H44O12",
  acts: [
    {
      inhibits: "pump",
      ic50: sourced("80 nM", {
        grade: "D",
        range: ["30 nM", "150 nM"],
        why: "half-effect on 86Rb uptake of human leucocytes: 30 nM at 3 mM K+, 135 nM at 6.5 mM; between them at 5 mM",
        source: "moller1990",
      }),
      hill: sourced("1", { grade: "C", range: ["0.8", "1.5"], why: "one site; slopes are not at hand" }),
    },
  ],
});
