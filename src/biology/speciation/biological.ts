import { type Provenance, type Sourced, sourced } from "#model";
import { printSpecies, speciesId } from "./reaction.ts";
import type { Complex } from "./types.ts";

type Known = Omit<Provenance, "range" | "dist">;

const logK = (value: number, low: number, high: number, known: Known): Sourced =>
  sourced(String(value), { ...known, range: [String(low), String(high)], dist: "normal" });

const complex = (reaction: string, number: Sourced, species = reaction.split(" = ")[1]!): Complex => ({
  species: species.split(" + ")[0]!,
  id: `log_K_${speciesId(species.split(" + ")[0]!)}`,
  label: `log K of ${printSpecies(species.split(" + ")[0]!)}`,
  reaction,
  logK: number,
});

const recalled = (value: number, spread: number, why: string, I = "0.1 M"): Sourced =>
  logK(value, value - spread, value + spread, {
    grade: "B",
    why: `recalled, no source known: ${why}`,
    needsPaper: true,
    when: { T: "25 degC", I },
  });

const atpProtons = (value: number, spread: number): Sourced =>
  logK(value, value - spread, value + spread, {
    grade: "A",
    source: "deStefano2006",
    at: "abstract, I → 0, 25 °C",
    when: { T: "25 degC", I: "0 M" },
  });

const alberty = (value: number): Sourced =>
  logK(value, value - 0.1, value + 0.1, {
    grade: "A",
    source: "alberty2003",
    at: "table 1.2, pK at I = 0, 298.15 K",
    when: { T: "25 degC", I: "0 M" },
  });

const gshProtons = (value: number, spread: number): Sourced =>
  logK(value, value - spread, value + spread, {
    grade: "A",
    source: "crea2007",
    at: "abstract, I → 0, 25 °C",
    when: { T: "25 degC", I: "0 M" },
  });

const waterReview = (value: number, spread: number): Sourced =>
  logK(value, value - spread, value + spread, {
    grade: "A",
    source: "ironLigands2024",
    at: "table 3, 25 °C, I 0.1",
    when: { T: "25 degC", I: "0.1 M" },
  });

/**
 * Cu(I) with two thiolates of glutathione, on free thiolate. Mechanisms and speciation both take it from here. Values
 * near 38 in the literature count the two protons on the amines: 17.5 + 2 × 10.1.
 */
const betaCuGS2: Sourced = sourced("17.5", {
  grade: "C",
  range: ["16", "19"],
  why: "recalled with low confidence; on free GS-, not counting protons; 1:2 complex is read",
  source: "kachur1998",
  tags: { scale: "bcs" },
  dist: "normal",
});

const histidine = "potentiometry in 0.1–0.15 M salt";
const nucleotide = "potentiometry of ATP with divalent metals (Sigel); the abstract read gives no numbers";

/**
 * ATP, glutathione, histidine, and the sites of proteins. Sites of proteins are written without charge, so that
 * constants measured at pH 7.4 in salt hold as they were measured.
 */
export const biologicalComplexes: readonly Complex[] = [
  complex("H+ + ATP-4 = HATP-3", atpProtons(7.656, 0.06)),
  complex("H+ + HATP-3 = H2ATP-2", atpProtons(4.561, 0.12)),
  complex("Mg+2 + ATP-4 = MgATP-2", alberty(6.18)),
  complex("Mg+2 + HATP-3 = MgHATP-", alberty(3.63)),
  complex("Mg+2 + MgATP-2 = Mg2ATP", alberty(2.69)),
  complex(
    "K+ + ATP-4 = KATP-3",
    logK(1.02, 0.8, 1.2, {
      grade: "A(c)",
      source: "beardMito",
      at: "K_KATP = 10^-1.02; taken at I 0.17 M",
      when: { T: "37 degC", I: "0.17 M" },
    }),
  ),
  complex("Ca+2 + ATP-4 = CaATP-2", recalled(3.91, 0.2, nucleotide)),
  complex("Mn+2 + ATP-4 = MnATP-2", recalled(5.01, 0.2, nucleotide)),
  complex("Cu+2 + ATP-4 = CuATP-2", recalled(6.34, 0.2, nucleotide)),
  complex("Zn+2 + ATP-4 = ZnATP-2", recalled(5.16, 0.2, nucleotide)),
  complex("Fe+2 + ATP-4 = FeATP-2", recalled(4.5, 0.5, "near that of other divalent metals")),
  complex("Fe+3 + ATP-4 = FeATP-", recalled(9, 1, "order of magnitude")),

  complex("H+ + GS-3 = HGS-2", gshProtons(10.135, 0.1)),
  complex("H+ + HGS-2 = H2GS-", gshProtons(9.077, 0.1)),
  complex("H+ + H2GS- = H3GS", gshProtons(3.713, 0.1)),
  complex("H+ + H3GS = H4GS+", gshProtons(2.124, 0.1)),
  { ...complex("Cu+ + 2 HGS-2 = Cu(HGS)2-3", betaCuGS2), id: "beta_CuGS2" },

  complex("H+ + His- = HHis", recalled(9.1, 0.1, histidine)),
  complex("H+ + HHis = H2His+", recalled(6.05, 0.1, histidine)),
  complex("H+ + H2His+ = H3His+2", recalled(1.8, 0.2, histidine)),
  complex("Cu+2 + His- = CuHis+", recalled(10.15, 0.15, histidine)),
  complex("Cu+2 + H+ + His- = CuHHis+2", recalled(14.1, 0.2, histidine)),
  complex("Cu+2 + 2 His- = CuHis2", recalled(18.1, 0.2, histidine)),
  complex("Cu+2 + H+ + 2 His- = CuHHis2+", recalled(23.8, 0.2, histidine)),
  complex("Zn+2 + His- = ZnHis+", recalled(6.5, 0.15, histidine)),
  complex("Zn+2 + 2 His- = ZnHis2", recalled(12.0, 0.2, histidine)),

  complex(
    "Cu+2 + Alb = CuAlb+2",
    logK(12.05, 11.9, 13.5, {
      grade: "A",
      source: "kirsipuu2020",
      at: "abstract: KD 0.90 pM by NTA at pH 7.4; 34.7 fM in histidine, as a ternary complex",
      when: { pH: 7.4 },
    }),
  ),
  complex(
    "Cu+ + Alb = CuAlb+",
    logK(14.0, 13.5, 14.5, {
      grade: "A",
      source: "sendzik2017",
      at: "abstract: conditional 10^14.0 at pH 7.4",
      when: { pH: 7.4 },
    }),
  ),
  complex(
    "H+ + AlbA = HAlbA+",
    logK(8.2, 7.9, 8.5, { grade: "A", source: "zincAlbumin1999", at: "abstract: 8.2(3), human" }),
  ),
  complex(
    "Zn+2 + AlbA = ZnAlbA+2",
    logK(7.1, 6.9, 7.3, { grade: "A", source: "zincAlbumin1999", at: "abstract: 7.1(2), human" }),
  ),
  complex(
    "Cu+ + MT = CuMT+",
    logK(19, 17.5, 20, {
      grade: "C",
      source: "xiao2004",
      why: "by likeness: clusters of Cu(I) and thiolates hold it to 1e-19 M (read for Ctr1c, with bcs 19.8)",
      tags: { scale: "bcs" },
      needsPaper: true,
    }),
  ),

  complex(
    "FeCit + H2O = FeOHCit- + H+",
    recalled(-2.8, 1.2, "citrate's own hydroxyl gives its proton in acid once Fe(III) holds it"),
    "FeOHCit-",
  ),
  complex("Fe+3 + 3 CO3-2 = Fe(CO3)3-3", waterReview(22, 0.5)),
  complex("FeOH+2 + CO3-2 = FeOHCO3", waterReview(7.7, 0.5)),
];
