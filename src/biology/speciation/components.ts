import type { Component } from "./types.ts";

const of = (id: string, species: string, label: string, ...names: string[]): Component => ({
  id,
  species,
  label,
  names,
});

/** What totals can be given of. H⁺ is not among them: it follows from pH, or from the balance of charge. */
export const components: readonly Component[] = [
  of("Fe2", "Fe+2", "Fe(II)", "iron(II)", "ferrous", "ferrous iron"),
  of("Fe3", "Fe+3", "Fe(III)", "iron(III)", "ferric", "ferric iron"),
  of("Cu1", "Cu+", "Cu(I)", "copper(I)", "cuprous"),
  of("Cu2", "Cu+2", "Cu(II)", "copper(II)", "cupric"),
  of("Mn2", "Mn+2", "Mn(II)", "manganese", "manganese(II)", "Mn"),
  of("Zn", "Zn+2", "Zn(II)", "zinc", "Zn2"),
  of("Ag", "Ag+", "Ag(I)", "silver", "Ag1"),
  of("Ba", "Ba+2", "Ba(II)", "barium", "Ba2"),
  of("Ca", "Ca+2", "calcium", "Ca2"),
  of("Mg", "Mg+2", "magnesium", "Mg2"),
  of("Na", "Na+", "sodium"),
  of("K", "K+", "potassium"),
  of("Cl", "Cl-", "chloride"),
  of("SO4", "SO4-2", "sulfate", "sulphate"),
  of("CO3", "CO3-2", "carbonate, all of it", "carbonate", "bicarbonate", "HCO3", "DIC"),
  of("PO4", "PO4-3", "phosphate, all of it", "phosphate", "Pi", "HPO4", "H2PO4"),
  of("citrate", "Cit-3", "citrate", "Cit", "citric acid"),
  of("ATP", "ATP-4", "ATP", "adenosine triphosphate"),
  of("GSH", "GS-3", "glutathione, reduced", "glutathione"),
  of("histidine", "His-", "histidine", "His", "L-histidine"),
  of("albumin", "Alb", "serum albumin, N-terminal site (Cu)", "HSA", "BSA", "serum albumin"),
  of("albuminA", "AlbA", "serum albumin, site A (Zn)", "albumin site A"),
  of("metallothionein", "MT", "metallothionein, sites for Cu(I)", "MT", "thionein"),
];
