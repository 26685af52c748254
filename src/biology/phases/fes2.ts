import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { oxidativeDissolution } from "./oxidative.ts";
import { surfaceActivity } from "./surface-activity.ts";

/** Pyrite: O2 and H2O2 free Fe(II); Fe(III) that comes of it oxidises the surface further. */
export const feS2: Phase = phase({
  id: "FeS2",
  names: ["pyrite", "iron disulfide"],
  formula: "FeS2",
  metal: "Fe",
  molarVolume: sourced("2.4e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    ...oxidativeDissolution({
      oxygen: "2 FeS2 + 7 O2 + 2 H2O -> 2 Fe2 + 4 SO4 + 4 H+",
      peroxide: "2 FeS2 + 15 H2O2 -> 2 Fe3 + 4 SO4 + 2 H+ + 14 H2O",
    }),
    {
      by: "ferric",
      equation: "FeS2 + 14 Fe3 + 8 H2O -> 15 Fe2 + 2 SO4 + 16 H+",
      pH: 5.5,
      reagent: "10 uM",
      rate: sourced("1e-9 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-11 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
        why: "known to be faster than O2 in acid; taken as O2 at micromolar dissolved Fe(III), no rate read",
        needsPaper: true,
      }),
      order: sourced("0.3", {
        grade: "C",
        range: ["0.02", "0.9"],
        why: "between 0 and 1 is all that is known",
      }),
    },
  ],
  surface: surfaceActivity("FeS2"),
});
