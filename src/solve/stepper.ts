import { pow } from "#units";
import { combine, combineBoth } from "./combine.ts";
import { factorDense, solveDense } from "./dense-lu.ts";
import { fifthRoot, stepControl } from "./step-control.ts";
import type { Kernel, Method, SolveStats } from "./types.ts";

/**
 * Adding and subtracting it turns |y| below 1e-216 into zero and leaves |y| above 1e-184 as it is, to the
 * bit.
 */
const FLUSH = 1e-200;

/** Smallest weight of an error: keeps 0/0 out of the norm where state and absolute tolerance are zero. */
const FLOOR = 1e-280;

const none = new Float64Array(0);

/** A row of the table with its zeros left out: weights, and the stages they belong to. */
interface Row {
  readonly w: Float64Array;
  readonly u: readonly Float64Array[];
}

/**
 * One integration in progress: state, step size and work arrays. No array or object is made after it.
 *
 *     (M/(hγ) − J)·u_i = f(t + c_i·h, y + Σ a_ij·u_j) + M·Σ (C_ij/h)·u_j + h·d_i·∂f/∂t
 *
 * M is diagonal with ones and, for the algebraic rows of a kernel with `mass`, zeros.
 *
 * A step that gives NaN counts as rejected. Where the kernel's factorisation without pivoting fails, the same
 * matrix is factorised densely with pivoting before the step is given up.
 */
export class Stepper {
  t = 0;
  /** Size of the next step. */
  h = 0;
  /** Size and start of the last accepted step, for the interpolant. */
  hLast = 0;
  tLast = 0;
  y: Float64Array;
  /** State at `tLast`. */
  yLast: Float64Array;
  /** Error of the last trial in units of the tolerance; NaN when it was not finite. */
  error = 0;
  readonly stats: SolveStats = { steps: 0, rejected: 0, rates: 0, jacobians: 0, factorisations: 0 };
  readonly #kernel: Kernel;
  readonly #method: Method;
  readonly #c: Float64Array;
  /** Rows that are algebraic. */
  readonly #algebraic: Int32Array;
  readonly #rtol: number;
  readonly #atol: Float64Array;
  readonly #u: readonly Float64Array[];
  /** Rows of the table, and for each the stages before it. */
  readonly #a: readonly Float64Array[];
  readonly #C: readonly Float64Array[];
  readonly #before: readonly (readonly Float64Array[])[];
  readonly #Ch: readonly Float64Array[];
  readonly #dense: readonly Row[];
  readonly #nodes: Float64Array;
  readonly #d: Float64Array;
  readonly #step: Row;
  readonly #estimate: Row;
  readonly #zero: Float64Array;
  readonly #f: Float64Array;
  readonly #f0: Float64Array;
  readonly #ft: Float64Array;
  readonly #jac: Float64Array;
  readonly #lu: Float64Array;
  readonly #k: readonly Float64Array[];
  #trial: Float64Array;
  #e: Float64Array = none;
  #pivoted: Float64Array = none;
  #usePivoted = false;
  #fresh = false;
  #denseReady = false;
  #errorBefore = 1;
  #hBefore = 0;
  #rejectedBefore = false;

  constructor(kernel: Kernel, method: Method, c: Float64Array, rtol: number, atol: number | Float64Array) {
    const { n } = kernel;
    const table = method.tableau;
    const array = (): Float64Array => new Float64Array(n);
    this.#kernel = kernel;
    this.#method = method;
    this.#c = c;
    this.#algebraic = algebraicRows(kernel);
    this.#rtol = rtol;
    this.#atol = typeof atol === "number" ? array().fill(atol) : atol.slice();
    for (let i = 0; i < n; i++) this.#atol[i] = Math.max(this.#atol[i]!, FLOOR);
    const u = table.c.map(array);
    this.#u = u;
    this.#a = table.a.map((row, i) => Float64Array.from({ length: i }, (_, j) => row[j] ?? 0));
    this.#C = table.C.map((row, i) => Float64Array.from({ length: i }, (_, j) => row[j] ?? 0));
    this.#Ch = this.#C.map((row) => row.slice());
    this.#before = u.map((_, i) => u.slice(0, i));
    this.#dense = table.dense.map((row) => compact(row, u));
    this.#nodes = Float64Array.from(table.c);
    this.#d = Float64Array.from(table.d);
    this.#step = compact(table.b, u);
    this.#estimate = compact(table.error, u);
    this.#zero = array();
    this.y = array();
    this.yLast = array();
    this.#trial = array();
    this.#f = array();
    this.#f0 = array();
    this.#ft = kernel.autonomous ? none : array();
    this.#jac = new Float64Array(kernel.pattern.columns.length);
    this.#lu = new Float64Array(kernel.luLength);
    this.#k = table.dense.map(array);
  }

  /**
   * Says that y, t or c have changed from outside: rates and Jacobian are found anew, the controller forgets.
   */
  restart(): void {
    this.#fresh = false;
    this.#hBefore = 0;
    this.#rejectedBefore = false;
  }

  /**
   * A first step size from the rates f and their own rate of change f′ = J·f + ∂f/∂t, at most `most`.
   *
   *     λ = ‖f′‖/‖f‖,   h = (4/λ)·(λ/‖f‖)^(1/(p+1)),   largest norms in units of the tolerance, p the embedded order
   *
   * A quarter of it is where a relaxation with rate λ would have an error of the tolerance, whatever the unit of time, if error
   * constants were 1. Algebraic
   * rows are left out: their f is a residual, not a rate.
   */
  firstStep(most: number): number {
    this.#evaluate();
    const { n, pattern, mass } = this.#kernel;
    const { starts, columns } = pattern;
    let f = this.#f0;
    if (mass) {
      f = this.#f;
      f.set(this.#f0);
      for (const k of this.#algebraic) f[k] = 0;
    }
    let [speed, bend, burst] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      if (mass?.[i] === 0) continue;
      let value = this.#ft.length > 0 ? this.#ft[i]! : 0;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) value += this.#jac[k]! * f[columns[k]!]!;
      const scale = this.#atol[i]! + this.#rtol * Math.abs(this.y[i]!);
      // Largest shares: their squares could be beyond what numbers can hold.
      speed = Math.max(speed, Math.abs(f[i]! / scale));
      bend = Math.max(bend, Math.abs(value / scale));
      burst = Math.max(burst, f[i]! * value);
    }
    const rate = bend / speed;
    const h = (stepControl.start * pow(rate / speed, 1 / (this.#method.tableau.embedded + 1))) / rate;
    if (h > 0 && h < most) return h;
    // Growth beyond numbers: a method that damps long steps would take it for decay.
    return burst === Infinity ? 0 : most;
  }

  /**
   * Tries one step of size `h`; true when accepted, `h` then is the next size. False leaves all but `h` as it
   * was.
   */
  step(): boolean {
    this.#evaluate();
    this.#denseReady = false;
    const { h } = this;
    const error = this.#attempt(h) ? this.#finish() : Number.NaN;
    this.error = error;
    if (!(error <= 1)) {
      this.stats.rejected++;
      this.h =
        h * (error < Infinity ? Math.max(stepControl.shrink, stepControl.safety * this.#root(error)) : 0.1);
      this.#rejectedBefore = true;
      return false;
    }
    this.h = h * this.#growth(error);
    this.#errorBefore = Math.max(stepControl.floor, error);
    this.#rejectedBefore = false;
    this.#hBefore = h;
    this.#accept(h);
    return true;
  }

  /** Takes one step of size `h` whatever its error; false when it is not finite. */
  stepFixed(): boolean {
    this.#evaluate();
    this.#denseReady = false;
    this.error = this.#attempt(this.h) ? this.#finish() : Number.NaN;
    if (!(this.error < Infinity)) return false;
    this.#accept(this.h);
    return true;
  }

  /** State at share `theta` of the last accepted step, to `out` from `offset` on. */
  interpolate(theta: number, out: Float64Array, offset = 0): void {
    if (!this.#denseReady) this.#prepareDense();
    const { n } = this.#kernel;
    const { y, yLast } = this;
    const rest = 1 - theta;
    const bend = theta * rest;
    const k = this.#k;
    const k1 = k[0] ?? this.#zero;
    const k2 = k[1] ?? this.#zero;
    const k3 = k[2] ?? this.#zero;
    for (let i = 0; i < n; i++) {
      out[offset + i] =
        rest * yLast[i]! + theta * y[i]! + bend * (k1[i]! + theta * (k2[i]! + theta * k3[i]!));
    }
  }

  /** Ends the last accepted step at share `theta` of it; the interpolant is void afterwards. */
  cut(theta: number): void {
    const t = this.tLast + theta * this.hLast;
    this.interpolate(theta, this.#trial);
    const held = this.y;
    this.y = this.#trial;
    this.#trial = held;
    this.t = t;
    this.restart();
  }

  /** Takes the last accepted step back, to try a shorter one; the interpolant is void afterwards. */
  back(): void {
    const taken = this.y;
    this.y = this.yLast;
    this.yLast = taken;
    this.t = this.tLast;
    this.restart();
  }

  /**
   * Largest |f_i|·`time` in units of the tolerance atol_i + rtol·|y_i| over the differential states where `skip` is
   * 0: below 1 is at rest.
   */
  restlessness(time: number, skip: Uint8Array): number {
    this.#evaluate();
    let most = 0;
    const { n, mass } = this.#kernel;
    for (let i = 0; i < n; i++) {
      if (skip[i] !== 0 || mass?.[i] === 0) continue;
      const share = (Math.abs(this.#f0[i]!) * time) / (this.#atol[i]! + this.#rtol * Math.abs(this.y[i]!));
      if (!(share <= most)) most = share;
    }
    return most;
  }

  /** True when state, rates and Jacobian at the start of the step are finite numbers. */
  finite(): boolean {
    this.#evaluate();
    return [this.y, this.#f0, this.#ft, this.#jac].every((values) => values.every(Number.isFinite));
  }

  /**
   * The state that is not finite, or else has the largest error in the last trial: what a failure is named
   * after.
   */
  worstState(): number {
    const lost = this.y.findIndex((y, i) => !Number.isFinite(y) || !Number.isFinite(this.#f0[i]));
    if (lost >= 0) return lost;
    const { starts } = this.#kernel.pattern;
    const entry = this.#jac.findIndex((value) => !Number.isFinite(value));
    if (entry >= 0) return starts.findIndex((start) => start > entry) - 1;
    // Before any trial, the fastest state.
    const values = this.#e.some((e) => e !== 0) ? this.#e : this.#f0;
    let [worst, most] = [0, -1];
    for (let i = 0; i < this.#kernel.n; i++) {
      const share = Math.abs(values[i]!) / (this.#atol[i]! + this.#rtol * Math.abs(this.y[i]!));
      if (!(share <= most)) [worst, most] = [i, share];
      if (Number.isNaN(share)) return i;
    }
    return worst;
  }

  #evaluate(): void {
    if (this.#fresh) return;
    const { y, t } = this;
    this.#kernel.rates(t, y, this.#c, this.#f0);
    this.#kernel.jacobian(t, y, this.#c, this.#jac);
    if (this.#ft.length > 0) this.#kernel.timeDerivative(t, y, this.#c, this.#ft);
    this.stats.rates++;
    this.stats.jacobians++;
    this.#fresh = true;
  }

  /** All stages of a step of size h; false when the matrix cannot be factorised. */
  #attempt(h: number): boolean {
    if (!this.#factor(1 / (h * this.#method.tableau.gamma))) return false;
    const kernel = this.#kernel;
    const { n } = kernel;
    const trial = this.#trial;
    const algebraic = this.#algebraic;
    const stages = this.#u.length;
    for (let i = 0; i < stages; i++) {
      const u = this.#u[i]!;
      if (i === 0) u.set(this.#f0);
      else {
        const C = this.#C[i]!;
        const Ch = this.#Ch[i]!;
        for (let j = 0; j < Ch.length; j++) Ch[j] = C[j]! / h;
        combineBoth(n, trial, this.y, this.#a[i]!, u, Ch, this.#before[i]!);
        for (let k = 0; k < algebraic.length; k++) u[algebraic[k]!] = 0;
        const f = this.#f;
        kernel.rates(this.t + this.#nodes[i]! * h, trial, this.#c, f);
        for (let k = 0; k < n; k++) u[k]! += f[k]!;
      }
      if (this.#ft.length > 0) {
        const weight = h * this.#d[i]!;
        const ft = this.#ft;
        if (weight !== 0) for (let k = 0; k < n; k++) u[k]! += weight * ft[k]!;
      }
      if (this.#usePivoted) solveDense(n, this.#pivoted, u, this.#f);
      else kernel.backsolve(this.#lu, u);
    }
    this.stats.rates += stages - 1;
    return true;
  }

  #factor(shift: number): boolean {
    this.stats.factorisations++;
    this.#usePivoted = false;
    if (this.#kernel.factor(shift, this.#jac, this.#lu)) return true;
    const { n, pattern, mass } = this.#kernel;
    if (this.#pivoted.length === 0) this.#pivoted = new Float64Array(n * n + n);
    const w = this.#pivoted.fill(0);
    for (let i = 0; i < n; i++) {
      for (let k = pattern.starts[i]!; k < pattern.starts[i + 1]!; k++) {
        w[i * n + pattern.columns[k]!] = -this.#jac[k]!;
      }
      if (mass?.[i] !== 0) w[i * n + i]! += shift;
    }
    this.#usePivoted = factorDense(n, w);
    return this.#usePivoted;
  }

  /** The new state into `#trial`, the error vector into `#e`; returns its weighted root mean square. */
  #finish(): number {
    const { n } = this.#kernel;
    if (n === 0) return 0;
    const { y } = this;
    const trial = this.#trial;
    const { w, u } = this.#estimate;
    let e: Float64Array = this.#f;
    const atol = this.#atol;
    const rtol = this.#rtol;
    const last = this.#u.length - 1;
    if (this.#method.stifflyAccurate) {
      // The argument of the last stage is still in `trial`; the step adds that stage.
      const newest = this.#u[last]!;
      for (let k = 0; k < n; k++) trial[k]! += newest[k]!;
    } else combine(n, trial, y, this.#step.w, this.#step.u);
    if (u.length === 1 && w[0] === 1) e = u[0]!;
    else combine(n, e, this.#zero, w, u);
    this.#e = e;
    // Four sums in fixed order: shorter chains, and the same bits in one lane or several.
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let k = 0;
    for (; k + 3 < n; k += 4) {
      const e0 = e[k]! / (atol[k]! + rtol * Math.max(Math.abs(y[k]!), Math.abs(trial[k]!)));
      const e1 = e[k + 1]! / (atol[k + 1]! + rtol * Math.max(Math.abs(y[k + 1]!), Math.abs(trial[k + 1]!)));
      const e2 = e[k + 2]! / (atol[k + 2]! + rtol * Math.max(Math.abs(y[k + 2]!), Math.abs(trial[k + 2]!)));
      const e3 = e[k + 3]! / (atol[k + 3]! + rtol * Math.max(Math.abs(y[k + 3]!), Math.abs(trial[k + 3]!)));
      s0 += e0 * e0;
      s1 += e1 * e1;
      s2 += e2 * e2;
      s3 += e3 * e3;
    }
    for (; k < n; k++) {
      const e0 = e[k]! / (atol[k]! + rtol * Math.max(Math.abs(y[k]!), Math.abs(trial[k]!)));
      s0 += e0 * e0;
    }
    return Math.sqrt((s0 + s1 + (s2 + s3)) / n);
  }

  /** error^(−1/(p+1)), p the embedded order; for p = 4 within 2 % where it matters, as the compiled step loop has it. */
  #root(error: number): number {
    const power = this.#method.tableau.embedded + 1;
    const q = Math.sqrt(Math.sqrt(error));
    if (power === 4) return 1 / q;
    return power === 5 ? fifthRoot(q) : pow(error, -1 / power);
  }

  /** Factor to the next step size: Gustafsson's predictive control where it is the more careful one. */
  #growth(error: number): number {
    const { safety, growth, firstGrowth, shrink } = stepControl;
    const most = this.#rejectedBefore ? 1 : this.#hBefore > 0 ? growth : firstGrowth;
    if (error === 0) return most;
    let factor = safety * this.#root(error);
    if (this.#hBefore > 0) {
      const trend =
        (safety * (this.h / this.#hBefore) * this.#root(error) ** 2) / this.#root(this.#errorBefore);
      factor = Math.min(factor, trend);
    }
    return Math.min(most, Math.max(shrink, factor));
  }

  #accept(h: number): void {
    const { n } = this.#kernel;
    const next = this.#trial;
    for (let k = 0; k < n; k++) next[k] = next[k]! + FLUSH - FLUSH;
    this.#trial = this.yLast;
    this.yLast = this.y;
    this.y = next;
    this.tLast = this.t;
    this.hLast = h;
    this.t += h;
    this.stats.steps++;
    this.#fresh = false;
  }

  /**
   * The interpolant's coefficients, from the stages of the last step; only for steps that something looks
   * into.
   */
  #prepareDense(): void {
    const { n } = this.#kernel;
    for (let r = 0; r < this.#dense.length; r++) {
      const row = this.#dense[r]!;
      combine(n, this.#k[r]!, this.#zero, row.w, row.u);
    }
    this.#denseReady = true;
  }
}

/** Indices of a kernel's algebraic rows, ascending; none when it has no `mass`. */
export function algebraicRows(kernel: Pick<Kernel, "n" | "mass">): Int32Array {
  const rows: number[] = [];
  for (let i = 0; i < kernel.n; i++) if (kernel.mass?.[i] === 0) rows.push(i);
  return Int32Array.from(rows);
}

function compact(row: readonly number[], u: readonly Float64Array[]): Row {
  const used = row.flatMap((w, j) => (w === 0 ? [] : [j]));
  return { w: Float64Array.from(used, (j) => row[j]!), u: used.map((j) => u[j]!) };
}
