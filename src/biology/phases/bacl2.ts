import { sourced } from "#model";
import type { Phase } from "../types.ts";
import { soluble } from "./soluble.ts";

/** Barium chloride: barium ions at once, without peroxide. */
export const baCl2: Phase = soluble({
  id: "BaCl2",
  names: ["barium chloride"],
  metal: "Ba",
  equation: "BaCl2 -> Ba2 + 2 Cl",
  molarVolume: sourced("5.4e-5 m^3/mol", { grade: "D", why: "208.2 g/mol over 3856 kg/m³", dist: "fixed" }),
});
