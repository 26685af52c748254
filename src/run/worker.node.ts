import { parentPort, workerData } from "node:worker_threads";
import { carryInto } from "./carry.ts";
import type { SharedColumns } from "./shared.ts";
import type { Batch } from "./types.ts";

const { batch, columns } = workerData as { batch: Batch; columns: SharedColumns };
const messages = new Map<number, string>();
for (;;) {
  const g = Atomics.add(columns.counters, 0, 1);
  if (g >= batch.groups.length) break;
  carryInto(batch, g, columns, messages);
}
parentPort?.postMessage({ messages: [...messages] });
