import { sourced } from "#model";
import type { Phase } from "../types.ts";
import { soluble } from "./soluble.ts";

/** Sodium persulfate: two sodium ions and an oxidant that waits for iron. */
export const na2S2O8: Phase = soluble({
  id: "Na2S2O8",
  names: ["sodium persulfate"],
  equation: "Na2S2O8 -> 2 Na + S2O8",
  molarVolume: sourced("9.921e-5 m^3/mol", { grade: "D", why: "238.1 g/mol over 2400 kg/m³", dist: "fixed" }),
});
