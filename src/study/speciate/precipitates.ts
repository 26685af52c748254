import { ln, log1p } from "#units";
import { type Balance, largest } from "./balance.ts";
import { solvePositive, solveSquare } from "./dense.ts";

/** ln of the ion product over that at saturation which counts as saturated. */
const saturated = 1e-9;

/**
 * Solids beside a solution: no solid is over its saturation, and what there is of a solid is at it.
 *
 *     min F(x)  so that  aₛ·x ≤ ln Ksₛ;   the multiplier nₛ ≥ 0 is the amount of solid, M
 *
 * F is convex and the bounds are planes, so there is one solution. An interior-point method comes near it; a Newton
 * iteration on the solids it points to ends it, and is believed only when all signs are right.
 */
export class Precipitates {
  readonly balance: Balance;
  /** Amounts, M. */
  readonly n: Float64Array;
  /** ln of saturation: 0 for what is there, −∞ for what cannot be. */
  readonly saturation: Float64Array;
  /** What the solids hold of each component, M. */
  readonly bound: Float64Array;
  /** Solids there are, from the last time; tried first the next. */
  held: number[] = [];
  readonly #possible: Uint8Array;
  readonly #most: Float64Array;
  readonly #scale: Float64Array;
  readonly #matrix: Float64Array;
  readonly #right: Float64Array;
  readonly #pull: Float64Array;

  constructor(balance: Balance) {
    const { solids, components } = balance.equilibrium;
    const all = components.length + 1;
    const most = all + solids.length;
    this.balance = balance;
    this.n = new Float64Array(solids.length);
    this.saturation = new Float64Array(solids.length);
    this.bound = new Float64Array(all);
    this.#possible = new Uint8Array(solids.length);
    this.#most = new Float64Array(solids.length);
    this.#scale = new Float64Array(most);
    this.#matrix = new Float64Array(most * most);
    this.#right = new Float64Array(most);
    this.#pull = new Float64Array(solids.length);
  }

  /** Which solids the totals allow; forgets those of before. */
  begin(): void {
    const { solidMakeup: rows, components } = this.balance.equilibrium;
    this.held = [];
    for (let s = 0; s < this.n.length; s++) {
      let most = Infinity;
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++) {
        const j = rows.column[k]!;
        if (j < components.length) most = Math.min(most, this.balance.totals[j]! / rows.count[k]!);
      }
      this.#most[s] = most;
      this.#possible[s] = most > 0 && most < Infinity ? 1 : 0;
    }
  }

  /** Finds what precipitates from a settled solution. @returns false when it was not found */
  settle(): boolean {
    this.n.fill(0);
    this.bound.fill(0);
    this.#weigh();
    if (this.held.length > 0 && this.#polish(this.held)) return true;
    if (this.held.length > 0) {
      this.held = [];
      if (!this.balance.settle()) return false;
      this.#weigh();
    }
    return this.#worst() < 0 || this.#inside();
  }

  /** Saturation of all solids at x. */
  #weigh(): void {
    const { solidMakeup: rows, lnKs } = this.balance.equilibrium;
    const { x } = this.balance;
    for (let s = 0; s < this.n.length; s++) {
      let sum = -lnKs[s]!;
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++) sum += rows.count[k]! * x[rows.column[k]!]!;
      this.saturation[s] = this.#possible[s] ? sum : -Infinity;
    }
  }

  /** The most oversaturated solid, or −1. */
  #worst(): number {
    let worst = -1;
    for (let s = 0; s < this.n.length; s++)
      if (this.saturation[s]! > saturated && (worst < 0 || this.saturation[s]! > this.saturation[worst]!))
        worst = s;
    return worst;
  }

  #dot(s: number, v: Float64Array): number {
    const rows = this.balance.equilibrium.solidMakeup;
    let sum = 0;
    for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++)
      if (rows.column[k]! < this.balance.size) sum += rows.count[k]! * v[rows.column[k]!]!;
    return sum;
  }

  /**
   * Interior-point method: from below all saturations along a barrier that fades. A solid's barrier is a share of what
   * there can be of it, so that traces and what there is much of come down together.
   */
  #inside(): boolean {
    const { n } = this;
    this.#lower();
    let share = 0.1;
    for (let s = 0; s < n.length; s++)
      n[s] = this.#possible[s] ? (-share * this.#most[s]!) / this.saturation[s]! : 0;
    for (let round = 0; round < 200; round++) {
      const moved = this.#barrierStep(share);
      if (moved === undefined) break;
      if (moved > 0.3) continue;
      if (this.#polish(this.#pointed())) return true;
      if (share < 1e-10) break;
      share *= 0.1;
    }
    return this.#fallBack();
  }

  /** What the interior-point method points to: more of the solid than it is short of saturation, relatively. */
  #pointed(): number[] {
    const found: number[] = [];
    for (let s = 0; s < this.n.length; s++)
      if (this.#possible[s] && this.n[s]! > -this.saturation[s]! * this.#most[s]!) found.push(s);
    return found;
  }

  /** Takes components of oversaturated solids down until no solid is above a tenth of its saturation. */
  #lower(): void {
    const { x, size, equilibrium } = this.balance;
    const { solidMakeup: rows, components } = equilibrium;
    for (let s = 0; s < this.n.length; s++) {
      this.#weigh();
      const over = this.saturation[s]! + ln(10);
      if (!(over > 0)) continue;
      let squares = 0;
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++)
        if (rows.column[k]! < components.length) squares += rows.count[k]! ** 2;
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++) {
        const j = rows.column[k]!;
        if (j < components.length && j < size) x[j]! -= (over * rows.count[k]!) / squares;
      }
    }
    this.#weigh();
  }

  /** One step of Newton for the barrier problem; how far logarithms moved, or nothing when it fails. */
  #barrierStep(barrier: number): number | undefined {
    const { balance, n, saturation } = this;
    const { size, x, step, hessian, totals, sums, present } = balance;
    balance.concentrations();
    balance.gather(true);
    for (let j = 0; j < size; j++) step[j] = present[j] ? totals[j]! - sums[j]! : 0;
    for (let s = 0; s < n.length; s++)
      if (this.#possible[s])
        this.#addSolid(s, -n[s]! / saturation[s]!, (barrier * this.#most[s]!) / saturation[s]!);
    this.#right.set(step.subarray(0, size));
    balance.iterations++;
    if (!solvePositive(hessian, step, size, this.#scale)) return undefined;
    let slope = 0;
    for (let j = 0; j < size; j++) slope -= this.#right[j]! * step[j]!;
    let share = balance.limit();
    for (let s = 0; s < n.length; s++) {
      this.#pull[s] = this.#possible[s] ? this.#dot(s, step) : 0;
      if (this.#pull[s]! > 0) share = Math.min(share, (-0.99 * saturation[s]!) / this.#pull[s]!);
    }
    while (balance.curvature(share) + this.#barrierCurvature(share, barrier) > -0.9999 * share * slope) {
      share *= 0.5;
      if (share < 1e-12) return undefined;
    }
    for (let j = 0; j < size; j++) x[j]! += share * step[j]!;
    this.#weigh();
    for (let s = 0; s < n.length; s++)
      if (this.#possible[s]) this.#moveAmount(s, share, barrier * this.#most[s]!);
    return largest(step, size) * share;
  }

  /** What the barrier rises above its tangent: of −ln of the gap. */
  #barrierCurvature(share: number, barrier: number): number {
    let sum = 0;
    for (let s = 0; s < this.n.length; s++) {
      if (!this.#possible[s]) continue;
      const u = (share * this.#pull[s]!) / this.saturation[s]!;
      sum += barrier * this.#most[s]! * (Math.abs(u) < 1e-5 ? 0.5 * u * u : u - log1p(u));
    }
    return sum;
  }

  #addSolid(s: number, weight: number, push: number): void {
    const { size, hessian, step } = this.balance;
    const { from, column, count } = this.balance.equilibrium.solidMakeup;
    for (let k = from[s]!; k < from[s + 1]!; k++) {
      const j = column[k]!;
      if (j >= size) continue;
      step[j]! += count[k]! * push;
      for (let l = from[s]!; l < from[s + 1]!; l++)
        if (column[l]! < size) hessian[j * size + column[l]!]! += weight * count[k]! * count[l]!;
    }
  }

  #moveAmount(s: number, share: number, barrier: number): void {
    const before = this.n[s]!;
    const gap = -this.saturation[s]!;
    const gapBefore = gap + share * this.#pull[s]!;
    const wanted = before + share * (barrier / gapBefore - before + (before / gapBefore) * this.#pull[s]!);
    this.n[s] = Math.min(Math.max(wanted, 0.01 * before, (1e-4 * barrier) / gap), (1e4 * barrier) / gap);
  }

  /** Newton on the balances with some solids at saturation; mends the choice where signs are wrong. */
  #polish(first: readonly number[]): boolean {
    const { balance } = this;
    const before = balance.x.slice();
    const amountsBefore = this.n.slice();
    let held = [...first];
    for (let change = 0; change <= 2 * this.n.length + 2; change++) {
      if (!this.#newton(held)) break;
      let least = -1;
      held.forEach((s, q) => {
        if (this.n[s]! < 0 && (least < 0 || this.n[s]! < this.n[held[least]!]!)) least = q;
      });
      const over = this.#worst();
      if (least < 0 && over < 0) {
        for (const s of held) this.saturation[s] = 0;
        this.held = held;
        return true;
      }
      held = least >= 0 ? held.filter((_, q) => q !== least) : [...held, over];
      if (held.length > balance.size) break;
    }
    balance.x.set(before);
    this.n.set(amountsBefore);
    balance.concentrations();
    balance.gather(false);
    this.#weigh();
    return false;
  }

  #newton(held: readonly number[]): boolean {
    const { balance, n } = this;
    const { size, x, step } = balance;
    const amounts = held.map((s) => Math.max(n[s]!, 0));
    let farBefore = Infinity;
    for (let round = 0; round < 60; round++) {
      balance.concentrations();
      balance.gather(true);
      this.#weigh();
      if (!this.#bordered(held, amounts)) return false;
      for (let j = 0; j < size; j++) step[j] = this.#right[j]! * this.#scale[j]!;
      const share = balance.limit();
      const far = largest(step, size) * share;
      if (!Number.isFinite(far)) return false;
      for (let j = 0; j < size; j++) x[j]! += share * step[j]!;
      held.forEach((_, q) => {
        amounts[q]! += this.#right[size + q]! * this.#scale[size + q]!;
      });
      // To rounding: below it steps no longer shrink.
      if (far < 1e-12 || (far < 1e-8 && far > 0.5 * farBefore)) break;
      if (round === 59) return false;
      farBefore = far;
    }
    n.fill(0);
    held.forEach((s, q) => {
      n[s] = amounts[q]!;
    });
    balance.concentrations();
    balance.gather(false);
    this.#weigh();
    this.#gatherBound();
    return balance.residual(this.bound) < 1e-9;
  }

  /**
   * Solves [[H, Aᵀ], [A, 0]]·[dx; dn] = [T − S − Aᵀ·n; −saturation], rows and columns scaled. Asking for n itself would be
   * shorter, but its rounding moves what there is a trace of.
   */
  #bordered(held: readonly number[], amounts: readonly number[]): boolean {
    const { size, hessian, totals, sums, present } = this.balance;
    const rows = this.balance.equilibrium.solidMakeup;
    const all = size + held.length;
    const [a, b, d] = [this.#matrix, this.#right, this.#scale];
    a.fill(0, 0, all * all);
    for (let j = 0; j < size; j++) b[j] = present[j] ? totals[j]! - sums[j]! : 0;
    held.forEach((s, q) => {
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++)
        if (rows.column[k]! < size) b[rows.column[k]!]! -= rows.count[k]! * amounts[q]!;
    });
    for (let j = 0; j < size; j++) {
      const diagonal = hessian[j * size + j]!;
      if (!(diagonal > 0)) return false;
      d[j] = 1 / Math.sqrt(diagonal);
      b[j]! *= d[j]!;
    }
    for (let j = 0; j < size; j++)
      for (let m = 0; m < size; m++) a[j * all + m] = hessian[j * size + m]! * d[j]! * d[m]!;
    held.forEach((s, q) => {
      let most = 0;
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++)
        if (rows.column[k]! < size) most = Math.max(most, Math.abs(rows.count[k]! * d[rows.column[k]!]!));
      const at = size + q;
      d[at] = 1 / most;
      b[at] = -this.saturation[s]! * d[at]!;
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++) {
        const j = rows.column[k]!;
        if (j >= size) continue;
        a[at * all + j] = rows.count[k]! * d[j]! * d[at]!;
        a[j * all + at] = a[at * all + j]!;
      }
    });
    this.balance.iterations++;
    return solveSquare(a, b, all);
  }

  #gatherBound(): void {
    const rows = this.balance.equilibrium.solidMakeup;
    this.bound.fill(0);
    for (let s = 0; s < this.n.length; s++)
      for (let k = rows.from[s]!; k < rows.from[s + 1]!; k++)
        this.bound[rows.column[k]!]! += this.n[s]! * rows.count[k]!;
  }

  /** The interior point itself, where no set of solids could be polished: two that saturate at once, say. */
  #fallBack(): boolean {
    const { balance, n } = this;
    balance.concentrations();
    balance.gather(false);
    this.#weigh();
    for (let s = 0; s < n.length; s++) if (n[s]! < -this.saturation[s]! * this.#most[s]!) n[s] = 0;
    this.#gatherBound();
    return balance.residual(this.bound) < 1e-7;
  }
}
