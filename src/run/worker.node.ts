import { parentPort, workerData } from "node:worker_threads";
import { carryInto } from "./carry.ts";
import type { WorkerMessage } from "./pool.node.ts";
import type { SharedColumns } from "./shared.ts";
import type { Batch } from "./types.ts";

const { batch, columns, slot } = workerData as { batch: Batch; columns: SharedColumns; slot: number };
for (;;) {
  const g = Atomics.add(columns.counters, 0, 1);
  if (g >= batch.groups.length) break;
  columns.taken[g] = slot;
  // Sent at once: what a worker knew must outlive it.
  const failed: WorkerMessage = carryInto(batch, g, columns);
  if (failed.length > 0) parentPort?.postMessage(failed);
}
