import { openPool } from "#pool";
import { methodFor, restWeights } from "#solve";
import { KationError } from "#units";
import { carryPiece } from "./piece.ts";
import { progressOf } from "./progress.ts";
import { layOut, memory, type SharedColumns, toResult } from "./shared.ts";
import type { Batch, BatchResult, CarryOptions, Job } from "./types.ts";

/** Runs in a piece of work, about: enough to fill the lanes, few enough to share out evenly. */
const PIECE = 48;

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
  const job = jobOf(batch);
  const columns = layOut(batch, job.pieces.length - 1);
  const messages = new Map<number, string>();
  const total = columns.status.length;
  const began = performance.now();
  const report = (): void =>
    options.onProgress?.(progressOf(columns.counters[1]!, total, (performance.now() - began) / 1000));
  const pool = workers === 1 || batch.groups.length < 4 ? undefined : openPool(workers);
  if (pool) await pool.carry(job, columns, messages, report, signal);
  // Where workers could not start, or there are none, nothing has been taken yet.
  if (columns.counters[0] === 0) await carryHere(job, columns, messages, report, signal);
  report();
  return toResult(batch, columns, messages);
}

/** A batch as workers get it: its modules written and compiled here, once, and its groups in pieces. */
export function jobOf(batch: Batch): Job {
  const { programs, groups, ...rest } = batch;
  const pieces: number[] = [];
  let [program, runs] = [-1, 0];
  groups.forEach((group, g) => {
    if (group.program !== program || runs >= PIECE) {
      pieces.push(g);
      [program, runs] = [group.program, 0];
    }
    runs += group.runs.length;
  });
  pieces.push(groups.length);
  const places = new Float64Array(groups.length + 1);
  groups.forEach(({ parameters }, g) => {
    places[g + 1] = places[g]! + parameters.length;
  });
  const parameters = new Float64Array(memory(8 * places[groups.length]!));
  groups.forEach((group, g) => {
    parameters.set(group.parameters, places[g]!);
  });
  return {
    ...rest,
    groups: groups.map(({ program, runs }) => ({ program, runs })),
    parameters,
    places,
    pieces: Int32Array.from(pieces),
    programs: programs.map((p) => {
      const method = methodFor(batch, () => p.operations);
      return {
        code: p.machine(method, 2),
        method: method.name,
        restWeight: restWeights(p.shape.n, p.counters),
      };
    }),
  };
}

async function carryHere(
  job: Job,
  columns: SharedColumns,
  messages: Map<number, string>,
  report: () => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let last = performance.now();
  for (let piece = 0; piece < job.pieces.length - 1; piece++) {
    if (signal?.aborted) throw interrupted();
    for (const [run, text] of carryPiece(job, piece, columns)) messages.set(run, text);
    if (performance.now() - last < 200) continue;
    report();
    // Let timers, input and the signal have their turn.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  }
}

/** The error of a run that was told to stop. */
export function interrupted(): KationError {
  return new KationError("interrupted", "the run was stopped before its end", {
    fix: "run it again; nothing was kept",
  });
}
