import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { oxidativeDissolution } from "./oxidative.ts";

/** Copper phosphide. Its oxidative dissolution frees cuprous copper. */
export const cu3p: Phase = phase({
  id: "Cu3P",
  names: ["tricopper phosphide", "copper phosphide"],
  formula: "Cu3P",
  metal: "Cu",
  molarVolume: sourced("3.12e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: oxidativeDissolution({
    oxygen: "Cu3P + 2 O2 + 2 H+ -> 3 Cu1 + H2PO4",
    peroxide: "Cu3P + 4 H2O2 + 2 H+ -> 3 Cu1 + H2PO4 + 4 H2O",
    acid: "Cu3P + 3 H+ -> 3 Cu1 + PH3",
  }),
});
