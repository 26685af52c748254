// Lets a worker thread read TypeScript sources: `--import tsx` does not reach workers on Node 20.
import { register } from "tsx/esm/api";

register();
await import("./worker.node.ts");
