import { openPool } from "#pool";
import { instantiate } from "#compile";
import { KationError } from "#units";
import { carryGroup } from "./group.ts";
import { progressOf } from "./progress.ts";
import { layOut, type SharedColumns, statusCodes, toResult } from "./shared.ts";
import type { Batch, BatchResult, CarryOptions } from "./types.ts";

/**
 * Carries a batch: every run of every group, here or in a pool of workers.
 *
 * The bytes of the result do not depend on the number of workers: a group's outcome hangs on nothing outside it.
 * Runs that fail are rows with a status and a sentence.
 *
 * @param options.workers     threads; 1 stays in this one. Default: the cores there are, at most 8
 * @param options.onProgress  called a few times a second and at the end
 * @param options.signal      stops the work; the promise is then rejected
 * @throws `interrupted` when stopped by the signal
 */
export async function carry(batch: Batch, options: CarryOptions = {}): Promise<BatchResult> {
  const columns = layOut(batch);
  const messages = new Map<number, string>();
  const total = columns.status.length;
  const began = performance.now();
  const report = (): void => options.onProgress?.(progressOf(columns.counters[1]!, total, (performance.now() - began) / 1000));
  const pool = options.workers === 1 || batch.groups.length < 4 ? undefined : openPool(options.workers);
  if (pool) await pool.carry(batch, columns, messages, report, options.signal);
  else await carryHere(batch, columns, messages, report, options.signal);
  report();
  return toResult(batch, columns, messages);
}

async function carryHere(
  batch: Batch, columns: SharedColumns, messages: Map<number, string>, report: () => void, signal: AbortSignal | undefined,
): Promise<void> {
  let last = performance.now();
  for (let g = 0; g < batch.groups.length; g++) {
    if (signal?.aborted) throw interrupted();
    carryInto(batch, g, columns, messages);
    if (performance.now() - last < 200) continue;
    report();
    // Let timers, input and the signal have their turn.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  }
}

/** Carries one group and writes its rows. */
export function carryInto(batch: Batch, g: number, columns: SharedColumns, messages: Map<number, string>): void {
  const kernel = instantiate(batch.programs[batch.groups[g]!.program]!);
  carryGroup(batch, g, kernel).forEach((outcome, i) => {
    const run = columns.firstRun[g]! + i;
    columns.observed.set(outcome.observed, columns.offsets[run]!);
    columns.status[run] = statusCodes.indexOf(outcome.status, 1);
    columns.steps[run] = outcome.steps;
    if (outcome.message !== "") messages.set(run, outcome.message);
  });
  Atomics.add(columns.counters, 1, batch.groups[g]!.runs.length);
}

/** The error of a run that was told to stop. */
export function interrupted(): KationError {
  return new KationError("interrupted", "the run was stopped before its end", { fix: "run it again; nothing was kept" });
}
