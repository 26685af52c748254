import type { Kernel } from "./types.ts";

/** A system written as a function, for users without a network. */
export interface FunctionSystem {
  readonly n: number;
  readonly parameters?: number;
  /** dy/dt into `out`. */
  readonly rates: (t: number, y: Float64Array, p: Float64Array, out: Float64Array) => void;
  /** df/dy, dense by rows, into `out`; by forward differences when absent. */
  readonly jacobian?: (t: number, y: Float64Array, p: Float64Array, out: Float64Array) => void;
  readonly initial: readonly number[];
  readonly autonomous?: boolean;
  readonly triggers?: (t: number, y: Float64Array, p: Float64Array, out: Float64Array) => void;
  readonly roots?: number;
  readonly fire?: (index: number, t: number, y: Float64Array, p: Float64Array) => void;
}

/**
 * A kernel from plain functions: dense Jacobian, LU with partial pivoting. What it observes is its state.
 *
 * Compiled models are far faster; this is the way in for a system of a few equations.
 *
 * @example  solve({ kernel: denseKernel({ n: 1, initial: [1], rates: (t, y, p, out) => { out[0] = -y[0]; } }), … })
 */
export function denseKernel(system: FunctionSystem): Kernel {
  const { n } = system;
  const autonomous = system.autonomous ?? true;
  const starts = Int32Array.from({ length: n + 1 }, (_, i) => i * n);
  const columns = Int32Array.from({ length: n * n }, (_, k) => k % n);
  const scratch = [new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
  const jacobian =
    system.jacobian ??
    ((t, y, p, out) => {
      const [f0, f1, moved] = scratch;
      system.rates(t, y, p, f0);
      moved.set(y);
      for (let j = 0; j < n; j++) {
        const step = 1.5e-8 * Math.max(Math.abs(y[j]!), 1e-5);
        moved[j] = y[j]! + step;
        system.rates(t, moved, p, f1);
        for (let i = 0; i < n; i++) out[i * n + j] = (f1[i]! - f0[i]!) / step;
        moved[j] = y[j]!;
      }
    });
  return {
    n,
    parameters: system.parameters ?? 0,
    constants: system.parameters ?? 0,
    observables: n,
    roots: system.roots ?? 0,
    events: system.roots ?? 0,
    autonomous,
    pattern: { n, starts, columns },
    luLength: n * n + n,
    prepare: () => {},
    initial: (_c, out) => out.set(system.initial),
    rates: system.rates,
    jacobian,
    timeDerivative(t, y, c, out) {
      const [f0, f1] = scratch;
      const step = 1e-7 * Math.max(1, Math.abs(t));
      system.rates(t, y, c, f0);
      system.rates(t + step, y, c, f1);
      for (let i = 0; i < n; i++) out[i] = (f1[i]! - f0[i]!) / step;
    },
    triggers: system.triggers ?? (() => {}),
    observe: (_t, y, _c, out) => out.set(y),
    fire: system.fire ?? (() => {}),
    factor: (shift, jac, lu) => factor(n, shift, jac, lu),
    backsolve: (lu, b) => backsolve(n, lu, b, scratch[0]),
  };
}

/** shift·I − J with row exchanges; the exchanges stand behind the factors. */
function factor(n: number, shift: number, jac: Float64Array, lu: Float64Array): boolean {
  for (let k = 0; k < n * n; k++) lu[k] = -jac[k]!;
  for (let i = 0; i < n; i++) {
    lu[i * n + i]! += shift;
    lu[n * n + i] = i;
  }
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]!) > Math.abs(lu[best * n + k]!)) best = i;
    const pivot = lu[best * n + k]!;
    if (!(Math.abs(pivot) > 0) || !Number.isFinite(pivot)) return false;
    if (best !== k) exchange(n, lu, k, best);
    for (let i = k + 1; i < n; i++) {
      const l = lu[i * n + k]! / pivot;
      lu[i * n + k] = l;
      if (l !== 0) for (let j = k + 1; j < n; j++) lu[i * n + j]! -= l * lu[k * n + j]!;
    }
  }
  return true;
}

function exchange(n: number, lu: Float64Array, a: number, b: number): void {
  for (let j = 0; j < n; j++) {
    const held = lu[a * n + j]!;
    lu[a * n + j] = lu[b * n + j]!;
    lu[b * n + j] = held;
  }
  const held = lu[n * n + a]!;
  lu[n * n + a] = lu[n * n + b]!;
  lu[n * n + b] = held;
}

function backsolve(n: number, lu: Float64Array, b: Float64Array, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let value = b[lu[n * n + i]!]!;
    for (let j = 0; j < i; j++) value -= lu[i * n + j]! * x[j]!;
    x[i] = value;
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = x[i]!;
    for (let j = i + 1; j < n; j++) value -= lu[i * n + j]! * b[j]!;
    b[i] = value / lu[i * n + i]!;
  }
}
