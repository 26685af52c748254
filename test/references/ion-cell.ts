import { type AssembleOptions, agents, assemble, cells, environments } from "#biology";
import { compile, instantiate } from "#compile";
import { Draft } from "#model";
import { settle, solve } from "#solve";

/** A run of a cell with its ions, without redox chemistry unless asked for. */
export interface IonRun {
  /** A read-out at every report time, base units. */
  read(id: string): number[];
  /** A read-out at its largest. */
  peak(id: string): number;
  /** The whole state at every report time, by id. */
  state(id: string): number[];
  readonly model: ReturnType<Draft["finish"]>;
  readonly status: string;
}

/** What is done to the cell. */
export interface IonTreatment extends Partial<AssembleOptions> {
  /** Parameters in base units, from rest on. */
  readonly set?: Readonly<Record<string, number>>;
  readonly seconds?: readonly number[];
  /** What the test adds to the model, and when it is switched. */
  readonly more?: (draft: Draft) => void;
  readonly switches?: readonly { readonly t: number; readonly set: Readonly<Record<string, number>> }[];
  readonly rtol?: number;
  /** Start from the numbers of the row instead of their rest. */
  readonly unsettled?: boolean;
}

/** Runs a cell with its ions from rest, in medium of pH 7.4 with inert particles of which none are given. */
export function ionCell(treatment: IonTreatment = {}): IonRun {
  const { set = {}, seconds = [0], more, switches = [], rtol = 1e-7, unsettled, ...options } = treatment;
  const assembly = assemble({
    agent: agents.sio2Spheres,
    cell: cells.tumourGeneric,
    environment: environments.mediumPh74,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    ...options,
    with: ["ion-core", ...(options.with ?? [])],
    without: ["calibration", "redox", ...(options.without ?? [])],
  });
  const draft = new Draft("a cell with its ions");
  for (const mechanism of assembly.mechanisms) mechanism.add(draft);
  more?.(draft);
  const model = draft.finish();
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const at = (list: readonly string[], id: string): number => {
    const i = list.indexOf(id);
    if (i < 0) throw new Error(`nothing is called ${id}`);
    return i;
  };
  const setting = (values: Readonly<Record<string, number>>): { parameter: number; value: number }[] =>
    Object.entries(values).map(([id, value]) => ({ parameter: at(compiled.parameters, id), value }));
  const parameters = compiled.nominal();
  for (const { parameter, value } of setting(set)) parameters[parameter] = value;
  const tolerances = { rtol, atol: 1e-15 };
  const times = Float64Array.from(seconds);
  const start = unsettled
    ? {}
    : {
        start: settle({ kernel, parameters, t0: 0, times }, 2e6, compiled.program.counters, tolerances).state,
      };
  const schedule = [
    ...assembly.schedule.map((s) => ({
      t: s.t,
      set: setting(s.set ?? {}),
      fire: (s.fire ?? []).map((id) => at(compiled.events, id)),
    })),
    ...switches.map((s) => ({ t: s.t, set: setting(s.set), fire: [] })),
  ].sort((a, b) => a.t - b.t);
  const run = solve({ kernel, parameters, t0: 0, times, schedule, ...start }, tolerances);
  if (run.status !== "done") throw new Error(run.message);
  const read = (id: string): number[] => {
    const column = at(compiled.observables, id);
    return seconds.map((_, i) => run.observed[i * kernel.observables + column]!);
  };
  return {
    read,
    peak: (id) => Math.max(...read(id)),
    state: (id) => seconds.map((_, i) => run.states[i * kernel.n + at(compiled.states, id)]!),
    model,
    status: run.status,
  };
}

/** Salt that comes into the cytosol at the pace of the setting `delivery`, mol/s. */
export function salt(draft: Draft): void {
  draft.setting("delivery", 0, "mol/s", "salt delivered to the cytosol");
  draft.species("NaCl__med", { label: "salt to be delivered", at: "med", formula: "NaCl", boundary: true });
  draft.reaction("deliver", "NaCl__med -> Na__cyt + Cl__cyt", { rate: "delivery" });
}

/** Report times: every `step` seconds to the end, and in tenths of a second at the start. */
export function every(step: number, end: number): number[] {
  const early = Array.from({ length: 20 }, (_, i) => i / 10);
  return [...early, ...Array.from({ length: Math.floor(end / step) }, (_, i) => (i + 1) * step)];
}
