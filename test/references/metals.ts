import { type Agent, assemble, cells, type Environment, environment, environments } from "#biology";
import { compile, instantiate } from "#compile";
import { evaluate } from "#expr";
import { type Model, sourced } from "#model";
import { type Solution, solve } from "#solve";
import { toBase } from "#units";

const culture = { density: "1e5 1/mL", volume: "100 uL" };

/** Values of a model's rules with the numbers as written, but for what is changed (base units); species are 0 unless changed. */
export function rules(
  agent: Agent,
  change: Readonly<Record<string, number>> = {},
  medium: Environment = environments.mediumPh74,
): (id: string) => number {
  const { model } = assemble({ agent, cell: cells.tumourGeneric, environment: medium, culture });
  return reader(model, change);
}

function reader(model: Model, change: Readonly<Record<string, number>>): (id: string) => number {
  const lookup = (name: string): number | undefined => {
    if (name in change) return change[name];
    const rule = model.rules.find((r) => r.id === name);
    if (rule) return evaluate(rule.expr, lookup);
    const p = model.parameters.find((x) => x.id === name);
    return p ? toBase({ value: p.value, unit: p.unit }) : 0;
  };
  return (id) => {
    if (!model.rules.some((r) => r.id === id)) throw new Error(`no rule ${id}`);
    return lookup(id)!;
  };
}

/** A medium with EDTA (M) in it. */
export function mediumWithEdta(molar: number): Environment {
  return environment({
    id: "medium-edta",
    names: ["medium with EDTA"],
    note: "for tests",
    own: { edta: sourced(`${molar} M`, { grade: "D", why: "set by the experimenter", dist: "fixed" }) },
  });
}

/** One run of an assembled model. */
export interface Run {
  readonly model: Model;
  readonly states: readonly string[];
  readonly solution: Solution;
  /** A state at report time `i`, base units. */
  at(id: string, i: number): number;
  read(id: string, i: number): number;
}

/** Runs an agent in the tumour cell: parameters and start changed, base units; a dose in kg/m³. */
export function runAgent(
  agent: Agent,
  options: {
    times: readonly number[];
    dose?: number;
    change?: Readonly<Record<string, number>>;
    start?: Readonly<Record<string, number>>;
  },
): Run {
  const { model } = assemble({
    agent,
    cell: cells.tumourGeneric,
    environment: environments.mediumPh74,
    culture,
  });
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const parameters = compiled.nominal();
  const set = { dose: options.dose ?? 0, ...options.change };
  for (const [id, value] of Object.entries(set)) {
    if (!compiled.parameters.includes(id)) throw new Error(`no parameter ${id}`);
    parameters[compiled.parameters.indexOf(id)] = value;
  }
  const initial = solve(
    { kernel, parameters, t0: 0, times: Float64Array.of(0) },
    { rtol: 1e-7, atol: 1e-14 },
  ).states.slice(0, kernel.n);
  for (const [id, value] of Object.entries(options.start ?? {})) initial[compiled.states.indexOf(id)] = value;
  const fire = ["start", "give"].map((e) => compiled.events.indexOf(e));
  const solution = solve(
    {
      kernel,
      parameters,
      start: initial,
      t0: 0,
      times: Float64Array.from(options.times),
      schedule: [{ t: 0, fire }],
    },
    { rtol: 1e-7, atol: 1e-14 },
  );
  if (solution.status !== "done") throw new Error(solution.message);
  return {
    model,
    states: compiled.states,
    solution,
    at: (id, i) => solution.states[i * kernel.n + compiled.states.indexOf(id)]!,
    read: (id, i) => solution.observed[i * kernel.observables + compiled.observables.indexOf(id)]!,
  };
}

/** Parameters that make of the cytosol a beaker: no enzymes, no supply, no exchange; traces where a law divides. */
export const emptied: Readonly<Record<string, number>> = {
  s_peroxide: 0,
  v_superoxide: 0,
  kappa: 0,
  k_catalase: 0,
  PrxT: 1e-12,
  GPx1: 0,
  GPX4: 0,
  SOD: 0,
  V_gr: 0,
  V_trxr: 0,
  k_gsh_loss: 0,
  k_gsh_synthesis: 0,
  k_gssg_loss: 0,
  V_gssg_export: 0,
  k_sequester_CuMT: 0,
  k_export_Cu: 0,
  V_import_Cu: 0,
  LIP: 1e-12,
};
