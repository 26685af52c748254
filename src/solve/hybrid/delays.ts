import type { Stepper } from "../stepper.ts";
import type { Kernel } from "../types.ts";
import type { HybridPlan, PlannedDelay } from "./types.ts";

/** Points of a step that are kept: a polynomial of degree 4 goes through them, which is what interpolants are at most. */
const POINTS = 5;

/** One step of the past. */
interface Segment {
  readonly t: number;
  readonly h: number;
  /** States at `POINTS` equally spaced times, one after the other. */
  readonly states: Float64Array;
  /** Parameters then. */
  readonly c: Float64Array;
}

/**
 * The past of a run, and a kernel that reads it.
 *
 * Values of the past stand in parameters, which are found anew at each call of the kernel. Before the start a state is what its
 * initial value says, as a function of time; what follows from parameters alone has been as it was at the start.
 *
 * @limits  A delay shorter than the step reads a straight line from the last step to the state asked for; the run keeps steps
 *          below the delay as long as that is above a thousandth of its longest step.
 */
export class Delays {
  /** The kernel with the past in place. */
  readonly kernel: Kernel;
  readonly #kernel: Kernel;
  readonly #plan: HybridPlan;
  readonly #segments: Segment[] = [];
  #start: { readonly t: number; readonly c: Float64Array } | undefined;
  #parameters: Float64Array | undefined;

  constructor(kernel: Kernel, plan: HybridPlan) {
    this.#kernel = kernel;
    this.#plan = plan;
    this.kernel = plan.delays.length === 0 ? kernel : this.#wrapped();
  }

  /** Says where the past begins. */
  begin(t: number, c: Float64Array): void {
    if (this.#plan.delays.length > 0) this.#start = { t, c: c.slice() };
  }

  /** Keeps the last accepted step, up to the time reached. */
  keep(stepper: Stepper, c: Float64Array): void {
    if (this.#plan.delays.length === 0) return;
    const { n } = this.#kernel;
    const states = new Float64Array(POINTS * n);
    for (let k = 0; k < POINTS; k++) stepper.interpolate(k / (POINTS - 1), states, k * n);
    this.#parameters ??= c.slice();
    this.#segments.push({ t: stepper.tLast, h: stepper.hLast, states, c: this.#parameters });
  }

  /** Cuts what was kept last where a step was cut. */
  cut(t: number): void {
    const last = this.#segments.at(-1);
    if (last && t < last.t + last.h) this.#segments.push({ ...last, t, h: 0, states: this.#point(last, t) });
  }

  /** Says that parameters have changed. */
  changed(): void {
    this.#parameters = undefined;
  }

  /** Shortest time any value lies back now; infinite without delays. */
  shortest(t: number, y: Float64Array, c: Float64Array): number {
    let least = Number.POSITIVE_INFINITY;
    if (this.#plan.delays.length === 0) return least;
    const asked = new Float64Array(this.#plan.asked);
    this.kernel.ask!(t, y, c, asked);
    for (const { by } of this.#plan.delays) if (asked[by]! > 0 && asked[by]! < least) least = asked[by]!;
    return least;
  }

  /** Times after `t` at which a jump at `t` comes back. */
  echoes(t: number, y: Float64Array, c: Float64Array): number[] {
    if (this.#plan.delays.length === 0) return [];
    const asked = new Float64Array(this.#plan.asked);
    this.kernel.ask!(t, y, c, asked);
    return this.#plan.delays.map(({ by }) => t + asked[by]!).filter((time) => time > t);
  }

  /** Puts the values of the past that are read at a time and state into the parameters. */
  #fill(t: number, y: Float64Array, c: Float64Array, depth = 0): void {
    const { delays, asked: count } = this.#plan;
    const asked = new Float64Array(count);
    for (const delay of delays) {
      const { parameter, of, by } = delay;
      this.#kernel.prepare(c);
      this.#kernel.ask!(t, y, c, asked);
      const back = asked[by]!;
      c[parameter] = back > 0 || back < 0 ? this.#past(t - back, delay, t, y, depth) : asked[of]!;
      if (Number.isNaN(back)) c[parameter] = Number.NaN;
    }
    this.#kernel.prepare(c);
  }

  #past(at: number, { of, before, nested }: PlannedDelay, t: number, y: Float64Array, depth: number): number {
    if (depth > 50) return Number.NaN;
    const asked = new Float64Array(this.#plan.asked);
    const { c: kept, y: then } = this.#recall(at, t, y);
    const c = kept.slice();
    if (nested) this.#fill(at, then, c, depth + 1);
    else this.#kernel.prepare(c);
    this.#kernel.ask!(at, then, c, asked);
    return asked[at < this.#start!.t ? before : of]!;
  }

  /** State and parameters at a time, which may lie a little ahead of what is known. */
  #recall(at: number, t: number, y: Float64Array): { c: Float64Array; y: Float64Array } {
    const { n } = this.#kernel;
    const start = this.#start!;
    const last = this.#segments.at(-1);
    if (at < start.t || !last) {
      if (at >= start.t && t > start.t)
        return { c: start.c, y: between(this.#atStart(), y, (at - start.t) / (t - start.t)) };
      const asked = new Float64Array(this.#plan.asked);
      this.#kernel.ask!(Math.min(at, start.t), y, start.c, asked);
      return { c: start.c, y: asked.slice(this.#plan.before, this.#plan.before + n) };
    }
    const end = last.t + last.h;
    if (at <= end || t <= end) {
      const segment = this.#segments[this.#find(at)]!;
      return { c: segment.c, y: this.#point(segment, at) };
    }
    return { c: last.c, y: between(this.#point(last, end), y, (at - end) / (t - end)) };
  }

  #atStart(): Float64Array {
    const { t, c } = this.#start!;
    const { n } = this.#kernel;
    const asked = new Float64Array(this.#plan.asked);
    this.#kernel.ask!(t, new Float64Array(n), c, asked);
    return asked.slice(this.#plan.before, this.#plan.before + n);
  }

  /** The last segment that begins at or before a time. */
  #find(at: number): number {
    let [low, high] = [0, this.#segments.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#segments[middle]!.t <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Lagrange's polynomial through the points of a segment. */
  #point({ t, h, states }: Segment, at: number): Float64Array {
    const { n } = this.#kernel;
    if (h === 0) return states.slice(0, n);
    const x = ((at - t) / h) * (POINTS - 1);
    const out = new Float64Array(n);
    for (let k = 0; k < POINTS; k++) {
      let weight = 1;
      for (let j = 0; j < POINTS; j++) if (j !== k) weight *= (x - j) / (k - j);
      for (let i = 0; i < n; i++) out[i]! += weight * states[k * n + i]!;
    }
    return out;
  }

  #wrapped(): Kernel {
    const inner = this.#kernel;
    const { n } = inner;
    const [ahead, now] = [new Float64Array(n), new Float64Array(n)];
    const rates: Kernel["rates"] = (t, y, c, out) => {
      this.#fill(t, y, c);
      inner.rates(t, y, c, out);
    };
    return {
      ...inner,
      autonomous: false,
      rates,
      jacobian: (t, y, c, out) => {
        this.#fill(t, y, c);
        inner.jacobian(t, y, c, out);
      },
      // The past is known as numbers only: its slope is a difference.
      timeDerivative: (t, y, c, out) => {
        const step = 2 ** -24 * Math.max(Math.abs(t), 2 ** -6);
        rates(t + step, y, c, ahead);
        rates(t, y, c, now);
        for (let i = 0; i < n; i++) out[i] = (ahead[i]! - now[i]!) / step;
      },
      triggers: (t, y, c, out) => {
        this.#fill(t, y, c);
        inner.triggers(t, y, c, out);
      },
      observe: (t, y, c, out) => {
        this.#fill(t, y, c);
        inner.observe(t, y, c, out);
      },
      ask: (t, y, c, out) => {
        this.#fill(t, y, c);
        inner.ask!(t, y, c, out);
      },
    };
  }
}

function between(a: Float64Array, b: Float64Array, share: number): Float64Array {
  return a.map((value, i) => value + share * (b[i]! - value));
}
