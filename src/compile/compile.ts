import type { Model } from "#model";
import { type Kernel, type Program, sparseLu } from "#solve";
import { acos, asin, atan, cos, cosh, exp, KationError, ln, log10, pow, sin, sinh, tan, tanh } from "#units";
import { type Equations, equations } from "./equations.ts";
import { javascript } from "./javascript.ts";
import { CompiledProgram } from "./program.ts";
import { type System, systemEquations } from "./system.ts";

/** A program together with the names that its indices stand for. */
export interface CompiledSystem {
  readonly program: Program;
  readonly equations: Equations;
  readonly parameters: readonly string[];
  readonly states: readonly string[];
  readonly observables: readonly string[];
  readonly events: readonly string[];
  /** The parameter values it was written with (base units for a model), fresh at each call. */
  nominal(): Float64Array;
}

/** A compiled model. */
export interface Compiled extends CompiledSystem {
  readonly model: Model;
}

/**
 * Compiles a model: equations, symbolic sparse Jacobian, elimination order, source of a kernel.
 *
 * Numbers stay out of it: parameters live in memory, so members of an ensemble, fits and scans never recompile.
 *
 * @throws `unknown-name`, `invalid-value` (rules in a circle)
 * @example  const kernel = instantiate(compile(model).program);
 */
export function compile(model: Model): Compiled {
  const counters = new Set(model.variables.filter((v) => v.counter).map((v) => v.id));
  const names = {
    parameters: model.parameters.map((p) => p.id),
    observables: model.observables.map((o) => o.id),
    events: model.events.map((e) => e.id),
  };
  const triggerEvents = model.events.flatMap((e, i) => (e.trigger ? [i] : []));
  return {
    ...programOf(equations(model), names, triggerEvents, counters),
    model,
    nominal: () => Float64Array.from(model.parameters, (p) => p.value * p.unit.factor + p.unit.offset),
  };
}

/**
 * Compiles equations written as text, without chemistry.
 *
 * @throws as `systemEquations`
 * @example  compileSystem({ states: { y: 1 }, parameters: { k: 2 }, rates: { y: "-k*y" } });
 */
export function compileSystem(system: System): CompiledSystem {
  const events = Object.entries(system.events ?? {});
  const values = Object.values(system.parameters ?? {});
  const names = {
    parameters: Object.keys(system.parameters ?? {}),
    observables: Object.keys(system.observables ?? system.states),
    events: events.map(([id]) => id),
  };
  const triggerEvents = events.flatMap(([, e], i) => (e.when === undefined ? [] : [i]));
  return {
    ...programOf(systemEquations(system), names, triggerEvents, new Set()),
    nominal: () => Float64Array.from(values),
  };
}

type Names = Pick<CompiledSystem, "parameters" | "observables" | "events">;

/** The program of equations, with names. */
export function programOf(
  system: Equations,
  names: Names,
  triggerEvents: readonly number[],
  counters: ReadonlySet<string>,
): Omit<CompiledSystem, "nominal"> {
  const program = new CompiledProgram(
    system,
    names.parameters.length,
    triggerEvents,
    Int32Array.from(system.states.flatMap((id, i) => (counters.has(id) ? [i] : []))),
  );
  return { program, equations: system, states: system.states, ...names };
}

const library = { exp, ln, log10, pow, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh };
/** Kernels by their source: a hash could meet another's. */
const made = new Map<string, Kernel>();

/** The kernel of a program; made once per structure and shared, since it holds no state. */
export function instantiate(program: Program): Kernel {
  const { code, constants, luLength } = program.javascript;
  return evaluated(code, () => ({ ...program.shape, constants, luLength }));
}

/** Operations up to which an elimination is written out for a single run: more would not win back the time that takes. */
const ONCE = 1000;

/** The kernel of equations for the JavaScript step loop alone: nothing is planned for the other. */
export function javascriptKernel(equations: Equations, parameters: number): Kernel {
  const { rates, observables, triggers, events } = equations;
  const { code, constants, luLength, pattern, autonomous } = javascript(equations, parameters, ONCE);
  const mass = equations.mass && Uint8Array.from(equations.mass);
  return evaluated(code, () => ({
    n: rates.length,
    parameters,
    constants,
    observables: observables.length,
    roots: triggers.length,
    events: events.length,
    autonomous,
    pattern,
    ...(mass && { mass }),
    luLength,
  }));
}

type Known = Pick<Kernel, "pattern" | "mass">;

function evaluated(code: string, shape: () => Known): Kernel {
  const known = made.get(code);
  if (known) return known;
  let functions: object;
  try {
    functions = new Function("F", code)(library) as object;
  } catch (cause) {
    throw new KationError("unsupported-feature", "this place does not let code be made at run time", {
      why: "the kernel is generated JavaScript; a content security policy without unsafe-eval forbids it",
      cause,
    });
  }
  const sizes = shape();
  // A factorisation too large to be written out is carried out from lists.
  const lu = "factor" in functions ? {} : sparseLu(sizes.pattern, sizes.mass);
  const kernel = { ...sizes, ...lu, ...functions } as Kernel;
  made.set(code, kernel);
  return kernel;
}
