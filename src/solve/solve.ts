import { Consistent } from "./consistent.ts";
import { rodas4 } from "./methods/index.ts";
import { pose } from "./pose.ts";
import { Rows } from "./rows.ts";
import { type Ending, failure, tooSmall } from "./status.ts";
import { Stepper } from "./stepper.ts";
import { Triggers } from "./triggers.ts";
import type { FiredEvent, Intervention, Kernel, Problem, Solution, SolveOptions } from "./types.ts";

/**
 * Events that may follow from each other at one time, and roots that may crowd at one time, before it is a
 * fault.
 */
const CROWD = 1000;

/**
 * Integrates a stiff problem M·dy/dt = f(t, y) and reports at its times.
 *
 * Steps end on interventions and events only; outputs come from the method's own interpolant. The error of a
 * step is held below atol_i + rtol·max(|y_i|, |y_i,new|) as a root mean square over states, so a state that
 * is zero may be reported as slightly negative, within its atol. At the time of an intervention or event, t0
 * included, what is reported is the state after it. Interventions of one time are carried out in the order
 * given, each setting its parameters before it fires its events.
 *
 * Where the kernel has algebraic rows (`mass` 0, of index 1), values of their states are found that satisfy
 * them at t0 and after every event and intervention, the differential states held; what is given for them is
 * where the search starts.
 *
 * @param problem           kernel, parameters, start, t0, times, schedule; nothing in it is changed
 * @param options.method    {@link rodas4} by default; `rodas5p` pays from rtol 1e-6 down
 * @param options.rtol      relative tolerance per step, 1e-13 … 0.1
 * @param options.atol      absolute tolerance in base units, one for all states or one for each, ≥ 0
 * @param options.maxSteps  accepted and rejected together, default 100 000
 * @param options.hMax      longest step, s; set it where the right-hand side has a pulse in time that is
 *                          not scheduled
 * @returns `Solution`; status `done`, `step-too-small`, `too-many-steps`, `not-finite` or
 *          `inconsistent-start`, each with its sentence
 * @throws  `out-of-range`, `mismatch-shape` for a problem that cannot be posed; never because an
 *          integration failed
 * @example solve({ kernel, parameters, t0: 0, times: Float64Array.of(1, 10) }, { rtol: 1e-6, atol: 1e-9 })
 */
export function solve(problem: Problem, options: SolveOptions): Solution {
  pose(problem, options);
  const { kernel, parameters, times } = problem;
  const c = new Float64Array(kernel.constants);
  c.set(parameters);
  kernel.prepare(c);
  const run = new Run(problem, options, c);
  const { status, message } = run.go();
  const { y, t, stats } = run.stepper;
  const { rows, fired } = run;
  const { states, observed } = rows;
  const end = options.end === false ? new Float64Array(0) : y.slice();
  return { status, message, t: times, states, observed, end, tEnd: t, stats, fired };
}

/** One run: the loop over interventions, steps, events and outputs. */
class Run {
  readonly stepper: Stepper;
  readonly rows: Rows;
  readonly fired: FiredEvent[] = [];
  readonly #problem: Problem;
  readonly #options: SolveOptions;
  readonly #kernel: Kernel;
  readonly #c: Float64Array;
  readonly #end: number;
  readonly #schedule: readonly Intervention[];
  readonly #triggers: Triggers | undefined;
  readonly #consistent: Consistent;
  #done = 0;
  #crowd = 0;

  constructor(problem: Problem, options: SolveOptions, c: Float64Array) {
    const { kernel, times } = problem;
    this.#problem = problem;
    this.#options = options;
    this.#kernel = kernel;
    this.#c = c;
    this.#consistent = new Consistent(kernel, c, options.rtol, options.atol);
    this.#end = times[times.length - 1]!;
    this.stepper = new Stepper(kernel, options.method ?? rodas4, c, options.rtol, options.atol);
    this.rows = new Rows(kernel, times, c, options.states);
    this.#schedule = [...(problem.schedule ?? [])].sort((a, b) => a.t - b.t);
    this.#triggers = kernel.roots > 0 ? new Triggers(kernel, options.lookEvery, problem.t0) : undefined;
  }

  go(): Ending {
    const { stepper } = this;
    const maxSteps = this.#options.maxSteps ?? 100_000;
    const begun = this.#begin();
    if (begun) return begun;
    for (let tries = 0; stepper.t < this.#end; tries++) {
      if (tries >= maxSteps) return failure("too-many-steps", stepper, `${maxSteps} steps`);
      const limit = Math.min(this.#end, this.#pending());
      const wished = Math.min(stepper.h, this.#options.hMax ?? Infinity);
      const left = limit - stepper.t;
      stepper.h = share(wished, left, this.#options.hFixed !== undefined);
      const landing = stepper.h === left;
      if (tooSmall(stepper))
        return failure(stepper.error < Infinity ? "step-too-small" : "not-finite", stepper);
      if (!this.#step()) {
        if (Number.isNaN(stepper.error) && !stepper.finite()) return failure("not-finite", stepper);
        continue;
      }
      if (landing) stepper.t = limit;
      // A step cut short by where it had to land says nothing against the size wished for.
      if (stepper.h >= stepper.hLast && stepper.h < wished) stepper.h = wished;
      const fault = this.#arrive(limit);
      if (fault) return fault;
    }
    return { status: "done", message: `the end was reached at t = ${this.#end} s` };
  }

  #step(): boolean {
    const { hFixed } = this.#options;
    if (hFixed === undefined) return this.stepper.step();
    const ok = this.stepper.stepFixed();
    this.stepper.h = ok ? hFixed : 0;
    return ok;
  }

  /** State, interventions, events and outputs at t0, then the first step size. */
  #begin(): Ending | undefined {
    const { stepper } = this;
    stepper.t = this.#problem.t0;
    if (this.#problem.start) stepper.y.set(this.#problem.start);
    else this.#kernel.initial(this.#c, stepper.y);
    const unsound = this.#satisfy();
    // An intervention at t0 may be what makes the start sound.
    const undone = this.#pending() <= stepper.t ? this.#intervene() : unsound;
    stepper.restart();
    if (undone) return undone;
    // What is true from the start, a dose at t0 included, does not fire unless asked to.
    if (this.#options.fireAtStart) this.#triggers?.expectAll();
    else this.#triggers?.reset(stepper.t, stepper.y, this.#c);
    const fault = this.#cascade();
    if (fault?.status === "inconsistent-start") return fault;
    this.rows.now(stepper);
    if (fault || !(stepper.t < this.#end)) return fault;
    if (!stepper.finite()) return failure("not-finite", stepper);
    const { hFixed, hStart } = this.#options;
    // Rates that are zero at first would let the first step run over everything.
    stepper.h = hFixed ?? hStart ?? stepper.firstStep(0.01 * (this.#end - stepper.t));
    return undefined;
  }

  /** After a step: its outputs; where a trigger rose or an intervention is due, what happens there. */
  #arrive(limit: number): Ending | undefined {
    const { stepper } = this;
    const wished = stepper.h;
    const theta = this.#triggers?.find(stepper, this.#c) ?? -1;
    if (theta < 0 && stepper.t < this.#pending()) {
      this.rows.inside(stepper, Infinity);
      return undefined;
    }
    let fault: Ending | undefined;
    if (theta < 0) this.rows.inside(stepper, stepper.t);
    else fault = this.#goBack(theta, limit) ?? this.#cascade();
    if (!fault && stepper.t >= this.#pending()) {
      fault = this.#intervene() ?? this.#cascade();
    }
    if (fault?.status === "inconsistent-start") return fault;
    this.rows.now(stepper);
    const { hFixed, hMax } = this.#options;
    // After a jump: what the rates ask for now, never above what was possible before.
    if (!fault) stepper.h = hFixed ?? Math.min(stepper.firstStep(wished), hMax ?? Infinity);
    return fault;
  }

  /** Ends the last step at a root; undefined unless roots crowd at one time. */
  #goBack(theta: number, limit: number): Ending | undefined {
    const { stepper } = this;
    const { tLast, hLast } = stepper;
    const root = tLast + theta * hLast;
    this.rows.inside(stepper, root);
    stepper.cut(theta);
    // A rise within rounding of an intervention happens at it: no sliver of a step is left between them.
    if (limit - root <= Math.max(1e-12 * hLast, 8 * 2 ** -52 * Math.abs(limit))) stepper.t = limit;
    this.#crowd = stepper.t - tLast <= 1e-12 * (this.#end - this.#problem.t0) ? this.#crowd + 1 : 0;
    return this.#crowd > CROWD
      ? failure("step-too-small", stepper, "events crowd together at one time")
      : undefined;
  }

  /** Time of the next intervention. */
  #pending(): number {
    return this.#schedule[this.#done]?.t ?? Infinity;
  }

  /** Makes the algebraic states satisfy their equations here and now. */
  #satisfy(): Ending | undefined {
    const { stepper } = this;
    const fault = this.#consistent.find(stepper.t, stepper.y);
    return fault === undefined ? undefined : failure("inconsistent-start", stepper, fault);
  }

  /** Carries out everything scheduled for now. */
  #intervene(): Ending | undefined {
    const { stepper } = this;
    let fault: Ending | undefined;
    for (; this.#pending() <= stepper.t; this.#done++) {
      const { set, fire } = this.#schedule[this.#done]!;
      for (const { parameter, value } of set ?? []) this.#c[parameter] = value;
      if (set && set.length > 0) this.#kernel.prepare(this.#c);
      fault = this.#satisfy();
      for (const index of fire ?? []) fault = this.#fire(index);
    }
    stepper.restart();
    return fault;
  }

  #fire(index: number): Ending | undefined {
    const { stepper } = this;
    this.#kernel.fire(index, stepper.t, stepper.y, this.#c);
    this.#kernel.prepare(this.#c);
    stepper.restart();
    return this.#satisfy();
  }

  /** Fires what has risen here, then what that makes rise, until nothing does. */
  #cascade(): Ending | undefined {
    if (!this.#triggers) return undefined;
    const { stepper } = this;
    for (let round = 0; round < CROWD; round++) {
      const risen = this.#triggers.risen(stepper.t, stepper.y, this.#c);
      if (risen.length === 0) return undefined;
      let fault: Ending | undefined;
      for (const event of risen) {
        fault = this.#fire(event);
        this.fired.push({ t: stepper.t, event });
      }
      // Events of one time act together: only what they leave behind must be sound.
      if (fault) return fault;
    }
    return failure("step-too-small", stepper, `event ${this.fired.at(-1)!.event} keeps firing at one time`);
  }
}

/** The size of a step towards a place to land: all that is left, half of it, or as wished. */
function share(wished: number, left: number, fixed: boolean): number {
  if (wished >= left * (fixed ? 1 - 1e-9 : 0.999)) return left;
  return !fixed && wished > 0.5 * left ? 0.5 * left : wished;
}
