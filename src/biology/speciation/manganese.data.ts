import type { Row } from "./database.ts";

/** Mn(II) with water, chloride, sulfate, carbonate, phosphate and citrate. Log K and enthalpy (kJ/mol) at 25 °C and I = 0; low and high: what five databases say, at least ±0.1. */
export const manganeseRows: readonly Row[] = [
  ["MnOH+", "Mn+2 + H2O = MnOH+ + H+", -10.597, 55.81, -10.697, -10.497, "minteq.v4.dat"],
  ["Mn(OH)3-", "Mn+2 + 3 H2O = Mn(OH)3- + 3 H+", -34.8, undefined, -34.9, -34.228, "minteq.v4.dat"],
  ["Mn(OH)4-2", "Mn+2 + 4 H2O = Mn(OH)4-2 + 4 H+", -48.288, undefined, -48.388, -48.188, "minteq.v4.dat"],
  ["MnCl+", "Mn+2 + Cl- = MnCl+", 0.1, undefined, 0.0, 0.61, "minteq.v4.dat"],
  ["MnCl2", "Mn+2 + 2 Cl- = MnCl2", 0.25, undefined, 0.041, 0.35, "minteq.v4.dat"],
  ["MnCl3-", "Mn+2 + 3 Cl- = MnCl3-", -0.31, undefined, -0.41, -0.21, "minteq.v4.dat"],
  ["MnSO4", "Mn+2 + SO4-2 = MnSO4", 2.25, 8.7, 2.15, 2.353, "minteq.v4.dat"],
  ["MnHCO3+", "Mn+2 + H+ + CO3-2 = MnHCO3+", 11.629, -10.6, 11.529, 12.279, "minteq.v4.dat"],
  ["MnCit-", "Mn+2 + Cit-3 = MnCit-", 4.28, undefined, 4.18, 5.28, "minteq.v4.dat"],
  ["MnHCit", "Mn+2 + H+ + Cit-3 = MnHCit", 9.6, undefined, 9.5, 9.7, "minteq.v4.dat"],
  ["MnCO3", "Mn+2 + CO3-2 = MnCO3", 4.9, undefined, 4.8, 5.0, "phreeqc.dat"],
  ["MnHPO4", "Mn+2 + HPO4-2 = MnHPO4", 3.58, undefined, 3.48, 3.95, "llnl.dat"],
];
