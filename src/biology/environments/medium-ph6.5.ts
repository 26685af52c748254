import { sourced } from "#model";
import { environment } from "../record.ts";
import type { Environment } from "../types.ts";

/** Culture medium at pH 6.5, the usual stand-in for the acid fluid of a tumour. */
export const mediumPh65: Environment = environment({
  id: "medium-ph6.5",
  names: ["culture medium, pH 6.5"],
  note: "Standard medium; only the pH is set.",
  own: { pH: sourced("6.5", { grade: "D", why: "set by the experimenter", dist: "fixed" }) },
});
