import { sourced } from "#model";
import { environment } from "../record.ts";
import type { Environment } from "../types.ts";

/** Culture medium at pH 7.4, the fluid of normal tissue. */
export const mediumPh74: Environment = environment({
  id: "medium-ph7.4",
  names: ["culture medium, pH 7.4"],
  note: "Standard medium; only the pH is set.",
  own: { pH: sourced("7.4", { grade: "D", why: "set by the experimenter", dist: "fixed" }) },
});
