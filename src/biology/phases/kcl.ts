import { sourced } from "#model";
import type { Phase } from "../types.ts";
import { soluble } from "./soluble.ts";

/** Potassium chloride: an osmotic payload without sodium. */
export const kCl: Phase = soluble({
  id: "KCl",
  names: ["potassium chloride"],
  equation: "KCl -> K + Cl",
  molarVolume: sourced("3.75e-5 m^3/mol", { grade: "D", why: "74.55 g/mol over 1988 kg/m³", dist: "fixed" }),
});
