/** Memory of a large ensemble over its result. Argument: the folder of models. Prints JSON. */
import { carry } from "kation/run";
import { readModels } from "./models.ts";
import { memoryBatch } from "./own-clocks.ts";

const model = readModels(process.argv[2]!).find((m) => m.name === "fenton")!;
await carry(memoryBatch(model, 100), { workers: 1 });
const batch = memoryBatch(model, 10_000);
(globalThis as { gc?: () => void }).gc?.();
const before = process.memoryUsage().rss;
let peak = before;
const result = await carry(batch, {
  workers: 1,
  onProgress: () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  },
});
peak = Math.max(peak, process.memoryUsage().rss);
const bytes = result.observed.byteLength;
const done = result.status.filter((s) => s === "done").length;
console.log(JSON.stringify({ ratio: (peak - before) / bytes, bytes, members: done }));
