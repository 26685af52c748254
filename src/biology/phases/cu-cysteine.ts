import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { coordinationPolymer } from "./coordination.ts";

/** Copper(II) and cysteine: glutathione takes it apart as Cu(I). Not copper-cysteamine. */
export const cuCysteine: Phase = phase({
  id: "CuCys2",
  names: ["copper-cysteine", "Cu-Cys"],
  formula: "CuC6H12N2O4S2",
  metal: "Cu",
  molarVolume: sourced("1.6e-4 m^3/mol", {
    grade: "C",
    range: ["1.3e-4 m^3/mol", "2.2e-4 m^3/mol"],
    why: "molar mass over 1.4–2.3 g/cm³; composition and density not readable",
  }),
  dissolution: coordinationPolymer({
    acid: "CuCys2 + 2 H+ -> Cu2 + 2 cysteine",
    ligand: "CuCys2 + 2 H+ -> Cu2 + 2 cysteine",
    thiol: "2 CuCys2 + 2 GSH + 2 H+ -> 2 Cu1 + GSSG + 4 cysteine",
  }),
});
