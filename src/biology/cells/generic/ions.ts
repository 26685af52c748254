import { type Sourced, sourced } from "#model";
import type { CellKey, IonKey } from "../../types.ts";
import { type CellNumber, unknownHere } from "./number.ts";

/** The resting row of a kind of cell: keys in which tumour and normal cells differ. */
type Row = Readonly<Partial<Record<CellKey, Sourced>>>;

const tumour: Row = {
  restSodium: sourced("28 mM", {
    grade: "C",
    range: ["15 mM", "45 mM"],
    source: "james2022",
    why: "raised in MDA-MB-231, EMT6 and 4T1 tumours; the number is an estimate",
    dist: "log-normal",
  }),
  restPotassium: sourced("125 mM", {
    grade: "C",
    range: ["110 mM", "140 mM"],
    why: "what sodium leaves of some 150 mM of cations",
  }),
  chloridePlace: sourced("0.42", {
    grade: "C",
    range: ["0.1", "0.9"],
    why: "45 mM at −30 mV",
    needsPaper: true,
  }),
  restPotential: sourced("-30 mV", {
    grade: "B",
    range: ["-45 mV", "-15 mV"],
    why: "recalled, no source known: a review of 2013 puts tumour cells between −5 and −45 mV; as far above −30 mV as below, so that few worlds come near zero",
    needsPaper: true,
    dist: "normal",
  }),
  pumpTurnover: sourced("1.6e-8 mol/m^2/s", {
    grade: "C",
    range: ["0.5e-8 mol/m^2/s", "5e-8 mol/m^2/s"],
    why: "1.6 mM of Na+ a minute; other cells 0.5–3",
    needsPaper: true,
  }),
  nkccShare: sourced("0.3", {
    grade: "C",
    range: ["0.1", "0.4"],
    why: "so much of the pump's sodium comes in by NKCC1; it holds chloride above equilibrium",
    needsPaper: true,
  }),
  kccShare: sourced("0.17", {
    grade: "C",
    range: ["0.05", "0.5"],
    why: "1e-12 mol/m²/s/mM², an order of magnitude, over NKCC1's chloride",
    needsPaper: true,
  }),
};

const normal: Row = {
  restSodium: sourced("12 mM", {
    grade: "C",
    range: ["5 mM", "15 mM"],
    why: "textbook range of epithelial cells",
    needsPaper: true,
  }),
  restPotassium: sourced("140 mM", {
    grade: "C",
    range: ["130 mM", "150 mM"],
    why: "textbook range of epithelial cells",
    needsPaper: true,
  }),
  chloridePlace: sourced("0.41", {
    grade: "C",
    range: ["0.1", "0.8"],
    why: "30 mM at −55 mV",
    needsPaper: true,
  }),
  restPotential: sourced("-55 mV", {
    grade: "B",
    range: ["-70 mV", "-40 mV"],
    why: "recalled, no source known: epithelial cells −40 to −70 mV",
    needsPaper: true,
    dist: "normal",
  }),
  pumpTurnover: sourced("1e-8 mol/m^2/s", {
    grade: "C",
    range: ["0.3e-8 mol/m^2/s", "3e-8 mol/m^2/s"],
    why: "1.1 mM of Na+ a minute; other cells 0.5–3",
    needsPaper: true,
  }),
  nkccShare: sourced("0.25", {
    grade: "C",
    range: ["0.1", "0.4"],
    why: "so much of the pump's sodium comes in by NKCC1; it holds chloride above equilibrium",
    needsPaper: true,
  }),
  kccShare: sourced("0.49", {
    grade: "C",
    range: ["0.15", "0.8"],
    why: "2e-12 mol/m²/s/mM², an order of magnitude, over NKCC1's chloride",
    needsPaper: true,
  }),
};

/**
 * Resting rows by kind of cell. A cell without a number of its own has that of its kind, and of its kind's generic cell:
 * the ions of a tumour line are nearer to a tumour cell's than to an average of both.
 */
export const ionRows: Readonly<Record<"tumour" | "normal", Row>> = { tumour, normal };

/** Labels of all ion numbers, and the values that all kinds share. */
export const genericIons: Readonly<Record<IonKey, CellNumber>> = {
  restSodium: { label: "Na+ of the cytosol at rest", number: normal.restSodium! },
  restPotassium: { label: "K+ of the cytosol at rest", number: normal.restPotassium! },
  chloridePlace: {
    label: "chloride at rest, between its electrochemical equilibrium (0) and that of NKCC1 (1)",
    number: normal.chloridePlace!,
  },
  restPotential: { label: "membrane potential at rest", number: normal.restPotential! },
  pumpTurnover: { label: "cycles of Na/K-ATPase at rest, per area", number: normal.pumpTurnover! },
  nkccShare: { label: "share of the pump's sodium that NKCC1 brings in at rest", number: normal.nkccShare! },
  kccShare: { label: "share of NKCC1's chloride that KCC takes out at rest", number: normal.kccShare! },
  pumpSodium: {
    label: "Na+ of Na/K-ATPase, per site",
    number: sourced("10 mM", {
      grade: "A(c)",
      range: ["5 mM", "15 mM"],
      source: "cortassa2003",
      at: "code of a heart cell, KM_NA_NAK 10 mM with exponent 1.5; another heart model 5.64 mM",
    }),
  },
  pumpPotassium: {
    label: "K+ outside of Na/K-ATPase, per site",
    number: sourced("1.5 mM", {
      grade: "A(c)",
      range: ["0.6 mM", "2 mM"],
      source: "cortassa2003",
      at: "code of a heart cell, KM_K_NAK 1.5 mM; another heart model 0.621 mM",
    }),
  },
  vracChloride: {
    label: "volume-regulated anion channels, permeability when open",
    number: sourced("1e-8 m/s", {
      grade: "C",
      range: ["2e-9 m/s", "5e-8 m/s"],
      why: "with K+ channels: 200 mOsm swells to 1.44, back to 1.29 in 10 min",
      needsPaper: true,
    }),
  },
  vracPotassium: {
    label: "volume-activated K+ channels, permeability when open",
    number: sourced("5e-9 m/s", {
      grade: "C",
      range: ["1e-9 m/s", "2.5e-8 m/s"],
      why: "as for the anion channels",
      needsPaper: true,
    }),
  },
  vracVolume: {
    label: "relative volume at which half of VRAC is open",
    number: sourced("1.25", {
      grade: "C",
      range: ["1.1", "1.5"],
      why: "opens at 10–20 % of swelling",
      needsPaper: true,
    }),
  },
  vracSteepness: {
    label: "steepness of VRAC in volume",
    number: sourced("12", {
      grade: "C",
      range: ["6", "24"],
      why: "opens over a few per cent of volume",
      needsPaper: true,
    }),
  },
  vracTime: {
    label: "time in which VRAC opens",
    number: sourced("60 s", {
      grade: "C",
      range: ["30 s", "300 s"],
      why: "develops in 1–5 min",
      needsPaper: true,
    }),
  },
  waterPermeability: {
    label: "osmotic water permeability of the membrane",
    number: sourced("2e-5 m/s", {
      grade: "C",
      range: ["0.5e-5 m/s", "2e-4 m/s"],
      why: "between kidney cells (11 µm/s) and oocytes without and with aquaporin (29, 229 µm/s)",
      source: "hydraulicTable",
    }),
  },
  membraneFolding: {
    label: "membrane over that of a smooth sphere: folds, caveolae and what exocytosis adds",
    number: sourced("1.8", {
      grade: "C",
      range: ["1.3", "3"],
      why: "tumour against normal unknown; decides the volume of lysis, 2.4-fold",
      needsPaper: true,
      dist: "log-normal",
    }),
  },
  ncx: {
    label: "Na/Ca exchange, greatest turnover over that of the plasma membrane Ca-ATPase",
    number: sourced("25", {
      grade: "C",
      range: ["1", "100"],
      why: "2e-7 mol/m²/s, a thousandth of heart muscle's: brings 2–3 µM/s of calcium at 60 mM Na+",
      needsPaper: true,
    }),
  },
  atp: {
    label: "ATP at rest",
    number: sourced("3 mM", {
      grade: "B",
      range: ["2 mM", "5 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  adp: {
    label: "free ADP at rest",
    number: sourced("0.3 mM", {
      grade: "C",
      range: ["0.05 mM", "0.6 mM"],
      why: "a tenth of ATP",
      needsPaper: true,
    }),
  },
  atpUse: {
    label: "use of ATP at rest by all but the pumps that are followed",
    number: sourced("0.5 mM/s", {
      grade: "C",
      range: ["0.1 mM/s", "1 mM/s"],
      why: "about 1e9 ATP per cell and second are recalled for fibroblasts",
      needsPaper: true,
    }),
  },
  atpSpare: {
    label: "synthesis of ATP that is to spare, over that at rest",
    number: sourced("1", {
      grade: "C",
      range: ["0.3", "3"],
      why: "uncoupled over basal respiration is 2–3",
      needsPaper: true,
      dist: "log-normal",
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
};
