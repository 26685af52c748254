import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { interrupted, markCrashed } from "./carry.ts";
import type { Pool } from "./pool.ts";
import type { SharedColumns } from "./shared.ts";
import type { Batch } from "./types.ts";

/** What a worker sends: sentences of failed runs, by run. */
export type WorkerMessage = readonly (readonly [number, string])[];

/** A pool of worker threads that pull groups from a shared counter. */
export function openPool(workers: number | undefined): Pool | undefined {
  const count = workers ?? Math.min(availableParallelism(), 8);
  if (count === 1) return undefined;
  return {
    async carry(batch, columns, messages, report, signal) {
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
          let open = Math.min(count, batch.groups.length);
          for (let slot = open; slot > 0; slot--) {
            const thread = start(batch, columns, slot);
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
      if (columns.counters[0]! > 0) markUnreached(batch, columns, messages, reasons);
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

/** Groups whose worker died, and those that nobody was left to take, are said so instead of passing for zeros. */
function markUnreached(
  batch: Batch,
  columns: SharedColumns,
  messages: Map<number, string>,
  reasons: ReadonlyMap<number, string>,
): void {
  batch.groups.forEach(({ runs }, g) => {
    const slot = columns.taken[g]!;
    const reason = reasons.get(slot);
    // Status 0 with a sentence is a kernel that threw; without one, nobody came to the end of it.
    const reached = runs.every(
      (_, i) => columns.status[columns.firstRun[g]! + i] !== 0 || messages.has(columns.firstRun[g]! + i),
    );
    if (reached) return;
    const text =
      slot > 0
        ? `the worker that carried it died: ${reason ?? "no reason given"}`
        : `not reached: all workers died (${[...reasons.values()][0] ?? "no reason given"})`;
    for (const [run, sentence] of markCrashed(columns, g, runs.length, text)) messages.set(run, sentence);
  });
}

function start(batch: Batch, columns: SharedColumns, slot: number): Worker {
  const fromSource = import.meta.url.endsWith(".ts");
  const entry = new URL(fromSource ? "./worker.boot.mjs" : "./worker.node.js", import.meta.url);
  return new Worker(entry, {
    workerData: { batch, columns, slot },
    execArgv: fromSource ? ["--conditions=kation:source"] : [],
  });
}
