import acidMedium from "./catalysis/acid-medium-frees-more-iron.ts";
import c11Follows from "./catalysis/c11-follows-peroxidation.ts";
import calceinTells from "./catalysis/calcein-tells-a-tumours-iron.ts";
import copperFaster from "./catalysis/copper-faster-than-iron-at-ph-6-5.ts";
import copperHelpsItsDnazyme from "./catalysis/copper-helps-its-dnazyme.ts";
import copperNeedsNoGlutathione from "./catalysis/copper-needs-glutathione-gone.ts";
import copperSpares from "./catalysis/copper-spares-normal-cells.ts";
import copperYields from "./catalysis/copper-yields-more-oh-than-iron.ts";
import cuCysteamineKills from "./catalysis/cu-cysteamine-kills-tumours-first.ts";
import cuCysteineKills from "./catalysis/cu-cysteine-kills-tumours-first.ts";
import cuCysteineReleasedInTumours from "./catalysis/cu-cysteine-released-in-tumours.ts";
import cuo2Kills from "./catalysis/cuo2-kills-tumours-first.ts";
import cuo2ReleasedInTumours from "./catalysis/cuo2-released-in-tumours.ts";
import dcfReads from "./catalysis/dcf-reads-hydroxyl.ts";
import defectsRaiseOh from "./catalysis/defects-raise-oh.ts";
import dnazymeAddsToKilling from "./catalysis/dnazyme-adds-to-killing.ts";
import dnazymeHalvesVegfr2 from "./catalysis/dnazyme-halves-vegfr2.ts";
import ferricAcid from "./catalysis/ferric-iron-needs-acid.ts";
import ferrousAcid from "./catalysis/ferrous-iron-needs-acid.ts";
import glucoseOxidaseFeedsOh from "./catalysis/glucose-oxidase-feeds-oh.ts";
import glutathioneBoosts from "./catalysis/glutathione-boosts-copper-oh.ts";
import homeostasis from "./catalysis/homeostasis-takes-back-freed-iron.ts";
import hydroperoxideErastin from "./catalysis/hydroperoxide-and-erastin-beat-each-alone.ts";
import hydroperoxideDialkyl from "./catalysis/hydroperoxide-makes-more-radicals-than-dialkyl-peroxide.ts";
import hydroperoxideEndoperoxide from "./catalysis/hydroperoxide-makes-more-radicals-than-endoperoxide.ts";
import hydroperoxideRadicals from "./catalysis/hydroperoxide-makes-more-radicals-than-peroxide.ts";
import groupsInOrder from "./catalysis/iron-phosphide-groups-in-order.ts";
import ironYields from "./catalysis/iron-yields-more-oh-than-manganese.ts";
import labileIronEndoperoxide from "./catalysis/labile-iron-decides-endoperoxide-toxicity.ts";
import labileIronThreshold from "./catalysis/labile-iron-lowers-ignition-threshold.ts";
import labileIronOh from "./catalysis/labile-iron-raises-oh.ts";
import lessIron from "./catalysis/less-iron-saves-from-rsl3-not-from-peroxide.ts";
import lightRaises from "./catalysis/light-raises-oh-of-iron-phosphide.ts";
import macrophagesCarry from "./catalysis/macrophages-carry-iron-oxide.ts";
import manganeseOutdoes from "./catalysis/manganese-outdoes-the-cells-own-iron.ts";
import metallothioneinHalves from "./catalysis/metallothionein-halves-copper-oxidants.ts";
import mno2Frees from "./catalysis/mno2-frees-its-manganese.ts";
import mno2Halves from "./catalysis/mno2-halves-glutathione.ts";
import mostProbes from "./catalysis/most-probes-read-hydroxyl.ts";
import msMno2ReleasedInTumours from "./catalysis/ms-mno2-released-in-tumours.ts";
import particleCarries from "./catalysis/particle-carries-more-than-salt.ts";
import singleAtomsUseTheirMetal from "./catalysis/single-atoms-use-their-metal.ts";
import smallerParticlesCatalyseMore from "./catalysis/smaller-particles-catalyse-more.ts";
import surfaceOutdoesIons from "./catalysis/surface-outdoes-ions.ts";
import terephthalateReads from "./catalysis/terephthalate-reads-hydroxyl.ts";
import fentonOptimum from "./catalysis/the-fenton-optimum-is-at-ph-3-to-4.ts";
import ultrasoundDoubles from "./catalysis/ultrasound-doubles-oh-of-iron-phosphide.ts";
import warmingTriples from "./catalysis/warming-triples-fenton.ts";
import type { Claim } from "./claim.ts";
import agedParticlesHaveLostTheirSalt from "./osmolarity/aged-particles-have-lost-their-salt.ts";
import atpDecidesTheKindOfDeath from "./osmolarity/atp-decides-the-kind-of-death.ts";
import bariumAndXRaysBeatAdditivity from "./osmolarity/barium-and-x-rays-beat-additivity.ts";
import bariumDepolarises from "./osmolarity/barium-depolarises.ts";
import bariumItselfKills from "./osmolarity/barium-itself-kills.ts";
import bariumSwells from "./osmolarity/barium-swells.ts";
import blockedSelfRegulationBurstsMoreCells from "./osmolarity/blocked-self-regulation-bursts-more-cells.ts";
import bumetanideHalvesTheSaltDose from "./osmolarity/bumetanide-halves-the-salt-dose.ts";
import calreticulinFirst from "./osmolarity/calreticulin-before-atp-before-hmgb1.ts";
import immunogenicallyProtect from "./osmolarity/cells-killed-immunogenically-protect-on-rechallenge.ts";
import chelatedBariumSparesHeartCells from "./osmolarity/chelated-barium-spares-heart-cells.ts";
import chlorideAloneGivesSelectivity from "./osmolarity/chloride-alone-gives-selectivity.ts";
import chlorideAsWrittenGivesSelectivity from "./osmolarity/chloride-as-written-gives-selectivity.ts";
import deliveryRateMattersMoreThanDose from "./osmolarity/delivery-rate-matters-more-than-dose.ts";
import depolarisedCellsAreBlockedLess from "./osmolarity/depolarised-cells-are-blocked-less.ts";
import exchangeBringsCalciumUnderSaltParticles from "./osmolarity/exchange-brings-calcium-under-salt-particles.ts";
import freeBariumHurtsHeartCells from "./osmolarity/free-barium-hurts-heart-cells.ts";
import gramicidinHalvesTheSaltDose from "./osmolarity/gramicidin-halves-the-salt-dose.ts";
import hypotonicMediumSwellsAndCellsTakeItBack from "./osmolarity/hypotonic-medium-swells-and-cells-take-it-back.ts";
import labileIronLimitsPersulfate from "./osmolarity/labile-iron-limits-persulfate.ts";
import membraneReserveAloneGivesSelectivity from "./osmolarity/membrane-reserve-alone-gives-selectivity.ts";
import monensinHalvesTheSaltDose from "./osmolarity/monensin-halves-the-salt-dose.ts";
import mostDeadOfSaltHaveBurst from "./osmolarity/most-dead-of-salt-have-burst.ts";
import persulfateMakesHydroxylAsWell from "./osmolarity/persulfate-makes-hydroxyl-as-well.ts";
import persulfateParticlesKillByBursting from "./osmolarity/persulfate-particles-kill-by-bursting.ts";
import persulfateWithoutSodiumKillsAsWell from "./osmolarity/persulfate-without-sodium-kills-as-well.ts";
import potassiumParticlesBurstCells from "./osmolarity/potassium-particles-burst-cells.ts";
import pumpTurnoverAloneGivesSelectivity from "./osmolarity/pump-turnover-alone-gives-selectivity.ts";
import pumpTurnoverAsWrittenGivesSelectivity from "./osmolarity/pump-turnover-as-written-gives-selectivity.ts";
import restingSodiumAloneGivesSelectivity from "./osmolarity/resting-sodium-alone-gives-selectivity.ts";
import restingSodiumAloneGivesSelectivityByBursting from "./osmolarity/resting-sodium-alone-gives-selectivity-by-bursting.ts";
import saltCarriedInSwells from "./osmolarity/salt-carried-in-swells.ts";
import saltDeliveredFasterBurstsMore from "./osmolarity/salt-delivered-faster-bursts-more.ts";
import saltParticlesKillWhereSaltDoesNot from "./osmolarity/salt-particles-kill-where-salt-does-not.ts";
import saltParticlesSensitiseToXRays from "./osmolarity/salt-particles-sensitise-to-x-rays.ts";
import selfRegulationHasAThreshold from "./osmolarity/self-regulation-has-a-threshold.ts";
import sodiumCalciumExchangeAloneGivesSelectivity from "./osmolarity/sodium-calcium-exchange-alone-gives-selectivity.ts";
import sodiumLoadBringsCalcium from "./osmolarity/sodium-load-brings-calcium.ts";
import sodiumWithoutPersulfateSpares from "./osmolarity/sodium-without-persulfate-spares.ts";
import sulfateCapsBarium from "./osmolarity/sulfate-caps-barium.ts";
import uptakeAloneGivesSelectivity from "./osmolarity/uptake-alone-gives-selectivity.ts";
import xRaysDestroyTheChelatorByHydroxyl from "./osmolarity/x-rays-destroy-the-chelator-by-hydroxyl.ts";

export type { Part, TakenApart } from "./apart.ts";
export { takeApart } from "./apart.ts";
export { beaker } from "./catalysis/beaker.ts";
export type { CaseResult, Claim } from "./claim.ts";
export { runCase } from "./claim.ts";
export type { Fact, FactResult } from "./facts.ts";
export { facts, foldText, validate } from "./facts.ts";

/** Every claim, by strategy and name. */
export const cases: readonly Claim[] = [
  acidMedium,
  copperFaster,
  copperNeedsNoGlutathione,
  copperSpares,
  copperYields,
  ferricAcid,
  ferrousAcid,
  glutathioneBoosts,
  ironYields,
  manganeseOutdoes,
  metallothioneinHalves,
  mno2Frees,
  mno2Halves,
  particleCarries,
  warmingTriples,
  lightRaises,
  ultrasoundDoubles,
  groupsInOrder,
  dcfReads,
  terephthalateReads,
  mostProbes,
  calceinTells,
  c11Follows,
  macrophagesCarry,
  labileIronOh,
  labileIronThreshold,
  hydroperoxideRadicals,
  hydroperoxideDialkyl,
  hydroperoxideEndoperoxide,
  labileIronEndoperoxide,
  hydroperoxideErastin,
  homeostasis,
  lessIron,
  fentonOptimum,
  surfaceOutdoesIons,
  smallerParticlesCatalyseMore,
  defectsRaiseOh,
  singleAtomsUseTheirMetal,
  cuo2ReleasedInTumours,
  cuCysteineReleasedInTumours,
  msMno2ReleasedInTumours,
  cuo2Kills,
  cuCysteineKills,
  cuCysteamineKills,
  dnazymeHalvesVegfr2,
  copperHelpsItsDnazyme,
  dnazymeAddsToKilling,
  glucoseOxidaseFeedsOh,
  calreticulinFirst,
  immunogenicallyProtect,
  bariumDepolarises,
  chlorideAloneGivesSelectivity,
  depolarisedCellsAreBlockedLess,
  freeBariumHurtsHeartCells,
  hypotonicMediumSwellsAndCellsTakeItBack,
  labileIronLimitsPersulfate,
  membraneReserveAloneGivesSelectivity,
  persulfateMakesHydroxylAsWell,
  persulfateParticlesKillByBursting,
  persulfateWithoutSodiumKillsAsWell,
  pumpTurnoverAloneGivesSelectivity,
  restingSodiumAloneGivesSelectivity,
  saltCarriedInSwells,
  saltParticlesKillWhereSaltDoesNot,
  sodiumCalciumExchangeAloneGivesSelectivity,
  sodiumLoadBringsCalcium,
  sulfateCapsBarium,
  uptakeAloneGivesSelectivity,
  xRaysDestroyTheChelatorByHydroxyl,
  bariumAndXRaysBeatAdditivity,
  chelatedBariumSparesHeartCells,
  agedParticlesHaveLostTheirSalt,
  blockedSelfRegulationBurstsMoreCells,
  deliveryRateMattersMoreThanDose,
  potassiumParticlesBurstCells,
  selfRegulationHasAThreshold,
  sodiumWithoutPersulfateSpares,
  atpDecidesTheKindOfDeath,
  bumetanideHalvesTheSaltDose,
  chlorideAsWrittenGivesSelectivity,
  exchangeBringsCalciumUnderSaltParticles,
  gramicidinHalvesTheSaltDose,
  monensinHalvesTheSaltDose,
  mostDeadOfSaltHaveBurst,
  pumpTurnoverAsWrittenGivesSelectivity,
  restingSodiumAloneGivesSelectivityByBursting,
  saltDeliveredFasterBurstsMore,
  saltParticlesSensitiseToXRays,
  bariumItselfKills,
  bariumSwells,
];
