import type { Stepper } from "./stepper.ts";
import type { Kernel } from "./types.ts";

/** Points inside a step that are looked at besides its end, so that a trigger that rises and falls again is seen. */
const looks = [0.25, 0.5, 0.75, 1];

/**
 * Watches a kernel's trigger functions: an event is a rise from at or below zero to above.
 * A trigger that is above zero from the start waits until it has fallen.
 */
export class Triggers {
  /** Work array of the length of the state, free for the caller between calls. */
  readonly state: Float64Array;
  readonly #kernel: Kernel;
  readonly #before: Float64Array;
  readonly #now: Float64Array;
  readonly #events: readonly number[];

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.state = new Float64Array(kernel.n);
    this.#before = new Float64Array(kernel.roots);
    this.#now = new Float64Array(kernel.roots);
    this.#events = kernel.triggerEvents ?? Array.from({ length: kernel.roots }, (_, i) => i);
  }

  /** Takes the values at a point as what to rise from. */
  reset(t: number, y: Float64Array, c: Float64Array): void {
    this.#kernel.triggers(t, y, c, this.#before);
  }

  /** The first rise inside the last accepted step, with every event that rises there; the values move on if none. */
  find(stepper: Stepper, c: Float64Array): { theta: number; events: number[] } | undefined {
    let low = 0;
    for (const theta of looks) {
      this.#at(theta, stepper, c);
      if (this.#rises()) return this.#refine(low, theta, stepper, c);
      low = theta;
      this.#before.set(this.#now);
    }
    return undefined;
  }

  #rises(): boolean {
    for (let i = 0; i < this.#now.length; i++) if (this.#before[i]! <= 0 && this.#now[i]! > 0) return true;
    return false;
  }

  #at(theta: number, stepper: Stepper, c: Float64Array): void {
    stepper.interpolate(theta, this.state);
    this.#kernel.triggers(stepper.tLast + theta * stepper.hLast, this.state, c, this.#now);
  }

  /** Bisection on "some trigger has risen": sure for every shape, and 50 looks at an interpolant cost little. */
  #refine(from: number, to: number, stepper: Stepper, c: Float64Array): { theta: number; events: number[] } {
    let [low, high] = [from, to];
    for (let i = 0; i < 52 && high - low > 1e-15; i++) {
      const middle = 0.5 * (low + high);
      this.#at(middle, stepper, c);
      if (this.#rises()) high = middle;
      else low = middle;
    }
    this.#at(high, stepper, c);
    const events = this.#events.filter((_, i) => this.#before[i]! <= 0 && this.#now[i]! > 0);
    return { theta: high, events };
  }
}
