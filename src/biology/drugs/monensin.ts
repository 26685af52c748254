import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Carries Na+ in for H+; as anion exchange takes HCO3- out for Cl-, what moves is NaCl. pH is not followed. */
export const monensin: Drug = drug({
  id: "monensin",
  names: ["sodium ionophore"],
  note: "Carries Na+ in for H+; as anion exchange takes HCO3- out for Cl-, what moves is NaCl. pH is not followed.",
  formula: "C36H62O11",
  acts: [
    {
      exchanges: "Na",
      permeability: sourced("5e-7 m/s/mM", {
        grade: "C",
        range: ["5e-8 m/s/mM", "5e-6 m/s/mM"],
        why: "10 µM raises sodium within minutes in heart cells; 5 min take 5e-9 m/s",
        needsPaper: true,
      }),
    },
  ],
});
