import { sourced } from "#model";
import type { CellNumber } from "../cells/generic.ts";
import type { EnvironmentKey } from "../types.ts";

/** The standard medium: DMEM-like, with pyruvate and serum, in air with 5 % CO2. Media take from it what they do not set. */
export const standardMedium: Readonly<Record<EnvironmentKey, CellNumber>> = {
  pH: {
    label: "pH of the medium",
    number: sourced("7.4", { grade: "D", why: "set by the experimenter", dist: "fixed" }),
  },
  temperature: {
    label: "temperature",
    number: sourced("310.15 K", { grade: "D", why: "incubator, 37 °C", dist: "fixed" }),
  },
  oxygen: {
    label: "oxygen in the medium",
    number: sourced("2.1e-4 M", {
      grade: "B",
      range: ["1e-4 M", "2.2e-4 M"],
      why: "recalled, no source known: air-saturated medium",
      needsPaper: true,
    }),
  },
  bicarbonate: {
    label: "bicarbonate in the medium",
    number: sourced("24 mM", {
      grade: "B",
      range: ["20 mM", "44 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  peroxide: {
    label: "H2O2 that the medium itself holds up",
    number: sourced("0.3 uM", {
      grade: "C",
      range: ["0.01 uM", "10 uM"],
      why: "autoxidation of medium components; rarely reported",
      needsPaper: true,
    }),
  },
  peroxideLoss: {
    label: "H2O2 loss in the medium without cells and pyruvate (serum, trace metals)",
    number: sourced("2e-4 1/s", {
      grade: "C",
      range: ["2e-5 1/s", "2e-3 1/s"],
      why: "slower than 1 mM pyruvate; serum brings some catalase",
      needsPaper: true,
    }),
  },
  pyruvate: {
    label: "pyruvate in the medium",
    number: sourced("1 mM", {
      grade: "B",
      range: ["0.9 mM", "1.1 mM"],
      why: "recalled, no source known: DMEM with pyruvate; other media have none",
      needsPaper: true,
    }),
  },
  cystine: {
    label: "cystine in the medium",
    number: sourced("0.2 mM", {
      grade: "B",
      range: ["0.15 mM", "0.22 mM"],
      why: "recalled, no source known: DMEM",
      needsPaper: true,
    }),
  },
  glucose: {
    label: "glucose in the medium",
    number: sourced("25 mM", {
      grade: "B",
      range: ["5.5 mM", "26 mM"],
      why: "recalled, no source known: DMEM, high glucose; low-glucose media 5.5 mM",
      needsPaper: true,
    }),
  },
  hepes: {
    label: "HEPES in the medium",
    number: sourced("0 mM", { grade: "D", why: "not in DMEM as sold", dist: "fixed" }),
  },
  citrate: {
    label: "citrate in the medium",
    number: sourced("10 uM", {
      grade: "C",
      range: ["3 uM", "20 uM"],
      why: "0.1 mM in serum, 10 % of it in the medium",
      needsPaper: true,
    }),
  },
  phosphate: {
    label: "phosphate in the medium",
    number: sourced("1 mM", {
      grade: "B",
      range: ["0.8 mM", "10 mM"],
      why: "recalled, no source known: DMEM 0.9 mM, RPMI 5.6 mM, saline 10 mM",
      needsPaper: true,
    }),
  },
  chloride: {
    label: "chloride in the medium",
    number: sourced("0.12 M", {
      grade: "B",
      range: ["0.1 M", "0.15 M"],
      why: "recalled, no source known: isotonic saline",
      needsPaper: true,
    }),
  },
  sodium: {
    label: "Na+ in the medium",
    number: sourced("145 mM", {
      grade: "C",
      range: ["140 mM", "155 mM"],
      why: "as plasma; media of culture hold 140–155 mM",
      needsPaper: true,
    }),
  },
  potassium: {
    label: "K+ in the medium",
    number: sourced("5 mM", { grade: "C", range: ["4 mM", "6 mM"], why: "as plasma", needsPaper: true }),
  },
  calcium: {
    label: "free Ca2+ in the medium",
    number: sourced("1.2 mM", {
      grade: "B",
      range: ["1 mM", "1.8 mM"],
      why: "recalled, no source known: textbook",
      needsPaper: true,
    }),
  },
  osmolarity: {
    label: "osmolarity of the medium",
    number: sourced("300 mM", {
      grade: "A(c)",
      range: ["285 mM", "310 mM"],
      source: "kay2017",
      at: "code PLM_CD",
    }),
  },
  edta: {
    label: "EDTA in the medium",
    number: sourced("0 M", { grade: "D", why: "none unless added", dist: "fixed" }),
  },
  humic: {
    label: "humic or fulvic acid in the medium, sites that bind iron",
    number: sourced("0 M", { grade: "D", why: "none unless added", dist: "fixed" }),
  },
  albumin: {
    label: "albumin in the medium",
    number: sourced("40 uM", {
      grade: "C",
      range: ["15 uM", "80 uM"],
      why: "10 % serum",
      needsPaper: true,
    }),
  },
  scavengers: {
    label: "·OH lost to amino acids and vitamins of the medium",
    number: sourced("1e7 1/s", {
      grade: "C",
      range: ["3e6 1/s", "5e7 1/s"],
      why: "some 10 mM of amino acids at 1e9 1/(M·s); floor of the sink",
      needsPaper: true,
    }),
  },
  ionicStrength: {
    label: "ionic strength",
    number: sourced("0.15 M", {
      grade: "B",
      range: ["0.14 M", "0.17 M"],
      why: "recalled, no source known: isotonic saline",
      needsPaper: true,
    }),
  },
  ironTrace: {
    label: "loosely bound iron in the medium",
    number: sourced("1 uM", {
      grade: "C",
      range: ["0.1 uM", "5 uM"],
      why: "ferric nitrate of the recipe and serum; most is bound to transferrin",
      needsPaper: true,
    }),
  },
  copperTrace: {
    label: "loosely bound copper in the medium",
    number: sourced("0.05 uM", {
      grade: "C",
      range: ["0.005 uM", "0.5 uM"],
      why: "serum copper is mostly in ceruloplasmin and on albumin; what is left is not reported",
      needsPaper: true,
    }),
  },
  transferrinIron: {
    label: "diferric transferrin",
    number: sourced("1 uM", {
      grade: "C",
      range: ["0.3 uM", "3 uM"],
      why: "a tenth of serum in the medium, against the 5 µM of plasma in the model of iron homeostasis",
      needsPaper: true,
    }),
  },
  sulfate: {
    label: "sulfate in the medium",
    number: sourced("0.8 mM", {
      grade: "B",
      range: ["0.3 mM", "1 mM"],
      why: "recalled, no source known: DMEM; plasma 0.3 mM",
      needsPaper: true,
    }),
  },
};
