import { type Sourced, sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/**
 * A salt that water dissolves at once. A bare crystal of 100 nm is gone in about 10 µs, by diffusion from a saturated
 * surface; here it takes milliseconds, which is as good as at once. What takes longer is its coat, a record of the agent.
 */
export function soluble(record: {
  readonly id: string;
  readonly names: readonly string[];
  readonly formula?: string;
  readonly metal?: string;
  readonly equation: string;
  readonly molarVolume: Sourced;
}): Phase {
  const { equation, formula, ...rest } = record;
  return phase({
    ...rest,
    formula: formula ?? record.id,
    dissolution: [
      {
        by: "water",
        equation,
        pH: 7,
        rate: sourced("1 mol/(m^2*s)", {
          grade: "D",
          why: "dissolves at once: faster than anything else here",
          dist: "fixed",
        }),
        order: sourced("0", { grade: "D", why: "a soluble salt does not need acid", dist: "fixed" }),
      },
    ],
  });
}
