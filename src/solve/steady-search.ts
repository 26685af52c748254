import { type ConservedSums, conservedSums } from "./conserved.ts";
import { factorDense, solveDense } from "./dense-lu.ts";
import { type FreeSystem, fluxes, genericPoint, turnover } from "./free-system.ts";
import { type Stability, stability } from "./stability.ts";
import type { Stepper } from "./stepper.ts";

/** Why no steady state was found. */
export interface SteadyFault {
  readonly status: "no-steady-state" | "not-finite";
  readonly message: string;
}

/** A steady state of the free part. */
export interface Found {
  readonly y: Float64Array;
  /** Undefined when the eigenvalues could not be found. */
  readonly stability: Stability | undefined;
  /** False when it was passed over for what the solution goes to, and that was no steady state. */
  readonly taken: boolean;
}

/** Newton steps of one attempt, and halvings of one of them. */
const NEWTON = 80;
const HALVINGS = 12;

/** Time step of Newton where the matrix is singular, in units of the fastest relaxation. */
const LONG = 2 ** 40;

/** Fall of the relative rates, and steps at first, after which Newton is tried again; the steps double. */
const RETRY = 0.1;
const PATIENCE = 16;

/** A state this many times the largest at first, or its own tolerance, is taken to grow without bound. */
const BOUND = 1e30;

/** A state of which Newton leaves no more than this share has died. */
const DEAD = 1e-4;

/** Rounding errors of a rate, in units of the fluxes that cancel in it. */
const ROUNDING = 4 * 2 ** -52;

/** Smallest size that counts, where state and tolerance are zero. */
const TINY = 1e-280;

/** One search: damped Newton from the start, and again from points of the solution followed in time. */
export class SteadySearch {
  /** Linear systems solved. */
  iterations = 0;
  readonly sums: ConservedSums;
  /** Where it stands. */
  readonly y: Float64Array;
  readonly #system: FreeSystem;
  readonly #rtol: number;
  readonly #atol: Float64Array;
  readonly #limit: number;
  readonly #start: Float64Array;
  /** Which states may not fall below zero. */
  readonly #floor: Uint8Array;
  readonly #f: Float64Array;
  readonly #jac: Float64Array;
  readonly #lu: Float64Array;
  readonly #rowScale: Float64Array;
  readonly #columnScale: Float64Array;
  readonly #work: Float64Array;
  readonly #delta: Float64Array;
  readonly #next: Float64Array;

  /**
   * @param y     free part of the start, algebraic states consistent
   * @param atol  one per free state
   * @param limit linear systems to solve at most
   */
  constructor(system: FreeSystem, y: Float64Array, rtol: number, atol: Float64Array, limit: number) {
    const { m } = system;
    const array = (): Float64Array => new Float64Array(m);
    this.#system = system;
    this.#rtol = rtol;
    this.#atol = atol;
    this.#limit = limit;
    this.#start = y.slice();
    this.y = y.slice();
    this.#f = array();
    this.#jac = new Float64Array(m * m);
    this.#lu = new Float64Array(m * m + m);
    this.#rowScale = array();
    this.#columnScale = array();
    this.#work = array();
    this.#delta = array();
    this.#next = array();
    this.#floor = floorOf(system, y);
    this.sums = conservedSums(system, y);
  }

  /**
   * Searches from the start.
   *
   * A steady state is taken when it is stable, when the solution itself has come to it, or when it is clearly
   * unstable and Newton did not jump to it from a living state to a dead one: y = 0 of
   * y′ = y·(1 − y) is a steady state, but not the one that y = 0.01 goes to. What is passed over is given
   * when nothing else is found.
   *
   * @param stepper at the start, for the solution in time
   */
  run(stepper: Stepper): Found | SteadyFault {
    const { y } = this;
    const still = new Uint8Array(stepper.y.length);
    let passed: Found | undefined;
    let tried = Infinity;
    let patience = PATIENCE / 2;
    let due = 0;
    stepper.h = stepper.firstStep(1e100);
    for (;;) {
      const speed = stepper.restlessness(1, still);
      const late = this.iterations >= due;
      if (late || (!passed && speed <= RETRY * tried)) {
        tried = speed;
        if (late) patience *= 2;
        const found = this.#newtonFrom(y);
        if (found?.taken) return found;
        passed = found ?? passed;
        due = this.iterations + patience;
      }
      const fault = this.#step(stepper);
      if (fault) return passed ?? fault;
    }
  }

  /** One accepted step of the solution in time, or why there is none. */
  #step(stepper: Stepper): SteadyFault | undefined {
    const { states } = this.#system;
    for (;;) {
      if (this.iterations >= this.#limit) {
        return this.#moving(`${this.iterations} iterations did not end in one`, stepper.t);
      }
      this.iterations++;
      if (stepper.step()) break;
      if (Number.isNaN(stepper.error) && !stepper.finite()) return notFinite(stepper);
      if (!(stepper.h > 4 * 2 ** -52 * stepper.t) || !(stepper.h > TINY)) {
        return this.#moving("the solution cannot be followed further", stepper.t);
      }
    }
    const { y } = this;
    for (let k = 0; k < y.length; k++) y[k] = stepper.y[states[k]!]!;
    const most = largest(this.#start);
    const beyond = y.findIndex((v, i) => Math.abs(v) > BOUND * Math.max(most, this.#atol[i]!, 1e-200));
    return beyond < 0
      ? undefined
      : this.#moving(`state ${states[beyond]} grows without bound`, stepper.t, beyond);
  }

  /** The steady state that Newton finds from here. */
  #newtonFrom(from: Float64Array): Found | undefined {
    const y = from.slice();
    if (!this.#newton(y) || !this.#inside(y)) return undefined;
    this.#bury(y);
    if (!this.#allBalanced(y)) return undefined;
    const found = this.#stability(y);
    if (found?.stable === true || this.#arrived(from, y)) return { y, stability: found, taken: true };
    const died = y.some(
      (v, i) => this.#floor[i] !== 0 && from[i]! > this.#near(i) && Math.abs(v) <= DEAD * from[i]!,
    );
    return { y, stability: found, taken: found?.stable === false && !died };
  }

  /** What the eigenvalues say. Expects the Jacobian at `y`; what it is compared with lies within the tolerance and no lower than zero. */
  #stability(y: Float64Array): Stability | undefined {
    const system = this.#system;
    const close = y.map((v, i) => {
      const off = this.#rtol * Math.abs(v) + this.#atol[i]!;
      return v < 0 || (i * 0.6180339887498949) % 1 < 0.5
        ? v + off
        : v - (this.#floor[i] ? Math.min(v, off) : off);
    });
    const other = new Float64Array(this.#jac.length);
    system.jacobian(close, other);
    return stability(system.mass, this.#jac, other, this.sums);
  }

  /** True when Newton had no way to go. */
  #arrived(from: Float64Array, y: Float64Array): boolean {
    return y.every((v, i) => Math.abs(v - from[i]!) <= 1e-3 * Math.abs(v) + this.#near(i));
  }

  /** Damped Newton on `y`; false leaves it somewhere else. */
  #newton(y: Float64Array): boolean {
    const system = this.#system;
    const trial = y.slice();
    const totals = this.sums.weights.map((w) => dot(w, this.#start));
    system.rates(y, this.#f);
    for (let tries = 0; tries < NEWTON && this.iterations < this.#limit; tries++) {
      system.jacobian(y, this.#jac);
      if (!this.#factor(y)) return false;
      this.#solve(this.#delta, y, totals);
      const length = this.#length(this.#delta, y);
      if (!(length < Infinity)) return false;
      let [share, next] = [1, Infinity];
      for (let halving = 0; halving < HALVINGS; halving++, share *= 0.5) {
        for (let i = 0; i < y.length; i++) trial[i] = y[i]! + share * this.#delta[i]!;
        system.rates(trial, this.#f);
        this.#solve(this.#next, trial, totals);
        next = this.#length(this.#next, trial);
        if (share === 1 && next <= 1) break;
        if (this.#length(this.#next, y) <= (1 - 0.25 * share) * length && next < Infinity) break;
        next = Infinity;
      }
      if (next === Infinity) {
        return length <= 1;
      }
      y.set(trial);
      if (share === 1 && next <= 1) {
        this.#polish(y, trial, next, totals);
        return true;
      }
    }
    return false;
  }

  /** A few more steps with the last matrix, while they still shorten: the last digits. */
  #polish(y: Float64Array, trial: Float64Array, before: number, totals: readonly number[]): void {
    for (let tries = 0, length = before; tries < 3 && length > 0; tries++) {
      for (let i = 0; i < y.length; i++) trial[i] = y[i]! + this.#next[i]!;
      this.#system.rates(trial, this.#f);
      this.#solve(this.#next, trial, totals);
      const next = this.#length(this.#next, trial);
      if (!(next < 0.5 * length)) return;
      y.set(trial);
      length = next;
    }
  }

  /**
   * Factorises −J with the rows of dependent states replaced by their sums, rows and columns scaled. Where
   * that is singular, as on a line of steady states, M/δ − J with a long δ stands in for it.
   */
  #factor(y: Float64Array): boolean {
    this.iterations++;
    if (this.#factorShifted(y, 0)) return true;
    const { m, mass } = this.#system;
    let fastest = 0;
    for (let i = 0; i < m; i++) {
      if (mass[i] !== 0) fastest = Math.max(fastest, Math.abs(this.#jac[i * m + i]!));
    }
    return fastest > 0 && this.#factorShifted(y, fastest / LONG);
  }

  #factorShifted(y: Float64Array, shift: number): boolean {
    const { m, mass } = this.#system;
    const lu = this.#lu;
    for (let j = 0; j < m; j++) this.#columnScale[j] = this.#size(y, j);
    for (let k = 0; k < m * m; k++) lu[k] = -this.#jac[k]!;
    for (let i = 0; i < m; i++) if (mass[i] !== 0) lu[i * m + i]! += shift;
    this.sums.dependent.forEach((row, s) => {
      lu.set(this.sums.weights[s]!, row * m);
    });
    for (let i = 0; i < m; i++) {
      let most = 0;
      for (let j = 0; j < m; j++) {
        const value = lu[i * m + j]! * this.#columnScale[j]!;
        lu[i * m + j] = value;
        most = Math.max(most, Math.abs(value));
      }
      this.#rowScale[i] = 1 / most;
      for (let j = 0; j < m; j++) lu[i * m + j]! /= most;
    }
    if (!factorDense(m, lu)) return false;
    for (let i = 0; i < m; i++) if (!(Math.abs(lu[i * m + i]!) > 2 * m * 2 ** -52)) return false;
    return true;
  }

  /** The step for the rates in `#f` at `y`, to `out`. */
  #solve(out: Float64Array, y: Float64Array, totals: readonly number[]): void {
    const { m } = this.#system;
    out.set(this.#f);
    this.sums.dependent.forEach((row, s) => {
      out[row] = totals[s]! - dot(this.sums.weights[s]!, y);
    });
    for (let i = 0; i < m; i++) out[i]! *= this.#rowScale[i]!;
    solveDense(m, this.#lu, out, this.#work);
    for (let i = 0; i < m; i++) out[i]! *= this.#columnScale[i]!;
  }

  /** Largest entry of a step in units of the tolerance at `y`. */
  #length(step: Float64Array, y: Float64Array): number {
    let most = 0;
    for (let i = 0; i < y.length; i++) {
      const share = Math.abs(step[i]!) / (this.#atol[i]! + this.#rtol * Math.abs(y[i]!) + TINY);
      if (!(share <= most)) most = share;
    }
    return most;
  }

  #evaluate(y: Float64Array): void {
    this.#system.rates(y, this.#f);
    this.#system.jacobian(y, this.#jac);
  }

  #size(y: Float64Array, i: number): number {
    return Math.max(Math.abs(y[i]!), this.#atol[i]! / this.#rtol) || 1;
  }

  /** True when all rates, those of dependent states too, are as near to zero as the state is to its own. */
  #allBalanced(y: Float64Array): boolean {
    this.#evaluate(y);
    const near = y.map((v, i) => this.#rtol * Math.abs(v) + this.#atol[i]!);
    const [close, size] = [turnover(this.#jac, near), fluxes(this.#f, this.#jac, y)];
    return this.#f.every((v, i) => Math.abs(v) <= 2 * close[i]! + 100 * ROUNDING * size[i]!);
  }

  /** True when no state that has a floor is below zero by more than its tolerance or the rounding of a sum. */
  #inside(y: Float64Array): boolean {
    const most = largest(y);
    return y.every((v, i) => this.#floor[i] === 0 || v >= -this.#atol[i]! - 16 * 2 ** -52 * most);
  }

  /**
   * Sets states to zero that would stay there and are above it by Newton's slow way to a double zero only: at
   * zero itself the eigenvalues tell what it is.
   */
  #bury(y: Float64Array): void {
    let small = Array.from(y.keys()).filter((i) => this.#floor[i] !== 0 && Math.abs(y[i]!) <= this.#near(i));
    this.#system.rates(y, this.#f);
    const before = this.#f.map(Math.abs);
    while (small.length > 0) {
      const buried = y.slice();
      for (const i of small) buried[i] = 0;
      this.#evaluate(buried);
      const size = fluxes(this.#f, this.#jac, y);
      const moved = this.#f.map((v, i) => (Math.abs(v) <= Math.max(before[i]!, ROUNDING * size[i]!) ? 0 : 1));
      if (!moved.includes(1)) {
        y.set(buried);
        return;
      }
      // What is made anew from the others lives.
      const rest = small.filter((i) => moved[i] === 0);
      if (rest.length === small.length) return;
      small = rest;
    }
  }

  /** As far from zero as Newton may stop on its way to a double zero. */
  #near(i: number): number {
    return 1e3 * this.#atol[i]!;
  }

  #moving(why: string, t: number, named?: number): SteadyFault {
    const { mass, states } = this.#system;
    this.#system.rates(this.y, this.#f);
    let [worst, most] = [named ?? 0, named === undefined ? -1 : Infinity];
    for (let i = 0; i < this.y.length; i++) {
      const share = Math.abs(this.#f[i]!) / this.#size(this.y, i);
      if (mass[i] !== 0 && share > most) [worst, most] = [i, share];
    }
    return {
      status: "no-steady-state",
      message:
        `no steady state was found from this start: ${why}; after ${t} s state ${states[worst]} still moves at ` +
        `${this.#f[worst]} a second; start elsewhere, allow more iterations, or look at it in time`,
    };
  }
}

function notFinite(stepper: Stepper): SteadyFault {
  const message =
    `the rates or the Jacobian are not finite numbers ${stepper.t} s after the start: ` +
    `look at state ${stepper.worstState()}, start where they are`;
  return { status: "not-finite", message };
}

/** Marks states that start at or above zero in a system whose rates never lead below zero. */
function floorOf(system: FreeSystem, y: Float64Array): Uint8Array {
  const { m, mass } = system;
  const floor = new Uint8Array(m);
  if (!y.every((v, i) => v >= 0 || mass[i] === 0)) return floor;
  const f = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    if (mass[i] === 0) continue;
    let holds = true;
    for (let which = 0; which < 3 && holds; which++) {
      const point = genericPoint(y, which);
      point[i] = 0;
      system.rates(point, f);
      holds = f[i]! >= 0;
    }
    floor[i] = holds ? 1 : 0;
  }
  return floor;
}

function largest(y: Float64Array): number {
  return y.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
}

function dot(w: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += w[i]! * y[i]!;
  return sum;
}
