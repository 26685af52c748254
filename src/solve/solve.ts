import { KationError } from "#units";
import { rodas4 } from "./methods/index.ts";
import { Stepper } from "./stepper.ts";
import { Triggers } from "./triggers.ts";
import type { Intervention, Kernel, Problem, Solution, SolveOptions, SolveStatus } from "./types.ts";

/**
 * Integrates a problem and reports at its times.
 *
 * Steps end on interventions and events only; outputs come from the method's own interpolant. At the time of an
 * intervention the state after it is reported. States may run below zero within their absolute tolerance.
 *
 * @param options.rtol      relative tolerance per step, 1e-12 … 0.1
 * @param options.atol      absolute tolerance in base units, one for all states or one for each
 * @param options.maxSteps  accepted and rejected together, default 100 000
 * @returns `Solution`; a failed integration is a status with its sentence, never an exception
 * @throws  `out-of-range`, `mismatch-shape` for a problem that cannot be posed
 * @example solve({ kernel, parameters, t0: 0, times: Float64Array.of(1, 10) }, { rtol: 1e-6, atol: 1e-9 })
 */
export function solve(problem: Problem, options: SolveOptions): Solution {
  const { kernel } = problem;
  const { times } = problem;
  pose(problem, options);
  const c = new Float64Array(kernel.constants);
  c.set(problem.parameters);
  kernel.prepare(c);
  const run = new Run(problem, options, c);
  const status = run.go();
  return {
    status: status.status,
    message: status.message,
    t: times,
    states: run.states,
    observed: run.observed,
    end: run.stepper.y.slice(),
    tEnd: run.stepper.t,
    stats: run.stepper.stats,
  };
}

/**
 * Brings a problem to rest: integrates without interventions for `horizon` seconds, then sets counters back.
 * @returns the state at rest, or the status that stopped it
 */
export function settle(
  problem: Problem,
  horizon: number,
  counters: Int32Array,
  options: SolveOptions,
): { state: Float64Array; status: SolveStatus; message: string; steps: number } {
  const { kernel, parameters } = problem;
  const c = new Float64Array(kernel.constants);
  c.set(parameters);
  kernel.prepare(c);
  const initial = new Float64Array(kernel.n);
  kernel.initial(c, initial);
  const start = problem.start ?? initial;
  const calm: Problem = { kernel, parameters, start, t0: -horizon, times: Float64Array.of(0) };
  const solution = solve(calm, options);
  const state = solution.end;
  for (const i of counters) state[i] = initial[i]!;
  return {
    state,
    status: solution.status,
    message: solution.message,
    steps: solution.stats.steps + solution.stats.rejected,
  };
}

/** One run: the loop over interventions, steps, events and outputs. */
class Run {
  readonly stepper: Stepper;
  readonly states: Float64Array;
  readonly observed: Float64Array;
  readonly #problem: Problem;
  readonly #kernel: Kernel;
  readonly #c: Float64Array;
  readonly #maxSteps: number;
  readonly #hMax: number;
  readonly #hStart: number | undefined;
  readonly #schedule: readonly Intervention[];
  readonly #triggers: Triggers | undefined;
  readonly #row: Float64Array;
  #output = 0;
  #next = 0;

  constructor(problem: Problem, options: SolveOptions, c: Float64Array) {
    const { kernel, times } = problem;
    this.#problem = problem;
    this.#kernel = kernel;
    this.#c = c;
    this.#maxSteps = options.maxSteps ?? 100_000;
    this.#hMax = options.hMax ?? Infinity;
    this.#hStart = options.hStart;
    const atol =
      typeof options.atol === "number" ? new Float64Array(kernel.n).fill(options.atol) : options.atol;
    this.stepper = new Stepper(kernel, options.method ?? rodas4, c, options.rtol, atol);
    this.states = new Float64Array(times.length * kernel.n).fill(Number.NaN);
    this.observed = new Float64Array(times.length * kernel.observables).fill(Number.NaN);
    this.#schedule = [...(problem.schedule ?? [])].sort((a, b) => a.t - b.t);
    this.#triggers = kernel.roots > 0 ? new Triggers(kernel) : undefined;
    this.#row = new Float64Array(kernel.observables);
  }

  go(): { status: SolveStatus; message: string } {
    const { stepper } = this;
    const { times, t0 } = this.#problem;
    const end = times[times.length - 1]!;
    stepper.t = t0;
    if (this.#problem.start) stepper.y.set(this.#problem.start);
    else this.#kernel.initial(this.#c, stepper.y);
    this.#intervene();
    this.#triggers?.reset(stepper.t, stepper.y, this.#c);
    this.#write();
    if (stepper.t >= end) return { status: "done", message: "the end was reached" };
    stepper.h = this.#hStart ?? stepper.firstStep(Math.min(this.#hMax, end - stepper.t));
    for (let tries = 0; tries < this.#maxSteps; tries++) {
      const limit = Math.min(end, this.#schedule[this.#next]?.t ?? Infinity);
      const wished = Math.min(stepper.h, this.#hMax);
      const left = limit - stepper.t;
      // A last sliver is taken along, or shared between two steps, so that no step ends in rounding.
      stepper.h = wished >= left * (1 - 1e-10) ? left : wished > 0.5 * left ? 0.5 * left : wished;
      const landing = stepper.h === left;
      if (stepper.h < 1e-15 * Math.max(Math.abs(stepper.t), Math.abs(limit) * 1e-3) || !(stepper.h > 0))
        return this.#failure("step-too-small");
      if (!stepper.step()) {
        if (!(stepper.h > 1e-300)) return this.#failure("not-finite");
        continue;
      }
      if (landing) stepper.t = limit;
      if (this.#triggers && this.#event()) continue;
      // A step cut short by its landing says nothing against the wished size.
      if (landing && stepper.h < wished) stepper.h = wished;
      this.#outputs();
      if (stepper.t >= (this.#schedule[this.#next]?.t ?? Infinity)) {
        this.#intervene();
        this.#triggers?.reset(stepper.t, stepper.y, this.#c);
        stepper.restart();
        if (stepper.t < end) stepper.h = Math.min(stepper.h, 10 * stepper.firstStep(end - stepper.t));
        this.#write();
      }
      if (stepper.t >= end) return { status: "done", message: "the end was reached" };
    }
    return this.#failure("too-many-steps");
  }

  /** Carries out everything scheduled for now or before. */
  #intervene(): void {
    const { stepper } = this;
    while (this.#next < this.#schedule.length && this.#schedule[this.#next]!.t <= stepper.t) {
      const { set, fire } = this.#schedule[this.#next++]!;
      for (const { parameter, value } of set ?? []) this.#c[parameter] = value;
      if (set && set.length > 0) this.#kernel.prepare(this.#c);
      for (const index of fire ?? []) {
        this.#kernel.fire(index, stepper.t, stepper.y, this.#c);
        this.#kernel.prepare(this.#c);
      }
    }
  }

  /** Finds the first rise of a trigger inside the last step, moves back to it and fires; true when one did. */
  #event(): boolean {
    const { stepper } = this;
    const found = this.#triggers!.find(stepper, this.#c);
    if (!found) return false;
    const theta = found.theta;
    const root = stepper.tLast + theta * stepper.hLast;
    const next = Math.max(stepper.hLast * (1 - theta), stepper.hLast * 1e-3);
    this.#outputs(root);
    const at = this.#triggers!.state;
    stepper.interpolate(theta, at);
    stepper.y.set(at);
    stepper.t = root;
    for (const index of found.events) {
      this.#kernel.fire(index, root, stepper.y, this.#c);
      this.#kernel.prepare(this.#c);
    }
    this.#triggers!.reset(root, stepper.y, this.#c);
    stepper.restart();
    stepper.h = Math.min(next, 10 * stepper.firstStep(next));
    return true;
  }

  /** Outputs inside the last step, up to and without `until` when given. */
  #outputs(until?: number): void {
    const { stepper } = this;
    const { times } = this.#problem;
    const { n } = this.#kernel;
    while (this.#output < times.length) {
      const t = times[this.#output]!;
      if (t > stepper.t || (until !== undefined && t >= until)) return;
      const pending = this.#schedule[this.#next]?.t;
      if (pending !== undefined && t === pending) return;
      const target = this.states.subarray(this.#output * n, (this.#output + 1) * n);
      if (t === stepper.t) target.set(stepper.y);
      else stepper.interpolate((t - stepper.tLast) / stepper.hLast, target);
      this.#observe(t, target);
    }
  }

  /** The state as it stands, for outputs due now. */
  #write(): void {
    const { times } = this.#problem;
    const { n } = this.#kernel;
    while (this.#output < times.length && times[this.#output]! <= this.stepper.t) {
      const target = this.states.subarray(this.#output * n, (this.#output + 1) * n);
      target.set(this.stepper.y);
      this.#observe(times[this.#output]!, target);
    }
  }

  #observe(t: number, y: Float64Array): void {
    const { observables } = this.#kernel;
    this.#kernel.observe(t, y, this.#c, this.#row);
    this.observed.set(this.#row, this.#output * observables);
    this.#output++;
  }

  #failure(status: SolveStatus): { status: SolveStatus; message: string } {
    const { t, h } = this.stepper;
    const why = {
      "step-too-small": "the step size fell below rounding",
      "not-finite": "rates or Jacobian are not finite numbers",
      "too-many-steps": `${this.#maxSteps} steps did not reach the end`,
      done: "",
    }[status];
    return {
      status,
      message: `${why} at t = ${t} s (step ${h} s, worst state ${this.stepper.worstState()})`,
    };
  }
}

function pose(problem: Problem, options: SolveOptions): void {
  const { kernel, parameters, times, t0 } = problem;
  const wrong = (what: string, fix: string): never => {
    throw new KationError("mismatch-shape", what, { fix });
  };
  if (parameters.length !== kernel.parameters)
    wrong(`${parameters.length} parameters for a kernel of ${kernel.parameters}`, "pass one value each");
  if (problem.start && problem.start.length !== kernel.n)
    wrong(`${problem.start.length} start values for ${kernel.n} states`, "pass one value each");
  if (typeof options.atol !== "number" && options.atol.length !== kernel.n)
    wrong("one atol per state is needed", "pass a number or n of them");
  if (times.length === 0 || !(times[0]! >= t0) || times.some((t, i) => i > 0 && !(t > times[i - 1]!))) {
    wrong("report times must ascend from t0 on", "sort them, and drop repeats");
  }
  if (!(options.rtol >= 1e-13 && options.rtol <= 0.1)) {
    throw new KationError("out-of-range", `rtol ${options.rtol} is outside 1e-13 … 0.1`, {
      fix: "1e-5 is a good start",
    });
  }
}
