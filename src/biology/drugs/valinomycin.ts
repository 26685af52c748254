import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Carries K+ down its electrochemical gradient. */
export const valinomycin: Drug = drug({
  id: "valinomycin",
  names: ["potassium ionophore"],
  note: "Carries K+ down its electrochemical gradient.",
  formula: "C54H90N6O18",
  acts: [
    {
      conducts: "K",
      permeability: sourced("1e-5 m/s/mM", {
        grade: "C",
        range: ["1e-6 m/s/mM", "1e-4 m/s/mM"],
        why: "1 µM takes the potential to that of K+, so adds more than ten times the permeability at rest, 7e-10 m/s",
        needsPaper: true,
      }),
    },
  ],
});
