import { type Sourced, sourced } from "#model";
import type { Dissolution } from "../types.ts";

/** Rate of coordination polymers, for want of one for any of them. */
const rate: Sourced = sourced("3e-9 mol/(m^2*s)", {
  grade: "C",
  range: ["1e-11 mol/(m^2*s)", "1e-6 mol/(m^2*s)"],
  why: "no release rate of a named coordination polymer is readable",
  needsPaper: true,
});
const order: Sourced = sourced("0.5", {
  grade: "C",
  range: ["0.05", "1"],
  why: "between 0 and 1 is all that is known",
});
const none: Sourced = sourced("0", { grade: "D", why: "not by acid", dist: "fixed" });

/** The ways a coordination polymer comes apart: by acid, by what competes for its metal, by thiol, by cutting its DNA. */
export function coordinationPolymer(ways: {
  acid: string;
  ligand: string;
  thiol?: string;
  nuclease?: string;
}): readonly Dissolution[] {
  return [
    { by: "acid", equation: ways.acid, rate, pH: 5.5, order },
    { by: "ligand", equation: ways.ligand, rate, pH: 7.2, order: none, reagent: "4 mM" },
    ...(ways.thiol
      ? [{ by: "thiol", equation: ways.thiol, rate, pH: 7.2, order: none, reagent: "5 mM" } as const]
      : []),
    ...(ways.nuclease
      ? [{ by: "nuclease", equation: ways.nuclease, rate, pH: 5, order: none } as const]
      : []),
  ];
}
