import { sourced } from "#model";
import type { Constants } from "./constants.ts";

/** Physics of membrane and water that all cells share. */
export const ionCoreNumbers: Constants = {
  C_m: {
    label: "capacitance of the plasma membrane",
    number: sourced("1e-2 F/m^2", {
      grade: "A(c)",
      range: ["0.7e-2 F/m^2", "2e-2 F/m^2"],
      source: "kay2017",
      at: "code PLM_CD, C = 1e-4 F/dm²",
    }),
  },
  V_w: {
    label: "molar volume of water",
    number: sourced("1.8e-5 m^3/mol", { grade: "D", why: "0.018 kg/mol over 1000 kg/m³", dist: "fixed" }),
  },
};

/** Elasticity and strength of the membrane. */
export const membraneNumbers: Constants = {
  K_area: {
    label: "area modulus of the membrane",
    number: sourced("0.15 N/m", {
      grade: "D",
      range: ["0.06 N/m", "0.33 N/m"],
      why: "tension over strain at rupture: 3–10 mN/m over 3–5 %",
      source: "bionumbersMembrane",
    }),
  },
  strain_rupture: {
    label: "area strain at which a smooth membrane bursts",
    number: sourced("0.04", {
      grade: "A",
      range: ["0.03", "0.05"],
      source: "bionumbersMembrane",
      at: "BNID 110907, rupture at 3–5 % area strain",
    }),
  },
  spread_reserve: {
    label: "spread of the volume at which cells burst, standard deviation of its logarithm",
    number: sourced("0.2", {
      grade: "C",
      range: ["0.05", "0.5"],
      why: "cells differ in size and in the membrane they hold in folds; the usable reserve of living cells is not measured",
      needsPaper: true,
    }),
  },
  P_burst: {
    label: "permeability of a burst membrane to ions",
    number: sourced("1e-5 m/s", { grade: "C", why: "ions are level within a second", dist: "fixed" }),
  },
  h_burst: {
    label: "hazard of osmotic lysis of one cell once it has burst",
    number: sourced("0.01 1/s", {
      grade: "C",
      why: "what counts cells, by signals or dyes, is to see it as gone within minutes",
      dist: "fixed",
    }),
  },
};

/** Area that exocytosis adds to a tense membrane. */
export const exocytosisNumbers: Constants = {
  k_area: {
    label: "addition of membrane by exocytosis under tension",
    number: sourced("0.02 1/min", {
      grade: "C",
      range: ["1e-3 1/min", "0.2 1/min"],
      why: "order of magnitude",
      needsPaper: true,
    }),
  },
  area_addable: {
    label: "membrane that exocytosis can add, over that of the cell",
    number: sourced("0.3", {
      grade: "C",
      range: ["0.05", "1"],
      why: "endosomes and lysosomes hold about as much membrane as the surface, of which a part can fuse",
      needsPaper: true,
    }),
  },
};

/** A minimal pool of exchangeable calcium and what carries it over the plasma membrane. */
export const calciumNumbers: Constants = {
  f_Ca: {
    label: "free share of the cytosol's exchangeable calcium at rest",
    number: sourced("0.01", {
      grade: "A(c)",
      range: ["0.005", "0.05"],
      source: "fridlyand2003",
      at: "BIOMD0000000059, f_i 0.01",
    }),
  },
  sites_Ca: {
    label: "calcium that the cytosol's buffers can bind",
    number: sourced("0.3 mM", {
      grade: "C",
      range: ["0.1 mM", "1 mM"],
      why: "calmodulin and other proteins; with a hundredth free at rest their constant is 3 µM",
      needsPaper: true,
    }),
  },
  Ca_rest: {
    label: "free calcium at rest",
    number: sourced("0.1 uM", {
      grade: "B",
      range: ["0.05 uM", "0.15 uM"],
      why: "recalled, no source known: textbook",
      needsPaper: true,
    }),
  },
  V_PMCA: {
    label: "plasma membrane Ca-ATPase, Vmax per cytosol at rest, total calcium",
    number: sourced("6 uM/s", {
      grade: "C",
      range: ["2 uM/s", "20 uM/s"],
      why: "with K 0.2 µM a steady load above 5–6 µM/s (0.3 mM/min) overwhelms it",
      needsPaper: true,
    }),
  },
  K_PMCA: {
    label: "half-saturation of the plasma membrane Ca-ATPase",
    number: sourced("0.2 uM", {
      grade: "C",
      range: ["0.1 uM", "0.5 uM"],
      why: "published models: 0.1 (BIOMD0000000059), 0.15 and 0.5 µM",
    }),
  },
  K_Na_ncx: {
    label: "Na+ of the Na/Ca exchanger",
    number: sourced("87.5 mM", {
      grade: "A(c)",
      range: ["60 mM", "120 mM"],
      source: "cortassa2003",
      at: "code of a mitochondria and heart cell model, Km_Na",
    }),
  },
  K_Ca_ncx: {
    label: "Ca2+ of the Na/Ca exchanger",
    number: sourced("1.38 mM", {
      grade: "A(c)",
      range: ["1 mM", "2 mM"],
      source: "cortassa2003",
      at: "code, Km_Ca",
    }),
  },
  k_sat_ncx: {
    label: "saturation of the Na/Ca exchanger at negative potentials",
    number: sourced("0.1", { grade: "A(c)", range: ["0.05", "0.27"], source: "cortassa2003", at: "code, ksat 0.1–0.2" }),
  },
  eta_ncx: {
    label: "place of the energy barrier of the Na/Ca exchanger",
    number: sourced("0.35", { grade: "A(c)", range: ["0.3", "0.4"], source: "cortassa2003", at: "code, eta" }),
  },
  w_Ca: {
    label: "calcium damage per free Ca2+ above what a cell bears",
    number: sourced("0.3 1/(uM*h)", {
      grade: "C",
      range: ["0.03 1/(uM*h)", "3 1/(uM*h)"],
      why: "micromolar calcium for hours kills; decided once so that every record starts from one prior",
      needsPaper: true,
    }),
  },
  Ca_borne: {
    label: "free Ca2+ that a cell bears without damage",
    number: sourced("1 uM", {
      grade: "C",
      range: ["0.5 uM", "3 uM"],
      why: "signals reach 1 µM for minutes",
      needsPaper: true,
    }),
  },
  k_rep_Ca: {
    label: "repair of calcium damage",
    number: sourced("0.3 1/h", {
      grade: "C",
      range: ["0.1 1/h", "0.9 1/h"],
      why: "as thiol damage, for want of any number",
      needsPaper: true,
    }),
  },
};
