import { parentPort } from "node:worker_threads";
import { carryPiece } from "./piece.ts";
import type { WorkerMessage, WorkerOrder } from "./pool.node.ts";

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", ({ job, columns, slot }: WorkerOrder) => {
  for (;;) {
    const piece = Atomics.add(columns.counters, 0, 1);
    if (piece >= job.pieces.length - 1) break;
    columns.taken[piece] = slot;
    // Sent at once: what a worker knew must outlive it.
    const failed = carryPiece(job, piece, columns);
    if (failed.length > 0) say(failed);
  }
  say("done");
});
