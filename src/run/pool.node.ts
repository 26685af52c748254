import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { interrupted } from "./carry.ts";
import { markCrashed } from "./piece.ts";
import type { Pool } from "./pool.ts";
import type { SharedColumns } from "./shared.ts";
import type { Job } from "./types.ts";

/** What a worker sends: sentences of failed runs, by run. */
export type WorkerMessage = readonly (readonly [number, string])[];

/**
 * A pool of worker threads that pull pieces of work from a shared counter.
 *
 * @param entry  the workers' program, when it is not the room's own
 */
export function openPool(workers: number | undefined, entry: URL = ownEntry): Pool | undefined {
  const count = workers ?? Math.min(availableParallelism(), 8);
  if (count === 1) return undefined;
  return {
    async carry(job, columns, messages, report, signal) {
      const threads: Worker[] = [];
      const reasons = new Map<number, string>();
      let abort = (): void => {};
      let timer: ReturnType<typeof setInterval> | undefined;
      try {
        await new Promise<void>((resolve, reject) => {
          abort = () => reject(interrupted());
          signal?.addEventListener("abort", abort);
          // A listener that throws ends the run as it would in this thread, not the process.
          timer = setInterval(() => attempt(report, reject), 200);
          let open = Math.min(count, job.pieces.length - 1);
          for (let slot = open; slot > 0; slot--) {
            const thread = start(entry, job, columns, slot);
            threads.push(thread);
            thread.on("message", (failed: WorkerMessage) => {
              for (const [run, text] of failed) messages.set(run, text);
            });
            thread.on("error", (cause) => reasons.set(slot, cause.message));
            thread.on("exit", (code) => {
              if (code !== 0 && !reasons.has(slot)) reasons.set(slot, `it left with code ${code}`);
              if (--open === 0) resolve();
            });
          }
        });
      } finally {
        clearInterval(timer);
        signal?.removeEventListener("abort", abort);
        await Promise.all(threads.map((t) => t.terminate()));
      }
      if (columns.counters[0]! > 0) markUnreached(job, columns, messages, reasons);
    },
  };
}

function attempt(action: () => void, onError: (error: unknown) => void): void {
  try {
    action();
  } catch (error) {
    onError(error);
  }
}

/** Pieces whose worker died, and those that nobody was left to take, are said so instead of passing for zeros. */
function markUnreached(
  job: Job,
  columns: SharedColumns,
  messages: Map<number, string>,
  reasons: ReadonlyMap<number, string>,
): void {
  columns.counted.forEach((reached, piece) => {
    if (reached === 1) return;
    const slot = columns.taken[piece]!;
    const text =
      slot > 0
        ? `the worker that carried it died: ${reasons.get(slot) ?? "no reason given"}`
        : `not reached: all workers died (${[...reasons.values()][0] ?? "no reason given"})`;
    for (let g = job.pieces[piece]!; g < job.pieces[piece + 1]!; g++)
      for (const [run, sentence] of markCrashed(columns, g, job.groups[g]!.runs.length, text))
        messages.set(run, sentence);
  });
}

const fromSource = import.meta.url.endsWith(".ts");
const ownEntry = new URL(fromSource ? "./worker.boot.mjs" : "./worker.node.js", import.meta.url);

function start(entry: URL, job: Job, columns: SharedColumns, slot: number): Worker {
  return new Worker(entry, {
    workerData: { job, columns, slot },
    execArgv: fromSource ? ["--conditions=kation:source"] : [],
  });
}
