import { sourced } from "#model";
import { environment } from "../record.ts";
import type { Environment } from "../types.ts";

/** The fluid between the cells of a tumour: acid, short of oxygen, with H2O2 of a level nobody knows within decades. */
export const tumourInterstitium: Environment = environment({
  id: "tumour-interstitium",
  kind: "tissue",
  names: ["tumour interstitial fluid", "tumour tissue", "TME"],
  note:
    "pH, oxygen, H2O2, pyruvate, cystine, glucose and sulfate are set. Reviews say 50–100 µM H2O2; a cell beside that has its " +
    "peroxiredoxin overrun, so the level is an input of wide range. Beside a culture's cells it is still well stirred.",
  own: {
    pH: sourced("6.65", {
      grade: "C",
      range: ["6.5", "6.8"],
      why: "range that reviews of tumour acidity give",
      dist: "normal",
      source: "chemSci2021",
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
      why: "reviews say 50–100 µM, above what peroxiredoxin can hold; hardly measured",
      needsPaper: true,
    }),
    peroxideLoss: sourced("2e-3 1/s", {
      grade: "C",
      range: ["2e-4 1/s", "2e-2 1/s"],
      why: "erythrocytes and the other cells around; order of magnitude",
      needsPaper: true,
    }),
    pyruvate: sourced("0.1 mM", {
      grade: "C",
      range: ["0.03 mM", "0.3 mM"],
      why: "of the order of plasma",
      needsPaper: true,
    }),
    cystine: sourced("40 uM", {
      grade: "C",
      range: ["10 uM", "100 uM"],
      why: "of the order of plasma",
      needsPaper: true,
    }),
    glucose: sourced("2 mM", {
      grade: "C",
      range: ["0.2 mM", "5 mM"],
      why: "below plasma, as tumours use it up",
      needsPaper: true,
    }),
    albumin: sourced("0.3 mM", {
      grade: "C",
      range: ["0.1 mM", "0.6 mM"],
      why: "half of plasma",
      needsPaper: true,
    }),
    sulfate: sourced("0.3 mM", {
      grade: "B",
      range: ["0.2 mM", "0.5 mM"],
      why: "recalled, no source known: plasma",
      needsPaper: true,
    }),
  },
});
