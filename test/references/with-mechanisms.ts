import {
  type AssembleOptions,
  agents,
  assemble,
  cells,
  environments,
  type Mechanism,
  sources,
} from "#biology";
import { compile, instantiate } from "#compile";
import { evaluate } from "#expr";
import { checked, Draft, faultOf, type Model } from "#model";
import { settle, solve } from "#solve";
import { toBase } from "#units";

/**
 * The tumour cell in medium of pH 7.4 with inert particles, and mechanisms beside those that composition brings; each is
 * added before lipid peroxidation, where those of metals stand.
 */
export function cellWith(
  added: readonly Mechanism[],
  options: Partial<AssembleOptions> = {},
): { model: Model; schedule: ReturnType<typeof assemble>["schedule"] } {
  const assembly = assemble({
    agent: agents.sio2Spheres,
    cell: cells.tumourGeneric,
    environment: environments.mediumPh74,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    ...options,
  });
  const draft = new Draft("with mechanisms");
  for (const mechanism of assembly.mechanisms.flatMap((m) =>
    m.id === "lipid-peroxidation" ? [...added, m] : [m],
  )) {
    draft.module = mechanism.id;
    mechanism.add(draft);
  }
  return { model: checked(draft.finish()), schedule: assembly.schedule };
}

/** A rule or a reaction's rate at given concentrations, base units; what is not given is a parameter as written, or 0. */
export function valueOf(model: Model, id: string, given: Readonly<Record<string, number>>): number {
  const lookup = (name: string): number | undefined => {
    if (name in given) return given[name];
    const rule = model.rules.find((r) => r.id === name);
    if (rule) return evaluate(rule.expr, lookup);
    const p = model.parameters.find((x) => x.id === name);
    if (p) return toBase({ value: p.value, unit: p.unit });
    return model.species.some((s) => s.id === name) || model.variables.some((v) => v.id === name)
      ? 0
      : undefined;
  };
  const expr = model.reactions.find((r) => r.id === id)?.rate ?? model.rules.find((r) => r.id === id)?.expr;
  if (!expr) throw new Error(`no rule or reaction ${id}`);
  return evaluate(expr, lookup);
}

/** What is amiss with the numbers of a mechanism: grade, source, range. */
export function faultsIn(model: Model, module: string): string[] {
  return model.parameters
    .filter((p) => p.module === module && p.sourced)
    .flatMap(({ id, sourced }) => [
      ...(faultOf(sourced!) ? [`${id}: ${faultOf(sourced!)!.what}`] : []),
      ...(sourced!.source && !(sourced!.source in sources) ? [`${id}: no source ${sourced!.source}`] : []),
      ...(sourced!.range || sourced!.dist === "fixed" ? [] : [`${id}: no range`]),
    ]);
}

/** A run from rest; `start` and `set` in base units. */
export function runOf(
  { model, schedule }: ReturnType<typeof cellWith>,
  options: {
    hours: readonly number[];
    set?: Readonly<Record<string, number>>;
    start?: Readonly<Record<string, number>>;
  },
): { state(id: string): number[]; read(id: string): number[] } {
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const parameters = compiled.nominal();
  const index = (id: string): number => compiled.parameters.indexOf(id);
  for (const [id, value] of Object.entries(options.set ?? {})) parameters[index(id)] = value;
  const tolerances = { rtol: 1e-8, atol: 1e-15 };
  const problem = { kernel, parameters, t0: 0, times: Float64Array.of(0) };
  const settled = settle(problem, 2e6, compiled.program.counters, tolerances).state;
  // What a cell bears at rest is noted before anything is put into it.
  const noted = solve(
    {
      ...problem,
      start: settled,
      times: Float64Array.of(0, 1e-6),
      schedule: [{ t: 0, set: [], fire: [compiled.events.indexOf("start")] }],
    },
    tolerances,
  );
  const from = noted.states.slice(kernel.n, 2 * kernel.n);
  for (const [id, value] of Object.entries(options.start ?? {})) {
    const i = compiled.states.indexOf(id);
    if (i < 0) throw new Error(`no state ${id}`);
    from[i] = value;
  }
  const { hours } = options;
  const run = solve(
    {
      ...problem,
      start: from,
      times: Float64Array.from(hours, (h) => h * 3600),
      schedule: schedule.map((s) => ({
        t: s.t,
        set: Object.entries(s.set ?? {}).map(([id, value]) => ({ parameter: index(id), value })),
        fire: (s.fire ?? []).filter((id) => id !== "start").map((id) => compiled.events.indexOf(id)),
      })),
    },
    tolerances,
  );
  if (run.status !== "done") throw new Error(run.message);
  const column = (values: Float64Array, width: number, names: readonly string[], id: string): number[] => {
    const k = names.indexOf(id);
    if (k < 0) throw new Error(`nothing is called ${id}`);
    return hours.map((_, i) => values[i * width + k]!);
  };
  return {
    state: (id) => column(run.states, kernel.n, compiled.states, id),
    read: (id) => column(run.observed, kernel.observables, compiled.observables, id),
  };
}
