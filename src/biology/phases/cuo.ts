import { sourced } from "#model";
import { phase } from "../record.ts";
import type { Phase } from "../types.ts";

/** Copper(II) oxide: acid frees Cu(II). */
export const cuO: Phase = phase({
  id: "CuO",
  names: ["copper(II) oxide", "tenorite"],
  formula: "CuO",
  metal: "Cu",
  molarVolume: sourced("1.26e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "CuO + 2 H+ -> Cu2 + H2O",
      pH: 5.5,
      rate: sourced("1e-8 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-10 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
        needsPaper: true,
        why: "known to dissolve within hours in the lysosome; no surface rate readable",
      }),
      order: sourced("0.5", { grade: "C", range: ["0.3", "0.7"], why: "oxides 0.3–0.7" }),
    },
  ],
});
