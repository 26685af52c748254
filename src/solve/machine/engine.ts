import { rodas4 } from "../methods/index.ts";
import { poseProblem } from "../pose.ts";
import { settle } from "../settle.ts";
import { solve } from "../solve.ts";
import type {
  FiredEvent,
  Kernel,
  Method,
  Problem,
  Program,
  Shape,
  Solution,
  SolveOptions,
} from "../types.ts";
import { methodFor } from "./choose.ts";
import { machineKernel } from "./kernel.ts";
import { type Destination, type JobOptions, Machine, type Member, type Outcome } from "./machine.ts";

/** What an engine needs of a program; workers have it without the program. */
export type EngineSource = Pick<Program, "shape" | "machine" | "operations">;

/** Arrays of an earlier solution. */
export type Reused = Pick<Solution, "states" | "observed" | "end">;

/** What is integrated by an engine, which already knows the model. */
export type EngineProblem = Omit<Problem, "kernel">;

/**
 * Runs a compiled model in WebAssembly: one member at a time or, in ensembles, two side by side.
 *
 * Modules are written and compiled at their first use and shared by all engines of the same structure. It gives what
 * `solve` gives, to tolerance; which method, how many lanes and what else runs beside it never changes a member's bits.
 */
export class Engine {
  readonly #program: EngineSource;
  /** By lanes, then by method. */
  readonly #machines = { 1: new Map<Method, Machine>(), 2: new Map<Method, Machine>() };
  readonly #kernels = { 1: new Map<Method, Kernel>(), 2: new Map<Method, Kernel>() };

  constructor(program: EngineSource) {
    this.#program = program;
  }

  /** The model's functions as a kernel, for looking at single rates and for the step loop in JavaScript. */
  get kernel(): Kernel {
    return this.#kernelOf(rodas4, 1);
  }

  /** Writes and compiles what a run with these options needs, so that the first one does not wait for it. */
  prepare(options: Pick<SolveOptions, "method" | "rtol">, lanes: 1 | 2 = 1): void {
    this.#machine(
      methodFor(options, () => this.#program.operations),
      lanes,
    );
  }

  /**
   * Integrates one member; see `solve` for what the problem and its options mean.
   *
   * @param reuse  an earlier solution whose arrays may be written over where they fit: in a loop over a small model
   *               making new ones takes as long as the run
   * @throws  as `solve`; never because an integration failed
   * @example new Engine(compile(model).program).solve({ parameters, t0: 0, times }, { rtol: 1e-6, atol: 1e-9 })
   */
  solve(problem: EngineProblem, options: SolveOptions, reuse?: Reused): Solution {
    const { shape } = this.#program;
    poseProblem(shape, problem, options);
    const method = options.method ?? methodFor(options, () => this.#program.operations);
    const run = new SingleRun(shape, problem.times.length, options, reuse);
    this.#machine(method, 1).run(
      [problem],
      {
        t0: problem.t0,
        tEnd: problem.times[problem.times.length - 1]!,
        times: problem.times,
        rtol: options.rtol,
        atol: options.atol,
        maxSteps: options.maxSteps ?? 100_000,
        hMax: options.hMax,
        lookEvery: options.lookEvery,
        hStart: options.hStart,
        hFixed: options.hFixed,
        fireAtStart: options.fireAtStart,
      },
      run,
    );
    if (!run.ended) return solve({ ...problem, kernel: this.#kernelOf(method, 1) }, { ...options, method });
    const { status, message, steps, rejected, evaluations, tEnd } = run.ended;
    return {
      status,
      message: status === "done" ? `the end was reached at t = ${tEnd} s` : message,
      t: problem.times,
      states: run.allStates,
      observed: run.allObserved,
      end: run.last,
      tEnd,
      stats: {
        steps,
        rejected,
        rates: evaluations + (method.tableau.stages - 1) * (steps + rejected),
        jacobians: evaluations,
        factorisations: steps + rejected,
      },
      fired: run.events,
    };
  }

  /**
   * The state a model comes to when nothing is done to it: where nothing moves by more than the tolerance within the
   * horizon any more, or at the end of it.
   *
   * @param horizon   time allowed for it, s; also the time over which a state at rest may not move
   * @param counters  states that need not come to rest and begin anew
   * @returns the state; nothing when the integration failed
   */
  settle(
    parameters: Float64Array,
    horizon: number,
    counters: Int32Array,
    options: SolveOptions,
  ): Float64Array | undefined {
    const { n } = this.#program.shape;
    const state = new Float64Array(n);
    let status: Outcome["status"] | undefined;
    const times = new Float64Array(0);
    const { maxSteps = 100_000, ...others } = options;
    const rest = { t0: -horizon, tEnd: 0, times, restTime: horizon, restWeight: restWeights(n, counters) };
    this.run(
      [{ parameters }],
      { ...others, ...rest, maxSteps },
      {
        end: () => state,
        outcome: (_member, outcome) => {
          status = outcome.status;
        },
      },
    );
    return status === "done" ? state : undefined;
  }

  /**
   * Runs an ensemble, two members side by side. Members whose matrices cannot be factorised without exchanges are run again in
   * JavaScript, with exchanges.
   */
  run(members: readonly Member[], options: JobOptions & { readonly method?: Method }, to: Destination): void {
    const method = methodFor(options, () => this.#program.operations);
    const weak = this.#machine(method, 2).run(members, options, to);
    for (const { member, fired } of weak) this.#again(members[member]!, member, fired, method, options, to);
  }

  /** One member with exchanges in its factorisations; of its events those that have been told are not told again. */
  #again(
    member: Member,
    index: number,
    told: number,
    method: Method,
    options: JobOptions,
    to: Destination,
  ): void {
    const { t0, tEnd, times, restTime } = options;
    const { n, observables } = this.#program.shape;
    const held: SolveOptions = {
      method,
      rtol: options.rtol,
      atol: options.atol,
      maxSteps: options.maxSteps,
      ...(options.hMax !== undefined && { hMax: options.hMax }),
      ...(options.lookEvery !== undefined && { lookEvery: options.lookEvery }),
      ...(options.hStart !== undefined && { hStart: options.hStart }),
      ...(options.hFixed !== undefined && { hFixed: options.hFixed }),
      ...(options.fireAtStart !== undefined && { fireAtStart: options.fireAtStart }),
    };
    const problem = { ...member, kernel: this.#kernelOf(method, 2), t0 };
    if (restTime !== undefined) {
      const counters = Int32Array.from(
        [...(options.restWeight ?? [])].flatMap((w, i) => (w === 0 ? [i] : [])),
      );
      const { state, restlessness, time, ...rest } = settle(
        { ...problem, t0: tEnd, times },
        restTime,
        counters,
        held,
      );
      to.end?.(index).set(state);
      to.outcome(index, outcomeOf(rest, t0 + time, restlessness));
      return;
    }
    const last = times[times.length - 1] === tEnd;
    const run = solve({ ...problem, times: last ? times : Float64Array.of(...times, tEnd) }, held);
    to.states?.(index).set(run.states.subarray(0, times.length * n));
    to.observed?.(index).set(run.observed.subarray(0, times.length * observables));
    to.end?.(index).set(run.end);
    for (const { t, event } of run.fired.slice(told)) to.fired?.(index, event, t);
    to.outcome(index, outcomeOf(run, run.tEnd, Number.NaN));
  }

  #kernelOf(method: Method, lanes: 1 | 2): Kernel {
    const known = this.#kernels[lanes].get(method);
    if (known) return known;
    const made = machineKernel(this.#program.machine(method, lanes));
    this.#kernels[lanes].set(method, made);
    return made;
  }

  #machine(method: Method, lanes: 1 | 2): Machine {
    const known = this.#machines[lanes].get(method);
    if (known) return known;
    const made = new Machine(this.#program.machine(method, lanes));
    this.#machines[lanes].set(method, made);
    return made;
  }
}

/** 0 for counters, 1 for the states that must come to rest. */
export function restWeights(n: number, counters: Int32Array): Float64Array {
  const weights = new Float64Array(n).fill(1);
  for (const i of counters) weights[i] = 0;
  return weights;
}

function outcomeOf(
  { status, message, stats }: Pick<Solution, "status" | "message" | "stats">,
  tEnd: number,
  rest: number,
): Outcome {
  const { steps, rejected, jacobians: evaluations } = stats;
  return { status, message: status === "done" ? "" : message, steps, rejected, evaluations, tEnd, rest };
}

const nothing = new Float64Array(0);

/** Numbers that an array holds within itself. */
const FEW = 8;

/** Where one member's results go. */
class SingleRun implements Destination {
  readonly allStates: Float64Array;
  readonly last: Float64Array;
  readonly events: FiredEvent[] = [];
  readonly states: Destination["states"];
  readonly end: Destination["end"];
  readonly copied: Destination["copied"];
  allObserved: Float64Array;
  /** Numbers to be observed, where they are copied anew. */
  length = 0;
  ended: Outcome | undefined;

  constructor(
    { n, observables }: Shape,
    rows: number,
    { states, end }: SolveOptions,
    reuse: Reused | undefined,
  ) {
    const keepsStates = states !== false;
    const kept = keepsStates ? n : 0;
    const lasting = end === false ? 0 : n;
    // Functions that are there already, not made for this run: a small model takes no longer than some of them.
    if (keepsStates) this.states = itsStates;
    if (lasting > 0) this.end = itsEnd;
    if (
      reuse?.end.length === lasting &&
      reuse.states.length === rows * kept &&
      reuse.observed.length === rows * observables
    ) {
      this.allStates = reuse.states;
      this.allObserved = reuse.observed;
      this.last = reuse.end;
      this.copied = writtenOver;
      return;
    }
    // A copy of what was observed is made without being cleared first, and a few numbers take no memory of their own: for
    // small models either takes as long as the run.
    if (!keepsStates && lasting <= FEW) {
      this.allStates = nothing;
      this.allObserved = nothing;
      this.last = lasting === 0 ? nothing : new Float64Array(lasting);
      this.length = rows * observables;
      this.copied = copiedAnew;
      return;
    }
    // One piece of memory, for the same reason.
    const [first, second] = [rows * kept, rows * (kept + observables)];
    const { buffer } = new Float64Array(second + lasting);
    this.allStates = kept > 0 ? new Float64Array(buffer, 0, first) : nothing;
    this.allObserved = new Float64Array(buffer, 8 * first, second - first);
    this.last = new Float64Array(buffer, 8 * second, lasting);
  }

  observed(): Float64Array {
    return this.allObserved;
  }
  outcome(_member: number, outcome: Outcome): void {
    this.ended = outcome;
  }
  fired(_member: number, event: number, t: number): void {
    this.events.push({ t, event });
  }
}

function itsStates(this: SingleRun): Float64Array {
  return this.allStates;
}

function itsEnd(this: SingleRun): Float64Array {
  return this.last;
}

function writtenOver(this: SingleRun, found: Float64Array): void {
  this.allObserved.set(found);
  if (found.length < this.allObserved.length) this.allObserved.fill(Number.NaN, found.length);
}

function copiedAnew(this: SingleRun, found: Float64Array): void {
  this.allObserved = complete(found, this.length);
}

/** A copy; what was not found is not a number. */
function complete(found: Float64Array, length: number): Float64Array {
  if (found.length === length) return new Float64Array(found);
  const out = new Float64Array(length).fill(Number.NaN);
  out.set(found);
  return out;
}
