import type { Row } from "./database.ts";

/** Cu(I) and Cu(II) with water, chloride, sulfate, carbonate, phosphate and citrate. Log K and enthalpy (kJ/mol) at 25 °C and I = 0; low and high: what five databases say, at least ±0.1. */
export const copperRows: readonly Row[] = [
  ["CuOH+", "Cu+2 + H2O = CuOH+ + H+", -7.497, 35.81, -8.0, -7.287, "minteq.v4.dat"],
  ["Cu(OH)2", "Cu+2 + 2 H2O = Cu(OH)2 + 2 H+", -16.194, undefined, -16.294, -13.68, "minteq.v4.dat"],
  ["Cu(OH)3-", "Cu+2 + 3 H2O = Cu(OH)3- + 3 H+", -26.879, undefined, -26.979, -26.779, "minteq.v4.dat"],
  ["Cu(OH)4-2", "Cu+2 + 4 H2O = Cu(OH)4-2 + 4 H+", -39.98, undefined, -40.08, -39.45, "minteq.v4.dat"],
  ["Cu2(OH)2+2", "2 Cu+2 + 2 H2O = Cu2(OH)2+2 + 2 H+", -10.594, 76.62, -10.694, -10.359, "minteq.v4.dat"],
  ["CuCl+", "Cu+2 + Cl- = CuCl+", 0.2, 8.3, 0.1, 0.437, "minteq.v4.dat"],
  ["CuCl2", "Cu+2 + 2 Cl- = CuCl2", -0.26, 44.18, -0.36, 0.16, "minteq.v4.dat"],
  ["CuCl3-", "Cu+2 + 3 Cl- = CuCl3-", -2.29, 57.28, -2.39, -2.19, "minteq.v4.dat"],
  ["CuCl4-2", "Cu+2 + 4 Cl- = CuCl4-2", -4.59, 32.55, -4.69, -4.49, "minteq.v4.dat"],
  ["CuCl2-", "Cu+ + 2 Cl- = CuCl2-", 5.42, -1.76, 4.821, 5.52, "minteq.v4.dat"],
  ["CuCl3-2", "Cu+ + 3 Cl- = CuCl3-2", 4.75, 1.09, 4.65, 5.7, "minteq.v4.dat"],
  ["CuCl", "Cu+ + Cl- = CuCl", 3.1, undefined, 3.0, 3.2, "minteq.v4.dat"],
  ["CuSO4", "Cu+2 + SO4-2 = CuSO4", 2.36, 8.7, 2.26, 2.46, "minteq.v4.dat"],
  ["CuCO3", "Cu+2 + CO3-2 = CuCO3", 6.77, undefined, 6.67, 6.87, "minteq.v4.dat"],
  ["CuHCO3+", "Cu+2 + H+ + CO3-2 = CuHCO3+", 12.129, undefined, 12.029, 13.029, "minteq.v4.dat"],
  ["Cu(CO3)2-2", "Cu+2 + 2 CO3-2 = Cu(CO3)2-2", 10.2, undefined, 9.83, 10.3, "minteq.v4.dat"],
  ["CuCit-", "Cu+2 + Cit-3 = CuCit-", 7.57, undefined, 7.26, 7.67, "minteq.v4.dat"],
  ["CuCit2-4", "Cu+2 + 2 Cit-3 = CuCit2-4", 8.9, undefined, 8.72, 9.0, "minteq.v4.dat"],
  ["CuHCit", "Cu+2 + H+ + Cit-3 = CuHCit", 10.87, 11.72, 10.77, 10.97, "minteq.v4.dat"],
  ["CuH2Cit+", "Cu+2 + 2 H+ + Cit-3 = CuH2Cit+", 13.23, undefined, 13.13, 13.33, "minteq.v4.dat"],
  ["Cu2Cit2-2", "2 Cu+2 + 2 Cit-3 = Cu2Cit2-2", 16.9, 41.84, 16.8, 17.0, "minteq.v4.dat"],
  ["CuHPO4", "Cu+2 + HPO4-2 = CuHPO4", 4.06, undefined, 3.25, 4.16, "llnl.dat"],
  ["CuH2PO4+", "Cu+2 + H+ + HPO4-2 = CuH2PO4+", 8.965, undefined, 8.35, 9.07, "llnl.dat"],
];
