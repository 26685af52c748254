// For tests: a worker that carries pieces like any other, but leaves when it gets one of the second program.
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { carryPiece } = await import("./piece.ts");
parentPort?.on("message", ({ job, columns, slot }) => {
  for (;;) {
    const piece = Atomics.add(columns.counters, 0, 1);
    if (piece >= job.pieces.length - 1) break;
    columns.taken[piece] = slot;
    if (job.groups[job.pieces[piece]].program === 1) process.exit(3);
    parentPort?.postMessage(carryPiece(job, piece, columns));
  }
  parentPort?.postMessage("done");
});
