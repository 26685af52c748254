import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Weak inhibitor of system xc-. */
export const sulfasalazine: Drug = drug({
  id: "sulfasalazine",
  names: ["SAS", "SSZ"],
  note: "Weak inhibitor of system xc-.",
  formula: "C18H14N4O5S",
  entry: sourced("2e-4 1/s", {
    grade: "C",
    range: ["2e-5 1/s", "2e-3 1/s"],
    why: "polar: enters within hours; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      inhibits: "xc",
      ic50: sourced("450 uM", {
        grade: "C",
        range: ["100 uM", "1 mM"],
        source: "dixon2014",
        why: "hundreds of µM, recalled; three decades weaker than erastin",
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
