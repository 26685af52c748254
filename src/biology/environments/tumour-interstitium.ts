import { sourced } from "#model";
import { environment } from "../record.ts";
import type { Environment } from "../types.ts";

/** The fluid between the cells of a tumour: acid, poor in oxygen, with an H2O2 that nobody agrees on; cooled by blood. */
export const tumourInterstitium: Environment = environment({
  id: "tumour-interstitium",
  kind: "tissue",
  names: ["tumour tissue", "tumour interstitium"],
  note: "H2O2 of 50–100 µM, as reviews state, is above what peroxiredoxin carries: the range covers it, the value does not.",
  own: {
    pH: sourced("6.7", {
      grade: "C",
      range: ["6.4", "7.0"],
      why: "the acid fluid that media of pH 6.5 stand for",
      needsPaper: true,
    }),
    oxygen: sourced("5e-5 M", {
      grade: "A(c)",
      range: ["5e-6 M", "1e-4 M"],
      source: "flash",
      at: "tissue O2 of the code; hypoxic 5 µM",
    }),
    peroxide: sourced("5 uM", {
      grade: "C",
      range: ["0.1 uM", "100 uM"],
      why: "two decades of spread, little measured directly; reviews say 50–100 µM",
      needsPaper: true,
    }),
  },
});
