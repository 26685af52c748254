import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** A bolus to the medium: the model has its H2O2 already. */
export const hydrogenPeroxide: Drug = drug({
  id: "hydrogen-peroxide",
  names: ["H2O2"],
  note: "A bolus to the medium: the model has its H2O2 already.",
  formula: "H2O2",
  is: "H2O2",
  acts: [],
});
