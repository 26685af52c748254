import { Consistent } from "../consistent.ts";
import { rodas5p } from "../methods/index.ts";
import { pose } from "../pose.ts";
import { Rows } from "../rows.ts";
import { type Ending, failure, tooSmall } from "../status.ts";
import { Stepper } from "../stepper.ts";
import type { FiredEvent, Kernel } from "../types.ts";
import { Delays } from "./delays.ts";
import { Modes } from "./modes.ts";
import { EventQueue } from "./queue.ts";
import { settleAt } from "./relax.ts";
import type { HybridOptions, HybridProblem, HybridSolution } from "./types.ts";

/** Events at one time, and changes that crowd at one time, before it is a fault. */
const CROWD = 10_000;

/** How much faster fast reactions are than the run is long, 1/s for an equilibrium of rate 1. */
const FAST = 1e9;

/**
 * Integrates a problem with conditions inside rates, queued events and values of the past.
 *
 * It is the readable step loop with a queue around it, in JavaScript; the compiled loop knows events that act where their
 * trigger rises, and nothing else of this. Within a step every condition is held as it was at its start; the step ends at the
 * first bit of time at which one changes, so that rates are smooth where they are integrated. What is reported at the time of
 * an event is the state after it.
 *
 * @param options.method  `rodas5p` by default
 * @param options.lookEvery  a condition that comes and goes between two of its multiples and two quarters of a step is missed
 * @returns a solution; its status says how the run ended
 * @throws  `out-of-range`, `mismatch-shape` for a problem that cannot be posed
 */
export function solveHybrid(problem: HybridProblem, options: HybridOptions): HybridSolution {
  pose(problem, options);
  const run = new HybridRun(problem, options);
  const { status, message } = run.go();
  const { y, t, stats } = run.stepper;
  const { rows, fired } = run;
  const { states, observed } = rows;
  return { status, message, t: problem.times, states, observed, end: y.slice(), tEnd: t, stats, fired };
}

class HybridRun {
  readonly stepper: Stepper;
  readonly rows: Rows;
  readonly fired: FiredEvent[] = [];
  readonly #problem: HybridProblem;
  readonly #options: HybridOptions;
  readonly #kernel: Kernel;
  readonly #c: Float64Array;
  readonly #end: number;
  readonly #modes: Modes;
  readonly #queue: EventQueue;
  readonly #delays: Delays;
  readonly #consistent: Consistent;
  /** Times ahead at which a step has to end: known changes, and echoes of jumps. */
  #stops: number[] = [];
  #crowd = 0;

  constructor(problem: HybridProblem, options: HybridOptions) {
    const { plan, parameters, times } = problem;
    this.#problem = problem;
    this.#options = options;
    this.#delays = new Delays(problem.kernel, plan);
    const { kernel } = this.#delays;
    this.#kernel = kernel;
    this.#c = new Float64Array(kernel.constants);
    this.#c.set(parameters);
    this.#end = times[times.length - 1]!;
    this.#modes = new Modes(kernel, plan, this.#end - problem.t0, problem.t0, options.lookEvery);
    this.#queue = new EventQueue(kernel, plan, options.seed ?? 1);
    this.#consistent = new Consistent(kernel, this.#c, options.rtol, options.atol);
    this.stepper = new Stepper(kernel, options.method ?? rodas5p, this.#c, options.rtol, options.atol);
    this.rows = new Rows(kernel, times, this.#c, options.states);
  }

  go(): Ending {
    const { stepper } = this;
    const maxSteps = this.#options.maxSteps ?? 1_000_000;
    const begun = this.#begin();
    if (begun) return begun;
    for (let tries = 0; stepper.t < this.#end; tries++) {
      if (tries >= maxSteps) return failure("too-many-steps", stepper, `${maxSteps} steps`);
      const limit = Math.min(this.#end, this.#queue.next, this.#stops[0] ?? Infinity);
      const wished = Math.min(stepper.h, this.#longest());
      const left = limit - stepper.t;
      stepper.h = wished >= 0.999 * left ? left : Math.min(wished, 0.5 * left);
      const landing = stepper.h === left;
      // What is left up to a stop may be a few bits.
      if (!landing && tooSmall(stepper))
        return failure(stepper.error < Infinity ? "step-too-small" : "not-finite", stepper);
      if (!stepper.step()) {
        if (Number.isNaN(stepper.error) && !stepper.finite()) return failure("not-finite", stepper);
        if (tooSmall(stepper))
          return failure(stepper.error < Infinity ? "step-too-small" : "not-finite", stepper);
        continue;
      }
      if (landing) stepper.t = limit;
      if (stepper.h >= stepper.hLast && stepper.h < wished) stepper.h = wished;
      const fault = this.#arrive();
      if (fault) return fault;
    }
    return { status: "done", message: `the end was reached at t = ${this.#end} s` };
  }

  /** Start values, conditions, events at the start, first output, first step size. */
  #begin(): Ending | undefined {
    const { stepper } = this;
    const { t0 } = this.#problem;
    const c = this.#c;
    stepper.t = t0;
    this.#kernel.prepare(c);
    this.#kernel.initial(c, stepper.y);
    this.#delays.begin(t0, c);
    const fault = this.#settle();
    if (fault) return fault;
    this.rows.now(stepper);
    if (!(stepper.t < this.#end)) return undefined;
    if (!stepper.finite()) return failure("not-finite", stepper);
    stepper.h = Math.min(stepper.firstStep(0.01 * (this.#end - t0)), this.#longest());
    return undefined;
  }

  /** After a step: its outputs, and what changes in it or is due at its end. */
  #arrive(): Ending | undefined {
    const { stepper } = this;
    const wished = stepper.h;
    const change = this.#modes.find(stepper, this.#c);
    if (change?.timed && change.t < stepper.t) {
      // A change at a known time: the step is taken anew, to end there.
      stepper.back();
      stepper.h = stepper.hLast;
      this.#stop(change.t);
      return undefined;
    }
    this.#delays.keep(stepper, this.#c);
    if (change) {
      const { tLast, hLast } = stepper;
      this.rows.inside(stepper, change.t);
      if (change.t < stepper.t) {
        stepper.cut((change.t - tLast) / hLast);
        stepper.t = change.t;
        this.#delays.cut(change.t);
      }
      this.#crowd = change.t - tLast <= 1e-12 * (this.#end - this.#problem.t0) ? this.#crowd + 1 : 0;
      if (this.#crowd > CROWD) return failure("step-too-small", stepper, "conditions change all the time");
    }
    while (this.#stops[0]! <= stepper.t) this.#stops.shift();
    const due = change !== undefined || this.#queue.next <= stepper.t;
    if (!due) {
      this.rows.inside(stepper, Number.POSITIVE_INFINITY);
      return undefined;
    }
    this.rows.inside(stepper, stepper.t);
    const fault = this.#settle();
    if (fault) return fault;
    this.rows.now(stepper);
    if (stepper.t < this.#end && !stepper.finite()) return failure("not-finite", stepper);
    stepper.h = stepper.firstStep(Math.max(wished, stepper.hLast));
    return undefined;
  }

  /** Makes everything agree here: algebraic states, conditions, and all events that are due, one after the other. */
  #settle(): Ending | undefined {
    const { stepper } = this;
    for (let round = 0; round < CROWD; round++) {
      const undone = this.#agree();
      if (undone) return undone;
      const here = { t: stepper.t, y: stepper.y, c: this.#c };
      const wrong = this.#queue.look(here);
      if (wrong !== undefined) return failure("not-finite", stepper, wrong);
      const event = this.#queue.carryOut(here);
      if (event < 0) {
        for (const t of this.#delays.echoes(stepper.t, stepper.y, this.#c)) this.#stop(t);
        return undefined;
      }
      this.#delays.changed();
      this.fired.push({ t: stepper.t, event });
    }
    return failure("step-too-small", stepper, `event ${this.fired.at(-1)!.event} keeps firing at one time`);
  }

  /** Holds the conditions as they are and solves for the algebraic states, until both stay. */
  #agree(): Ending | undefined {
    const { stepper } = this;
    const c = this.#c;
    for (let round = 0; round < 20; round++) {
      const changed = this.#modes.hold(stepper.t, stepper.y, c);
      if (this.#problem.plan.pace) this.#relax(this.#problem.plan.pace);
      stepper.restart();
      if (changed) this.#delays.changed();
      const fault = this.#consistent.find(stepper.t, stepper.y);
      if (fault !== undefined) return failure("inconsistent-start", stepper, fault);
      if (!changed || (this.#kernel.mass === undefined && !this.#problem.plan.pace)) return undefined;
    }
    return undefined;
  }

  /**
   * Brings fast reactions to their equilibrium, all else and the time standing still, and lets them follow at a pace that is
   * a thousand million times that of the run.
   */
  #relax({ fast, slow }: { readonly fast: number; readonly slow: number }): void {
    const c = this.#c;
    const { t, y } = this.stepper;
    const { rtol, atol } = this.#options;
    const pace = (ofFast: number, ofSlow: number): void => {
      c[fast] = ofFast;
      c[slow] = ofSlow;
      this.#kernel.prepare(c);
    };
    pace(1, 0);
    settleAt(this.#kernel, c, t, y, rtol, atol);
    pace(FAST / (this.#end - this.#problem.t0 || 1), 1);
  }

  /** Longest step here: the caller's limit, and no longer than values of the past lie back. */
  #longest(): number {
    const { stepper } = this;
    const most = this.#options.hMax ?? Number.POSITIVE_INFINITY;
    const back = this.#delays.shortest(stepper.t, stepper.y, this.#c);
    const floor = 1e-3 * Math.min(most, this.#end - this.#problem.t0);
    return Math.min(most, Math.max(back, floor));
  }

  #stop(t: number): void {
    if (t >= this.#end || this.#stops.includes(t)) return;
    this.#stops.push(t);
    this.#stops.sort((a, b) => a - b);
  }
}
