import type { Stepper } from "./stepper.ts";
import type { Kernel } from "./types.ts";

/** What a run reports at its times, NaN behind a failure. */
export class Rows {
  /** Row-major times × n; empty where states are not kept. */
  readonly states: Float64Array;
  /** Row-major times × observables. */
  readonly observed: Float64Array;
  readonly #kernel: Kernel;
  readonly #times: Float64Array;
  readonly #c: Float64Array;
  readonly #at: Float64Array;
  readonly #row: Float64Array;
  readonly #keeps: boolean;
  #written = 0;

  /** @param c  parameters and what follows from them, as the run changes them */
  constructor(kernel: Kernel, times: Float64Array, c: Float64Array, keepsStates = true) {
    this.#kernel = kernel;
    this.#times = times;
    this.#c = c;
    this.#keeps = keepsStates;
    this.states = new Float64Array(keepsStates ? times.length * kernel.n : 0).fill(Number.NaN);
    this.observed = new Float64Array(times.length * kernel.observables).fill(Number.NaN);
    this.#at = new Float64Array(kernel.n);
    this.#row = new Float64Array(kernel.observables);
  }

  /** Rows inside the last step, before `until`. */
  inside(stepper: Stepper, until: number): void {
    for (; this.#written < this.#times.length; this.#written++) {
      const t = this.#times[this.#written]!;
      if (t > stepper.t || t >= until) return;
      if (t === stepper.t) this.#at.set(stepper.y);
      else stepper.interpolate((t - stepper.tLast) / stepper.hLast, this.#at);
      this.#write(t);
    }
  }

  /** Rows due by now, as things stand after an event or intervention. */
  now(stepper: Stepper): void {
    this.#at.set(stepper.y);
    for (; this.#times[this.#written]! <= stepper.t; this.#written++)
      this.#write(this.#times[this.#written]!);
  }

  #write(t: number): void {
    if (this.#keeps) this.states.set(this.#at, this.#written * this.#at.length);
    this.#kernel.observe(t, this.#at, this.#c, this.#row);
    this.observed.set(this.#row, this.#written * this.#row.length);
  }
}
