import { pow } from "#units";
import type { Kernel, Method, SolveStats } from "./types.ts";

/** Weights of an output inside a step; see {@link Stepper.interpolate}. */
const none = new Float64Array(0);

/**
 * One integration in progress: state, step size and work arrays. Nothing is allocated after it is made.
 *
 * A step that gives NaN counts as rejected. A factorisation that fails shrinks the step.
 */
export class Stepper {
  t = 0;
  h = 0;
  /** Step size of the last accepted step, for the interpolant. */
  hLast = 0;
  tLast = 0;
  readonly y: Float64Array;
  /** State at `tLast`. */
  readonly yLast: Float64Array;
  readonly stats: SolveStats = { steps: 0, rejected: 0, rates: 0, jacobians: 0, factorisations: 0 };
  readonly #kernel: Kernel;
  readonly #c: Float64Array;
  readonly #rtol: number;
  readonly #atol: Float64Array;
  readonly #stages: number;
  readonly #exponent: number;
  readonly #gamma: number;
  readonly #a: Float64Array;
  readonly #C: Float64Array;
  readonly #nodes: Float64Array;
  readonly #d: Float64Array;
  readonly #dense: readonly Float64Array[];
  readonly #u: readonly Float64Array[];
  readonly #trial: Float64Array;
  readonly #f: Float64Array;
  readonly #ft: Float64Array;
  readonly #f0: Float64Array;
  readonly #jac: Float64Array;
  readonly #lu: Float64Array;
  readonly #interpolant: readonly Float64Array[];
  #fresh = false;
  #errorBefore = 1;
  #rejectedBefore = false;

  constructor(kernel: Kernel, method: Method, c: Float64Array, rtol: number, atol: Float64Array) {
    const { n } = kernel;
    const t = method.tableau;
    this.#kernel = kernel;
    this.#c = c;
    this.#rtol = rtol;
    this.#atol = atol;
    this.#stages = t.stages;
    this.#gamma = t.gamma;
    this.#exponent = -1 / (t.embedded + 1);
    this.#a = flat(t.a, t.stages);
    this.#C = flat(t.C, t.stages);
    this.#nodes = Float64Array.from(t.c);
    this.#d = Float64Array.from(t.d);
    this.#dense = t.dense.map((row) => Float64Array.from(row));
    const array = (): Float64Array => new Float64Array(n);
    this.y = array();
    this.yLast = array();
    this.#u = t.c.map(array);
    this.#trial = array();
    this.#f = array();
    this.#f0 = array();
    this.#ft = kernel.autonomous ? none : array();
    this.#jac = new Float64Array(kernel.pattern.columns.length);
    this.#lu = new Float64Array(kernel.luLength);
    this.#interpolant = t.dense.map(array);
  }

  /** Says that y, t or c have changed from outside: rates and Jacobian are found anew. */
  restart(): void {
    this.#fresh = false;
    this.#errorBefore = 1;
  }

  /** A first step size from the size of the rates, never above `most`. */
  firstStep(most: number): number {
    this.#evaluate();
    const n = this.#kernel.n;
    let worst = 0;
    for (let i = 0; i < n; i++) {
      const scale = this.#atol[i]! + this.#rtol * Math.abs(this.y[i]!);
      const speed = Math.abs(this.#f0[i]!) / scale;
      if (speed > worst) worst = speed;
    }
    // A change of a hundredfold tolerance by the first Euler step, the error of which is far smaller.
    const h = worst > 0 && worst < Infinity ? 100 / worst : most;
    return Math.min(most, Math.max(h, 1e-14 * most));
  }

  /** Tries one step of size `h`; true when accepted, `h` then is the next size. False leaves all but `h` as it was. */
  step(): boolean {
    this.#evaluate();
    const ok = this.#attempt(this.h);
    const error = ok ? this.#error() : Number.NaN;
    const kernelOrderFactor = pow(error, this.#exponent);
    if (!(error <= 1)) {
      this.stats.rejected++;
      this.h *= error === error ? Math.max(0.1, 0.9 * kernelOrderFactor) : 0.1;
      this.#rejectedBefore = true;
      return false;
    }
    // Gustafsson's predictive factor where the error grows from step to step.
    let factor = error === 0 ? 6 : 0.9 * kernelOrderFactor;
    if (this.stats.steps > 0 && this.hLast > 0 && error > 0) {
      factor = Math.min(
        factor,
        0.9 * (this.h / this.hLast) * pow((error * error) / this.#errorBefore, this.#exponent),
      );
    }
    factor = Math.min(this.#rejectedBefore ? 1 : 6, Math.max(0.2, factor));
    this.#accept();
    this.#errorBefore = Math.max(1e-2, error);
    this.#rejectedBefore = false;
    this.hLast = this.h;
    this.h *= factor;
    return true;
  }

  /** State inside the last accepted step at share `theta` of it. */
  interpolate(theta: number, out: Float64Array): void {
    const n = this.#kernel.n;
    const rest = 1 - theta;
    const [k1, k2, k3] = this.#interpolant;
    for (let i = 0; i < n; i++) {
      const bend = k3 ? k1![i]! + theta * (k2![i]! + theta * k3[i]!) : k1![i]! + theta * k2![i]!;
      out[i] = rest * this.yLast[i]! + theta * (this.y[i]! + rest * bend);
    }
  }

  /** Index of the state whose error is largest in the last trial: what a failure is named after. */
  worstState(): number {
    const last = this.#u[this.#stages - 1]!;
    let worst = 0;
    let most = -1;
    for (let i = 0; i < this.#kernel.n; i++) {
      const e = Math.abs(last[i]!) / (this.#atol[i]! + this.#rtol * Math.abs(this.y[i]!));
      if (!(e <= most)) {
        worst = i;
        most = e;
      }
    }
    return worst;
  }

  #evaluate(): void {
    if (this.#fresh) return;
    const { y, t } = this;
    this.#kernel.rates(t, y, this.#c, this.#f0);
    this.#kernel.jacobian(t, y, this.#c, this.#jac);
    if (!this.#kernel.autonomous) this.#kernel.timeDerivative(t, y, this.#c, this.#ft);
    this.stats.rates++;
    this.stats.jacobians++;
    this.#fresh = true;
  }

  #attempt(h: number): boolean {
    const kernel = this.#kernel;
    const { n } = kernel;
    const s = this.#stages;
    this.stats.factorisations++;
    if (!kernel.factor(1 / (h * this.#gamma), this.#jac, this.#lu)) return false;
    const { y } = this;
    const trial = this.#trial;
    const f = this.#f;
    for (let i = 0; i < s; i++) {
      const u = this.#u[i]!;
      let source = this.#f0;
      if (i > 0) {
        const a = this.#a;
        if (i >= s - 2 && s > 2) {
          // The last stages of a stiffly accurate method each add the newest stage to the argument before.
          if (i === s - 2) this.#combine(trial, y, a, i, n);
          else for (let k = 0; k < n; k++) trial[k]! += this.#u[i - 1]![k]!;
        } else this.#combine(trial, y, a, i, n);
        kernel.rates(this.t + this.#nodes[i]! * h, trial, this.#c, f);
        this.stats.rates++;
        source = f;
      }
      this.#right(u, source, i, h, n);
      kernel.backsolve(this.#lu, u);
    }
    const last = this.#u[s - 1]!;
    for (let k = 0; k < n; k++) trial[k]! += last[k]!;
    return true;
  }

  /** out = y + Σ a_ij·u_j */
  #combine(out: Float64Array, y: Float64Array, a: Float64Array, i: number, n: number): void {
    out.set(y);
    for (let j = 0; j < i; j++) {
      const w = a[i * this.#stages + j]!;
      if (w === 0) continue;
      const u = this.#u[j]!;
      for (let k = 0; k < n; k++) out[k]! += w * u[k]!;
    }
  }

  /** u = source + Σ (C_ij/h)·u_j + h·d_i·f_t */
  #right(u: Float64Array, source: Float64Array, i: number, h: number, n: number): void {
    u.set(source);
    for (let j = 0; j < i; j++) {
      const w = this.#C[i * this.#stages + j]! / h;
      if (w === 0) continue;
      const v = this.#u[j]!;
      for (let k = 0; k < n; k++) u[k]! += w * v[k]!;
    }
    const weight = h * this.#d[i]!;
    if (this.#ft.length > 0 && weight !== 0) for (let k = 0; k < n; k++) u[k]! += weight * this.#ft[k]!;
  }

  /** Root mean square of the error over tolerance. */
  #error(): number {
    const n = this.#kernel.n;
    const last = this.#u[this.#stages - 1]!;
    const trial = this.#trial;
    const { y } = this;
    let total = 0;
    for (let k = 0; k < n; k++) {
      const before = Math.abs(y[k]!);
      const after = Math.abs(trial[k]!);
      const e = last[k]! / (this.#atol[k]! + this.#rtol * (before > after ? before : after));
      total += e * e;
    }
    return Math.sqrt(total / n);
  }

  #accept(): void {
    const n = this.#kernel.n;
    for (let row = 0; row < this.#dense.length; row++) {
      const out = this.#interpolant[row]!;
      const weights = this.#dense[row]!;
      out.fill(0);
      for (let j = 0; j < this.#stages; j++) {
        const w = weights[j]!;
        if (w === 0) continue;
        const u = this.#u[j]!;
        for (let k = 0; k < n; k++) out[k]! += w * u[k]!;
      }
    }
    this.yLast.set(this.y);
    this.y.set(this.#trial);
    this.tLast = this.t;
    this.t += this.h;
    this.stats.steps++;
    this.#fresh = false;
  }
}

function flat(rows: readonly (readonly number[])[], n: number): Float64Array {
  const out = new Float64Array(n * n);
  rows.forEach((row, i) => out.set(row, i * n));
  return out;
}
