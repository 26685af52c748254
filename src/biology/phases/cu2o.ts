import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { surfaceActivity } from "./surface-activity.ts";

/** Copper(I) oxide: acid frees Cu(I). */
export const cu2O: Phase = phase({
  id: "Cu2O",
  names: ["copper(I) oxide", "cuprite"],
  formula: "Cu2O",
  metal: "Cu",
  molarVolume: sourced("2.38e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "Cu2O + 2 H+ -> 2 Cu1 + H2O",
      pH: 5.5,
      rate: sourced("1e-8 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-10 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
        needsPaper: true,
        why: "taken as for CuO; no surface rate readable",
      }),
      order: sourced("0.5", { grade: "C", range: ["0.3", "0.7"], why: "oxides 0.3–0.7" }),
    },
  ],
  surface: surfaceActivity("Cu2O"),
});
