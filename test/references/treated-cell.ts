import { type AssembleOptions, agents, assemble, cells, environments } from "#biology";
import { compile, instantiate } from "#compile";
import { settle, solve } from "#solve";

/** One run of the tumour cell at rest in medium of pH 7.4, 10⁵ cells/mL, with inert particles unless said otherwise. */
export interface TreatedRun {
  /** A read-out at every report time, base units. */
  read(id: string): number[];
  /** A state at every report time. */
  state(id: string): number[];
  readonly states: readonly string[];
}

/** What is done to the cell. */
export interface Treatment extends Partial<AssembleOptions> {
  /** Parameters in base units, from rest on. */
  readonly set?: Readonly<Record<string, number>>;
  /** Mass of agent per volume, kg/m³. */
  readonly dose?: number;
  readonly hours?: readonly number[];
  /** Changes the state at rest before the run. */
  readonly start?: (y: Float64Array, index: (id: string) => number) => void;
}

/** Drugs given at the start: `given({ rsl3: "0.1 uM" })`. */
export function given(drugs: Readonly<Record<string, string>>): Pick<AssembleOptions, "protocol"> {
  return {
    protocol: Object.entries(drugs).map(([drug, concentration]) => ({ at: "0 h", drug, concentration })),
  };
}

/** Runs a treatment from the cell's rest. */
export function treated(treatment: Treatment = {}): TreatedRun {
  const { set = {}, dose = 0, hours = [24], start = () => {}, ...options } = treatment;
  const assembly = assemble({
    agent: agents.sio2Spheres,
    cell: cells.tumourGeneric,
    environment: environments.mediumPh74,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    ...options,
    // References are to the mechanisms with the numbers as sourced, whatever has been fitted since.
    without: ["calibration", ...(options.without ?? [])],
  });
  const compiled = compile(assembly.model);
  const kernel = instantiate(compiled.program);
  const at = (id: string): number => {
    const i = compiled.parameters.indexOf(id);
    if (i < 0) throw new Error(`no parameter ${id}`);
    return i;
  };
  const atRest = compiled.nominal();
  for (const [id, value] of Object.entries(set)) atRest[at(id)] = value;
  const tolerances = { rtol: 1e-6, atol: 1e-14 };
  const from = settle(
    { kernel, parameters: atRest, t0: 0, times: Float64Array.of(0) },
    2e6,
    compiled.program.counters,
    tolerances,
  ).state.slice();
  start(from, (id) => compiled.states.indexOf(id));
  const parameters = atRest.slice();
  parameters[at("dose")] = dose;
  const run = solve(
    {
      kernel,
      parameters,
      start: from,
      t0: 0,
      times: Float64Array.from(hours, (h) => h * 3600),
      schedule: assembly.schedule.map((s) => ({
        t: s.t,
        set: Object.entries(s.set ?? {}).map(([id, value]) => ({ parameter: at(id), value })),
        fire: (s.fire ?? []).map((id) => compiled.events.indexOf(id)),
      })),
    },
    tolerances,
  );
  if (run.status !== "done") throw new Error(run.message);
  return {
    read: (id) =>
      hours.map((_, i) => run.observed[i * kernel.observables + compiled.observables.indexOf(id)]!),
    state: (id) => hours.map((_, i) => run.states[i * kernel.n + compiled.states.indexOf(id)]!),
    states: compiled.states,
  };
}
