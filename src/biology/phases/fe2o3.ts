import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { surfaceActivity } from "./surface-activity.ts";

/** Hematite: dissolves slowly in acid; 2.3 % in a day in a simple lung fluid, 0.4 % in sweat. */
export const fe2o3: Phase = phase({
  id: "Fe2O3",
  names: ["hematite", "alpha-Fe2O3"],
  formula: "Fe2O3",
  metal: "Fe",
  molarVolume: sourced("3.04e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "Fe2O3 + 6 H+ -> 2 Fe3 + 3 H2O",
      pH: 5,
      rate: sourced("1.8e-11 mol/(m^2*s)", {
        grade: "D",
        range: ["1.8e-12 mol/(m^2*s)", "1.8e-10 mol/(m^2*s)"],
        source: "hematite2022",
        why: "2.3 % in 24 h in the simplest lung fluid, all from the area of 12 nm particles; the pH of the slightly acidic fluid was not readable",
      }),
      order: sourced("0.5", { grade: "C", range: ["0.3", "0.7"], why: "oxides 0.3–0.7" }),
    },
  ],
  solubility: {
    ion: "Fe3",
    pH: 6.5,
    limit: sourced("1e-10 M", {
      grade: "C",
      range: ["1e-13 M", "1.8e-9 M"],
      why: "ferrihydrite 1.8e-9 M at pH 6.5; aged oxides one to four decades lower",
    }),
    slope: sourced("-1", { grade: "D", range: ["-1.2", "-0.9"], why: "ferrihydrite from pH 5 to 7.4" }),
  },
  surface: surfaceActivity("Fe2O3"),
});
