import { sourced } from "#model";
import type { Constants } from "./constants.ts";

const recalled = "recalled, no source known";

/** Peroxodisulfate: how it falls apart and what activates it. */
export const persulfateNumbers: Constants = {
  k_S2O8_20: {
    label: "S2O8 2- lost unaided in water at 20 °C",
    number: sourced("3.7e-4 1/d", {
      grade: "A",
      range: ["3e-4 1/d", "4.5e-4 1/d"],
      source: "waterlooPersulfate",
      at: "thesis text citing House 1962: 3.7e-4 per day near 20 °C",
    }),
  },
  Ea_S2O8: {
    label: "activation energy of the unaided loss of S2O8 2-",
    number: sourced("120 kJ/mol", {
      grade: "B",
      range: ["110 kJ/mol", "140 kJ/mol"],
      why: `${recalled}: pH 3–8`,
      needsPaper: true,
    }),
  },
  f_S2O8_homolysis: {
    label: "share of the unaided loss that makes two SO4·-, the rest being hydrolysis",
    number: sourced("0.9", {
      grade: "C",
      range: ["0.5", "0.99"],
      why: "both roads end as sulfate and O2, so that the loss does not tell them apart; hydrolysis is of acid",
      needsPaper: true,
    }),
  },
  k_S2O8_Fe2: {
    label: "S2O8 2- + Fe(II)",
    number: sourced("27 1/(M*s)", {
      grade: "B",
      range: ["12 1/(M*s)", "50 1/(M*s)"],
      why: `${recalled}: aquo iron, 25 °C, acid to neutral`,
      needsPaper: true,
    }),
  },
  f_S2O8_ligated: {
    label: "S2O8 2- + Fe(II) of the cell's ligands, over aquo iron",
    number: sourced("1", {
      grade: "C",
      range: ["0.1", "10"],
      why: "an anion and a chelate of negative charge: slower; a chelate that favours Fe(III): faster",
      needsPaper: true,
    }),
  },
  k_S2O8_Cu1: {
    label: "S2O8 2- + Cu(I)",
    number: sourced("1e3 1/(M*s)", {
      grade: "C",
      range: ["10 1/(M*s)", "1e5 1/(M*s)"],
      why: "Cu(I) is said to activate persulfate; the rate was not at hand, above that of Fe(II)",
      needsPaper: true,
    }),
  },
  k_S2O8_thiol: {
    label: "S2O8 2- + GSH without metal",
    number: sourced("1e-2 1/(M*s)", {
      grade: "C",
      range: ["1e-4 1/(M*s)", "1 1/(M*s)"],
      why: "pH 7.4; neither order nor rate is measured, to be fitted to the loss of GSH",
      needsPaper: true,
    }),
  },
};

/** SO4·⁻: what takes it, everywhere. */
export const sulfateRadicalNumbers: Constants = {
  A_SO4_water: {
    label: "SO4·- + H2O, pre-exponential factor",
    number: sourced("4.7e3 1/(M*s)", {
      grade: "A",
      range: ["4.2e3 1/(M*s)", "7.5e3 1/(M*s)"],
      source: "sulfateFlash1996",
      at: "abstract: (4.7 ± 0.1)e3 exp(−15.5 ± 0.6 kJ/mol/RT), 12–74 °C, low ionic strength, more with salt; 440 ± 50 1/s at 296 K, 690 ± 120 in another work",
    }),
  },
  Ea_SO4_water: {
    label: "SO4·- + H2O, activation energy",
    number: sourced("15.5 kJ/mol", {
      grade: "A",
      source: "sulfateFlash1996",
      at: "abstract: 15.5 ± 0.6 kJ/mol; its spread is in the factor, with which it is fitted",
      dist: "fixed",
    }),
  },
  water_M: {
    label: "water in water",
    number: sourced("55.3 M", { grade: "D", why: "0.997 kg/L over 18.015 g/mol", dist: "fixed" }),
  },
  k_SO4_hydroxide: {
    label: "SO4·- + OH-",
    number: sourced("6.5e7 1/(M*s)", {
      grade: "B",
      range: ["1.4e7 1/(M*s)", "8e7 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_SO4_bicarbonate: {
    label: "SO4·- + bicarbonate",
    number: sourced("2.8e6 1/(M*s)", {
      grade: "B",
      range: ["1.6e6 1/(M*s)", "9e6 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_SO4_chloride: {
    label: "SO4·- + Cl-",
    number: sourced("5.4e8 1/(M*s)", {
      grade: "D",
      range: ["3e8 1/(M*s)", "6.6e8 1/(M*s)"],
      source: "buxton1999",
      why: "abstract: 6.1e8 at 0.3 M ionic strength, equilibrium constant 2.9 there and 1.2 at none; by Davies 2.5e8 at none, 5.4e8 at 0.15 M",
    }),
  },
  k_chlorine_sulfate: {
    label: "Cl· + SO4 2-, the way back",
    number: sourced("2.1e8 1/(M*s)", {
      grade: "A",
      range: ["1.9e8 1/(M*s)", "2.5e8 1/(M*s)"],
      source: "buxton1999",
      at: "abstract: (2.1 ± 0.1)e8, 25 °C, 0.3 M",
    }),
  },
  K_dichlorine: {
    label: "Cl· + Cl- to Cl2·-, equilibrium constant",
    number: sourced("1.4e5 1/M", {
      grade: "A",
      range: ["4.7e3 1/M", "1.9e5 1/M"],
      source: "yuBarker2003",
      at: "abstract: recommended (1.4 ± 0.2)e5; a work of 1995 (doi 10.1039/FT9959103303) has 4.7e3 against 1.9e5 before",
    }),
  },
  k_chlorine_thiol: {
    label: "Cl2·- + GSH",
    number: sourced("1e9 1/(M*s)", {
      grade: "C",
      range: ["1e8 1/(M*s)", "5e9 1/(M*s)"],
      why: "as SO4·-, a one-electron oxidant of thiols near the diffusion limit",
      needsPaper: true,
    }),
  },
  k_chlorine_bicarbonate: {
    label: "Cl2·- + bicarbonate",
    number: sourced("1e7 1/(M*s)", {
      grade: "C",
      range: ["1e6 1/(M*s)", "2e8 1/(M*s)"],
      why: "faster than SO4·-; order of magnitude",
      needsPaper: true,
    }),
  },
};

/** SO4·⁻ in cell and lysosome. */
export const sulfateRadicalInCell: Constants = {
  k_SO4_thiol: {
    label: "SO4·- + GSH",
    number: sourced("1e9 1/(M*s)", {
      grade: "C",
      range: ["3e8 1/(M*s)", "4e9 1/(M*s)"],
      why: "thiols and amines alike; phenols and aminocarboxylates reach 4 to 6e9",
      needsPaper: true,
    }),
  },
  k_SO4_organics: {
    label: "SO4·- lost to organics of the cell",
    number: sourced("1e8 1/s", {
      grade: "C",
      range: ["3e7 1/s", "1e9 1/s"],
      why: "200 g/L of protein; a tenth of what ·OH loses, as SO4·- is choosy",
      needsPaper: true,
    }),
  },
  k_chlorine_organics: {
    label: "Cl2·- lost to organics of the cell",
    number: sourced("1e7 1/s", {
      grade: "C",
      range: ["1e6 1/s", "1e9 1/s"],
      why: "slower than SO4·-; floor of the sink",
      needsPaper: true,
    }),
  },
  f_SO4_nuclear: {
    label: "nuclear damage per SO4·- made in the cytosol, over that per ·OH",
    number: sourced("0.3", {
      grade: "C",
      range: ["0.01", "3"],
      why: "it lives ten times longer and goes for guanine, but is an anion beside DNA; not measured in cells",
      needsPaper: true,
    }),
  },
  f_SO4_lipid: {
    label: "lipid chains started per SO4·- made in the cell, over those per ·OH",
    number: sourced("0.3", {
      grade: "C",
      range: ["0.01", "3"],
      why: "an anion does not enter the membrane, the radicals it leaves on proteins may start chains; not measured",
      needsPaper: true,
    }),
  },
};

/** SO4·⁻ in the medium. */
export const sulfateRadicalInMedium: Constants = {
  k_SO4_medium: {
    label: "SO4·- lost to amino acids and proteins of the medium",
    number: sourced("5e6 1/s", {
      grade: "C",
      range: ["5e5 1/s", "5e7 1/s"],
      why: "half of what ·OH loses there",
      needsPaper: true,
    }),
  },
  k_chlorine_medium: {
    label: "Cl2·- lost to amino acids and proteins of the medium",
    number: sourced("1e6 1/s", {
      grade: "C",
      range: ["1e5 1/s", "1e7 1/s"],
      why: "slower than SO4·-; floor of the sink",
      needsPaper: true,
    }),
  },
};
