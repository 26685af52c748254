import { sourced } from "#model";
import type { Constants } from "./constants.ts";

const recalled = "recalled, no source known";

/** Ba²⁺ in K⁺ channels, in sulfate, and on its way into a cell. */
export const bariumNumbers: Constants = {
  s_Ba_voltage: {
    label: "depolarisation that makes the block of K+ channels by Ba2+ e-fold weaker",
    number: sourced("40 mV", {
      grade: "A",
      range: ["33 mV", "48 mV"],
      source: "quayle1988",
      at: "abstract: blocking rate e-fold per 40 mV of hyperpolarisation; its error is not given",
    }),
  },
  f_Ba_inside: {
    label: "Ba2+ of the cytosol as blocker, over that outside",
    number: sourced("0.1", {
      grade: "C",
      range: ["0.01", "1"],
      why: "block was measured from outside; from inside the selectivity filter is reached against the inward side",
      needsPaper: true,
    }),
  },
  k_BaSO4: {
    label: "growth of BaSO4 per supersaturation",
    number: sourced("3e-8 M/s", {
      grade: "C",
      range: ["3e-10 M/s", "3e-6 M/s"],
      why: "seconds to hours in millimolar sulfate; slow inside a cell that may lack nuclei",
      needsPaper: true,
    }),
  },
  k_BaCO3: {
    label: "growth of BaCO3 per supersaturation",
    number: sourced("3e-8 M/s", {
      grade: "C",
      range: ["3e-10 M/s", "3e-6 M/s"],
      why: "as of BaSO4, for want of a number: hours to days for tens of millimolar Ba2+; proteins and phosphate may hold it up",
      needsPaper: true,
    }),
  },
  Ba_solid_trace: {
    label: "BaSO4 or BaCO3 below which it dissolves in proportion to what is left",
    number: sourced("1 nM", {
      grade: "D",
      why: "rounds the corner where the solid ends; far below any Ba2+ that acts",
      dist: "fixed",
    }),
  },
  k_Ba_entry: {
    label: "Ba2+ from the medium into the cytosol, per volume of cell",
    number: sourced("1e-6 1/s", {
      grade: "C",
      range: ["1e-8 1/s", "1e-4 1/s"],
      why: "Ca2+ channels let Ba2+ through; the leak of a cell at rest is not measured for it",
      needsPaper: true,
    }),
  },
  calcium_held: {
    label: "Ca2+ of the medium",
    number: sourced("1.2 mM", {
      grade: "B",
      range: ["1 mM", "1.8 mM"],
      why: `${recalled}: plasma and culture media`,
      needsPaper: true,
    }),
  },
};

/** GLDA and the alkaline earths. */
export const gldaNumbers: Constants = {
  log_K_GLDA_Ba: {
    label: "GLDA + Ba2+, log K",
    number: sourced("4.5", {
      grade: "C",
      range: ["3.5", "5"],
      why: "by analogy to NTA, whose log K are Ca 6.4 and Ba 4.8",
      dist: "normal",
      needsPaper: true,
    }),
  },
  log_K_GLDA_Ca: {
    label: "GLDA + Ca2+, log K",
    number: sourced("5.9", {
      grade: "B",
      range: ["5.8", "6.4"],
      why: recalled,
      dist: "normal",
      needsPaper: true,
    }),
  },
  pKa_GLDA: {
    label: "highest pKa of GLDA",
    number: sourced("9.4", {
      grade: "B",
      range: ["9.3", "9.6"],
      why: recalled,
      dist: "normal",
      needsPaper: true,
    }),
  },
};

/** The blocking step of Ba²⁺ at −62 mV: faster than anything a cell's ions do, so no state follows it. */
export const bariumBlocking: Constants = {
  k_on_Ba: {
    label: "Ba2+ + open channel at -62 mV",
    number: sourced("1.7 1/(mM*ms)", {
      grade: "A",
      range: ["1.4 1/(mM*ms)", "2 1/(mM*ms)"],
      source: "quayle1988",
      at: "abstract: about 1.7 1/(mM·ms)",
    }),
  },
  Kd_Ba: {
    label: "Ba2+ at half block at -62 mV",
    number: sourced("0.1 mM", {
      grade: "A",
      range: ["0.08 mM", "0.12 mM"],
      source: "quayle1988",
      at: "abstract: about 0.1 mM, from kinetics and from open probability",
    }),
  },
};
