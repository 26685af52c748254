import { instantiate } from "#compile";
import { openPool } from "#pool";
import { KationError } from "#units";
import { carryGroup } from "./group.ts";
import { progressOf } from "./progress.ts";
import { layOut, type SharedColumns, statusCodes, toResult } from "./shared.ts";
import type { Batch, BatchResult, CarryOptions } from "./types.ts";

/**
 * Carries a batch: every run of every group, here or in a pool of workers.
 *
 * The bytes of the result do not depend on the number of workers: a group's outcome hangs on nothing outside it.
 * Runs that fail are rows with a status and a sentence; so are those whose kernel throws or whose worker dies.
 *
 * @param options.workers     threads, 1 … 64; 1 stays in this one. Default: the cores there are, at most 8
 * @param options.onProgress  called a few times a second and at the end
 * @param options.signal      stops the work; the promise is then rejected
 * @throws `interrupted` when stopped by the signal; `out-of-range` for a number of workers that is none
 */
export async function carry(batch: Batch, options: CarryOptions = {}): Promise<BatchResult> {
  const { workers, signal } = options;
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= 64)) {
    throw new KationError("out-of-range", `${workers} is no number of workers`, {
      fix: "give a whole number from 1 to 64",
    });
  }
  if (signal?.aborted) throw interrupted();
  const columns = layOut(batch);
  const messages = new Map<number, string>();
  const total = columns.status.length;
  const began = performance.now();
  const report = (): void =>
    options.onProgress?.(progressOf(columns.counters[1]!, total, (performance.now() - began) / 1000));
  const pool = workers === 1 || batch.groups.length < 4 ? undefined : openPool(workers);
  if (pool) await pool.carry(batch, columns, messages, report, signal);
  // Where workers could not start, or there are none, nothing has been taken yet.
  if (columns.counters[0] === 0) await carryHere(batch, columns, messages, report, signal);
  report();
  return toResult(batch, columns, messages);
}

async function carryHere(
  batch: Batch,
  columns: SharedColumns,
  messages: Map<number, string>,
  report: () => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let last = performance.now();
  for (let g = 0; g < batch.groups.length; g++) {
    if (signal?.aborted) throw interrupted();
    for (const [run, text] of carryInto(batch, g, columns)) messages.set(run, text);
    if (performance.now() - last < 200) continue;
    report();
    // Let timers, input and the signal have their turn.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  }
}

/** Carries one group and writes its rows. @returns sentences of the runs that failed, by run */
export function carryInto(batch: Batch, g: number, columns: SharedColumns): [number, string][] {
  const first = columns.firstRun[g]!;
  const { runs, program } = batch.groups[g]!;
  const failed: [number, string][] = [];
  try {
    const outcomes = carryGroup(batch, g, instantiate(batch.programs[program]!));
    columns.drift[g] = outcomes.drift;
    outcomes.runs.forEach((outcome, i) => {
      columns.observed.set(outcome.observed, columns.offsets[first + i]!);
      columns.status[first + i] = statusCodes.indexOf(outcome.status);
      columns.steps[first + i] = outcome.steps;
      if (outcome.message !== "") failed.push([first + i, outcome.message]);
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    failed.push(...markCrashed(columns, g, runs.length, `the kernel threw: ${text}`));
  }
  Atomics.add(columns.counters, 1, runs.length);
  return failed;
}

/** Gives all runs of a group the status `crashed`, no numbers, and a sentence. */
export function markCrashed(
  columns: SharedColumns,
  g: number,
  runs: number,
  text: string,
): [number, string][] {
  const first = columns.firstRun[g]!;
  columns.observed.fill(Number.NaN, columns.offsets[first]!, columns.offsets[first + runs]!);
  columns.status.fill(0, first, first + runs);
  columns.drift[g] = Number.NaN;
  return Array.from({ length: runs }, (_, i) => [first + i, text]);
}

/** The error of a run that was told to stop. */
export function interrupted(): KationError {
  return new KationError("interrupted", "the run was stopped before its end", {
    fix: "run it again; nothing was kept",
  });
}
