import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Blocks cystine import by system xc-; the class of ferroptosis inducers that starves GPX4 of glutathione. */
export const erastin: Drug = drug({
  id: "erastin",
  names: [],
  note: "Blocks cystine import by system xc-; the class of ferroptosis inducers that starves GPX4 of glutathione.",
  formula: "C30H31ClN4O4",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      inhibits: "xc",
      ic50: sourced("0.2 uM", {
        grade: "B",
        range: ["0.1 uM", "1 uM"],
        source: "dixon2014",
        why: "recalled: glutamate release; death of HT-1080 at 1–5 µM",
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
