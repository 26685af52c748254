import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Makes channels for Na+ and K+ alike, in cells that are then nearly without a potential. */
export const gramicidin: Drug = drug({
  id: "gramicidin",
  names: ["gramicidin D"],
  note: "Makes channels for Na+ and K+ alike, in cells that are then nearly without a potential.",
  formula: "C99H140N20O17",
  acts: [
    {
      conducts: "Na",
      permeability: sourced("5e-6 m/s/mM", {
        grade: "C",
        range: ["5e-7 m/s/mM", "5e-5 m/s/mM"],
        why: "1 µM levels sodium within minutes, as in calibrations of sodium dyes; 5 min take 5e-9 m/s",
        needsPaper: true,
      }),
    },
    {
      conducts: "K",
      permeability: sourced("5e-6 m/s/mM", {
        grade: "C",
        range: ["5e-7 m/s/mM", "5e-5 m/s/mM"],
        why: "as for Na+; channels of gramicidin hardly tell them apart",
        needsPaper: true,
      }),
    },
  ],
});
