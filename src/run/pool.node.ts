import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { interrupted } from "./carry.ts";
import { type Failures, markCrashed } from "./piece.ts";
import type { Pool } from "./pool.ts";
import type { SharedColumns } from "./shared.ts";
import type { Job } from "./types.ts";

/** What a worker is told: a job, where its results go, and its number in it, from 1. */
export interface WorkerOrder {
  readonly job: Job;
  readonly columns: SharedColumns;
  readonly slot: number;
}

/** What a worker says: sentences of failed runs by run, or that nothing is left to take. */
export type WorkerMessage = Failures | "done";

const fromSource = import.meta.url.endsWith(".ts");
const ownEntry = new URL(fromSource ? "./worker.boot.mjs" : "./worker.node.js", import.meta.url);

/** Workers that wait for the next job; they do not keep the process alive. */
const idle: Worker[] = [];

/**
 * A pool of worker threads that pull pieces of work from a shared counter. Threads outlive their job and serve the
 * next one.
 *
 * @param entry  the workers' program, when it is not the room's own
 */
export function openPool(workers: number | undefined, entry: URL = ownEntry): Pool | undefined {
  const count = workers ?? Math.min(availableParallelism(), 8);
  if (count === 1) return undefined;
  return {
    async carry(job, columns, messages, report, signal) {
      const threads = new Set<Worker>();
      const reasons = new Map<number, string>();
      let abort = (): void => {};
      let timer: ReturnType<typeof setInterval> | undefined;
      try {
        await new Promise<void>((resolve, reject) => {
          abort = () => reject(interrupted());
          signal?.addEventListener("abort", abort);
          // A listener that throws ends the run as it would in this thread, not the process.
          timer = setInterval(() => attempt(report, reject), 200);
          const open = Math.min(count, job.pieces.length - 1);
          const leave = (thread: Worker): void => {
            threads.delete(thread);
            if (threads.size === 0) resolve();
          };
          for (let slot = open; slot > 0; slot--) {
            const own = entry === ownEntry;
            const thread = (own ? idle.pop() : undefined) ?? start(entry);
            threads.add(thread);
            thread.ref();
            const onMessage = (message: WorkerMessage): void => {
              if (message === "done") {
                for (const [name, listener] of Object.entries(listeners)) thread.off(name, listener);
                thread.unref();
                if (own) idle.push(thread);
                else thread.terminate();
                leave(thread);
              } else for (const [run, text] of message) messages.set(run, text);
            };
            const listeners = {
              message: onMessage,
              error: (cause: Error) => reasons.set(slot, cause.message),
              exit: (code: number) => {
                if (!reasons.has(slot)) reasons.set(slot, `it left with code ${code}`);
                leave(thread);
              },
            };
            for (const [name, listener] of Object.entries(listeners)) thread.on(name, listener);
            thread.postMessage({ job, columns, slot } satisfies WorkerOrder);
          }
        });
      } finally {
        clearInterval(timer);
        signal?.removeEventListener("abort", abort);
        await Promise.all([...threads].map((t) => t.terminate()));
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

/** A new thread; one that dies while it waits for a job is forgotten. */
function start(entry: URL): Worker {
  const thread = new Worker(entry, { execArgv: fromSource ? ["--conditions=kation:source"] : [] });
  thread.once("exit", () => {
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
  });
  return thread;
}
