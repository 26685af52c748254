import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { coordinationPolymer } from "./coordination.ts";

/** Cu(II) held by DNA, one per two nucleotides: a coordination polymer that glutathione reduces. */
export const cuDna: Phase = phase({
  id: "CuDNA",
  names: ["Cu-DNA"],
  formula: "CuC20H22N10O10P2",
  metal: "Cu",
  molarVolume: sourced("4.5e-4 m^3/mol", {
    grade: "C",
    range: ["3.5e-4 m^3/mol", "6.8e-4 m^3/mol"],
    why: "molar mass over 1.0–1.9 g/cm³; composition and density not readable",
  }),
  dissolution: coordinationPolymer({
    acid: "CuDNA -> Cu2 + 2 nucleotide",
    ligand: "CuDNA -> Cu2 + 2 nucleotide",
    thiol: "2 CuDNA + 2 GSH -> 2 Cu1 + GSSG + 4 nucleotide + 2 H+",
    nuclease: "CuDNA -> Cu2 + 2 nucleotide",
  }),
});
