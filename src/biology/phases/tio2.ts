import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Titania, taken as inert in the dark: a control. */
export const tiO2: Phase = phase({
  id: "TiO2",
  names: ["titania"],
  formula: "TiO2",
  molarVolume: sourced("1.89e-5 m^3/mol", { grade: "D", why: "molar mass over density", dist: "fixed" }),
  dissolution: [],
});
