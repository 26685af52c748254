import type { Row } from "./database.ts";

/** Fe(II) and Fe(III) with the anions of a medium; the hydrolysis of Fe(III) stands in `ferric.ts`. Log K and enthalpy (kJ/mol) at 25 °C and I = 0; low and high: what five databases say, at least ±0.1. */
export const ironRows: readonly Row[] = [
  ["FeOH+", "Fe+2 + H2O = FeOH+ + H+", -9.397, 55.81, -9.5, -9.297, "minteq.v4.dat"],
  ["Fe(OH)2", "Fe+2 + 2 H2O = Fe(OH)2 + 2 H+", -20.494, 119.62, -20.6, -20.394, "minteq.v4.dat"],
  ["Fe(OH)3-", "Fe+2 + 3 H2O = Fe(OH)3- + 3 H+", -28.991, 126.43, -31.0, -28.891, "minteq.v4.dat"],
  ["FeCl+2", "Fe+3 + Cl- = FeCl+2", 1.48, 23.0, -0.811, 1.58, "minteq.v4.dat"],
  ["FeCl2+", "Fe+3 + 2 Cl- = FeCl2+", 2.13, undefined, 2.03, 2.23, "minteq.v4.dat"],
  ["FeCl3", "Fe+3 + 3 Cl- = FeCl3", 1.13, undefined, 1.03, 1.23, "minteq.v4.dat"],
  ["FeSO4", "Fe+2 + SO4-2 = FeSO4", 2.39, 8.0, 2.2, 2.49, "minteq.v4.dat"],
  ["FeSO4+", "Fe+3 + SO4-2 = FeSO4+", 4.05, 25.0, 1.928, 4.15, "minteq.v4.dat"],
  ["Fe(SO4)2-", "Fe+3 + 2 SO4-2 = Fe(SO4)2-", 5.38, 19.2, 3.214, 5.48, "minteq.v4.dat"],
  ["FeH2PO4+", "Fe+2 + 2 H+ + PO4-3 = FeH2PO4+", 22.273, undefined, 22.173, 22.373, "minteq.v4.dat"],
  ["FeHPO4", "Fe+2 + H+ + PO4-3 = FeHPO4", 15.975, undefined, 15.875, 16.075, "minteq.v4.dat"],
  ["FeH2PO4+2", "Fe+3 + 2 H+ + PO4-3 = FeH2PO4+2", 23.852, undefined, 23.752, 24.983, "minteq.v4.dat"],
  ["FeHPO4+", "Fe+3 + H+ + PO4-3 = FeHPO4+", 22.292, -30.54, 17.776, 22.392, "minteq.v4.dat"],
  ["FeHCO3+", "Fe+2 + H+ + CO3-2 = FeHCO3+", 11.429, undefined, 11.329, 12.329, "minteq.v4.dat"],
  ["FeCit-", "Fe+2 + Cit-3 = FeCit-", 6.1, undefined, 5.7, 6.2, "minteq.v4.dat"],
  ["FeHCit", "Fe+2 + H+ + Cit-3 = FeHCit", 10.2, undefined, 10.1, 10.3, "minteq.v4.dat"],
  ["FeCit", "Fe+3 + Cit-3 = FeCit", 13.1, undefined, 12.55, 13.2, "minteq.v4.dat"],
  ["FeHCit+", "Fe+3 + H+ + Cit-3 = FeHCit+", 14.4, undefined, 14.3, 14.5, "minteq.v4.dat"],
  ["FeCl+", "Fe+2 + Cl- = FeCl+", 0.14, undefined, -0.161, 0.24, "phreeqc.dat"],
  ["FeCO3", "Fe+2 + CO3-2 = FeCO3", 4.38, undefined, 4.28, 4.48, "phreeqc.dat"],
];
