import { type Sourced, sourced } from "#model";
import type { Dissolution } from "../types.ts";

/** Rate of phosphides and sulfides, for want of one for any of them. */
const rate: Sourced = sourced("1e-9 mol/(m^2*s)", {
  grade: "C",
  range: ["1e-11 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
  why: "phosphides and sulfides; no rate of this solid is readable",
  when: { pH: 5.5 },
  needsPaper: true,
});
const order: Sourced = sourced("0.5", {
  grade: "C",
  range: ["0.02", "0.98"],
  why: "between 0 and 1 is all that is known",
});
const saturation: Sourced = sourced("1 uM", {
  grade: "C",
  range: ["0.1 uM", "10 uM"],
  why: "half-saturation in the oxidant is not known",
  needsPaper: true,
});
const share: Sourced = sourced("0.05", {
  grade: "C",
  range: ["0.001", "0.5"],
  why: "share of H2O2 as oxidant, 0–0.5, believed small",
  needsPaper: true,
});

/** The ways a phosphide or sulfide dissolves: by O2, by H2O2 (a share), and by acid alone as a hypothesis that is off, for phosphides. */
export function oxidativeDissolution(ways: {
  oxygen: string;
  peroxide: string;
  acid?: string;
}): readonly Dissolution[] {
  const common = { rate, pH: 5.5, order };
  return [
    { by: "oxygen", equation: ways.oxygen, saturation, share, restOf: "peroxide", ...common },
    { by: "peroxide", equation: ways.peroxide, saturation, share, ...common },
    ...(ways.acid ? [{ by: "acid", equation: ways.acid, hypothesis: true, ...common } as const] : []),
  ];
}
