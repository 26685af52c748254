import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { KationError } from "#units";
import type { Pool } from "./pool.ts";
import type { SharedColumns } from "./shared.ts";
import type { Batch } from "./types.ts";

/** Messages a worker sends: sentences of failed runs, then that it is done. */
export type WorkerMessage = { readonly messages: readonly (readonly [number, string])[] };

/** A pool of worker threads that pull groups from a shared counter. */
export function openPool(workers: number | undefined): Pool | undefined {
  const count = Math.max(1, Math.min(workers ?? Math.min(availableParallelism(), 8), 64));
  if (count === 1) return undefined;
  return {
    async carry(batch, columns, messages, report, signal) {
      const threads: Worker[] = [];
      const timer = setInterval(report, 200);
      const stop = (): void => threads.forEach((t) => void t.terminate());
      try {
        await new Promise<void>((resolve, reject) => {
          const abort = (): void => reject(new KationError("interrupted", "the run was stopped before its end", { fix: "run it again; nothing was kept" }));
          if (signal?.aborted) return abort();
          signal?.addEventListener("abort", abort);
          let open = Math.min(count, batch.groups.length);
          for (let i = open; i > 0; i--) {
            const thread = start(batch, columns);
            threads.push(thread);
            thread.on("message", (m: WorkerMessage) => {
              for (const [run, text] of m.messages) messages.set(run, text);
            });
            thread.on("error", (cause) => reject(new KationError("failed-integration", `a worker stopped: ${cause.message}`, { cause })));
            thread.on("exit", () => {
              if (--open === 0) resolve();
            });
          }
        });
      } finally {
        clearInterval(timer);
        stop();
      }
      markUnreached(batch, columns, messages);
    },
  };
}

/** Runs nobody reached (a worker that left without an error) are said so instead of passing for zeros. */
function markUnreached(batch: Batch, columns: SharedColumns, messages: Map<number, string>): void {
  columns.status.forEach((code, run) => {
    if (code !== 0) return;
    columns.observed.fill(Number.NaN, columns.offsets[run], columns.offsets[run + 1]);
    messages.set(run, `not reached: a worker ended early (${batch.groups.length} groups)`);
  });
}

function start(batch: Batch, columns: SharedColumns): Worker {
  const fromSource = import.meta.url.endsWith(".ts");
  const entry = new URL(fromSource ? "./worker.boot.mjs" : "./worker.node.js", import.meta.url);
  return new Worker(entry, { workerData: { batch, columns }, execArgv: fromSource ? ["--conditions=kation:source"] : [] });
}
