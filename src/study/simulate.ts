import { compileHybrid } from "#compile";
import type { Model } from "#model";
import { type Method, type SolveStats, type SolveStatus, solveHybrid } from "#solve";

/** How a model is followed in time. */
export interface SimulateOptions {
  /** Times to report, ascending. */
  readonly times: Float64Array;
  /** When the run begins, default the first of the times. */
  readonly begin?: number;
  /** Relative tolerance per step, default 1e-9. */
  readonly rtol?: number;
  /** Absolute tolerance, in the units of the states, default 1e-12. */
  readonly atol?: number;
  /** Default `rodas5p`. */
  readonly method?: Method;
  readonly maxSteps?: number;
  /** Seed of the order of simultaneous events, default 1. */
  readonly seed?: number;
}

/** A model in time. */
export interface Simulated {
  readonly status: SolveStatus;
  readonly message: string;
  readonly times: Float64Array;
  /** Ids of the model's observables. */
  readonly columns: readonly string[];
  /** Row-major times × columns; NaN behind a failure. */
  readonly values: Float64Array;
  readonly stats: SolveStats;
}

/**
 * Follows any model in time and reports its observables.
 *
 * It runs in the JavaScript step loop, which knows queued events, conditions inside rates and values of the past; studies, whose
 * models have none of these, run in the compiled one.
 *
 * @returns a table; a run that fails has the rows up to there and says why
 * @throws  as `compileHybrid`; `out-of-range` for tolerances and times without sense
 * @example simulate(model, { times: Float64Array.from({ length: 101 }, (_, i) => i) })
 */
export function simulate(model: Model, options: SimulateOptions): Simulated {
  const { kernel, plan, nominal, observables } = compileHybrid(model);
  const { times } = options;
  const t0 = options.begin ?? times[0]!;
  const span = times[times.length - 1]! - times[0]!;
  // A condition that comes and goes is looked for four times between two rows.
  const hMax = kernel.roots > 0 && span > 0 ? span / Math.max(1, times.length - 1) : undefined;
  const solution = solveHybrid(
    { kernel, plan, parameters: nominal(), t0, times },
    {
      rtol: options.rtol ?? 1e-9,
      atol: options.atol ?? 1e-12,
      ...(options.method && { method: options.method }),
      ...(options.maxSteps !== undefined && { maxSteps: options.maxSteps }),
      ...(hMax !== undefined && { hMax }),
      seed: options.seed ?? 1,
    },
  );
  const { status, message, stats, observed } = solution;
  return { status, message, times, columns: observables, values: observed, stats };
}
