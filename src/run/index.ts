export { carry } from "./carry.ts";
export { progressOf } from "./progress.ts";
export type { Batch, BatchResult, CarryOptions, Group, Progress, Run, RunStatus } from "./types.ts";
