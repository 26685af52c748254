import acidMedium from "./catalysis/acid-medium-frees-more-iron.ts";
import copperFaster from "./catalysis/copper-faster-than-iron-at-ph-6-5.ts";
import copperHelpsItsDnazyme from "./catalysis/copper-helps-its-dnazyme.ts";
import copperYields from "./catalysis/copper-yields-more-oh-than-iron.ts";
import cuCysteineReleasedInTumours from "./catalysis/cu-cysteine-released-in-tumours.ts";
import cuo2ReleasedInTumours from "./catalysis/cuo2-released-in-tumours.ts";
import dnazymeAddsToKilling from "./catalysis/dnazyme-adds-to-killing.ts";
import dnazymeHalvesVegfr2 from "./catalysis/dnazyme-halves-vegfr2.ts";
import ferricAcid from "./catalysis/ferric-iron-needs-acid.ts";
import ferrousAcid from "./catalysis/ferrous-iron-needs-acid.ts";
import glucoseOxidaseFeedsOh from "./catalysis/glucose-oxidase-feeds-oh.ts";
import glutathioneBoosts from "./catalysis/glutathione-boosts-copper-oh.ts";
import ironYields from "./catalysis/iron-yields-more-oh-than-manganese.ts";
import mno2Frees from "./catalysis/mno2-frees-its-manganese.ts";
import mno2Halves from "./catalysis/mno2-halves-glutathione.ts";
import msMno2ReleasedInTumours from "./catalysis/ms-mno2-released-in-tumours.ts";
import particleCarries from "./catalysis/particle-carries-more-than-salt.ts";
import singleAtomsUseTheirMetal from "./catalysis/single-atoms-use-their-metal.ts";
import smallerParticlesCatalyseMore from "./catalysis/smaller-particles-catalyse-more.ts";
import surfaceOutdoesIons from "./catalysis/surface-outdoes-ions.ts";
import type { Claim } from "./claim.ts";

export { beaker } from "./catalysis/beaker.ts";
export type { CaseResult, Claim } from "./claim.ts";
export { runCase } from "./claim.ts";
export type { Fact, FactResult } from "./facts.ts";
export { facts, foldText, validate } from "./facts.ts";

/** Every claim, by strategy and name. */
export const cases: readonly Claim[] = [
  acidMedium,
  copperFaster,
  copperYields,
  ferricAcid,
  ferrousAcid,
  glutathioneBoosts,
  ironYields,
  mno2Frees,
  mno2Halves,
  particleCarries,
  surfaceOutdoesIons,
  smallerParticlesCatalyseMore,
  singleAtomsUseTheirMetal,
  cuo2ReleasedInTumours,
  cuCysteineReleasedInTumours,
  msMno2ReleasedInTumours,
  dnazymeHalvesVegfr2,
  copperHelpsItsDnazyme,
  dnazymeAddsToKilling,
  glucoseOxidaseFeedsOh,
];
