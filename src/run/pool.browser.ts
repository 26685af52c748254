import type { Pool } from "./pool.ts";

/** Browsers carry a batch in the calling thread: put the call in a worker of the page to keep the page alive. */
export function openPool(_workers: number | undefined): Pool | undefined {
  return undefined;
}
