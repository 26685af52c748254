import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Copper peroxide: acid frees Cu(II) and H2O2, one each. */
export const cuO2: Phase = phase({
  id: "CuO2",
  names: ["copper peroxide"],
  formula: "CuO2",
  metal: "Cu",
  molarVolume: sourced("2.5e-5 m^3/mol", {
    grade: "C",
    range: ["1.9e-5 m^3/mol", "3e-5 m^3/mol"],
    why: "density 3.2–5 g/cm³; no crystal density known",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "CuO2 + 2 H+ -> Cu2 + H2O2",
      pH: 5.5,
      rate: sourced("1e-8 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-9 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
        why: "8 nm in about 9 h; full decomposition within hours in acid is recalled",
        needsPaper: true,
      }),
      order: sourced("1", { grade: "C", range: ["0.7", "1.3"], why: "taken as first order in H+" }),
    },
  ],
});
