import { parentPort, workerData } from "node:worker_threads";
import { carryPiece } from "./piece.ts";
import type { WorkerMessage } from "./pool.node.ts";
import type { SharedColumns } from "./shared.ts";
import type { Job } from "./types.ts";

const { job, columns, slot } = workerData as { job: Job; columns: SharedColumns; slot: number };
for (;;) {
  const piece = Atomics.add(columns.counters, 0, 1);
  if (piece >= job.pieces.length - 1) break;
  columns.taken[piece] = slot;
  // Sent at once: what a worker knew must outlive it.
  const failed: WorkerMessage = carryPiece(job, piece, columns);
  if (failed.length > 0) parentPort?.postMessage(failed);
}
