import { sourced } from "#model";
import type { Phase } from "../types.ts";
import { soluble } from "./soluble.ts";

/** Potassium persulfate: the same oxidant without sodium. */
export const k2S2O8: Phase = soluble({
  id: "K2S2O8",
  names: ["potassium persulfate"],
  equation: "K2S2O8 -> 2 K + S2O8",
  molarVolume: sourced("1.0913e-4 m^3/mol", {
    grade: "D",
    why: "270.3 g/mol over 2477 kg/m³",
    dist: "fixed",
  }),
});
