import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { surfaceActivity } from "./surface-activity.ts";

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
  solubility: {
    ion: "Cu2",
    pH: 6,
    limit: sourced("1e-4 M", {
      grade: "B",
      range: ["1e-5 M", "1e-3 M"],
      why: "recalled, no source known: 1e-4 M at pH 6, 1e-6 at pH 7, without ligands",
      needsPaper: true,
    }),
    slope: sourced("-2", { grade: "D", why: "CuO + 2 H+: two protons per copper", dist: "fixed" }),
  },
  surface: surfaceActivity("CuO"),
});
