import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** manganese(II) chloride: a soluble salt, the comparator that enters cells by transporters only. */
export const mnCl2: Phase = phase({
  id: "MnCl2",
  names: ["manganese(II) chloride"],
  formula: "MnCl2",
  metal: "Mn",
  molarVolume: sourced("4.22e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "water",
      equation: "MnCl2 -> Mn2 + 2 Cl",
      pH: 7,
      rate: sourced("1 mol/(m^2*s)", {
        grade: "D",
        why: "dissolves at once: faster than anything else here",
        dist: "fixed",
      }),
      order: sourced("0", { grade: "D", why: "a soluble salt does not need acid", dist: "fixed" }),
    },
  ],
});
