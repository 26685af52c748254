import { type Sourced, sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** A number of the stored model code of this line. */
const read = (value: string, range: readonly [string, string], at: string): Sourced =>
  sourced(value, {
    grade: "A(c)",
    range,
    source: "selvaggio2018",
    at: `HEK293, ${at}`,
    tags: { line: "HEK293" },
  });

/** HEK293: human embryonic kidney cells, immortalised, not of a tumour; the peroxiredoxin system by proteomics. */
export const hek293: Cell = cell({
  id: "hek293",
  names: ["HEK293", "HEK-293", "human embryonic kidney cells"],
  kind: "normal",
  note: "Volume, H2O2 exchange, peroxiredoxin and thioredoxin of the line; all else is the generic cell. The code that fits the line has 3.7e3 1/(M·s) for sulfinylation.",
  own: {
    volume: read("1.15 pL", ["0.8 pL", "1.6 pL"], "V_cytoplasm 1150 µm³"),
    permeability: sourced("6.9 1/s", {
      grade: "D",
      range: ["1 1/s", "10 1/s"],
      why: "15 µm/s, the permeability of erythrocytes, times 530 µm² over 1150 µm³",
      source: "selvaggio2018",
    }),
    prx: read("1.4e-4 M", ["1e-4 M", "2e-4 M"], "PrxTotal 140 µM"),
    trx: read("4.6e-5 M", ["3e-5 M", "7e-5 M"], "TrxTotal 46 µM"),
    trxReductase: read("1.9e-4 M/s", ["1.3e-4 M/s", "2.8e-4 M/s"], "VAppMax 190 µM/s"),
    prxCondensation: read("7.3 1/s", ["1.7 1/s", "11 1/s"], "k_Cond; PrxI 9, PrxII 1.7"),
    prxSulfinylation: read(
      "3.7e3 1/(M*s)",
      ["1.3e3 1/(M*s)", "1.2e4 1/(M*s)"],
      "k_Sulf; PrxI 1.3e3, PrxII 1.2e4",
    ),
    sulfiredoxin: read("4.1e-4 1/s", ["2e-4 1/s", "8e-4 1/s"], "k_Srx"),
    catalase: sourced("100 1/s", {
      grade: "D",
      range: ["50 1/s", "160 1/s"],
      why: "sink other than peroxiredoxin 160 1/s, less 60 1/s of 1 µM GPx1",
      source: "selvaggio2018",
    }),
  },
});
