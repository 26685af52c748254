import { type Sourced, sourced } from "#model";
import type { Agent, Cargo } from "./types.ts";

/** A strand of nucleic acid that particles carry, and the message it cuts. */
export interface NucleicAcid {
  readonly id: string;
  readonly names: readonly string[];
  readonly molarMass: Sourced;
  /** Message it is directed against; none for DNA that is only a scaffold. */
  readonly target?: "VEGFR2";
}

/** Enzymes that a particle can carry: each has its mechanism. */
export const enzymes: readonly string[] = ["glucose-oxidase"];

/** Receptors that a ligand on a particle can be directed to. */
export const receptors: readonly string[] = ["CD44", "EGFR", "FOLR1", "integrin-avb3", "MC1R", "TFRC"];

/** Nucleic acids that a particle can carry. */
export const nucleicAcids: readonly NucleicAcid[] = [
  {
    id: "vegfr2-dnazyme",
    names: ["DNAzyme against VEGFR2 mRNA"],
    target: "VEGFR2",
    molarMass: sourced("10 kg/mol", {
      grade: "C",
      range: ["9 kg/mol", "13 kg/mol"],
      why: "about 30 nucleotides of 0.33 kg/mol, as in the 10-23 family; the sequence was not readable",
      needsPaper: true,
    }),
  },
];

/** What a cargo is called in its record. */
export function cargoId(cargo: Cargo): string {
  return "drug" in cargo ? cargo.drug : "enzyme" in cargo ? cargo.enzyme : cargo.nucleicAcid;
}

/** Name of a cargo in model ids. */
export function cargoName(cargo: Cargo): string {
  return cargoId(cargo).replace(/[^A-Za-z0-9]/g, "_");
}

/** Strands that leave their particle at their own rate: particles that still hold them are followed beside the particles. */
export function held(agent: Agent): readonly Cargo[] {
  return agent.cargo.filter((c) => "nucleicAcid" in c && c.release !== undefined);
}
