import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** A dialkyl peroxide, beside hydroperoxides and endoperoxides: two tert-butoxyl halves and no OOH. */
export const diTertButylPeroxide: Drug = drug({
  id: "di-tert-butyl-peroxide",
  names: ["DTBP", "dialkyl peroxide"],
  note: "A dialkyl peroxide, beside hydroperoxides and endoperoxides: two tert-butoxyl halves and no OOH.",
  formula: "C8H18O2",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      splits: "O-O",
      rate: sourced("0.1 1/(M*s)", {
        grade: "C",
        range: ["1e-3 1/(M*s)", "10 1/(M*s)"],
        why: "no rate was found; at iron electrodes hydroperoxides are reduced and dialkyl peroxides are not (abstract), and without ring strain it is taken to be slower than artemisinin",
        source: "baronIron",
        needsPaper: true,
      }),
      chains: sourced("0.5", {
        grade: "C",
        range: ["0.1", "0.98"],
        why: "as for the alkoxyl radicals of lipids; what breaks into methyl and acetone starts chains by its peroxyl",
        needsPaper: true,
      }),
    },
  ],
});
