import type { Kernel } from "../types.ts";
import type { HybridPlan, PlannedEvent } from "./types.ts";

/** An event that has been triggered and waits. */
interface Pending {
  readonly index: number;
  readonly due: number;
  /** What it assigns, where that was found at the trigger. */
  readonly values: Float64Array | undefined;
}

/** Where an event acts: time, state and parameters, in place. */
export interface Here {
  readonly t: number;
  readonly y: Float64Array;
  readonly c: Float64Array;
}

/**
 * Events with delays, priorities and persistence as SBML Level 3 defines them.
 *
 * An event is triggered when its condition becomes true. Of those due the one of highest priority is carried out first, a draw
 * among equals, and after each all conditions are looked at anew: others may be triggered or called off.
 *
 * @source  Hucka et al., SBML Level 3 Version 2 Core, J. Integr. Bioinform. 16, 20190021 (2019), section 4.11
 */
export class EventQueue {
  readonly #kernel: Kernel;
  readonly #events: readonly PlannedEvent[];
  readonly #asked: Float64Array;
  readonly #true: Uint8Array;
  #pending: Pending[] = [];
  #random: number;

  constructor(kernel: Kernel, plan: HybridPlan, seed: number) {
    this.#kernel = kernel;
    this.#events = plan.events;
    this.#asked = new Float64Array(plan.asked);
    this.#true = Uint8Array.from(plan.events, (e) => (e.initialValue ? 1 : 0));
    this.#random = seed >>> 0;
  }

  /** Time at which the next waiting event is due. */
  get next(): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { due } of this.#pending) if (due < least) least = due;
    return least;
  }

  /** Looks at all conditions: triggers, and calls off. What is wrong with a delay, if anything is. */
  look(here: Here): string | undefined {
    if (this.#events.length === 0) return undefined;
    this.#ask(here);
    for (let i = 0; i < this.#events.length; i++) {
      const event = this.#events[i]!;
      const now = isTrue(this.#asked[event.condition]!);
      const before = this.#true[i] === 1;
      this.#true[i] = now ? 1 : 0;
      if (before && !now && !event.persistent) this.#pending = this.#pending.filter((p) => p.index !== i);
      if (before || !now) continue;
      const delay = event.delay === undefined ? 0 : this.#asked[event.delay]!;
      if (!(delay >= 0)) return `the delay of event ${i} is ${delay}`;
      const values = event.valuesFromTrigger ? this.#values(event) : undefined;
      this.#pending.push({ index: i, due: here.t + delay, values });
    }
    return undefined;
  }

  /** Carries out one event that is due; its index, −1 when none is. Modes and algebraic states are left to the caller. */
  carryOut(here: Here): number {
    const due = this.#pending.filter((p) => p.due <= here.t);
    if (due.length === 0) return -1;
    this.#ask(here);
    const chosen = due.length === 1 ? due[0]! : this.#choose(due);
    this.#pending.splice(this.#pending.indexOf(chosen), 1);
    const event = this.#events[chosen.index]!;
    this.#assign(event, chosen.values ?? this.#values(event), here);
    return chosen.index;
  }

  #ask({ t, y, c }: Here): void {
    this.#kernel.ask!(t, y, c, this.#asked);
  }

  #values(event: PlannedEvent): Float64Array {
    return Float64Array.from(event.assignments, (a) => this.#asked[a.value]!);
  }

  #choose(due: readonly Pending[]): Pending {
    const priority = ({ index }: Pending): number => {
      const at = this.#events[index]!.priority;
      const value = at === undefined ? Number.NEGATIVE_INFINITY : this.#asked[at]!;
      return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
    };
    const highest = due.reduce((most, p) => Math.max(most, priority(p)), Number.NEGATIVE_INFINITY);
    const first = due.filter((p) => priority(p) === highest);
    return first[Math.floor(this.#draw() * first.length)]!;
  }

  /** A number in [0, 1): a counter, mixed. */
  #draw(): number {
    this.#random = (this.#random + 0x9e3779b9) >>> 0;
    let x = this.#random;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
  }

  /** A concentration becomes an amount by the size before the event, as the suite has it where both are set. */
  #assign(event: PlannedEvent, values: Float64Array, { y, c }: Here): void {
    event.assignments.forEach(({ state, parameter, size }, i) => {
      const value = size === undefined ? values[i]! : values[i]! * this.#asked[size]!;
      if (state !== undefined) y[state] = value;
      else c[parameter!] = value;
    });
    this.#kernel.prepare(c);
  }
}

/** Any number but 0 is true, and what is no number is not. */
function isTrue(value: number): boolean {
  return value !== 0 && !Number.isNaN(value);
}
