import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { coordinationPolymer } from "./coordination.ts";

/** Fe(II) held by the phosphates of DNA, one per two nucleotides: a coordination polymer. */
export const feDna: Phase = phase({
  id: "FeDNA",
  names: ["Fe-DNA"],
  formula: "FeC20H22N10O10P2",
  metal: "Fe",
  molarVolume: sourced("4.5e-4 m^3/mol", {
    grade: "C",
    range: ["3.5e-4 m^3/mol", "6.8e-4 m^3/mol"],
    why: "molar mass over 1.0–1.9 g/cm³; composition and density not readable",
  }),
  dissolution: coordinationPolymer({
    acid: "FeDNA -> Fe2 + 2 nucleotide",
    ligand: "FeDNA -> Fe2 + 2 nucleotide",
    nuclease: "FeDNA -> Fe2 + 2 nucleotide",
  }),
});
