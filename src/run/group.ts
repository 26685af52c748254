import { type Kernel, type SolveStatus, settle, solve } from "#solve";
import type { Batch } from "./types.ts";

/** What one run of a group left: its observables by time, and how it ended. */
export interface RunOutcome {
  readonly observed: Float64Array;
  readonly status: SolveStatus;
  readonly steps: number;
  readonly message: string;
}

/**
 * Carries one group: brings it to rest once, then runs each of its schedules from there.
 * A group that finds no rest has all its runs marked with why.
 */
export function carryGroup(batch: Batch, index: number, kernel: Kernel): RunOutcome[] {
  const group = batch.groups[index]!;
  const { parameters } = group;
  const options = { rtol: batch.rtol, atol: batch.atol[group.program]!, maxSteps: batch.maxSteps };
  const problem = { kernel, parameters, t0: 0, times: batch.times };
  const size = batch.times.length * kernel.observables;
  let start: Float64Array | undefined;
  let restSteps = 0;
  if (batch.settle > 0) {
    const rest = settle(problem, batch.settle, batch.programs[group.program]!.counters, options);
    restSteps = rest.steps;
    if (rest.status !== "done") {
      const message = `no rest before the first dose: ${rest.message}`;
      return group.runs.map(() => ({
        observed: new Float64Array(size).fill(Number.NaN),
        status: rest.status,
        steps: restSteps,
        message,
      }));
    }
    start = rest.state;
  }
  return group.runs.map(({ schedule }, i) => {
    const solution = solve({ ...problem, ...(start ? { start } : {}), schedule }, options);
    const { steps, rejected } = solution.stats;
    return {
      observed: solution.observed,
      status: solution.status,
      steps: steps + rejected + (i === 0 ? restSteps : 0),
      message: solution.status === "done" ? "" : solution.message,
    };
  });
}
