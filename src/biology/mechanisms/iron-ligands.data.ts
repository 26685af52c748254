import { type Sourced, sourced } from "#model";
import type { Constants } from "./constants.ts";

const recalled = (value: string, low: string, high: string, what: string): Sourced =>
  sourced(value, {
    grade: "B",
    range: [low, high],
    why: `recalled, no source known: ${what}`,
    needsPaper: true,
    dist: "normal",
  });

/** Stability of iron with what the library of complexes does not hold: EDTA and a hydroxo complex; I about 0.1 M. */
export const ironLigands: Constants = {
  log_K_Fe2_EDTA: { label: "log K of Fe(II) with EDTA", number: recalled("14.3", "14.1", "14.5", "NIST type") },
  log_b_FeOH_citrate: {
    label: "log β of Fe(OH)citrate⁻, a proton given off",
    number: sourced("8.7", {
      grade: "C",
      range: ["8.2", "9.2"],
      why: "the complex loses a proton at about pH 2.7",
      needsPaper: true,
      dist: "normal",
    }),
  },
  log_K_Fe3_EDTA: { label: "log K of Fe(III) with EDTA", number: recalled("25.1", "24.9", "25.3", "NIST type") },
  pK3_citrate: { label: "third pK of citric acid", number: recalled("5.7", "5.6", "6.0", "I 0.1 M") },
  pK4_EDTA: { label: "last pK of EDTA", number: recalled("10.2", "10.1", "10.3", "I 0.1 M") },
  pK3_EDTA: { label: "last but one pK of EDTA", number: recalled("6.1", "6.0", "6.3", "I 0.1 M") },
};

/** What ligated and aqueous Fe(II) do with H2O2 and O2. */
export const ferrousNumbers: Constants = {
  k_fenton_Fe2_citrate: {
    label: "Fe(II)-citrate + H2O2",
    number: sourced("4.2e3 1/(M*s)", {
      grade: "A",
      range: ["1.4e3 1/(M*s)", "7e3 1/(M*s)"],
      source: "gonzalez2017",
      at: "Fe(II)-citrate 4.2(17)e3; older cell models 1e3",
    }),
  },
  k_fenton_Fe2_ATP: {
    label: "Fe(II)-ATP + H2O2",
    number: sourced("6.6e3 1/(M*s)", {
      grade: "B",
      range: ["2.2e3 1/(M*s)", "2e4 1/(M*s)"],
      why: "recalled, no source known: pH 7, spectroscopy of the 1980s",
      needsPaper: true,
    }),
  },
  k_fenton_Fe2_EDTA: {
    label: "Fe(II)-EDTA + H2O2",
    number: sourced("7e3 1/(M*s)", {
      grade: "B",
      range: ["2.3e3 1/(M*s)", "2.1e4 1/(M*s)"],
      why: "recalled, no source known: pH 7",
      needsPaper: true,
    }),
  },
  k_fenton_Fe2_humic: {
    label: "Fe(II) with humic matter + H2O2",
    number: sourced("4.3e3 1/(M*s)", {
      grade: "A",
      range: ["2.6e3 1/(M*s)", "6e3 1/(M*s)"],
      source: "gonzalez2017",
      at: "Suwannee River fulvic acid, 4.3e3",
    }),
  },
  log_K_Fe2_humic: {
    label: "log K of Fe(II) with a site of humic matter",
    number: sourced("5", {
      grade: "C",
      range: ["4", "6"],
      why: "fulvic 6 and humic 10 are of Fe(III); ferrous weaker",
      needsPaper: true,
      dist: "normal",
    }),
  },
  k_oxygen_Fe2: {
    label: "aqueous Fe(II) + O2, per [OH-]² and O2 pressure",
    number: sourced("8e13 1/(M^2*atm*min)", {
      grade: "B",
      range: ["4e13 1/(M^2*atm*min)", "1.6e14 1/(M^2*atm*min)"],
      source: "stummLee",
    }),
  },
  k_oxygen_Fe2_ligand: {
    label: "ligated Fe(II) + O2",
    number: sourced("3.0 1/(M*s)", {
      grade: "A",
      range: ["2 1/(M*s)", "5.1 1/(M*s)"],
      source: "gonzalez2017",
      at: "citrate 3.0(7), humic 5.1",
    }),
  },
  pKw: {
    label: "ion product of water at 37 °C",
    number: sourced("13.6", {
      grade: "B",
      why: "recalled, no source known",
      dist: "fixed",
      needsPaper: true,
    }),
  },
  dH_water: {
    label: "enthalpy of the ionisation of water",
    number: sourced("55.8 kJ/mol", {
      grade: "B",
      why: "recalled, no source known",
      dist: "fixed",
      needsPaper: true,
    }),
  },
  K_H_O2: {
    label: "O2 dissolved per pressure",
    number: sourced("1e-3 M/atm", {
      grade: "B",
      range: ["0.9e-3 M/atm", "1.3e-3 M/atm"],
      why: "recalled, no source known: 37 °C",
      needsPaper: true,
    }),
  },
  f_OH_Fe_aqueous: {
    label: "·OH per aqueous Fe(II) + H2O2 at neutral pH, without bicarbonate",
    number: sourced("0.3", {
      grade: "C",
      range: ["0.02", "0.95"],
      source: "miller2016",
      why: "uncomplexed Fe(II) near neutral pH makes ferryl; acid gives ·OH",
    }),
  },
  pH_fork_aqueous: {
    label: "pH at which aqueous Fe(II) is half-way from ·OH to its neutral share",
    number: sourced("5", {
      grade: "C",
      range: ["4", "6"],
      source: "miller2016",
      why: "·OH in acid, another oxidant at circumneutral pH: between the two",
      dist: "normal",
    }),
  },
  f_OH_Fe_citrate: {
    label: "·OH per Fe(II)-citrate + H2O2, without bicarbonate",
    number: sourced("0.9", {
      grade: "C",
      range: ["0.1", "0.99"],
      source: "miller2016",
      why: "quantitative ·OH appears likely there; Illés 2020 finds Fe(IV) and doubts ·OH",
    }),
  },
  f_OH_Fe_ATP: {
    label: "·OH per Fe(II) of ATP and the other ligands of a cell + H2O2, without bicarbonate",
    number: sourced("0.6", {
      grade: "C",
      range: ["0.05", "0.98"],
      source: "illes2020",
      why: "the cell's ligands are not known: between EDTA (1) and water (0.3)",
      needsPaper: true,
    }),
  },
  x_carbonate_Fe: {
    label: "Fe(II) beside citrate that bicarbonate reaches, a share",
    number: sourced("0.5", {
      grade: "C",
      range: ["0.02", "0.98"],
      source: "illes2020",
      why: "CO3·- is read for citrate; aqueous Fe(II) and ATP are not settled",
    }),
  },
};
