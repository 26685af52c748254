import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Calcium peroxide: water and acid free H2O2; a supply without a metal of its own chemistry. */
export const caO2: Phase = phase({
  id: "CaO2",
  names: ["calcium peroxide"],
  formula: "CaO2",
  molarVolume: sourced("2.47e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "CaO2 + 2 H+ -> Ca2 + H2O2",
      pH: 6.5,
      rate: sourced("1e-8 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-10 mol/(m^2*s)", "1e-6 mol/(m^2*s)"],
        why: "hours in water, faster in acid; no surface rate readable",
        needsPaper: true,
      }),
      order: sourced("0.5", {
        grade: "C",
        range: ["0.05", "0.95"],
        why: "between 0 and 1 is all that is known",
      }),
    },
  ],
});
