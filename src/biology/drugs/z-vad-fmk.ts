import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Blocks caspases: rescues what dies by apoptosis, and nothing of ferroptosis. */
export const zVadFmk: Drug = drug({
  id: "z-vad-fmk",
  names: ["z-VAD", "zVAD"],
  note: "Blocks caspases: rescues what dies by apoptosis, and nothing of ferroptosis.",
  formula: "C22H30FN3O7",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      inhibits: "caspases",
      ic50: sourced("1 uM", {
        grade: "C",
        range: ["0.1 uM", "10 uM"],
        why: "20–50 µM is used and blocks; covalent inactivation is taken as reversible",
        needsPaper: true,
      }),
      hill: sourced("1", { grade: "C", range: ["0.8", "1.5"], why: "one site; slopes are not at hand" }),
    },
  ],
});
