import { type Sourced, sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** A number of the stored model code of this line. */
const read = (value: string, range: readonly [string, string], at: string): Sourced =>
  sourced(value, {
    grade: "A(c)",
    range,
    source: "selvaggio2018",
    at: `MCF7, ${at}`,
    tags: { line: "MCF7" },
  });

/** MCF-7: cells of a human breast carcinoma; the peroxiredoxin system by proteomics. */
export const mcf7: Cell = cell({
  id: "mcf-7",
  names: ["MCF-7", "MCF7"],
  kind: "tumour",
  note: "Volume, membrane potential, H2O2 exchange, peroxiredoxin, thioredoxin and growth of the line; without integrin αvβ3 (xu2018, abstract); all else is the generic cell.",
  own: {
    volume: read("1.76 pL", ["1.2 pL", "2.5 pL"], "V_cytoplasm 1760 µm³"),
    permeability: read("10.4 1/s", ["1 1/s", "15 1/s"], "P 15 µm/s of erythrocytes, 1224 µm² over 1760 µm³"),
    prx: read("0.92e-4 M", ["0.6e-4 M", "1.4e-4 M"], "PrxTotal 92 µM"),
    trx: read("2.0e-5 M", ["1.4e-5 M", "3e-5 M"], "TrxTotal 20 µM; earlier 23"),
    trxReductase: read("2.3e-4 M/s", ["1.5e-4 M/s", "3.5e-4 M/s"], "VAppMax 230 µM/s"),
    prxCondensation: read("6.4 1/s", ["0.5 1/s", "11 1/s"], "k_Cond; PrxI 11, PrxII 0.5"),
    prxSulfinylation: read(
      "5.1e3 1/(M*s)",
      ["1.5e3 1/(M*s)", "1e4 1/(M*s)"],
      "k_Sulf; PrxI 1.5e3, PrxII 3.4e3",
    ),
    sulfiredoxin: read("3.3e-3 1/s", ["1.6e-3 1/s", "6.6e-3 1/s"], "k_Srx"),
    catalase: sourced("19 1/s", {
      grade: "D",
      range: ["5 1/s", "79 1/s"],
      why: "sink other than peroxiredoxin 79 1/s, less 60 1/s of 1 µM GPx1",
      source: "selvaggio2018",
    }),
    restPotential: sourced("-21 mV", {
      grade: "D",
      range: ["-40.4 mV", "-9 mV"],
      source: "wonderlin1995",
      at: "abstract: four groups of cells at −9.0, −17.4, −24.6 and −40.4 mV, all between −58.6 and −2.7 mV",
      why: "midway between the two middle groups; the range is the outer two",
      dist: "normal",
    }),
    growth: sourced("0.0456 1/h", {
      grade: "A",
      range: ["0.02 1/h", "0.05 1/h"],
      source: "breastModels",
      at: "table 1, population doubling in 15.2 h; the panel of the NCI is recalled with 25.4 h",
    }),
  },
});
