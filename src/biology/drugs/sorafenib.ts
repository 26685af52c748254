import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Kinase inhibitor that also blocks system xc-; its kinase targets are left out. */
export const sorafenib: Drug = drug({
  id: "sorafenib",
  names: [],
  note: "Kinase inhibitor that also blocks system xc-; its kinase targets are left out.",
  formula: "C21H16ClF3N4O3",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      inhibits: "xc",
      ic50: sourced("15 uM", {
        grade: "C",
        range: ["5 uM", "40 uM"],
        source: "dixon2014",
        why: "that it inhibits is read in the abstract, the concentration is recalled",
        needsPaper: true,
      }),
      hill: sourced("2.5", {
        grade: "C",
        range: ["1.5", "4"],
        why: "glutathione is made from what proteins leave of little cystine, so its supply falls more steeply than import; fits death at 1–5 µM erastin (recalled)",
        needsPaper: true,
      }),
    },
  ],
});
