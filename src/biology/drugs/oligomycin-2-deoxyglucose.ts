import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Oligomycin with 10 mM 2-deoxyglucose, which together stop both ways to make ATP; by the concentration of oligomycin. Alone, each leaves the other way open, which this lumped synthesis does not tell apart. */
export const oligomycin2Deoxyglucose: Drug = drug({
  id: "oligomycin-2-deoxyglucose",
  names: ["oligomycin + 2-DG", "metabolic inhibition"],
  note: "Oligomycin with 10 mM 2-deoxyglucose, which together stop both ways to make ATP; by the concentration of oligomycin. Alone, each leaves the other way open, which this lumped synthesis does not tell apart.",
  formula: "C45H74O11",
  acts: [
    {
      inhibits: "atp-synthesis",
      ic50: sourced("10 nM", {
        grade: "C",
        range: ["1 nM", "100 nM"],
        why: "0.1 µg/mL (130 nM) stops respiration that makes ATP in many lines; with 2-deoxyglucose in excess that is all synthesis",
        needsPaper: true,
      }),
      hill: sourced("1", { grade: "C", range: ["0.8", "1.5"], why: "one site; slopes are not at hand" }),
    },
  ],
});
