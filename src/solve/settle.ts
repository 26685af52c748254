import { Consistent } from "./consistent.ts";
import { rodas4 } from "./methods/index.ts";
import { poseOptions } from "./pose.ts";
import { type Ending, failure, tooSmall } from "./status.ts";
import { Stepper } from "./stepper.ts";
import type { Problem, SolveOptions, SolveStats, SolveStatus } from "./types.ts";

/** A state at rest, or where the way there ended. */
export interface Settled {
  readonly status: SolveStatus;
  readonly message: string;
  readonly state: Float64Array;
  /** Time integrated: the horizon, or less when rest came earlier. */
  readonly time: number;
  /** Largest |dy_i/dt|·horizon in units of rtol·(|y_i| + atol_i): at rest at or below 1. */
  readonly restlessness: number;
  /** Steps taken, rejected ones among them. */
  readonly steps: number;
  readonly stats: SolveStats;
}

/**
 * Brings a problem to rest: integrates from t0 − horizon to t0 without schedule, triggers or outputs, in
 * steps as long as the error allows, and stops early once no state would move by more than its tolerance over
 * the horizon:
 *
 *     |f_i|·horizon ≤ rtol·(|y_i| + atol_i)     for all differential states but the counters
 *
 * Algebraic states follow from the others and are made consistent first. The early stop is for autonomous problems only. Counters are set back to their initial value.
 *
 * @param horizon  time allowed, s, > 0; several times the slowest relaxation
 * @param counters states that only add up: left out of the test for rest, and set back at the end
 * @param options  as for `solve`
 * @returns `Settled`; whether the state is at rest is told by `restlessness`, not by `status`
 * @throws  `out-of-range`, `mismatch-shape` for options without sense
 * @example const { state } = settle(problem, 72 * 3600, program.counters, { rtol: 1e-6, atol: 1e-12 });
 */
export function settle(
  problem: Problem,
  horizon: number,
  counters: Int32Array,
  options: SolveOptions,
): Settled {
  const { kernel, parameters, start, t0 } = problem;
  poseOptions(options, kernel.n);
  const c = new Float64Array(kernel.constants);
  c.set(parameters);
  kernel.prepare(c);
  const initial = new Float64Array(kernel.n);
  kernel.initial(c, initial);
  const skip = new Uint8Array(kernel.n);
  for (const i of counters) skip[i] = 1;
  const stepper = new Stepper(kernel, options.method ?? rodas4, c, options.rtol, options.atol);
  stepper.y.set(start ?? initial);
  stepper.t = t0 - horizon;
  const fault = new Consistent(kernel, c, options.rtol, options.atol).find(stepper.t, stepper.y);
  const end =
    fault === undefined
      ? relax(stepper, t0, horizon, skip, kernel.autonomous, options)
      : failure("inconsistent-start", stepper, fault);
  const restlessness = stepper.restlessness(horizon, skip);
  const state = stepper.y.slice();
  for (const i of counters) state[i] = initial[i]!;
  const { stats } = stepper;
  const steps = stats.steps + stats.rejected;
  return { ...end, state, time: stepper.t - (t0 - horizon), restlessness, steps, stats };
}

function relax(
  stepper: Stepper,
  t0: number,
  horizon: number,
  skip: Uint8Array,
  autonomous: boolean,
  options: SolveOptions,
): Ending {
  const hMax = options.hMax ?? Infinity;
  const maxSteps = options.maxSteps ?? 100_000;
  stepper.h = options.hStart ?? stepper.firstStep(horizon);
  for (let tries = 0; tries < maxSteps; tries++) {
    if (autonomous && stepper.restlessness(horizon, skip) <= 1) {
      return { status: "done", message: `at rest after ${tries} steps, at t = ${stepper.t} s` };
    }
    const left = t0 - stepper.t;
    const landing = Math.min(stepper.h, hMax) >= left * 0.999;
    stepper.h = landing ? left : Math.min(stepper.h, hMax);
    if (tooSmall(stepper))
      return failure(stepper.error < Infinity ? "step-too-small" : "not-finite", stepper);
    if (!stepper.step()) {
      if (Number.isNaN(stepper.error) && !stepper.finite()) return failure("not-finite", stepper);
      continue;
    }
    if (landing) {
      stepper.t = t0;
      return { status: "done", message: `the horizon was reached at t = ${t0} s` };
    }
  }
  return failure("too-many-steps", stepper, `${maxSteps} steps`);
}
