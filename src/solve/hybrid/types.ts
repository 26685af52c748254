import type { Kernel, Method, Solution } from "../types.ts";

/** Where an assignment goes and what it asks for. */
export interface PlannedAssignment {
  readonly state?: number;
  readonly parameter?: number;
  /** Index of what is asked for. */
  readonly value: number;
  /** Index of the size by which the value is multiplied, as it is before the assignment; none when absent. */
  readonly size?: number;
}

/** An event of a queue; numbers but `id` are indices of what is asked for. */
export interface PlannedEvent {
  readonly condition: number;
  readonly delay?: number;
  readonly priority?: number;
  readonly persistent: boolean;
  readonly initialValue: boolean;
  readonly valuesFromTrigger: boolean;
  readonly assignments: readonly PlannedAssignment[];
}

/** A value of the past. */
export interface PlannedDelay {
  /** Parameter that holds it. */
  readonly parameter: number;
  /** Indices of what is asked for: the value, and the time by which it lies back. */
  readonly of: number;
  readonly by: number;
  /** Index of the value before the start. */
  readonly before: number;
  /** True when `of` itself reads values of the past. */
  readonly nested: boolean;
}

/**
 * What a hybrid run knows of its kernel.
 *
 * The kernel's trigger functions are its *modes*: relations inside rates, and conditions of events. A mode's value is held in
 * its parameter during a step, so that rates are smooth there, and steps end where one changes.
 */
export interface HybridPlan {
  /** Parameter that holds the value of each trigger function of the kernel; −1 for conditions, which no rate reads. */
  readonly modes: readonly number[];
  /** 1 where a mode hangs on time alone. */
  readonly timed: Uint8Array;
  /** How many values are asked for. */
  readonly asked: number;
  readonly events: readonly PlannedEvent[];
  readonly delays: readonly PlannedDelay[];
  /** First index of the states' values before the start, which are asked for at a time; −1 without delays. */
  readonly before: number;
  /** Parameters that multiply the rates of fast reactions, and all other rates; absent when none is fast. */
  readonly pace?: { readonly fast: number; readonly slow: number };
}

/** What is integrated by {@link solveHybrid}. */
export interface HybridProblem {
  readonly kernel: Kernel;
  readonly plan: HybridPlan;
  /** Parameter values, those of modes and delays included (whatever they are). */
  readonly parameters: Float64Array;
  readonly t0: number;
  /** Times to report, ascending, first ≥ t0; the run ends at the last. */
  readonly times: Float64Array;
}

/** How it is integrated. */
export interface HybridOptions {
  readonly method?: Method;
  readonly rtol: number;
  readonly atol: number | Float64Array;
  readonly maxSteps?: number;
  /** Longest step. */
  readonly hMax?: number | undefined;
  /** Modes are looked at in quarters of every step, and at multiples of this time behind t0. */
  readonly lookEvery?: number | undefined;
  /** False leaves the states out of the solution; default true. */
  readonly states?: boolean;
  /** Seed of the order of events that are due at one time with equal priority; default 1. */
  readonly seed?: number;
}

/** What came of it. */
export type HybridSolution = Pick<
  Solution,
  "status" | "message" | "t" | "states" | "observed" | "end" | "tEnd" | "stats" | "fired"
>;
