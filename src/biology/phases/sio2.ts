import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Amorphous silica, taken as inert: a carrier and a control. */
export const siO2: Phase = phase({
  id: "SiO2",
  names: ["silica, amorphous"],
  formula: "SiO2",
  molarVolume: sourced("2.73e-5 m^3/mol", { grade: "D", why: "molar mass over density", dist: "fixed" }),
  dissolution: [],
});
