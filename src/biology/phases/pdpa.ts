import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** PEG-b-PDPA micelle core, counted by its PDPA repeat unit: inert here, it falls apart in acid and lets its cargo go. */
export const pdpa: Phase = phase({
  id: "PDPA",
  names: ["PEG-b-PDPA", "poly(2-(diisopropylamino)ethyl methacrylate)"],
  formula: "C12H23NO2",
  molarVolume: sourced("2.0e-4 m^3/mol", {
    grade: "D",
    why: "molar mass of the repeat unit over the density of polymethacrylates, about 1.05 g/mL",
    dist: "fixed",
  }),
  dissolution: [],
});
