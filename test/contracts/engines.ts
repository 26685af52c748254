import { type CompiledSystem, instantiate } from "#compile";
import * as room from "#solve";
import { type Intervention, type Method, type Solution, type SolveOptions, solve } from "#solve";

/** What is asked of a compiled system: from where, until when, and what is done to it on the way. */
export interface Question {
  /** The system's own when absent. */
  readonly parameters?: Float64Array;
  /** The system's own when absent. */
  readonly start?: Float64Array;
  /** 0 when absent. */
  readonly t0?: number;
  readonly times: readonly number[];
  readonly schedule?: readonly Intervention[];
}

/** Something that solves compiled systems, whatever it is made of. */
export interface Engine {
  readonly name: string;
  readonly solve: (system: CompiledSystem, question: Question, options: SolveOptions) => Solution;
}

/** Every engine there is; all tests of this folder that solve run for each of them. */
export const engines: readonly Engine[] = [
  {
    name: "JavaScript",
    solve: (system, question, options) =>
      solve({ kernel: instantiate(system.program), ...posed(system, question) }, options),
  },
  {
    name: "WebAssembly",
    solve: (system, question, options) =>
      new room.Engine(system.program).solve(posed(system, question), options),
  },
];

/** Every method that the room exports. */
export const methods: readonly Method[] = Object.values(room).filter(
  (value): value is Method => typeof value === "object" && value !== null && "tableau" in value,
);

/** One engine with one method. */
export interface Way {
  readonly name: string;
  readonly engine: Engine;
  readonly method: Method;
  /** The engine's solve with this method, at rtol 1e-9 and atol 1e-12 unless told otherwise. */
  readonly solve: (system: CompiledSystem, question: Question, options?: Partial<SolveOptions>) => Solution;
}

/** Each engine with each method. */
export const ways: readonly Way[] = engines.flatMap((engine) =>
  methods.map((method) => ({
    name: `${engine.name}, ${method.name}`,
    engine,
    method,
    solve: (system, question, options) =>
      engine.solve(system, question, { rtol: 1e-9, atol: 1e-12, method, ...options }),
  })),
);

/** A question with its defaults filled in, as `solve` takes it beside a kernel. */
export function posed(system: CompiledSystem, question: Question): Omit<room.Problem, "kernel"> {
  const { parameters, start, t0, times, schedule } = question;
  return {
    parameters: parameters ?? system.nominal(),
    ...(start && { start }),
    t0: t0 ?? 0,
    times: Float64Array.from(times),
    ...(schedule && { schedule }),
  };
}
