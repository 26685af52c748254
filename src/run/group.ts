import { type Kernel, type SolveStatus, settle, solve } from "#solve";
import type { Batch } from "./types.ts";

/** What one run of a group left: its observables by time, and how it ended. */
export interface RunOutcome {
  readonly observed: Float64Array;
  readonly status: SolveStatus;
  readonly steps: number;
  readonly message: string;
}

/** What a group left: its runs, and how far from rest it began. */
export interface GroupOutcome {
  readonly runs: readonly RunOutcome[];
  /** {@link driftOf} the state before the first intervention; NaN when none was looked for. */
  readonly drift: number;
}

/**
 * Carries one group: brings it to rest once, then runs each of its schedules from there.
 * A group that finds no rest has all its runs marked with why.
 */
export function carryGroup(batch: Batch, index: number, kernel: Kernel): GroupOutcome {
  const group = batch.groups[index]!;
  const { parameters } = group;
  const options = { rtol: batch.rtol, atol: batch.atol[group.program]!, maxSteps: batch.maxSteps };
  const problem = { kernel, parameters, t0: 0, times: batch.times };
  const size = batch.times.length * kernel.observables;
  let start: Float64Array | undefined;
  let restSteps = 0;
  let drift = Number.NaN;
  if (batch.settle > 0) {
    const rest = settle(problem, batch.settle, batch.programs[group.program]!.counters, options);
    restSteps = rest.steps;
    if (rest.status !== "done") {
      const message = `no rest before the first dose: ${rest.message}`;
      const runs = group.runs.map(() => ({
        observed: new Float64Array(size).fill(Number.NaN),
        status: rest.status,
        steps: restSteps,
        message,
      }));
      return { runs, drift };
    }
    start = rest.state;
    drift = driftOf(batch, index, kernel, start);
  }
  const runs = group.runs.map(({ schedule }, i) => {
    const solution = solve({ ...problem, ...(start ? { start } : {}), schedule }, options);
    const { steps, rejected } = solution.stats;
    return {
      observed: solution.observed,
      status: solution.status,
      steps: steps + rejected + (i === 0 ? restSteps : 0),
      message: solution.status === "done" ? "" : solution.message,
    };
  });
  return { runs, drift };
}

/**
 * How far a state is from rest: the largest share by which a state would move over the length of a run at its present
 * rate, max |f_i|·(t_end − t_0)/(|y_i| + atol_i/rtol). Counters are left out.
 */
function driftOf(batch: Batch, index: number, kernel: Kernel, state: Float64Array): number {
  const { parameters, program } = batch.groups[index]!;
  const c = new Float64Array(kernel.constants);
  c.set(parameters);
  kernel.prepare(c);
  const rates = new Float64Array(kernel.n);
  kernel.rates(0, state, c, rates);
  const duration = batch.times.at(-1)! - batch.times[0]!;
  const atol = batch.atol[program]!;
  const counters = new Set(batch.programs[program]!.counters);
  return rates.reduce((most, f, i) => {
    if (counters.has(i)) return most;
    return Math.max(most, (Math.abs(f) * duration) / (Math.abs(state[i]!) + atol[i]! / batch.rtol));
  }, 0);
}
