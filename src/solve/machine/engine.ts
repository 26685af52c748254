import { rodas4, rodas5p } from "../methods/index.ts";
import { pose } from "../pose.ts";
import { solve } from "../solve.ts";
import type { FiredEvent, Kernel, Method, Problem, Program, Solution, SolveOptions } from "../types.ts";
import { machineKernel } from "./kernel.ts";
import { type Destination, type JobOptions, Machine, type Member, type Outcome } from "./machine.ts";

/** What is integrated by an engine that already knows the model. */
export type EngineProblem = Omit<Problem, "kernel" | "parameters"> & Partial<Pick<Problem, "parameters">>;

/**
 * Runs a compiled model in WebAssembly: one member at a time or, in ensembles, two side by side.
 *
 * Modules are written and compiled at their first use and shared by all engines of the same structure. It gives what
 * `solve` gives, to tolerance; which method, how many lanes and what else runs beside it never changes a member's bits.
 */
export class Engine {
  readonly #program: Program;
  readonly #machines = new Map<string, Machine>();
  #kernel: Kernel | undefined;

  constructor(program: Program) {
    this.#program = program;
  }

  /** The model's functions as a kernel, for looking at single rates and for the step loop in JavaScript. */
  get kernel(): Kernel {
    this.#kernel ??= machineKernel(this.#program.machine(rodas4, 1));
    return this.#kernel;
  }

  /** Writes and compiles what a run with these options needs, so that the first one does not wait for it. */
  prepare(options: Pick<SolveOptions, "method" | "rtol">, lanes: 1 | 2 = 1): void {
    this.#machine(methodFor(options), lanes);
  }

  /**
   * Integrates one member; see `solve` for what the problem and its options mean.
   *
   * @throws  as `solve`; never because an integration failed
   * @example new Engine(compile(model).program).solve({ parameters, t0: 0, times }, { rtol: 1e-6, atol: 1e-9 })
   */
  solve(problem: EngineProblem & { readonly parameters: Float64Array }, options: SolveOptions): Solution {
    const { shape } = this.#program;
    pose({ ...problem, kernel: shape }, options);
    const { n, observables } = shape;
    const { times, t0, parameters } = problem;
    const states = new Float64Array(times.length * n);
    const observed = new Float64Array(times.length * observables);
    const end = new Float64Array(n);
    const fired: FiredEvent[] = [];
    let outcome: Outcome | undefined;
    const method = methodFor(options);
    const member: Member = {
      parameters,
      ...(problem.start && { start: problem.start }),
      ...(problem.schedule && { schedule: problem.schedule }),
    };
    const { method: _, maxSteps = 100_000, ...others } = options;
    this.#machine(method, 1).run(
      [member],
      { ...others, t0, tEnd: times.at(-1)!, times, maxSteps },
      {
        states: () => states,
        observed: () => observed,
        end: () => end,
        outcome: (_member, found) => {
          outcome = found;
        },
        fired: (_member, event, t) => fired.push({ t, event }),
      },
    );
    const { status, message, steps, rejected, evaluations, tEnd } = outcome!;
    if (status === "weak-pivot") return solve({ ...problem, kernel: this.kernel }, { ...options, method });
    const stages = method.tableau.stages;
    return {
      status,
      message: status === "done" ? `the end was reached at t = ${tEnd} s` : message,
      t: times,
      states,
      observed,
      end,
      tEnd,
      stats: {
        steps,
        rejected,
        rates: evaluations + (stages - 1) * (steps + rejected),
        jacobians: evaluations,
        factorisations: steps + rejected,
      },
      fired,
    };
  }

  /**
   * Runs members two side by side. Members whose matrices cannot be factorised without exchanges are run again in
   * JavaScript, with exchanges.
   */
  run(members: readonly Member[], options: JobOptions & { readonly method?: Method }, to: Destination): void {
    const method = methodFor(options);
    const again: number[] = [];
    this.#machine(method, members.length > 1 ? 2 : 1).run(members, options, {
      ...to,
      outcome: (member, outcome) => {
        if (outcome.status === "weak-pivot") again.push(member);
        else to.outcome(member, outcome);
      },
    });
    for (const member of again) this.#again(members[member]!, member, { ...options, method }, to);
  }

  #again(
    member: Member,
    index: number,
    options: JobOptions & { readonly method: Method },
    to: Destination,
  ): void {
    const { t0, tEnd, times } = options;
    const last = times.at(-1) === tEnd;
    const { status, message, states, observed, end, stats, ...rest } = solve(
      { ...member, kernel: this.kernel, t0, times: last ? times : Float64Array.of(...times, tEnd) },
      options,
    );
    to.states?.(index).set(states.subarray(0, times.length * this.#program.shape.n));
    to.observed?.(index).set(observed.subarray(0, times.length * this.#program.shape.observables));
    to.end?.(index).set(end);
    for (const { t, event } of rest.fired) to.fired?.(index, event, t);
    to.outcome(index, {
      status,
      message: status === "done" ? "" : message,
      steps: stats.steps,
      rejected: stats.rejected,
      evaluations: stats.jacobians,
      tEnd: rest.tEnd,
      rest: Number.NaN,
    });
  }

  #machine(method: Method, lanes: 1 | 2): Machine {
    const key = `${method.name}/${lanes}`;
    const known = this.#machines.get(key);
    if (known) return known;
    const made = new Machine(this.#program.machine(method, lanes));
    this.#machines.set(key, made);
    return made;
  }
}

function methodFor({ method, rtol }: { readonly method?: Method; readonly rtol: number }): Method {
  return method ?? (rtol < 3e-6 ? rodas5p : rodas4);
}
