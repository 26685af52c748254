import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { oxidativeDissolution } from "./oxidative.ts";

/** Iron phosphide. Its oxidative dissolution spends 9/8 O2 (or 9/4 H2O2) per Fe2+ before any Fenton step. */
export const fe2p: Phase = phase({
  id: "Fe2P",
  names: ["diiron phosphide", "iron phosphide"],
  formula: "Fe2P",
  metal: "Fe",
  molarVolume: sourced("2.07e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: oxidativeDissolution({
    oxygen: "4 Fe2P + 9 O2 + 12 H+ -> 8 Fe2 + 4 H2PO4 + 2 H2O",
    peroxide: "2 Fe2P + 9 H2O2 + 6 H+ -> 4 Fe2 + 2 H2PO4 + 10 H2O",
    acid: "2 Fe2P + 8 H+ -> 4 Fe2 + 2 PH3 + H2",
  }),
});
