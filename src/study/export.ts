import { compile } from "#compile";
import { Engine } from "#solve";
import { KationError } from "#units";
import { type Arm, interventions } from "./plan.ts";
import type { Study } from "./types.ts";

/** A run of a study apart from its model: where it starts, and what is done to it when, by ids and in base units. */
export interface ExportedRun {
  /** Values of species and variables at rest, before the first dose, as their ids mean them. */
  readonly start: ReadonlyMap<string, number>;
  readonly schedule: readonly {
    readonly t: number;
    readonly set: readonly { readonly id: string; readonly value: number }[];
    readonly fire: readonly string[];
  }[];
}

/**
 * Start and schedule of one run, for a format that knows neither rest nor studies.
 *
 * @param dose  particle mass per volume, kg/m³
 * @throws `failed-integration` when the cell does not come to rest
 */
export function exportRun(study: Study, arm: Arm, dose: number): ExportedRun {
  const { compiled } = arm;
  const schedule = interventions(arm, dose).map(({ t, set, fire }) => ({
    t,
    set: (set ?? []).map(({ parameter, value }) => ({ id: compiled.parameters[parameter]!, value })),
    fire: (fire ?? []).map((i) => compiled.events[i]!),
  }));
  return { start: startOf(study, arm), schedule };
}

function startOf(study: Study, { compiled }: Arm): ReadonlyMap<string, number> {
  const { rtol, rest } = study.numerics;
  if (!(rest > 0)) return new Map();
  const { model, program } = compiled;
  const options = { rtol: Math.min(rtol, 1e-8), atol: 1e-14, maxSteps: 200_000 };
  const state = new Engine(program).settle(compiled.nominal(), rest, program.counters, options);
  if (!state) throw new KationError("failed-integration", `${model.title} does not come to rest`);
  const template = model.observables[0]!;
  const observables = compiled.states.map((id) => ({
    ...template,
    id,
    expr: { kind: "symbol", name: id } as const,
  }));
  const { kernel } = new Engine(compile({ ...model, observables }).program);
  const c = new Float64Array(kernel.constants);
  c.set(compiled.nominal());
  kernel.prepare(c);
  const values = new Float64Array(kernel.observables);
  kernel.observe(0, state, c, values);
  return new Map(compiled.states.map((id, i) => [id, values[i]!]));
}
