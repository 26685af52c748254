import { factorDense, solveDense } from "./dense-lu.ts";
import type { Kernel } from "./types.ts";

/** A function of time, state and parameters that writes its values to `out`. */
export type VectorFunction = (t: number, y: Float64Array, p: Float64Array, out: Float64Array) => void;

/** A system written as functions, for users without a reaction network. */
export interface FunctionSystem {
  /** Number of states. */
  readonly n: number;
  /** dy/dt; the residual of 0 = f for algebraic rows. */
  readonly rates: VectorFunction;
  /**
   * df/dy, dense by rows (n × n); by finite differences when absent, which costs accuracy at tight
   * tolerances.
   */
  readonly jacobian?: VectorFunction;
  /** ∂f/∂t at fixed y; by finite differences when absent. */
  readonly timeDerivative?: VectorFunction;
  /** Start state; zeros when absent. */
  readonly initial?: readonly number[];
  /** Per state 1 (differential, M·dy/dt = f) or 0 (algebraic, 0 = f); all 1 when absent. */
  readonly mass?: readonly (0 | 1)[];
  /** Number of parameters, default 0. */
  readonly parameters?: number;
  /** True (the default) when `t` appears in no rate. */
  readonly autonomous?: boolean;
  /** Number of trigger functions, default 0. */
  readonly roots?: number;
  /** Trigger functions: a rise of one through zero fires the event of the same index. */
  readonly triggers?: VectorFunction;
  /** Number of events, default that of triggers. */
  readonly events?: number;
  /** Carries out an event: changes y and p in place. */
  readonly fire?: (index: number, t: number, y: Float64Array, p: Float64Array) => void;
}

/**
 * A kernel from plain functions: the way to solve a small stiff system without a reaction network.
 *
 * The Jacobian is dense and factorised with pivoting, so cost grows as n³; beyond some fifty states use a
 * compiled model. What it observes is its state.
 *
 * @param system  the functions and their sizes; numbers in any units that agree with each other
 * @returns a `Kernel` for `solve`; it keeps scratch arrays, so one run at a time
 * @example
 *   const kernel = denseKernel({
 *     n: 2,
 *     initial: [2, 0],
 *     rates: (t, y, p, out) => {
 *       out[0] = y[1];
 *       out[1] = 1000 * ((1 - y[0] * y[0]) * y[1] - y[0]);
 *     },
 *   });
 *   const times = Float64Array.of(0.5, 1, 2);
 *   const { states } = solve({ kernel, parameters: new Float64Array(0), t0: 0, times }, { rtol: 1e-6, atol:
 * 1e-9 });
 */
export function denseKernel(system: FunctionSystem): Kernel {
  const { n } = system;
  const parameters = system.parameters ?? 0;
  const roots = system.roots ?? 0;
  const mass = system.mass && Uint8Array.from(system.mass);
  const work = new Float64Array(n);
  return {
    n,
    parameters,
    constants: parameters,
    observables: n,
    roots,
    events: system.events ?? roots,
    autonomous: system.autonomous ?? true,
    pattern: {
      n,
      starts: Int32Array.from({ length: n + 1 }, (_, i) => i * n),
      columns: Int32Array.from({ length: n * n }, (_, k) => k % n),
    },
    ...(mass && { mass }),
    luLength: n * n + n,
    prepare: () => {},
    initial: (_c, out) => {
      out.fill(0).set(system.initial ?? []);
    },
    rates: system.rates,
    jacobian: system.jacobian ?? differencesInState(n, system.rates),
    timeDerivative: system.timeDerivative ?? differencesInTime(n, system.rates),
    triggers: system.triggers ?? (() => {}),
    observe: (_t, y, _c, out) => {
      out.set(y);
    },
    fire: system.fire ?? (() => {}),
    factor(shift, jac, lu) {
      for (let k = 0; k < n * n; k++) lu[k] = -jac[k]!;
      for (let i = 0; i < n; i++) if (mass?.[i] !== 0) lu[i * n + i]! += shift;
      return factorDense(n, lu);
    },
    backsolve: (lu, b) => solveDense(n, lu, b, work),
  };
}

/**
 * Central differences, one column at a time; the step is a power-of-two share of the state so that y ± step
 * is exact.
 */
function differencesInState(n: number, rates: VectorFunction): VectorFunction {
  const [above, below, moved] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  return (t, y, p, out) => {
    moved.set(y);
    for (let j = 0; j < n; j++) {
      const step = 2 ** -18 * Math.max(Math.abs(y[j]!), 2 ** -20);
      moved[j] = y[j]! + step;
      const width = moved[j]!;
      rates(t, moved, p, above);
      moved[j] = y[j]! - step;
      rates(t, moved, p, below);
      for (let i = 0; i < n; i++) out[i * n + j] = (above[i]! - below[i]!) / (width - moved[j]!);
      moved[j] = y[j]!;
    }
  };
}

function differencesInTime(n: number, rates: VectorFunction): VectorFunction {
  const [above, below] = [new Float64Array(n), new Float64Array(n)];
  return (t, y, p, out) => {
    const step = 2 ** -18 * Math.max(Math.abs(t), 2 ** -10);
    rates(t + step, y, p, above);
    rates(t - step, y, p, below);
    for (let i = 0; i < n; i++) out[i] = (above[i]! - below[i]!) / (2 * step);
  };
}
