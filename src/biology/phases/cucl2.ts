import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** copper(II) chloride: a soluble salt, the comparator that enters cells by transporters only. */
export const cuCl2: Phase = phase({
  id: "CuCl2",
  names: ["copper(II) chloride"],
  formula: "CuCl2",
  metal: "Cu",
  molarVolume: sourced("3.97e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "water",
      equation: "CuCl2 -> Cu2 + 2 Cl",
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
