import { type Sourced, sourced } from "#model";
import type { CellKey } from "../types.ts";
import { genericIons } from "./generic-ions.data.ts";

/** What a number of a cell is called and its value in the generic cell. */
export interface CellNumber {
  readonly label: string;
  readonly number: Sourced;
}

const unknownHere = "no measurement at hand for this cell; order of magnitude";

/**
 * The generic cell: a medium-sized epithelial-like cell in culture, assembled from HeLa, HEK293 and MCF7 models.
 *
 * Every key that a cell record does not set itself is taken from here, is one draw shared by all cells of a study,
 * and is counted in the report as coming from a generic record.
 */
export const genericCell: Readonly<Record<CellKey, CellNumber>> = {
  volume: {
    label: "cell volume",
    number: sourced("1.7 pL", {
      grade: "A(c)",
      range: ["1.1 pL", "2.5 pL"],
      source: "selvaggio2018",
      at: "cell constants: MCF7 1760 µm³, HEK293 1150 µm³",
      tags: { line: "MCF7" },
    }),
  },
  pH: {
    label: "cytosolic pH",
    number: sourced("7.2", { grade: "C", range: ["7.0", "7.4"], why: "textbook range" }),
  },
  oxygen: {
    label: "oxygen in the cytosol",
    number: sourced("5e-5 M", {
      grade: "A(c)",
      range: ["1e-5 M", "2e-4 M"],
      source: "flash",
      at: "tissue O2 of the code; hypoxic 5 µM, air 210 µM",
    }),
  },
  bicarbonate: {
    label: "bicarbonate in the cytosol",
    number: sourced("12 mM", {
      grade: "B",
      range: ["8 mM", "18 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  peroxideSource: {
    label: "endogenous H2O2 production",
    number: sourced("1e-6 M/s", {
      grade: "A(c)",
      range: ["1e-7 M/s", "1e-5 M/s"],
      source: "stein",
      at: "4 µM/s in the mitochondria of HeLa; whole-cell equivalent, erythrocyte 0.09 µM/s",
    }),
  },
  superoxideSource: {
    label: "superoxide production of the cell",
    number: sourced("6.6e-7 M/s", {
      grade: "A(c)",
      range: ["5e-7 M/s", "5e-6 M/s"],
      source: "kowald2006",
      at: "v_O2- of BIOMD0000000108",
    }),
  },
  permeability: {
    label: "H2O2 exchange over the membrane, P·S/V",
    number: sourced("10.4 1/s", {
      grade: "A(c)",
      range: ["1 1/s", "15 1/s"],
      source: "selvaggio2018",
      at: "P 15 µm/s, S/V 0.695 1/µm, MCF7",
    }),
  },
  catalase: {
    label: "catalase sink, cell average",
    number: sourced("30 1/s", {
      grade: "C",
      range: ["5 1/s", "200 1/s"],
      why: "order of magnitude from tetramer content",
    }),
  },
  prx: {
    label: "2-Cys peroxiredoxin, total",
    number: sourced("1e-4 M", {
      grade: "A(c)",
      range: ["0.6e-4 M", "1.7e-4 M"],
      source: "selvaggio2018",
      at: "MCF7 0.92e-4, HEK293 1.4e-4 M",
    }),
  },
  prxCondensation: {
    label: "Prx-SOH to disulfide",
    number: sourced("7 1/s", {
      grade: "A(c)",
      range: ["0.5 1/s", "11 1/s"],
      source: "selvaggio2018",
      at: "HEK293 7.3, MCF7 6.4 1/s; PrxII 0.5–1.7",
    }),
  },
  prxSulfinylation: {
    label: "Prx-SOH + H2O2 to sulfinate",
    number: sourced("3e3 1/(M*s)", {
      grade: "A(c)",
      range: ["1.3e3 1/(M*s)", "1.2e4 1/(M*s)"],
      source: "selvaggio2018",
      at: "3.7e3 and 5.1e3; PrxI 1.3–1.5e3, PrxII 3.4e3–1.2e4",
    }),
  },
  sulfiredoxin: {
    label: "sulfiredoxin, sulfinate back to sulfenate",
    number: sourced("2e-3 1/s", {
      grade: "A(c)",
      range: ["4.1e-4 1/s", "3.3e-3 1/s"],
      source: "selvaggio2018",
      at: "HEK293 4.1e-4, MCF7 3.3e-3 1/s",
    }),
  },
  trx: {
    label: "thioredoxin, total",
    number: sourced("2.5e-5 M", {
      grade: "A(c)",
      range: ["1.5e-5 M", "5e-5 M"],
      source: "selvaggio2018",
      at: "MCF7 2.0–2.3e-5, HEK293 4.6e-5 M",
    }),
  },
  trxReductase: {
    label: "thioredoxin reductase, Vmax",
    number: sourced("2e-4 M/s", {
      grade: "A(c)",
      range: ["1e-4 M/s", "4e-4 M/s"],
      source: "selvaggio2018",
      at: "HEK293 1.9e-4, MCF7 2.3e-4 M/s",
    }),
  },
  gpx1: {
    label: "glutathione peroxidase 1",
    number: sourced("1e-6 M", {
      grade: "A",
      range: ["0.1e-6 M", "1e-6 M"],
      source: "ng2007",
      at: "upper bound 1 µM",
    }),
  },
  glutathioneReductase: {
    label: "glutathione reductase, Vmax",
    number: sourced("1e-4 M/s", {
      grade: "A(c)",
      range: ["4.9e-5 M/s", "2e-4 M/s"],
      source: "benfeitas2014",
      at: "V_GR; Reed 4.9e-5 M/s",
    }),
  },
  nadp: {
    label: "NADPH + NADP+, total",
    number: sourced("6.06e-5 M", {
      grade: "A(c)",
      range: ["3e-5 M", "1.2e-4 M"],
      source: "stein",
      at: "3e-5 M NADPH in HeLa; twice that taken as centre",
    }),
  },
  g6pdh: {
    label: "NADPH regeneration, Vmax",
    number: sourced("3.75e-4 M/s", {
      grade: "A(c)",
      range: ["1e-5 M/s", "1e-3 M/s"],
      source: "stein",
      at: "V of G6PDH",
    }),
  },
  sod: {
    label: "superoxide dismutase",
    number: sourced("1e-5 M", {
      grade: "A(c)",
      range: ["3e-6 M", "3e-5 M"],
      source: "kowald2006",
      at: "SOD of BIOMD0000000108",
    }),
  },
  ascorbate: {
    label: "ascorbate in the cytosol",
    number: sourced("10 uM", {
      grade: "C",
      range: ["1 uM", "1 mM"],
      why: "cultured cells have what serum brings; supplemented cells reach millimolar",
      needsPaper: true,
    }),
  },
  phosphate: {
    label: "phosphate in the cytosol",
    number: sourced("1 mM", {
      grade: "B",
      range: ["0.5 mM", "5 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  gshSynthesis: {
    label: "glutathione synthesis at full cystine supply",
    number: sourced("1.1e-6 M/s", {
      grade: "C",
      range: ["4e-7 M/s", "2.2e-6 M/s"],
      why: "holds 5.5 mM against the loss; HeLa code 4.1e-7 M/s",
    }),
  },
  cystineUptake: {
    label: "cystine uptake by system xc-, relative to the tumour cell",
    number: sourced("1", {
      grade: "C",
      range: ["0.5", "1"],
      why: "relative activity, by definition near 1",
      dist: "log-normal",
    }),
  },
  gshLoss: {
    label: "glutathione loss (export and degradation)",
    number: sourced("2e-4 1/s", {
      grade: "C",
      range: ["7.4e-5 1/s", "4e-4 1/s"],
      why: "half-life 58 min; HeLa code 7.4e-5 1/s",
    }),
  },
  citrate: {
    label: "citrate in the cytosol",
    number: sourced("0.2 mM", {
      grade: "B",
      range: ["0.1 mM", "0.5 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  freeATP: {
    label: "ATP in the cytosol that magnesium leaves free",
    number: sourced("0.3 mM", {
      grade: "C",
      range: ["0.1 mM", "1 mM"],
      why: "a tenth of 3 mM: 0.5–1 mM of free magnesium against log K about 4",
      needsPaper: true,
    }),
  },
  vesicleCitrate: {
    label: "citrate and the like in the lysosome",
    number: sourced("0.2 mM", {
      grade: "C",
      range: ["0.02 mM", "2 mM"],
      why: "the cytosol's; small chelators of the lysosome are not measured",
      needsPaper: true,
    }),
  },
  chloride: {
    label: "chloride in the cytosol",
    number: sourced("10 mM", {
      grade: "B",
      range: ["5 mM", "40 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  vesicleChloride: {
    label: "chloride in the lysosome",
    number: sourced("80 mM", {
      grade: "B",
      range: ["50 mM", "120 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  labileIron: {
    label: "labile iron pool at rest",
    number: sourced("0.6 uM", {
      grade: "C",
      range: ["0.2 uM", "1.5 uM"],
      why: "between K562 0.35 µM and the hepatocyte model's 1.3 µM",
    }),
  },
  ironReduction: {
    label: "reduction of chelated Fe(III) at 5 mM GSH",
    number: sourced("1e-2 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-1 1/s"],
      why: "0.1–100 1/(M·s) with GSH and ascorbate is all that is known",
      needsPaper: true,
    }),
  },
  ironStorage: {
    label: "return of labile iron to its resting level",
    number: sourced("4.3e-4 1/s", {
      grade: "D",
      range: ["1.8e-4 1/s", "7e-4 1/s"],
      why: "ln 2 over recovery times 17–65 min of K562 after iron load",
      source: "breuer1996",
    }),
  },
  ferritinCapacity: {
    label: "iron that storage can take beyond rest, per cell volume",
    number: sourced("0.5 mM", {
      grade: "C",
      range: ["0.05 mM", "5 mM"],
      why: `${unknownHere}: ferritin 0.17 nM × 4500 Fe at rest, induced within hours`,
      needsPaper: true,
    }),
  },
  ironImport: {
    label: "uptake of ferrous iron from the medium, Vmax",
    number: sourced("1e-20 mol/s/cell", {
      grade: "C",
      range: ["1e-21 mol/s/cell", "1e-19 mol/s/cell"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  metallothionein: {
    label: "metallothionein copper sites",
    number: sourced("50 uM", {
      grade: "C",
      range: ["5 uM", "500 uM"],
      why: "10 Cu per MT2A; µM amounts of MT, up to tenfold induced",
      needsPaper: true,
    }),
  },
  copperExport: {
    label: "copper export by ATP7A, first order",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-4 1/s"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  copperImport: {
    label: "uptake of copper from the medium by CTR1, Vmax",
    number: sourced("1e-21 mol/s/cell", {
      grade: "C",
      range: ["3e-22 mol/s/cell", "5e-21 mol/s/cell"],
      why: "refill of 30 µM copper in 24–48 h",
    }),
  },
  manganeseExport: {
    label: "manganese export, first order",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-4 1/s"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  manganeseImport: {
    label: "uptake of manganese from the medium, Vmax",
    number: sourced("1e-20 mol/s/cell", {
      grade: "C",
      range: ["1e-21 mol/s/cell", "1e-19 mol/s/cell"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  gpx4: {
    label: "glutathione peroxidase 4",
    number: sourced("2e-7 M", {
      grade: "A(c)",
      range: ["1e-7 M", "4e-7 M"],
      source: "stein",
      at: "GPX4 2.3e-7 M, mitochondria",
    }),
  },
  polyunsaturated: {
    label: "bis-allylic lipid in the membrane phase",
    number: sourced("0.3 M", { grade: "C", range: ["0.05 M", "1 M"], why: unknownHere, needsPaper: true }),
  },
  tocopherol: {
    label: "radical-trapping antioxidants in the membrane phase",
    number: sourced("1e-4 M", {
      grade: "A(c)",
      range: ["5e-5 M", "4e-4 M"],
      source: "flash",
      at: "TOH 2e-4 M; cultured cells half of it (estimate)",
    }),
  },
  fsp1: {
    label: "regeneration of radical-trapping antioxidants (FSP1, CoQ), Vmax per cell volume",
    number: sourced("1e-8 M/s", {
      grade: "C",
      range: ["1e-9 M/s", "1e-6 M/s"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  uptake: {
    label: "uptake clearance of particles",
    number: sourced("1.2e-18 m^3/s/cell", {
      grade: "C",
      range: ["0.2e-18 m^3/s/cell", "5e-18 m^3/s/cell"],
      why: "gives 5 (1–20) pg metal per cell in 24 h at 50 µg/mL",
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
  ligands: {
    label: "phosphate and ATP that compete for metals in the cytosol",
    number: sourced("4 mM", {
      grade: "B",
      range: ["2 mM", "8 mM"],
      why: "recalled, no source known: ATP 3 mM and phosphate 1 mM",
      needsPaper: true,
    }),
  },
  glucose: {
    label: "glucose in cytosol and lysosome",
    number: sourced("1 mM", {
      grade: "C",
      range: ["0.1 mM", "5 mM"],
      why: `${unknownHere}; tissue 0.5–5 mM`,
      needsPaper: true,
    }),
  },
  glucoseUse: {
    label: "glucose a cell can take up, per volume of cell",
    number: sourced("4.5e-5 M/s", {
      grade: "D",
      range: ["4e-5 M/s", "5e-5 M/s"],
      why: "80–100 amol per cell and second at 5e11 cells per litre",
    }),
  },
  growth: {
    label: "growth rate without treatment",
    number: sourced("0.029 1/h", {
      grade: "C",
      range: ["0.014 1/h", "0.046 1/h"],
      why: "doubling in 24 (15–48) h; cancels in viability",
    }),
  },
  alpha: {
    label: "death by X-rays, linear in dose",
    number: sourced("0.3 1/Gy", {
      grade: "C",
      range: ["0.1 1/Gy", "0.6 1/Gy"],
      why: "a generic carcinoma: range of clonogenic survival of many lines",
      needsPaper: true,
    }),
  },
  beta: {
    label: "death by X-rays, quadratic in dose",
    number: sourced("0.03 1/Gy^2", {
      grade: "C",
      range: ["0.01 1/Gy^2", "0.07 1/Gy^2"],
      why: "a generic carcinoma: α/β of 10 Gy",
      needsPaper: true,
    }),
  },
  sublethalRepair: {
    label: "repair of sublethal damage by X-rays",
    number: sourced("1 1/h", {
      grade: "C",
      range: ["0.3 1/h", "2 1/h"],
      source: "sublethalRepair",
      why: "split doses on V79 and SAS cells: survival is at its plateau within 2–3 h, at room temperature; no rate is given",
      needsPaper: true,
    }),
  },
  radiationDeath: {
    label: "time from lethal damage by X-rays to death",
    number: sourced("48 h", {
      grade: "C",
      range: ["12 h", "120 h"],
      why: "cells die at their next divisions; a survival curve of colonies does not say when",
      needsPaper: true,
    }),
  },
  sulfate: {
    label: "sulfate in the cytosol",
    number: sourced("0.3 mM", {
      grade: "C",
      range: ["0.05 mM", "2 mM"],
      why: `${unknownHere}; that of plasma`,
      needsPaper: true,
    }),
  },
  bariumKd: {
    label: "Ba2+ that blocks half of the K+ channels it can block, at -62 mV",
    number: sourced("0.1 mM", {
      grade: "C",
      range: ["0.005 mM", "1 mM"],
      source: "quayle1988",
      why: "0.1 mM is read for ATP-sensitive channels of frog muscle; Kir2.x 2–20 µM and Kv 0.1–10 mM are recalled, and which of them a line has is not known",
      needsPaper: true,
    }),
  },
  bariumShare: {
    label: "share of the K+ conductance at rest that Ba2+ can block",
    number: sourced("0.5", { grade: "C", range: ["0.1", "0.9"], why: unknownHere, needsPaper: true }),
  },
  ...genericIons,
};
