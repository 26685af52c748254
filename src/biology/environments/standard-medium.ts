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
    label: "H2O2 loss in the medium (pyruvate, serum)",
    number: sourced("2e-3 1/s", {
      grade: "B",
      range: ["2e-4 1/s", "4e-3 1/s"],
      why: "recalled, no source known: 1 mM pyruvate at 2 1/(M·s)",
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
  ligands: {
    label: "phosphate of the medium, which competes for metals",
    number: sourced("1 mM", {
      grade: "B",
      range: ["0.9 mM", "10 mM"],
      why: "recalled, no source known: 1 mM in DMEM, 10 mM in buffered saline",
      needsPaper: true,
    }),
  },
  glucose: {
    label: "glucose of the medium",
    number: sourced("25 mM", {
      grade: "B",
      range: ["5 mM", "25.5 mM"],
      why: "recalled, no source known: high-glucose DMEM 25 mM, low-glucose 5.5 mM",
      needsPaper: true,
    }),
  },
};
