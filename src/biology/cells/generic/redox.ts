import { sourced } from "#model";
import type { RedoxKey } from "../../types.ts";
import type { CellNumber } from "./number.ts";

/** Sources of peroxide and superoxide, the enzymes that take them up, glutathione and NADPH. */
export const genericRedox: Readonly<Record<RedoxKey, CellNumber>> = {
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
      grade: "C",
      range: ["3e-5 M", "1.2e-4 M"],
      source: "stein",
      why: "twice the 30.3 µM of the code for mitochondria of HeLa: an estimate",
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
};
