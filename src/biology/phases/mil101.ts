import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { coordinationPolymer } from "./coordination.ts";

/** MIL-101(Fe): trimers of Fe(III) held by terephthalate, porous. */
export const mil101: Phase = phase({
  id: "MIL101",
  names: ["MIL-101(Fe)"],
  formula: "Fe3C24H17O16",
  metal: "Fe",
  molarVolume: sourced("1.5e-3 m^3/mol", {
    grade: "C",
    range: ["1e-3 m^3/mol", "1.7e-3 m^3/mol"],
    why: "molar mass over 0.45–0.7 g/cm³ of the porous crystal",
  }),
  dissolution: coordinationPolymer({
    acid: "MIL101 + 3 H+ -> 3 Fe3 + 3 terephthalate + 4 H2O",
    ligand: "MIL101 + 3 H+ -> 3 Fe3 + 3 terephthalate + 4 H2O",
  }),
});
