import { sourced } from "#model";
import { findComplex } from "../speciation/complexes.ts";
import type { Constants } from "./constants.ts";

/**
 * What copper does with H2O2, oxygen, superoxide, glutathione, chloride and albumin. One affinity scale: `bcs`. What
 * binds it is taken from speciation, as stated there: in 0.15 M salt Davies would take 0.24 off both constants of
 * chloride, a sixth of what is unknown of the glutathione it competes with.
 */
export const copperNumbers: Constants = {
  k_fenton_Cu1_H2O2: {
    label: "free Cu(I) + H2O2",
    number: sourced("4.7e3 1/(M*s)", {
      grade: "B",
      range: ["1e3 1/(M*s)", "1e4 1/(M*s)"],
      why: "recalled, no source known; reviews quote 1e4",
      needsPaper: true,
    }),
  },
  f_OH_Cu: {
    label: "·OH per Cu(I) + H2O2 at pH 6.5",
    number: sourced("0.1", {
      grade: "C",
      range: ["0.005", "0.5"],
      source: "pham2013",
      why: "0 at pH 8 is read, Cu(III) instead; 0–0.5 at pH 6.5: benzoate is oxidised at pH 4–8 without ·OH in EPR",
    }),
  },
  pH_fork_Cu: {
    label: "pH at which the ·OH share of Cu(I) has halved",
    number: sourced("7.25", {
      grade: "C",
      range: ["6.8", "7.6"],
      source: "pham2013",
      why: "between pH 6.5, where it may be, and pH 8, where it is 0",
      dist: "normal",
    }),
  },
  k_peroxide_Cu2: {
    label: "Cu(II) + H2O2",
    number: sourced("0.1 1/(M*s)", {
      grade: "C",
      range: ["1e-3 1/(M*s)", "460 1/(M*s)"],
      why: "quoted values differ 10⁴-fold; 460 is of reviews and seems to be of high pH",
      needsPaper: true,
    }),
  },
  k_oxygen_Cu1_water: {
    label: "free Cu(I) + O2 without chloride",
    number: sourced("4e5 1/(M*s)", {
      grade: "B",
      range: ["3e5 1/(M*s)", "5e5 1/(M*s)"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  k_oxygen_Cu1: {
    label: "free Cu(I) + O2 in 0.15 M chloride, pH 7.4",
    number: sourced("3e3 1/(M*s)", {
      grade: "C",
      range: ["80 1/(M*s)", "1e4 1/(M*s)"],
      source: "sharmaMilleroNaCl1988",
      why: "its law of NaCl, valid above 0.5 M, gives 2.8e3 at 0.15 M and 37 °C; that of seawater 85; recalled 1e3–1e4",
    }),
  },
  slope_oxygen_Cu1: {
    label: "d log k/d pH of Cu(I) + O2",
    number: sourced("0.6", {
      grade: "A",
      range: ["0.12", "0.85"],
      source: "perezAlmeida2013",
      at: "abstract: 0.6 at O2 saturation, 0.85 at 6 µM O2; Sharma and Millero 1988: 0.23 seawater, 0.12 NaCl",
      dist: "normal",
    }),
  },
  log_b1_CuCl: { label: "log K of CuCl from Cu(I)", number: findComplex("CuCl").logK },
  log_b2_CuCl: { label: "log β of CuCl2⁻ from Cu(I)", number: findComplex("CuCl2-").logK },
  log_K_Cu2_albumin: {
    label: "log K of Cu(II) with albumin's first site at pH 7.4",
    number: findComplex("CuAlb+2").logK,
  },
  k_superoxide_Cu1: {
    label: "free Cu(I) + superoxide",
    number: sourced("1.98e9 1/(M*s)", {
      grade: "A",
      range: ["1e9 1/(M*s)", "1e10 1/(M*s)"],
      source: "zafiriou1998",
      at: "abstract, seawater",
    }),
  },
  k_superoxide_Cu2: {
    label: "Cu(II) + superoxide",
    number: sourced("6.63e8 1/(M*s)", {
      grade: "A",
      range: ["5e8 1/(M*s)", "8e9 1/(M*s)"],
      source: "zafiriou1998",
      at: "abstract, seawater",
    }),
  },
  k_reduce_Cu2_GSH: {
    label: "Cu(II) + GSH",
    number: sourced("1e4 1/(M*s)", {
      grade: "C",
      range: ["1e2 1/(M*s)", "1e6 1/(M*s)"],
      source: "kachur1998",
      why: "fast phase over within a second at mM",
    }),
  },
  k_red_Cu2__vesicle: {
    label: "reduction of Cu(II) in the lysosome",
    number: sourced("1e-3 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-1 1/s"],
      why: "STEAP reductases and what thiol gets there, not measured; as for Fe(III)",
      needsPaper: true,
    }),
  },
  beta_CuGS2: {
    label: "Cu(I) + 2 GS-, log of the stability constant",
    number: findComplex("Cu(HGS)2-3").logK,
  },
  pKa_GSH: {
    label: "pKa of the thiol of glutathione",
    number: sourced("8.5", {
      grade: "D",
      range: ["8.4", "8.7"],
      why: "gives [GS-] 2.4e-4 M at 5 mM GSH and pH 7.2–7.4",
      dist: "normal",
    }),
  },
  k_bind_CuGS2: {
    label: "binding of Cu(I) by glutathione, third order",
    number: sourced("1e9 1/(M^2*s)", {
      grade: "C",
      why: "faster than all that competes: only the equilibrium matters",
      dist: "fixed",
    }),
  },
  k_oxygen_CuGS2: {
    label: "Cu(GS)2 + O2",
    number: sourced("1 1/(M*s)", {
      grade: "C",
      range: ["0.1 1/(M*s)", "10 1/(M*s)"],
      source: "speisky2008",
      why: "superoxide made steadily, no ·OH: sign is read",
    }),
  },
  k_thiol_Cu: {
    label: "glutathione oxidised by O2 on its copper complex, at equal O2 and H2O2",
    number: sourced("1e-3 1/s", {
      grade: "C",
      range: ["1e-4 1/s", "1e-2 1/s"],
      source: "ngamchuea2016",
      why: "the law is read, its constant is fitted",
      needsPaper: true,
    }),
  },
  K_thiol_slow: {
    label: "GSH that halves the oxidation of its copper complex by O2",
    number: sourced("2 mM", {
      grade: "C",
      range: ["0.3 mM", "20 mM"],
      source: "ngamchuea2016",
      why: "that more GSH slows it is read, by how much is not",
      needsPaper: true,
    }),
  },
  excess_thiol_Cu: {
    label: "GSH over Cu from which that law holds",
    number: sourced("3", { grade: "A", source: "ngamchuea2016", at: "abstract: at least threefold", dist: "fixed" }),
  },
  peroxide_thiol_Cu: {
    label: "H2O2 from which that law holds",
    number: sourced("1 uM", {
      grade: "C",
      source: "ngamchuea2016",
      why: "its order −½ in H2O2 cannot go on to none",
      range: ["0.3 uM", "3 uM"],
    }),
  },
  k_sequester_CuMT: {
    label: "transfer of copper to metallothionein",
    number: sourced("1e-3 1/s", {
      grade: "C",
      range: ["1e-4 1/s", "1e-2 1/s"],
      why: "minutes by ligand exchange",
      needsPaper: true,
    }),
  },
  K_import_Cu: {
    label: "CTR1, half-saturation",
    number: sourced("1.7e-6 M", { grade: "B", range: ["1e-6 M", "5e-6 M"], source: "lee2002" }),
  },
};

