import { sourced } from "#model";
import type { Phase } from "../types.ts";
import { soluble } from "./soluble.ts";

/** Sodium chloride, the payload of salt particles. */
export const naCl: Phase = soluble({
  id: "NaCl",
  names: ["sodium chloride"],
  equation: "NaCl -> Na + Cl",
  molarVolume: sourced("2.699e-5 m^3/mol", { grade: "D", why: "58.44 g/mol over 2165 kg/m³", dist: "fixed" }),
});
