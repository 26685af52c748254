import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** A lipid hydroperoxide given from outside: in the membrane it counts as LOOH. */
export const mlh: Drug = drug({
  id: "mlh",
  names: ["methyl linoleate hydroperoxide"],
  note: "A lipid hydroperoxide given from outside: in the membrane it counts as LOOH.",
  formula: "C19H34O4",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  is: "LOOH",
  acts: [],
});
