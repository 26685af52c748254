import { factorDense, solveDense } from "./dense-lu.ts";
import { algebraicRows } from "./stepper.ts";
import type { Kernel } from "./types.ts";

/** Newton steps, and halvings of one of them, before the search is given up. */
const ITERATIONS = 50;
const HALVINGS = 30;

/** What is left of a Newton step, as a share of the tolerance, when the algebraic rows count as satisfied. */
const SHARE = 1e-3;

/**
 * Finds values of the algebraic states that satisfy their equations, the differential states held:
 *
 *     0 = g(t, y, z):   (∂g/∂z)·Δ = −g,   z ← z + λ·Δ
 *
 * λ is halved until the next step with the same matrix is shorter than this one, in units of atol_i +
 * rtol·|z_i|; neither the units of the rows nor those of the states matter. A start that already satisfies
 * its rows to a thousandth of the tolerance keeps its bits.
 *
 * @source  Deuflhard, Newton Methods for Nonlinear Problems, Springer 2004, §3.3 (natural monotonicity)
 */
export class Consistent {
  readonly #kernel: Kernel;
  readonly #c: Float64Array;
  readonly #rtol: number;
  readonly #atol: number | Float64Array;
  readonly #rows: Int32Array;
  /** Place of each state among the algebraic ones, −1 for differential states. */
  readonly #place: Int32Array;
  readonly #f: Float64Array;
  readonly #jac: Float64Array;
  readonly #trial: Float64Array;
  readonly #block: Float64Array;
  readonly #rowScale: Float64Array;
  readonly #columnScale: Float64Array;
  readonly #delta: Float64Array;
  readonly #next: Float64Array;
  readonly #work: Float64Array;

  constructor(kernel: Kernel, c: Float64Array, rtol: number, atol: number | Float64Array) {
    const rows = algebraicRows(kernel);
    const size = rows.length;
    const array = (): Float64Array => new Float64Array(size);
    this.#kernel = kernel;
    this.#c = c;
    this.#rtol = rtol;
    this.#atol = atol;
    this.#rows = rows;
    this.#place = new Int32Array(kernel.n).fill(-1);
    rows.forEach((row, k) => {
      this.#place[row] = k;
    });
    this.#f = new Float64Array(size > 0 ? kernel.n : 0);
    this.#jac = new Float64Array(size > 0 ? kernel.pattern.columns.length : 0);
    this.#trial = new Float64Array(size > 0 ? kernel.n : 0);
    this.#block = new Float64Array(size * size + size);
    this.#rowScale = array();
    this.#columnScale = array();
    this.#delta = array();
    this.#next = array();
    this.#work = array();
  }

  /**
   * Changes the algebraic states of `y` until their rows are satisfied.
   *
   * @returns what is wrong, as a part of a sentence that names the state and what to try; `y` then is as it
   *          was. Undefined when all is well
   */
  find(t: number, y: Float64Array): string | undefined {
    if (this.#rows.length === 0) return undefined;
    const given = y.slice();
    const fault = this.#newton(t, y);
    if (fault !== undefined) y.set(given);
    return fault;
  }

  #newton(t: number, y: Float64Array): string | undefined {
    this.#kernel.rates(t, y, this.#c, this.#f);
    for (let iteration = 0; iteration < ITERATIONS; iteration++) {
      const lost = this.#rows.find((row) => !Number.isFinite(this.#f[row]));
      if (lost !== undefined)
        return `the algebraic equation of state ${lost} is not a finite number; start from values where it is`;
      const singular = this.#factor(t, y);
      if (singular !== undefined) return singular;
      const length = this.#solve(this.#delta, y);
      if (!Number.isFinite(length)) return this.#far(y);
      if (length <= 1) return undefined;
      if (!this.#search(t, y, length)) return this.#far(y);
    }
    return this.#far(y);
  }

  /** Takes as much of the Newton step as makes the next one shorter; false when none does. */
  #search(t: number, y: Float64Array, length: number): boolean {
    const trial = this.#trial;
    for (let halving = 0, share = 1; halving < HALVINGS; halving++, share *= 0.5) {
      trial.set(y);
      this.#rows.forEach((row, k) => {
        trial[row]! += share * this.#delta[k]!;
      });
      this.#kernel.rates(t, trial, this.#c, this.#f);
      const next = this.#solve(this.#next, y);
      if (next <= (1 - 0.25 * share) * length || next <= 1) {
        y.set(trial);
        return true;
      }
    }
    return false;
  }

  /** Factorises the algebraic block, rows and columns scaled; what is wrong when it is singular. */
  #factor(t: number, y: Float64Array): string | undefined {
    const { starts, columns } = this.#kernel.pattern;
    const size = this.#rows.length;
    const block = this.#block.fill(0);
    this.#kernel.jacobian(t, y, this.#c, this.#jac);
    for (let k = 0; k < size; k++) {
      const row = this.#rows[k]!;
      this.#columnScale[k] = Math.max(Math.abs(y[row]!), this.#atolOf(row) / this.#rtol) || 1;
    }
    for (let k = 0; k < size; k++) {
      const row = this.#rows[k]!;
      let most = 0;
      for (let p = starts[row]!; p < starts[row + 1]!; p++) {
        const j = this.#place[columns[p]!]!;
        if (j < 0) continue;
        const value = this.#jac[p]! * this.#columnScale[j]!;
        if (!Number.isFinite(value))
          return `the Jacobian of the algebraic equation of state ${row} is not a finite number; start from values where it is`;
        block[k * size + j]! += value;
        most = Math.max(most, Math.abs(value));
      }
      if (most === 0)
        return `the algebraic equation of state ${row} depends on no algebraic state there; start elsewhere, write it with one, or make the state differential`;
      this.#rowScale[k] = 1 / most;
      for (let j = 0; j < size; j++) block[k * size + j]! /= most;
    }
    for (let j = 0; j < size; j++) {
      let used = false;
      for (let k = 0; k < size; k++) used ||= block[k * size + j] !== 0;
      if (!used)
        return `no algebraic equation fixes state ${this.#rows[j]} there; start elsewhere, add it to one, or make it differential`;
    }
    const regular = factorDense(size, block);
    let weakest = 0;
    for (let k = 1; k < size; k++) {
      if (Math.abs(block[k * size + k]!) < Math.abs(block[weakest * size + weakest]!)) weakest = k;
    }
    if (regular && Math.abs(block[weakest * size + weakest]!) > 2 * size * 2 ** -52) return undefined;
    return (
      `the algebraic equations do not fix state ${this.#rows[weakest]}: their Jacobian is singular there; ` +
      "start elsewhere, or replace an equation that follows from the others"
    );
  }

  /** −(∂g/∂z)⁻¹·g into `out`; its largest entry in units of the share of tolerance asked for. */
  #solve(out: Float64Array, y: Float64Array): number {
    const size = this.#rows.length;
    for (let k = 0; k < size; k++) out[k] = -this.#f[this.#rows[k]!]! * this.#rowScale[k]!;
    solveDense(size, this.#block, out, this.#work);
    let most = 0;
    for (let k = 0; k < size; k++) {
      const row = this.#rows[k]!;
      out[k]! *= this.#columnScale[k]!;
      const value = Math.abs(y[row]!);
      const close = SHARE * (this.#atolOf(row) + this.#rtol * value) + 8 * 2 ** -52 * value + 1e-280;
      const share = Math.abs(out[k]!) / close;
      if (!(share <= most)) most = share;
    }
    return most;
  }

  #atolOf(row: number): number {
    return typeof this.#atol === "number" ? this.#atol : this.#atol[row]!;
  }

  /** The state whose Newton step is furthest from its tolerance. */
  #far(y: Float64Array): string {
    let [worst, most] = [this.#rows[0]!, -1];
    this.#rows.forEach((row, k) => {
      const share = Math.abs(this.#delta[k]!) / (this.#atolOf(row) + this.#rtol * Math.abs(y[row]!) + 1e-280);
      if (!(share <= most)) [worst, most] = [row, share];
    });
    return `no value of state ${worst} was found that satisfies the algebraic equations; start it closer to its solution`;
  }
}
