import { sourced } from "#model";
import { carbonRadicals } from "../endoperoxide.ts";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** A synthetic 1,2,4-trioxolane between two spiro rings; how fast iron splits it hangs on how they shield it. */
export const arterolane: Drug = drug({
  id: "arterolane",
  names: ["OZ277", "RBx-11160"],
  note: "A synthetic 1,2,4-trioxolane between two spiro rings; how fast iron splits it hangs on how they shield it.",
  formula: "C22H36N2O4",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      splits: "O-O",
      rate: sourced("10 1/(M*s)", {
        grade: "C",
        range: ["0.1 1/(M*s)", "1000 1/(M*s)"],
        why: "rates within the class are read to span a wide range, none is at hand; centred on artemisinin",
        source: "creek2007",
        needsPaper: true,
      }),
      ...carbonRadicals,
    },
  ],
});
