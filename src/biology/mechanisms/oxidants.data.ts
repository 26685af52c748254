import { sourced } from "#model";
import type { Constants } from "./constants.ts";

const recalled = "recalled, no source known";

/** ·OH in the cytosol: what takes it, and how much of that there is. */
export const hydroxylNumbers: Constants = {
  k_oh_organics: {
    label: "·OH lost to cytosolic organics",
    number: sourced("1e9 1/s", {
      grade: "A(c)",
      range: ["5e8 1/s", "3e9 1/s"],
      source: "flash",
      at: "1e9 1/(M·s) × 1 M effective",
    }),
  },
  k_oh_gsh: {
    label: "·OH + GSH",
    number: sourced("1.3e10 1/(M*s)", {
      grade: "B",
      range: ["0.8e10 1/(M*s)", "1.4e10 1/(M*s)"],
      source: "buxton1988",
    }),
  },
  k_oh_bicarbonate: {
    label: "·OH + bicarbonate",
    number: sourced("8.5e6 1/(M*s)", {
      grade: "B",
      range: ["7e6 1/(M*s)", "1e7 1/(M*s)"],
      source: "buxton1988",
    }),
  },
  k_oh_ascorbate: {
    label: "·OH + ascorbate",
    number: sourced("1.1e10 1/(M*s)", {
      grade: "B",
      range: ["0.8e10 1/(M*s)", "1.4e10 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_oh_phosphate: {
    label: "·OH + phosphate at neutral pH",
    number: sourced("1e5 1/(M*s)", {
      grade: "C",
      range: ["1e4 1/(M*s)", "1e6 1/(M*s)"],
      why: "slow against bicarbonate; order of magnitude",
      needsPaper: true,
    }),
  },
  k_oh_peroxide: {
    label: "·OH + H2O2",
    number: sourced("2.7e7 1/(M*s)", {
      grade: "A(c)",
      range: ["2.5e7 1/(M*s)", "3.3e7 1/(M*s)"],
      source: "flash",
      at: "2.7e7; electro-Fenton list 3.3e7",
    }),
  },
  k_oh_nucleotide: {
    label: "·OH + DNA, per nucleotide of the polymer",
    number: sourced("3e8 1/(M*s)", {
      grade: "B",
      range: ["2e8 1/(M*s)", "4e8 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  nucleotides: {
    label: "nucleotides of DNA, spread over the cell",
    number: sourced("12 mM", {
      grade: "C",
      range: ["8 mM", "25 mM"],
      why: "6.4e9 base pairs of a diploid nucleus in 1.7 pL; tumour lines have up to twice that",
    }),
  },
};

/** CO3·⁻ in the cytosol. */
export const carbonateNumbers: Constants = {
  k_co3_gsh: {
    label: "CO3·- + GSH",
    number: sourced("5.3e6 1/(M*s)", {
      grade: "B",
      range: ["2.6e6 1/(M*s)", "1.1e7 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_co3_trp: {
    label: "CO3·- + tryptophan",
    number: sourced("7e8 1/(M*s)", {
      grade: "B",
      range: ["3.5e8 1/(M*s)", "1.4e9 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_co3_tyr: {
    label: "CO3·- + tyrosine",
    number: sourced("4.5e7 1/(M*s)", {
      grade: "B",
      range: ["2.2e7 1/(M*s)", "9e7 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_co3_peroxide: {
    label: "CO3·- + H2O2",
    number: sourced("6e5 1/(M*s)", {
      grade: "B",
      range: ["4e5 1/(M*s)", "8e5 1/(M*s)"],
      why: `${recalled}: 4–8e5`,
      needsPaper: true,
    }),
  },
  k_co3_superoxide: {
    label: "CO3·- + superoxide",
    number: sourced("5e8 1/(M*s)", {
      grade: "C",
      range: ["1e8 1/(M*s)", "2e9 1/(M*s)"],
      why: "two radicals, below the diffusion limit as both are anions",
      needsPaper: true,
    }),
  },
  k_co3_other: {
    label: "CO3·- lost to all else in the cytosol",
    number: sourced("1e4 1/s", {
      grade: "C",
      range: ["1e3 1/s", "1e5 1/s"],
      why: "floor of the sink: metal centres, thiolates of proteins, itself",
      needsPaper: true,
    }),
  },
  trp_reachable: {
    label: "tryptophan that CO3·- can reach in the cytosol",
    number: sourced("3 mM", {
      grade: "C",
      range: ["1 mM", "15 mM"],
      why: "200 g/L protein, 1 residue in 80, a tenth of them at a surface",
      needsPaper: true,
    }),
  },
  tyr_reachable: {
    label: "tyrosine that CO3·- can reach in the cytosol",
    number: sourced("10 mM", {
      grade: "C",
      range: ["3 mM", "50 mM"],
      why: "200 g/L protein, 1 residue in 30, a fifth of them at a surface",
      needsPaper: true,
    }),
  },
};

/** ·OH in the medium: the scavengers of culture media. */
export const mediumNumbers: Constants = {
  k_oh_glucose: {
    label: "·OH + glucose",
    number: sourced("1.5e9 1/(M*s)", {
      grade: "B",
      range: ["1e9 1/(M*s)", "2e9 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_oh_hepes: {
    label: "·OH + HEPES",
    number: sourced("5e9 1/(M*s)", {
      grade: "B",
      range: ["3e9 1/(M*s)", "7e9 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_oh_albumin: {
    label: "·OH + albumin",
    number: sourced("8e10 1/(M*s)", {
      grade: "B",
      range: ["4e10 1/(M*s)", "1.2e11 1/(M*s)"],
      why: recalled,
      needsPaper: true,
    }),
  },
  k_oh_pyruvate: {
    label: "·OH + pyruvate",
    number: sourced("3e7 1/(M*s)", {
      grade: "C",
      range: ["1e7 1/(M*s)", "1e8 1/(M*s)"],
      why: "small carboxylate without a weak C–H bond",
      needsPaper: true,
    }),
  },
};
