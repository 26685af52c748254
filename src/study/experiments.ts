/** What a person would measure to know a number better, by the path of the number. */
const experiments: readonly (readonly [RegExp, string])[] = [
  [
    /^phases\/.*\/(order|saturation|share)$/,
    "dissolve the particle at three pH values with and without oxidant and follow the freed metal by ICP-MS",
  ],
  [
    /^phases\//,
    "dissolve the particle at pH 4.7, 6.0 and 7.4 and follow the freed metal by ICP-MS after filtration",
  ],
  [
    /^agents\/.*\/permeation\//,
    "follow the payload that the particles let out in water, in serum and at pH 5 with and without esterases",
  ],
  [/^agents\/.*\/(radius|length|thickness)$/, "measure the size distribution of the batch by TEM"],
  [/^agents\/.*spread$/, "count a few hundred particles by TEM for the spread of sizes"],
  [/^agents\/.*(efficiency|extinction)$/, "record absorbance and a heating–cooling curve of the dispersion"],
  [
    /^chemistry\/(k_(oh|co3|radical|peroxyl|thiyl|carbon|disulfide)_|trp_|tyr_|thiolate)/,
    "measure the rate constant by pulse radiolysis with cytosol in place of water",
  ],
  [
    /uptakeSpread$/,
    "measure metal or fluorescence of single cells after uptake by flow cytometry, with particles enough that counting is no noise",
  ],
  [/(uptake|loadMax)$/, "measure metal per cell by ICP-MS at 1, 4 and 24 h and three doses"],
  [
    /(rest(Sodium|Potassium)|chloridePlace)$/,
    "measure Na+, K+ and Cl- per cell water of the line at rest, by ICP-MS and a chloride electrode",
  ],
  [/restPotential$/, "patch-clamp the line at rest, in current clamp"],
  [
    /(bariumKd|bariumShare|f_Ba_inside|k_Ba_entry)$/,
    "patch-clamp the line's K+ currents in a series of Ba2+, outside and in the pipette",
  ],
  [
    /(pumpTurnover|pumpSodium|pumpPotassium|nkccShare|kccShare)$/,
    "measure Rb+ uptake of the line with and without ouabain and bumetanide",
  ],
  [/(vrac[A-Z]\w*|waterPermeability)$/, "follow the volume of single cells after a hypotonic step"],
  [
    /(membraneFolding|spread_reserve|strain_rupture|K_area|k_area|area_addable)$/,
    "follow volume and LDH of the line in a series of hypotonic media",
  ],
  [
    /(radius_endosome|reserve_endosome)$/,
    "image endosomes that hold particles, and galectin where they have burst",
  ],
  [
    /(\/ncx|_ncx|_PMCA|Ca_borne|sites_Ca|w_Ca|k_rep_Ca)$/,
    "follow free Ca2+ and death in medium without Na+ and after an ionophore",
  ],
  [/k_Ba(SO4|CO3)$/, "follow free Ba2+ in a buffer with the sulfate, bicarbonate and protein of a cytosol"],
  [
    /^chemistry\/(half_|danger_silent|k_antigen|K_antigen|k_mature|k_migrate|[kK]_node)/,
    "count mature dendritic cells of the draining node after so many dead cells, with each signal blocked",
  ],
  [
    /^chemistry\/(naive_start|k_prime|k_divide|primed_max|k_contract|f_memory|gain_recall|k_memory)/,
    "count CD8 cells that know the tumour, by tetramers, from vaccination to challenge",
  ],
  [
    /^chemistry\/([abnspgmd]_(tumour|effectors)|n_kill)$/,
    "follow the tumour of untreated hosts, with and without their CD8 cells",
  ],
  [
    /(escape|exocytosis|maturation|ionEscape)$/,
    "separate lysosomes from cytosol after uptake and measure metal in each, or pulse and chase",
  ],
  [
    /(endosomePH|lysosomePH|vesicleThiol|vesicleVolume)$/,
    "image lysosomal pH and thiol with ratiometric probes",
  ],
  [
    /(labileIron|ironStorage|ferritinCapacity|ironReduction)$/,
    "measure labile iron with calcein-AM and a membrane-permeant chelator, and ferritin by ELISA",
  ],
  [
    /(metallothionein|copperExport|copperImport)$/,
    "measure metallothionein and total copper per cell, with and without ATP7A block",
  ],
  [/(gsh|cystine|k_gsh)/i, "follow GSH and GSSG by enzymatic recycling after BSO and after erastin"],
  [
    /(peroxide|pyruvate|\/permeability|catalase|prx|sulfiredoxin|trx|gpx1|k_medium|nadp|g6pdh)/i,
    "measure H2O2 removal of the line with a bolus, and extracellular H2O2 with Amplex Red",
  ],
  [
    /(gpx4|tocopherol|fsp1|polyunsaturated|LOOH|k_(t|p|inh|bg)$|eff_LO|f_OHL|k_HO2)/,
    "follow C11-BODIPY with and without ferrostatin-1 and RSL3",
  ],
  [
    /(fenton|f_OH|fork)/,
    "measure ·OH yield of the freed ion in cytosol-like buffer with bicarbonate by spin trap, with a scavenger series",
  ],
  [/(w_L|k_rep_L|x_L)/, "relate LOOH to death: C11-BODIPY and viability at matched RSL3 doses"],
  [
    /(w_T|k_rep_T)/,
    "relate thiol oxidation to death: GSSG and Prx-SO2/3 blots and viability after H2O2 boluses",
  ],
  [/(w_N|k_rep_N)/, "relate ·OH to death: comet assay and viability after matched doses"],
  [/(n_damage|h_max|t_dying)/, "image death over time (Annexin V, YOYO-3) at three doses"],
  [/(log_[Kb]s?\d?_|pK)/, "determine the constant of stability by potentiometry at 37 °C and 0.15 M"],
  [/(Cu|Mn|Fe)/, "measure the rate constant of the ion in a buffer with the cell's ligands"],
];

/** The experiment that would narrow a number, as a clause; a general one where nothing more apt is known. */
export function experimentFor(path: string): string {
  return (
    experiments.find(([pattern]) => pattern.test(path))?.[1] ??
    "measure it in the line and medium of the study"
  );
}
