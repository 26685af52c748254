import type { Stepper } from "../stepper.ts";
import { nextLook } from "../triggers.ts";
import type { Kernel } from "../types.ts";
import type { HybridPlan } from "./types.ts";

/** Where in a step a mode changes. */
export interface Change {
  readonly t: number;
  /** True when everything that changes there hangs on time alone, so that the step may be taken anew up to it. */
  readonly timed: boolean;
}

/** Values of the kernel's modes as they are held, and where they stop to hold. */
export class Modes {
  readonly #kernel: Kernel;
  readonly #plan: HybridPlan;
  readonly #held: Float64Array;
  readonly #now: Float64Array;
  readonly #state: Float64Array;
  /** Times closer than this are one: near 0 numbers are denser than steps can be. */
  readonly #least: number;
  /** States tell the time no better than this; and events that follow each other faster would leave no room to move. */
  readonly #close: number;

  readonly #from: number;
  readonly #every: number;

  /**
   * @param span   length of the run
   * @param from   when it begins
   * @param every  modes are looked at in quarters of a step, and at multiples of this time behind the begin
   */
  constructor(
    kernel: Kernel,
    plan: HybridPlan,
    span: number,
    from: number,
    every: number = Number.POSITIVE_INFINITY,
  ) {
    this.#from = from;
    this.#every = every;
    this.#least = 1e-30 * span;
    this.#close = 1e-12 * span;
    this.#kernel = kernel;
    this.#plan = plan;
    this.#held = new Float64Array(kernel.roots).fill(Number.NaN);
    this.#now = new Float64Array(kernel.roots);
    this.#state = new Float64Array(kernel.n);
  }

  /** Holds the modes as they are here; true when one that rates read has changed, so that parameters are new. */
  hold(t: number, y: Float64Array, c: Float64Array): boolean {
    if (this.#held.length === 0) return false;
    this.#kernel.triggers(t, y, c, this.#now);
    let changed = false;
    for (let i = 0; i < this.#held.length; i++) {
      const parameter = this.#plan.modes[i]!;
      if (parameter >= 0 && !Object.is(this.#held[i], this.#now[i])) {
        c[parameter] = this.#now[i]!;
        changed = true;
      }
      this.#held[i] = this.#now[i]!;
    }
    if (changed) this.#kernel.prepare(c);
    return changed;
  }

  /**
   * First time in the last accepted step at which a mode is not as it is held: to the last bit where it hangs on time alone,
   * else to 1e-12 of the run; undefined when none changes.
   */
  find(stepper: Stepper, c: Float64Array): Change | undefined {
    if (this.#held.length === 0) return undefined;
    const { tLast, hLast, t: end } = stepper;
    for (let share = 0, low = tLast; share < 1; ) {
      share = hLast > this.#least ? nextLook(share, stepper, this.#from, this.#every) : 1;
      const high = share === 1 ? end : tLast + share * hLast;
      if (this.#differs(high, stepper, c)) return this.#narrow(low, high, stepper, c);
      low = high;
    }
    return undefined;
  }

  #narrow(from: number, to: number, stepper: Stepper, c: Float64Array): Change {
    let [low, high] = [from, to];
    for (;;) {
      const middle = 0.5 * (low + high);
      if (!(middle > low && middle < high && high - low > this.#least)) break;
      if (high - low <= this.#close && !this.#changes(high, stepper, c).some(Boolean)) break;
      if (this.#differs(middle, stepper, c)) high = middle;
      else low = middle;
    }
    return { t: high, timed: this.#changes(high, stepper, c).every(Boolean) };
  }

  /** For each mode that is not as it is held at a time, whether it hangs on time alone. */
  #changes(t: number, stepper: Stepper, c: Float64Array): boolean[] {
    this.#differs(t, stepper, c);
    const found: boolean[] = [];
    this.#now.forEach((value, i) => {
      if (!Object.is(value, this.#held[i])) found.push(this.#plan.timed[i] === 1);
    });
    return found;
  }

  #differs(t: number, stepper: Stepper, c: Float64Array): boolean {
    if (t === stepper.t) this.#state.set(stepper.y);
    else stepper.interpolate((t - stepper.tLast) / stepper.hLast, this.#state);
    this.#kernel.triggers(t, this.#state, c, this.#now);
    for (let i = 0; i < this.#now.length; i++) if (!Object.is(this.#now[i], this.#held[i])) return true;
    return false;
  }
}
