import type { Batch, BatchResult, RunStatus } from "./types.ts";

/** Statuses by the number that stands for them in shared memory; 0 is also a run not reached yet. */
export const statusCodes: readonly RunStatus[] = [
  "crashed",
  "done",
  "step-too-small",
  "too-many-steps",
  "not-finite",
  "inconsistent-start",
];

/** Columns that workers write into: each run has its own place, so no two write the same. */
export interface SharedColumns {
  readonly observed: Float64Array;
  readonly offsets: Float64Array;
  /** First run of each group. */
  readonly firstRun: Int32Array;
  readonly status: Int32Array;
  readonly steps: Int32Array;
  /** [next piece to take, runs done]. */
  readonly counters: Int32Array;
  /** How far each group was from rest. */
  readonly drift: Float64Array;
  /** Number of the worker that took a piece, from 1. */
  readonly taken: Int32Array;
  /** 1 for pieces that have been carried to their end. */
  readonly counted: Int32Array;
}

/** Lays out the columns of a batch, in shared memory where there is any. */
export function layOut(batch: Batch, pieces: number): SharedColumns {
  const runs = batch.groups.reduce((n, g) => n + g.runs.length, 0);
  const offsets = new Float64Array(runs + 1);
  const firstRun = new Int32Array(batch.groups.length + 1);
  let run = 0;
  batch.groups.forEach((group, g) => {
    firstRun[g] = run;
    const size = batch.times.length * batch.programs[group.program]!.shape.observables;
    for (let i = 0; i < group.runs.length; i++, run++) offsets[run + 1] = offsets[run]! + size;
  });
  firstRun[batch.groups.length] = run;
  return {
    observed: new Float64Array(memory(offsets[runs]! * 8)),
    offsets,
    firstRun,
    status: new Int32Array(memory(runs * 4)),
    steps: new Int32Array(memory(runs * 4)),
    counters: new Int32Array(memory(8)),
    drift: new Float64Array(memory(batch.groups.length * 8)),
    taken: new Int32Array(memory(pieces * 4)),
    counted: new Int32Array(memory(pieces * 4)),
  };
}

/** Memory that worker threads can share, where there is any. */
export function memory(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

/** The columns as a result. */
export function toResult(
  batch: Batch,
  columns: SharedColumns,
  messages: ReadonlyMap<number, string>,
): BatchResult {
  const runs = columns.status.length;
  return {
    runs,
    times: batch.times,
    observed: columns.observed,
    offsets: columns.offsets,
    status: Array.from(columns.status, (code) => statusCodes[code]!),
    steps: columns.steps,
    drift: columns.drift,
    messages: new Map([...messages].sort(([a], [b]) => a - b)),
  };
}
