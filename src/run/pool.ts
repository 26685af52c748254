import type { SharedColumns } from "./shared.ts";
import type { Job } from "./types.ts";

/** Something that carries pieces of work at the same time. */
export interface Pool {
  carry(
    job: Job,
    columns: SharedColumns,
    messages: Map<number, string>,
    report: () => void,
    signal: AbortSignal | undefined,
  ): Promise<void>;
}

/**
 * A pool for this place, or nothing where there is only the calling thread. This file states the type; Node and
 * browsers each have their own (`pool.node.ts`, `pool.browser.ts`), chosen by the package's `imports`.
 */
export declare function openPool(workers: number | undefined): Pool | undefined;
