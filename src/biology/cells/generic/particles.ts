import { sourced } from "#model";
import type { ParticleKey } from "../../types.ts";
import { type CellNumber, unknownHere } from "./number.ts";

/** Uptake and traffic of particles, and the vesicles they pass through. */
export const genericParticles: Readonly<Record<ParticleKey, CellNumber>> = {
  uptake: {
    label: "uptake clearance of particles",
    number: sourced("1.2e-18 m^3/s/cell", {
      grade: "C",
      range: ["0.2e-18 m^3/s/cell", "5e-18 m^3/s/cell"],
      why: "gives 5 (1–20) pg metal per cell in 24 h at 50 µg/mL",
    }),
  },
  uptakeSpread: {
    label: "spread of uptake between cells, geometric standard deviation",
    number: sourced("1.84", {
      grade: "C",
      range: ["1.53", "2.30"],
      source: "rees2019",
      at: "introduction and results: numbers of loaded vesicles per cell are over-dispersed in all 12 exposures",
      why: "by how much was not read: k of 5 to 1 of a negative binomial, an estimate, is a coefficient of variation of 0.45 to 1",
      dist: "log-normal",
      needsPaper: true,
    }),
  },
  loadMax: {
    label: "particle mass at which uptake has halved",
    number: sourced("50 pg/cell", {
      grade: "C",
      range: ["10 pg/cell", "250 pg/cell"],
      why: "saturation of the endocytic compartment, 1–2 % of the cell",
      needsPaper: true,
    }),
  },
  maturation: {
    label: "early to late endosome",
    number: sourced("5.6e-4 1/s", {
      grade: "B",
      range: ["2.8e-4 1/s", "1.1e-3 1/s"],
      why: "recalled, no source known: pH 5 is reached about 30 min after uptake",
      needsPaper: true,
    }),
  },
  exocytosis: {
    label: "exocytosis from the lysosome",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "5e-5 1/s"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  escape: {
    label: "escape of particles into the cytosol",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-4 1/s"],
      why: "no agent of the review has a measured value",
      needsPaper: true,
    }),
  },
  ionEscape: {
    label: "transport of freed ions from the endosome to the cytosol",
    number: sourced("1e-4 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-3 1/s"],
      why: "DMT1 and leak, not measured here",
      needsPaper: true,
    }),
  },
  endosomePH: {
    label: "pH of the early endosome",
    number: sourced("6.0", {
      grade: "B",
      range: ["5.7", "6.3"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  lysosomePH: {
    label: "pH of the lysosome",
    number: sourced("4.7", {
      grade: "B",
      range: ["4.5", "5.0"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  vesicleVolume: {
    label: "endosomes and lysosomes, share of the cell volume",
    number: sourced("0.015", { grade: "C", range: ["0.01", "0.02"], why: "1–2 % of the cell" }),
  },
  vesicleThiol: {
    label: "thiol in endosomes and lysosomes, relative to the cytosol's GSH",
    number: sourced("0.1", { grade: "C", range: ["0.01", "0.5"], why: unknownHere, needsPaper: true }),
  },
};
