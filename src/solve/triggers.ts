import type { Stepper } from "./stepper.ts";
import type { Kernel } from "./types.ts";

/** Looks at a step, at least, so that a trigger that rises and falls again within it is seen. */
export const LOOKS = 4;

/** Looks are not closer than this share of what is between them. */
export const SLACK = 1e-6;

/** A root is found to this share of its step. */
const CLOSE = 5e-13;

/**
 * Watches a kernel's trigger functions: an event is a rise from at or below zero to above.
 *
 * A trigger above zero waits until it has been at or below zero again. A rise and fall between two looks is
 * missed: those are at quarters of a step, and where `every` says so at its multiples behind `from`, whatever the steps are.
 */
export class Triggers {
  readonly #kernel: Kernel;
  readonly #every: number;
  readonly #from: number;
  readonly #state: Float64Array;
  readonly #before: Float64Array;
  readonly #now: Float64Array;
  readonly #events: readonly number[];

  constructor(kernel: Kernel, every: number = Infinity, from = 0) {
    this.#kernel = kernel;
    this.#every = every;
    this.#from = from;
    this.#state = new Float64Array(kernel.n);
    this.#before = new Float64Array(kernel.roots);
    this.#now = new Float64Array(kernel.roots);
    this.#events = kernel.triggerEvents ?? Array.from({ length: kernel.roots }, (_, i) => i);
  }

  /** Takes the values at a point as what to rise from. */
  reset(t: number, y: Float64Array, c: Float64Array): void {
    this.#kernel.triggers(t, y, c, this.#before);
  }

  /** Makes every trigger that is above zero at the next {@link risen} count as a rise. */
  expectAll(): void {
    this.#before.fill(-1);
  }

  /**
   * Events whose triggers have risen at a point since the last look, in the kernel's order; then rises from
   * there.
   */
  risen(t: number, y: Float64Array, c: Float64Array): readonly number[] {
    this.#kernel.triggers(t, y, c, this.#now);
    const found: number[] = [];
    for (let i = 0; i < this.#now.length; i++) {
      if (this.#before[i]! <= 0 && this.#now[i]! > 0) found.push(this.#events[i]!);
    }
    this.#before.set(this.#now);
    return found;
  }

  /**
   * Share of the last accepted step at which the first trigger has just risen; −1 when none does. What {@link
   * risen} compares with then are the values before that rise.
   */
  find(stepper: Stepper, c: Float64Array): number {
    for (let low = 0; low < 1; ) {
      const theta = nextLook(low, stepper, this.#from, this.#every);
      const high = this.#highest(theta, stepper, c);
      if (high > 0) return this.#root(low, theta, high, stepper, c);
      this.#before.set(this.#now);
      low = theta;
    }
    return -1;
  }

  /** Largest value among the triggers that can rise; its first zero is the first rise of any of them. */
  #highest(theta: number, stepper: Stepper, c: Float64Array): number {
    stepper.interpolate(theta, this.#state);
    this.#kernel.triggers(stepper.tLast + theta * stepper.hLast, this.#state, c, this.#now);
    let most = -Infinity;
    for (let i = 0; i < this.#now.length; i++) {
      if (this.#before[i]! <= 0 && this.#now[i]! > most) most = this.#now[i]!;
    }
    return most;
  }

  /**
   * Interpolate, truncate, project: never worse than bisection by more than one look, on smooth triggers far
   * better, and safe on those that jump.
   *
   * @source  Oliveira and Takahashi, ACM Trans. Math. Softw. 47, 5 (2021), doi:10.1145/3423597
   */
  #root(from: number, to: number, valueTo: number, stepper: Stepper, c: Float64Array): number {
    const close = Math.max(CLOSE, (2 ** -52 * Math.abs(stepper.t)) / stepper.hLast);
    let [a, b, yb] = [from, to, valueTo];
    let ya = -Infinity;
    for (let i = 0; i < this.#before.length; i++) {
      if (this.#before[i]! <= 0 && this.#before[i]! > ya) ya = this.#before[i]!;
    }
    const width = b - a;
    let reach = close;
    while (reach < width) reach *= 2;
    while (b - a > 2 * close) {
      const middle = 0.5 * (a + b);
      const secant = (yb * a - ya * b) / (yb - ya);
      const sign = middle > secant ? 1 : -1;
      const nudge = (0.2 / width) * (b - a) * (b - a);
      const truncated = nudge <= Math.abs(middle - secant) ? secant + sign * nudge : middle;
      const allowed = Math.max(0, reach - 0.5 * (b - a));
      const inside = Math.abs(truncated - middle) <= allowed ? truncated : middle - sign * allowed;
      const x = inside > a && inside < b ? inside : middle;
      const y = this.#highest(x, stepper, c);
      if (y > 0) [b, yb] = [x, y];
      else [a, ya] = [x, y];
      reach *= 0.5;
    }
    return b;
  }
}

/** Share of the last step at which to look next: a quarter on, or before that at the next multiple of `every` behind `from`. */
export function nextLook(
  low: number,
  { tLast, hLast }: Pick<Stepper, "tLast" | "hLast">,
  from: number,
  every: number,
): number {
  const passed = Math.floor((tLast + low * hLast - from) / every + SLACK);
  const multiple = (from - tLast + (passed + 1) * every) / hLast;
  const theta = Math.min(low + 1 / LOOKS, multiple);
  return theta < 1 - SLACK ? theta : 1;
}
