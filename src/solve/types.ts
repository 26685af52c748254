import type { MachineCode } from "./machine/machine.ts";

/**
 * Sparsity of a square matrix by rows: entries of row i are `columns[starts[i] … starts[i+1])`, ascending,
 * diagonal included.
 */
export interface SparsePattern {
  readonly n: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
}

/**
 * What an integrator needs of a model: numbers only, base units, arrays owned by the caller.
 *
 * `c` holds the member's parameters in `c[0 … parameters)` and, behind them, everything that follows from
 * parameters alone; `prepare` fills that second part and must be called after any change of the first.
 */
export interface Kernel {
  readonly n: number;
  readonly parameters: number;
  readonly constants: number;
  readonly observables: number;
  readonly roots: number;
  readonly events: number;
  /** True when `t` appears in no rate. */
  readonly autonomous: boolean;
  readonly pattern: SparsePattern;
  /** 0 for algebraic rows (0 = rate), 1 for differential ones; absent when all are 1. */
  readonly mass?: Uint8Array;
  prepare(c: Float64Array): void;
  /** Initial state from parameters. */
  initial(c: Float64Array, out: Float64Array): void;
  /** dy/dt. */
  rates(t: number, y: Float64Array, c: Float64Array, out: Float64Array): void;
  /** Values of df/dy in the order of `pattern`. */
  jacobian(t: number, y: Float64Array, c: Float64Array, out: Float64Array): void;
  /** df/dt at fixed y; called only when not autonomous. */
  timeDerivative(t: number, y: Float64Array, c: Float64Array, out: Float64Array): void;
  /** Event that each trigger fires; the trigger of the same index when absent. */
  readonly triggerEvents?: readonly number[];
  /** Trigger functions; a rise through zero is an event. */
  triggers(t: number, y: Float64Array, c: Float64Array, out: Float64Array): void;
  observe(t: number, y: Float64Array, c: Float64Array, out: Float64Array): void;
  /** Values asked for beside the step loop; see {@link HybridPlan}. */
  ask?(t: number, y: Float64Array, c: Float64Array, out: Float64Array): void;
  /** Carry out event `index`: changes y and c in place (then call `prepare`). */
  fire(index: number, t: number, y: Float64Array, c: Float64Array): void;
  /**
   * W = shift·M − J factorised, M the diagonal of `mass`, into `lu` (work array of length `luLength`); false when a pivot is zero or
   * not finite.
   */
  readonly luLength: number;
  factor(shift: number, jac: Float64Array, lu: Float64Array): boolean;
  /** Solve W x = b in place. */
  backsolve(lu: Float64Array, b: Float64Array): void;
}

/** Everything of a compiled model that fits the engine's memory, without its numbers. */
export interface Shape {
  readonly n: number;
  readonly parameters: number;
  readonly constants: number;
  readonly observables: number;
  readonly roots: number;
  readonly events: number;
  /** True when `t` appears in no rate. */
  readonly autonomous: boolean;
  readonly pattern: SparsePattern;
  /** 0 for algebraic rows (0 = rate), 1 for differential ones; absent when all are 1. */
  readonly mass?: Uint8Array;
  /** Event that each trigger fires. */
  readonly triggerEvents: readonly number[];
}

/** What one call of each function of a model costs, in multiplications. */
export interface Operations {
  readonly rates: number;
  /** Rates and Jacobian together. */
  readonly evaluate: number;
  readonly factor: number;
  readonly solve: number;
}

/** A compiled model: written as WebAssembly or JavaScript when it is first asked for. */
export interface Program {
  readonly shape: Shape;
  /** Hash of the structure: equal for models that differ in numbers only. */
  readonly hash: string;
  /** Index of states that are counters: reset to their initial value after rest. */
  readonly counters: Int32Array;
  /** The kernel as JavaScript source, with the lengths of its work arrays. */
  readonly javascript: { readonly code: string; readonly constants: number; readonly luLength: number };
  /** Multiplications, and what costs as much, of one call of each function. */
  readonly operations: Operations;
  /** The module for a method, for one member at a time or two side by side. */
  machine(method: Method, lanes: 1 | 2): MachineCode;
}

/** Something done to a run at a time: parameters set first, then events fired in order. */
export interface Intervention {
  readonly t: number;
  readonly set?: readonly { readonly parameter: number; readonly value: number }[];
  readonly fire?: readonly number[];
}

/** What is integrated: kernel, parameters, start, times, schedule. */
export interface Problem {
  readonly kernel: Kernel;
  /** Parameter values, base units, length `kernel.parameters`. Not changed. */
  readonly parameters: Float64Array;
  /** Start state; the kernel's initial state when absent. */
  readonly start?: Float64Array;
  readonly t0: number;
  /** Times to report, ascending, first ≥ t0; the run ends at the last. */
  readonly times: Float64Array;
  readonly schedule?: readonly Intervention[];
}

/** How it is integrated. */
export interface SolveOptions {
  readonly method?: Method;
  readonly rtol: number;
  /** One number for all states, or one per state. */
  readonly atol: number | Float64Array;
  readonly maxSteps?: number;
  readonly hMax?: number | undefined;
  /** Triggers are looked at in quarters of every step, and at multiples of this time behind t0. */
  readonly lookEvery?: number | undefined;
  readonly hStart?: number;
  /** Every step of this size and error control off: for measuring orders, not for answers. */
  readonly hFixed?: number;
  /** A trigger above zero at t0 fires there; default false, as SBML's `initialValue` true. */
  readonly fireAtStart?: boolean;
  /** False leaves the states out of the solution, where only what is observed is wanted; default true. */
  readonly states?: boolean;
  /** False leaves the state at the end out as well; default true. */
  readonly end?: boolean;
}

/** How a run ended; the sentence is in `Solution.message`. */
export type SolveStatus = "done" | "step-too-small" | "too-many-steps" | "not-finite" | "inconsistent-start";

/** What it cost. */
export interface SolveStats {
  steps: number;
  rejected: number;
  rates: number;
  jacobians: number;
  factorisations: number;
}

/** What came of it. */
export interface Solution {
  readonly status: SolveStatus;
  readonly message: string;
  readonly t: Float64Array;
  /** Row-major times × n, NaN behind a failure; empty where states are not asked for. */
  readonly states: Float64Array;
  /** Row-major times × observables. */
  readonly observed: Float64Array;
  /** State at the end (or where it stopped). */
  readonly end: Float64Array;
  readonly tEnd: number;
  readonly stats: SolveStats;
  /** Events fired by triggers, in order; those of the schedule are not listed. */
  readonly fired: readonly FiredEvent[];
}

/** An event that a trigger fired. */
export interface FiredEvent {
  readonly t: number;
  readonly event: number;
}

/** Tableau of a Rosenbrock method in the transformed (Hairer–Wanner) form: k-stages with a, C and m = b. */
export interface Tableau {
  readonly name: string;
  readonly order: number;
  readonly embedded: number;
  readonly stages: number;
  readonly gamma: number;
  /** Strictly lower triangular, row-major, stages × stages. */
  readonly a: readonly (readonly number[])[];
  readonly C: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly error: readonly number[];
  /** Abscissae and df/dt weights. */
  readonly c: readonly number[];
  readonly d: readonly number[];
  /** Dense-output rows: the interpolant's extra coefficients per stage. */
  readonly dense: readonly (readonly number[])[];
  readonly source: string;
}

/** An integration method: a table that has checked itself. */
export interface Method {
  readonly name: string;
  readonly tableau: Tableau;
  /** Order of the interpolant, derived from the table. */
  readonly denseOrder: number;
  /** The last stage is taken at the end of the step, so that R(∞) = 0. */
  readonly stifflyAccurate: boolean;
  /** |R| ≤ 1 on the imaginary axis (on a fine grid) and R(∞) = 0. */
  readonly lStable: boolean;
}
