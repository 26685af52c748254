import type { Sourced } from "#model";
import { type DatabaseFile, databaseEnthalpy, databaseLogK } from "./database.ts";
import { ferrihydriteLogKs } from "./ferric.ts";
import type { Solid } from "./types.ts";

/** Log Ks, its low and high, the enthalpy in kJ/mol, and the file of the enthalpy where it is another. */
type Known = readonly [number, number, number, number?, DatabaseFile?];

const of = (
  id: string,
  forms: "day" | "slow",
  reaction: string,
  entry: string,
  [value, low, high, enthalpy, heat = "minteq.v4.dat"]: Known,
  ...names: string[]
): Solid => ({
  id,
  names,
  reaction,
  forms,
  parameter: `log_Ks_${id.replaceAll("-", "_")}`,
  logK: databaseLogK("minteq.v4.dat", entry, value, low, high),
  ...(enthalpy !== undefined && { enthalpy: databaseEnthalpy(heat, entry, enthalpy) }),
});

const ferrihydrite = (logK: Sourced): Solid => ({
  id: "ferrihydrite",
  names: ["Fe(OH)3", "hydrous ferric oxide"],
  reaction: "Fe(OH)3 + 3 H+ = Fe+3 + 3 H2O",
  forms: "day",
  parameter: "log_Ks_Fe3",
  logK,
  enthalpy: databaseEnthalpy("minteq.v4.dat", "Ferrihydrite", -73.37),
});

/**
 * Solids that Fe, Cu, Mn, Zn, Ag, Ba and Ca, Mg form with the anions of a medium. Which of them form within a day is
 * our judgement: calcium carbonate and apatite, say, are kept from growing in media by magnesium, phosphate and serum.
 * The enthalpies of malachite and cuprite in minteq.v4.dat have the opposite sign of all other databases; those of
 * wateq4f.dat stand here.
 */
export const solids: readonly Solid[] = [
  ferrihydrite(ferrihydriteLogKs),
  of("goethite", "slow", "FeOOH + 3 H+ = Fe+3 + 2 H2O", "Goethite", [0.491, -1, 0.591, -60.58], "FeOOH"),
  of("siderite", "day", "FeCO3 = Fe+2 + CO3-2", "Siderite", [-10.24, -10.89, -10.14, -16], "FeCO3"),
  of("vivianite", "day", "Fe3(PO4)2 = 3 Fe+2 + 2 PO4-3", "Vivianite", [-36, -36.1, -35.9], "Fe3(PO4)2"),
  of("strengite", "slow", "FePO4 = Fe+3 + PO4-3", "Strengite", [-26.4, -26.5, -26.3, -9.36], "FePO4"),
  of("white-rust", "day", "Fe(OH)2 + 2 H+ = Fe+2 + 2 H2O", "Fe(OH)2", [13.564, 12.9, 13.9], "Fe(OH)2"),
  of(
    "copper-hydroxide",
    "day",
    "Cu(OH)2 + 2 H+ = Cu+2 + 2 H2O",
    "Cu(OH)2",
    [8.674, 8.57, 8.78, -56.42],
    "Cu(OH)2",
  ),
  of("tenorite", "slow", "CuO + 2 H+ = Cu+2 + H2O", "Tenorite", [7.644, 7.54, 7.75, -64.87], "CuO"),
  of(
    "malachite",
    "slow",
    "Cu2(OH)2CO3 + 2 H+ = 2 Cu+2 + CO3-2 + 2 H2O",
    "Malachite",
    [-5.306, -5.41, -5.18, -67.8, "wateq4f.dat"],
    "Cu2(OH)2CO3",
  ),
  of(
    "atacamite",
    "slow",
    "Cu2(OH)3Cl + 3 H+ = 2 Cu+2 + Cl- + 3 H2O",
    "Atacamite",
    [7.391, 7.29, 7.49, -93.43],
    "Cu2(OH)3Cl",
  ),
  of(
    "copper-phosphate",
    "day",
    "Cu3(PO4)2 = 3 Cu+2 + 2 PO4-3",
    "Cu3(PO4)2:3H2O",
    [-35.12, -36.85, -35.02],
    "Cu3(PO4)2",
  ),
  of("nantokite", "day", "CuCl = Cu+ + Cl-", "Nantokite", [-6.73, -6.83, -6.63, 42.66], "CuCl"),
  of(
    "cuprite",
    "day",
    "Cu2O + 2 H+ = 2 Cu+ + H2O",
    "Cuprite",
    [-1.406, -1.9, -1.31, 26.1, "wateq4f.dat"],
    "Cu2O",
  ),
  of(
    "rhodochrosite",
    "slow",
    "MnCO3 = Mn+2 + CO3-2",
    "Rhodochrosite",
    [-10.58, -11.13, -10.39, -1.88],
    "MnCO3",
  ),
  of("manganese-phosphate", "slow", "MnHPO4 = Mn+2 + H+ + PO4-3", "MnHPO4", [-25.4, -25.5, -25.3], "MnHPO4"),
  of(
    "pyrochroite",
    "day",
    "Mn(OH)2 + 2 H+ = Mn+2 + 2 H2O",
    "Pyrochroite",
    [15.194, 15.09, 15.3, -97.01],
    "Mn(OH)2",
  ),
  of(
    "zinc-hydroxide",
    "day",
    "Zn(OH)2 + 2 H+ = Zn+2 + 2 H2O",
    "Zn(OH)2(epsilon)",
    [11.534, 11.43, 12.474, -81.8],
    "Zn(OH)2",
  ),
  of("zincite", "slow", "ZnO + 2 H+ = Zn+2 + H2O", "Zincite", [11.334, 11.19, 11.43, -89.62], "ZnO"),
  of("zinc-carbonate", "day", "ZnCO3 = Zn+2 + CO3-2", "ZnCO3:1H2O", [-10.26, -10.36, -10], "ZnCO3"),
  of(
    "zinc-phosphate",
    "day",
    "Zn3(PO4)2 = 3 Zn+2 + 2 PO4-3",
    "Zn3(PO4)2:4H2O",
    [-35.42, -35.52, -32.04],
    "Zn3(PO4)2",
  ),
  of("silver-chloride", "day", "AgCl = Ag+ + Cl-", "Cerargyrite", [-9.75, -9.85, -9.65, 65.2], "AgCl"),
  of(
    "silver-carbonate",
    "day",
    "Ag2CO3 = 2 Ag+ + CO3-2",
    "Ag2CO3",
    [-11.09, -11.19, -10.99, 42.15],
    "Ag2CO3",
  ),
  of("silver-phosphate", "day", "Ag3PO4 = 3 Ag+ + PO4-3", "Ag3PO4", [-17.59, -17.69, -17.49], "Ag3PO4"),
  of("barite", "day", "BaSO4 = Ba+2 + SO4-2", "Barite", [-9.98, -10.08, -9.88, 23], "BaSO4"),
  of("witherite", "day", "BaCO3 = Ba+2 + CO3-2", "Witherite", [-8.57, -8.67, -8.46, 4], "BaCO3"),
  of("calcite", "slow", "CaCO3 = Ca+2 + CO3-2", "Calcite", [-8.48, -8.58, -8.38, -8], "CaCO3"),
  of("aragonite", "slow", "CaCO3 = Ca+2 + CO3-2", "Aragonite", [-8.3, -8.4, -8.2, -12]),
  of(
    "hydroxyapatite",
    "slow",
    "Ca5(PO4)3OH + H+ = 5 Ca+2 + 3 PO4-3 + H2O",
    "Hydroxylapatite",
    [-44.333, -44.43, -40.46],
    "apatite",
  ),
  of("brushite", "day", "CaHPO4 = Ca+2 + H+ + PO4-3", "CaHPO4:2H2O", [-18.995, -19.1, -18.9, 23], "CaHPO4"),
  of("gypsum", "day", "CaSO4 = Ca+2 + SO4-2", "Gypsum", [-4.61, -4.71, -4.51, 1], "CaSO4"),
  of("brucite", "slow", "Mg(OH)2 + 2 H+ = Mg+2 + 2 H2O", "Brucite", [16.844, 16.74, 16.94, -114], "Mg(OH)2"),
];
