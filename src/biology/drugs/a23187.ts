import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Carries Ca2+ in; it does so in exchange for protons, here as an added permeability. Stores it empties are left out. */
export const a23187: Drug = drug({
  id: "a23187",
  names: ["calcimycin", "A-23187", "calcium ionophore"],
  note: "Carries Ca2+ in; it does so in exchange for protons, here as an added permeability. Stores it empties are left out.",
  formula: "C29H37N3O6",
  acts: [
    {
      conducts: "Ca",
      permeability: sourced("5e-6 m/s/mM", {
        grade: "C",
        range: ["5e-7 m/s/mM", "5e-5 m/s/mM"],
        why: "1 µM overwhelms the calcium pump, 6 µM/s; that takes 5e-9 m/s",
        needsPaper: true,
      }),
    },
  ],
});
