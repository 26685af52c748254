import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { surfaceActivity } from "./surface-activity.ts";

/** Copper-cysteamine, a Cu(I) crystal that frees little: its surface turns H2O2 over. */
export const cuCysteamine: Phase = phase({
  id: "CuCy",
  names: ["copper-cysteamine", "Cu-Cy"],
  formula: "Cu3ClC4H12N2S2",
  metal: "Cu",
  molarVolume: sourced("1.5e-4 m^3/mol", {
    grade: "C",
    range: ["1.25e-4 m^3/mol", "1.9e-4 m^3/mol"],
    why: "molar mass over 2–3 g/cm³; density not readable",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "CuCy + 2 H+ -> 3 Cu1 + Cl + 2 cysteamine",
      pH: 5.5,
      rate: sourced("1e-11 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-13 mol/(m^2*s)", "1e-9 mol/(m^2*s)"],
        why: "little copper is seen to be released; no rate read",
        needsPaper: true,
      }),
      order: sourced("0.5", {
        grade: "C",
        range: ["0.05", "0.95"],
        why: "between 0 and 1 is all that is known",
      }),
    },
  ],
  surface: surfaceActivity("CuCy"),
});
