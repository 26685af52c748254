import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { coordinationPolymer } from "./coordination.ts";

/** Fe(III) held by tannic acid, one to one. */
export const feTannicAcid: Phase = phase({
  id: "FeTA",
  names: ["iron tannic acid", "Fe-TA"],
  formula: "FeC76H49O46",
  metal: "Fe",
  molarVolume: sourced("1.2e-3 m^3/mol", {
    grade: "C",
    range: ["0.9e-3 m^3/mol", "1.7e-3 m^3/mol"],
    why: "molar mass over 1.0–1.9 g/cm³; composition and density not readable",
  }),
  dissolution: coordinationPolymer({
    acid: "FeTA + 3 H+ -> Fe3 + tannin",
    ligand: "FeTA + 3 H+ -> Fe3 + tannin",
  }),
});
