import { exp, expm1, ln } from "#units";
import { solvePositive } from "./dense.ts";
import type { Equilibrium, Rows } from "./equilibrium.ts";

/** Largest change of a logarithm in one step. */
const longest = 8;

/**
 * The mass balances of a solution as one convex problem, in logarithms of activities x.
 *
 *     F(x) = Σ cᵢ(x) − Σ Tⱼ·xⱼ,   cᵢ = exp(ln Bᵢ + Σ νᵢⱼ·xⱼ),   ∂F/∂xⱼ = Σ νᵢⱼ·cᵢ − Tⱼ
 *
 * Its least point is where all balances hold, and there is one only. The balance of charge is the balance of H⁺ with
 * T(H) = −Σ zⱼ·Tⱼ, so a free pH is one more x. Components of total 0 are out, with all they are part of.
 *
 * Activity coefficients stand in ln B and do not move here; see `solver.ts`.
 */
export class Balance {
  readonly equilibrium: Equilibrium;
  /** Unknowns: all components, and H⁺ when its total is given. */
  size: number;
  /** ln of activities, components then H⁺. */
  readonly x: Float64Array;
  readonly totals: Float64Array;
  readonly present: Uint8Array;
  /** ln of what each species is multiplied with: constant over activity coefficient. −∞ for what is absent. */
  readonly lnB: Float64Array;
  /** Concentrations, M. */
  readonly c: Float64Array;
  /** Σ ν·c, and Σ |ν|·c. */
  readonly sums: Float64Array;
  readonly sizes: Float64Array;
  readonly hessian: Float64Array;
  readonly step: Float64Array;
  readonly trial: Float64Array;
  /** Linear systems solved. */
  iterations = 0;
  readonly #scale: Float64Array;
  readonly #users: Rows;

  constructor(of: Equilibrium) {
    const all = of.components.length + 1;
    this.equilibrium = of;
    this.size = all - 1;
    this.x = new Float64Array(all);
    this.totals = new Float64Array(all);
    this.present = new Uint8Array(all);
    this.lnB = new Float64Array(of.species.length);
    this.c = new Float64Array(of.species.length);
    this.sums = new Float64Array(all);
    this.sizes = new Float64Array(all);
    this.hessian = new Float64Array(all * all);
    this.step = new Float64Array(all);
    this.trial = new Float64Array(all);
    this.#scale = new Float64Array(all);
    this.#users = transpose(of.makeup, all);
  }

  /** Concentrations at x. */
  concentrations(x: Float64Array = this.x): void {
    const { from, column, count } = this.equilibrium.makeup;
    for (let i = 0; i < this.c.length; i++) {
      let sum = this.lnB[i]!;
      if (sum === -Infinity) {
        this.c[i] = 0;
        continue;
      }
      for (let k = from[i]!; k < from[i + 1]!; k++) sum += count[k]! * x[column[k]!]!;
      this.c[i] = sum > 600 ? exp(600) : exp(sum);
    }
  }

  /** Sums of balances, and the Hessian Σ ν·νᵀ·c when asked. Absent components have a row of their own. */
  gather(withHessian: boolean): void {
    const { from, column, count } = this.equilibrium.makeup;
    const { size, c, sums, sizes, hessian } = this;
    sums.fill(0);
    sizes.fill(0);
    if (withHessian) hessian.fill(0);
    for (let i = 0; i < c.length; i++) {
      const amount = c[i]!;
      if (amount === 0) continue;
      for (let k = from[i]!; k < from[i + 1]!; k++) {
        const j = column[k]!;
        const part = count[k]! * amount;
        sums[j]! += part;
        sizes[j]! += Math.abs(part);
        if (!withHessian || j >= size) continue;
        for (let l = from[i]!; l <= k; l++) {
          const m = column[l]!;
          if (m >= size) continue;
          hessian[j * size + m]! += part * count[l]!;
          if (m !== j) hessian[m * size + j]! += part * count[l]!;
        }
      }
    }
    if (withHessian) for (let j = 0; j < size; j++) if (!this.present[j]) hessian[j * size + j] = 1;
  }

  /** Largest relative error of a balance, what solids hold given in `bound`. */
  residual(bound?: Float64Array): number {
    let worst = 0;
    for (let j = 0; j < this.size; j++) {
      if (!this.present[j]) continue;
      const off = Math.abs(this.sums[j]! + (bound?.[j] ?? 0) - this.totals[j]!);
      worst = Math.max(worst, off / (this.sizes[j]! + Math.abs(this.totals[j]!)));
    }
    return worst;
  }

  /** Brings each balance near in turn: one step of Newton in the logarithm of its sum, to within a factor of two. */
  approach(): void {
    this.concentrations();
    for (let round = 0; round < 40; round++) {
      let moved = 0;
      for (let j = 0; j < this.size; j++) if (this.present[j]) moved = Math.max(moved, this.#approachOne(j));
      if (moved < 0.7) return;
    }
  }

  #approachOne(j: number): number {
    const { from, column, count } = this.#users;
    let [plus, minus] = [Math.max(-this.totals[j]!, 0), Math.max(this.totals[j]!, 0)];
    let [risePlus, riseMinus] = [0, 0];
    for (let k = from[j]!; k < from[j + 1]!; k++) {
      const part = count[k]! * this.c[column[k]!]!;
      if (part > 0) {
        plus += part;
        risePlus += part * count[k]!;
      } else {
        minus -= part;
        riseMinus += part * count[k]!;
      }
    }
    if (!(plus > 0) || !(minus > 0)) return 0;
    const slope = risePlus / plus + riseMinus / minus;
    if (!(slope > 0)) return 0;
    const wanted = (ln(minus) - ln(plus)) / slope;
    const change = Math.max(-longest * 4, Math.min(longest * 4, wanted));
    this.x[j]! += change;
    for (let k = from[j]!; k < from[j + 1]!; k++) {
      const i = column[k]!;
      if (this.c[i]! > 0) this.c[i] = Math.min(this.c[i]! * exp(count[k]! * change), 1e250);
    }
    return Math.abs(change);
  }

  /**
   * Newton's method with line search from x to the least point of F.
   * @returns true when the balances hold to rounding
   */
  settle(): boolean {
    const { size, step } = this;
    this.concentrations();
    for (let round = 0; round < 100; round++) {
      this.gather(true);
      for (let j = 0; j < size; j++) step[j] = this.present[j] ? this.totals[j]! - this.sums[j]! : 0;
      const slope = this.#solve();
      if (slope === undefined) return false;
      const far = this.#search(slope);
      if (far === undefined) break;
      if (far < 1e-9) {
        this.gather(false);
        return true;
      }
    }
    this.gather(false);
    return this.residual() < 1e-10;
  }

  #solve(): number | undefined {
    const { size, step, trial } = this;
    trial.set(step);
    this.iterations++;
    if (!solvePositive(this.hessian, step, size, this.#scale)) return undefined;
    let slope = 0;
    for (let j = 0; j < size; j++) slope -= trial[j]! * step[j]!;
    return slope;
  }

  /** Share of the step that keeps every logarithm within reach. */
  limit(): number {
    const far = largest(this.step, this.size);
    return far > longest ? longest / far : 1;
  }

  /** Moves x along the step as far as F falls; the length gone, or nothing when it does not fall. */
  #search(slope: number): number | undefined {
    const { size, x, step } = this;
    for (let by = this.limit(); by > 1e-12; by *= 0.5) {
      if (this.curvature(by) > -0.9999 * by * slope) continue;
      for (let j = 0; j < size; j++) x[j]! += by * step[j]!;
      this.concentrations();
      return largest(step, size) * by;
    }
    return undefined;
  }

  /**
   * What F rises above its tangent along a share of the step: `Σ c·(e^d − 1 − d)` with d the change of ln c. Every term is
   * above zero, so that traces are seen beside what there is much of, which differences of F would lose.
   */
  curvature(share: number): number {
    const { from, column, count } = this.equilibrium.makeup;
    const { c, size, step } = this;
    let sum = 0;
    for (let i = 0; i < c.length; i++) {
      if (c[i] === 0) continue;
      let change = 0;
      for (let k = from[i]!; k < from[i + 1]!; k++)
        if (column[k]! < size) change += count[k]! * step[column[k]!]!;
      change *= share;
      sum +=
        c[i]! * (Math.abs(change) < 1e-5 ? 0.5 * change * change : expm1(Math.min(change, 600)) - change);
    }
    return sum;
  }
}

/** Largest size among the first n. */
export function largest(of: Float64Array, n: number): number {
  let most = 0;
  for (let j = 0; j < n; j++) {
    const size = Math.abs(of[j]!);
    if (!(size <= most)) most = size;
  }
  return most;
}

/** For each column the rows that have it. */
function transpose(rows: Rows, columns: number): Rows {
  const from = new Int32Array(columns + 1);
  for (const j of rows.column) from[j + 1]!++;
  for (let j = 0; j < columns; j++) from[j + 1]! += from[j]!;
  const next = from.slice();
  const column = new Int32Array(rows.column.length);
  const count = new Float64Array(rows.column.length);
  for (let i = 0; i + 1 < rows.from.length; i++)
    for (let k = rows.from[i]!; k < rows.from[i + 1]!; k++) {
      const at = next[rows.column[k]!]!++;
      column[at] = i;
      count[at] = rows.count[k]!;
    }
  return { from, column, count };
}
