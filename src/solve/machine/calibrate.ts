import { KationError } from "#units";
import type { Solution, SolveOptions } from "../types.ts";
import type { Engine, EngineProblem } from "./engine.ts";

/** What a calibration found. */
export interface Calibration {
  /** What to multiply both tolerances with. */
  readonly factor: number;
  /** Error of the pilot with the tolerances as asked, and with the factor, in units of the tolerance. */
  readonly before: number;
  readonly after: number;
}

/** Part of the tolerance that the pilot's error shall take at most: draws about it have up to three times its error. */
const SHARE = 0.3;

/** A factor is not trusted further than this, up or down. */
const MOST = 10;

/** Factors that are tried. */
const TRIES = 4;

/**
 * Finds the tolerance of steps that makes the error of results what was asked for.
 *
 * A solver's tolerance bounds the error of one step. What adds up to hangs on the model: on nine reaction networks the
 * error of results is between a twentieth of the tolerance and five times. A pilot — the problem as asked, and at a
 * hundredth of its tolerances — shows it:
 *
 *     E = max over times of RMS over states of |y − y_fine| / (rtol·|y_fine| + max(atol_i, rtol·peak_i/1000)),
 *     the largest factor found with E ≤ 0.3
 *
 * peak_i is the largest |y_i| that the pilot reports: a state far below it counts by its peak.
 *
 * The factor is a property of the model, its nominal numbers and the tolerances; found once, it serves every member of
 * an ensemble, whose results then hang on nothing but their own numbers.
 *
 * @param problem  a typical member; its times are where the error is looked at
 * @returns the factor, between 1/10 and 10, and the errors seen
 * @throws  `failed-integration` when the pilot does not come to its end
 * @example const { factor } = calibrate(engine, pilot, { rtol, atol });
 *          engine.run(members, { ...job, rtol: factor * rtol, atol: factor * atol }, destination);
 */
export function calibrate(engine: Engine, problem: EngineProblem, options: SolveOptions): Calibration {
  const fine = run(engine, problem, options, 1e-2);
  const errorAt = (factor: number): number => distance(run(engine, problem, options, factor), fine, options);
  const before = errorAt(1);
  const bound = (x: number): number => Math.min(MOST, Math.max(1 / MOST, x));
  let [factor, after] = [1, before];
  let [next, error] = [bound((0.8 * SHARE) / before), before];
  for (let tries = 0; tries < TRIES; tries++) {
    error = errorAt(next);
    // The largest factor that keeps the share; where none does, the one with the least error.
    const better = error <= SHARE ? after > SHARE || next > factor : after > SHARE && error < after;
    if (better) [factor, after] = [next, error];
    // Errors do not grow in proportion: half of the way that proportion says, unless this is near enough.
    if (error > 0.6 * SHARE && error <= SHARE) break;
    const wished = bound(next * ((0.8 * SHARE) / error));
    const further = error > SHARE ? wished : Math.sqrt(wished * next);
    if (further === next) break;
    next = further;
  }
  return { factor, before, after };
}

function run(engine: Engine, problem: EngineProblem, options: SolveOptions, factor: number): Solution {
  const { atol } = options;
  const solution = engine.solve(problem, {
    ...options,
    rtol: Math.min(0.1, Math.max(1e-13, options.rtol * factor)),
    atol: typeof atol === "number" ? atol * factor : atol.map((x) => x * factor),
  });
  if (solution.status === "done") return solution;
  throw new KationError("failed-integration", `the pilot run failed: ${solution.message}`, {
    where: `tolerances times ${factor}`,
    fix: "calibrate with a member that can be integrated, or keep the tolerances as they are",
  });
}

function distance(a: Solution, b: Solution, { rtol, atol }: SolveOptions): number {
  const n = a.end.length;
  const peaks = new Float64Array(n);
  b.states.forEach((y, k) => {
    peaks[k % n] = Math.max(peaks[k % n]!, Math.abs(y));
  });
  let most = 0;
  for (let row = 0; row < a.t.length; row++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const y = b.states[row * n + i]!;
      const least = typeof atol === "number" ? atol : atol[i]!;
      const scale = rtol * Math.abs(y) + Math.max(least, 1e-3 * rtol * peaks[i]!);
      const share = scale > 0 ? (a.states[row * n + i]! - y) / scale : 0;
      sum += share * share;
    }
    most = Math.max(most, Math.sqrt(sum / Math.max(1, n)));
  }
  return most;
}
