import {
  type Agent,
  type Assembly,
  assemble,
  type Cell,
  type Environment,
  scheduleOf,
  tumourHost,
} from "#biology";
import { type Compiled, compile } from "#compile";
import type { Batch } from "#run";
import { Engine, type Intervention } from "#solve";
import { KationError, nearest } from "#units";
import { type CellClass, cellClasses } from "./classes.ts";
import { drawWorlds, isDrawn, type Worlds } from "./draws.ts";
import { cellWith, environmentWith, modelWith, refuseUnknownPaths } from "./overrides.ts";
import type { Role, Study } from "./types.ts";

/** One agent against one cell: the assembled model and what is needed to run it. */
export interface Arm {
  readonly agent: Agent;
  readonly role: Role;
  readonly cell: Cell;
  readonly environment: Environment;
  /** The whole model, with every read-out. */
  readonly assembly: Assembly;
  /** What is done when, at each level of the protocol; the assembly's own is that of the highest. */
  readonly schedules: readonly Assembly["schedule"][];
  /** The model with the read-outs that the study asks for. */
  readonly compiled: Compiled;
  /** Doses of the study as particle mass per volume, kg/m³; runs are the control, then these, at each level. */
  readonly particleDoses: readonly number[];
  /** Cells that the culture is made of: one, or classes of uptake; what is read is their weighted mean. */
  readonly classes: readonly CellClass[];
  /** Mass share of metal, and mol of metal per kg, of the particle as written. */
  readonly metalShare: number;
  readonly metalMolality: number;
}

/** A study as work to be carried: arms, worlds, and the batch of their runs. */
export interface Plan {
  readonly study: Study;
  readonly arms: readonly Arm[];
  readonly worlds: Worlds;
  readonly batch: Batch;
  /** The host that cells of the culture are given to. */
  readonly host?: Compiled;
}

/**
 * Plans a study: assembles and compiles every agent with every cell, draws the worlds, lays out the runs.
 *
 * A group is one arm in one world; its runs are, at each level of the protocol, the control and every dose in every class of cells. Absolute tolerances follow from the
 * largest value each state takes at the highest dose with the numbers as written.
 *
 * @throws faults of records, models, paths and read-outs
 */
export function plan(study: Study): Plan {
  const arms = study.agents.flatMap((agent) =>
    (["tumour", "normal"] as const).flatMap((role) => (study.cells[role] ? [arm(study, agent, role)] : [])),
  );
  const host = study.host && compile(modelWith(tumourHost(), study.set));
  const models = [...arms.map((a) => a.compiled), ...(host ? [host] : [])].map((c) => c.model);
  refuseUnknownPaths(study.set, models);
  for (const a of arms) refuseUnknownReads(study, a);
  refuseTooLarge(study, arms);
  const worlds = drawWorlds(
    models.flatMap((m) => m.parameters),
    { ...study.uncertainty, seed: study.seed },
  );
  const times = Float64Array.from(
    { length: study.numerics.points },
    (_, i) => (study.until * i) / (study.numerics.points - 1),
  );
  const groups = arms.flatMap((a, program) => {
    const runs = study.levels.flatMap((_, level) => {
      const dosed = a.particleDoses.flatMap((dose) =>
        a.classes.map((of) => interventions(a, dose, { level, node: of.node })),
      );
      return [interventions(a, 0, { level }), ...dosed].map((schedule) => ({ schedule }));
    });
    return Array.from({ length: worlds.count }, (_, world) => ({
      program,
      runs,
      parameters: worldParameters(a.compiled, worlds, world),
    }));
  });
  const batch: Batch = {
    programs: arms.map((a) => a.compiled.program),
    groups,
    times,
    settle: study.numerics.rest,
    rtol: study.numerics.rtol,
    atol: arms.map((a) => tolerances(study, a, times)),
    maxSteps: 200_000,
  };
  return { study, arms, worlds, batch, ...(host && { host }) };
}

/** Read-outs that answers are formed from, whatever a study reads; LOOH tells of a membrane that is burnt before any dose. */
const alwaysRead = ["viability", "metal.share", "metal.molality", "LOOH"] as const;

/** What a host is told of the cells it is given, beside how they died. */
export const vaccineReads: readonly string[] = [
  "vaccine.living",
  "vaccine.dead",
  "vaccine.calreticulin",
  "vaccine.ATP",
  "vaccine.HMGB1",
  "ICD.ATP",
  "ICD.HMGB1",
  "death.ferroptotic",
  "death.apoptotic",
  "death.other",
  "death.osmotic",
];

function arm(study: Study, agent: Agent, role: Role): Arm {
  const cell = cellWith(study.cells[role]!, study.set);
  const environment = environmentWith(study.environment[role]!, study.set);
  const options = {
    agent,
    cell,
    environment,
    culture: study.culture,
    protocol: study.protocol,
    with: study.with,
    without: study.without,
    read: study.read,
  };
  const assembly = assemble(options);
  const model = modelWith(assembly.model, study.set);
  // Only what is asked for is computed and kept of a run: a model has some eighty read-outs.
  const kept = new Set<string>([...study.read, ...alwaysRead, ...(study.host ? vaccineReads : [])]);
  const compiled = compile({ ...model, observables: model.observables.filter((o) => kept.has(o.id)) });
  const share = atStart(compiled, "metal.share");
  const molality = atStart(compiled, "metal.molality");
  const perParticle = { particle: 1, metal: share, amount: molality }[study.basis];
  if (!(perParticle > 0)) {
    throw new KationError("invalid-value", `${agent.id} has no metal: its dose cannot be given by metal`, {
      where: "dose/basis",
      fix: "use basis: particle",
    });
  }
  return {
    agent,
    role,
    cell,
    environment,
    assembly: { ...assembly, model },
    schedules: study.levels.map(({ protocol }) => scheduleOf({ ...options, protocol })),
    compiled,
    particleDoses: study.doses.map((d) => d / perParticle),
    classes: classesOf(compiled, study.numerics.classes),
    metalShare: share,
    metalMolality: molality,
  };
}

/** An observable that hangs on parameters alone, with the numbers as written. */
function atStart(compiled: Compiled, id: string): number {
  const { kernel } = new Engine(compiled.program);
  const c = new Float64Array(kernel.constants);
  c.set(compiled.nominal());
  kernel.prepare(c);
  const y = new Float64Array(kernel.n);
  kernel.initial(c, y);
  const out = new Float64Array(kernel.observables);
  kernel.observe(0, y, c, out);
  return out[compiled.observables.indexOf(id)]!;
}

/** Bytes a study may keep: what fits a common computer beside everything else. */
const maxBytes = 4e9;

/** Refuses a study whose results would not fit, before anything is laid out. */
function refuseTooLarge(study: Study, arms: readonly Arm[]): void {
  const worlds = study.uncertainty.vary === "none" ? 1 : Math.max(1, study.uncertainty.draws);
  const numbers = arms.reduce(
    (n, { compiled, particleDoses, classes }) =>
      n +
      study.levels.length *
        (particleDoses.length * classes.length + 1) *
        study.numerics.points *
        compiled.observables.length +
      compiled.parameters.length,
    0,
  );
  if (numbers * worlds * 8 <= maxBytes) return;
  throw new KationError(
    "out-of-range",
    `the results of this study would take ${Math.ceil((numbers * worlds * 8) / 1e9)} GB`,
    {
      where: "uncertainty/draws",
      why: `${worlds} worlds × ${arms.length} pairs of agent and cell × doses × report times × read-outs`,
      fix: "ask for fewer draws, doses or numerics/points",
    },
  );
}

function refuseUnknownReads(study: Study, a: Arm): void {
  const known = a.assembly.model.observables.map((o) => o.id);
  for (const id of study.read) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    throw new KationError("unknown-name", `${a.agent.id} in ${a.cell.id} has no read-out called "${id}"`, {
      where: "read",
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`,
    });
  }
}

/** The cells of an arm: the mean cell, or where its uptake is spread the nodes of a rule. */
function classesOf(compiled: Compiled, count: number): readonly CellClass[] {
  return compiled.parameters.includes("uptake_node") ? cellClasses(count) : [{ node: 0, weight: 1 }];
}

/**
 * The schedule of one run by indices, its dose set before anything is fired.
 *
 * @param of.level  level of the protocol, the highest without
 * @param of.node   class of uptake of the cell; the mean cell without
 */
export function interventions(
  a: Arm,
  dose: number,
  { level = a.schedules.length - 1, node }: { readonly level?: number; readonly node?: number } = {},
): Intervention[] {
  const parameter = (id: string): number => a.compiled.parameters.indexOf(id);
  const classed =
    node === undefined || !a.compiled.parameters.includes("uptake_node")
      ? []
      : [
          { parameter: parameter("uptake_classed"), value: 1 },
          { parameter: parameter("uptake_node"), value: node },
        ];
  return a.schedules[level]!.map(({ t, set, fire, doses }, i) => ({
    t,
    set: [
      ...(i === 0 ? [{ parameter: parameter("dose"), value: dose }, ...classed] : []),
      ...(doses === undefined ? [] : [{ parameter: parameter("dose"), value: dose * doses }]),
      ...Object.entries(set ?? {}).map(([id, value]) => ({ parameter: parameter(id), value })),
    ],
    fire: (fire ?? []).map((id) => a.compiled.events.indexOf(id)),
  }));
}

/** A model's parameters in a world. */
export function worldParameters(compiled: Compiled, worlds: Worlds, world: number): Float64Array {
  const index = placesOf(worlds);
  const values = compiled.nominal();
  compiled.model.parameters.forEach((p, i) => {
    const at = index.get(p.path);
    // A number pinned by `set` has lost its range in this model, though another may still draw its path.
    if (at !== undefined && isDrawn(p)) values[i] = worlds.values[world * worlds.varied.length + at]!;
  });
  return values;
}

const places = new WeakMap<Worlds, ReadonlyMap<string, number>>();

/** Column of every varied path. */
function placesOf(worlds: Worlds): ReadonlyMap<string, number> {
  const known = places.get(worlds) ?? new Map(worlds.varied.map((v, i) => [v.path, i]));
  places.set(worlds, known);
  return known;
}

/** Smallest values that matter: a state that stays below is followed to this, not to its own noise. */
const floor = 1e-8;

/**
 * Absolute tolerances: rtol/1000 of the smallest amount of a state that matters: what rest holds of it or, where rest
 * holds none, the largest value in pilot runs at the lowest and highest dose.
 */
function tolerances(study: Study, a: Arm, times: Float64Array): Float64Array {
  const { program } = a.compiled;
  const { n } = program.shape;
  const engine = new Engine(program);
  const parameters = a.compiled.nominal();
  const { rtol, rest } = study.numerics;
  const options = { rtol, atol: 1e-10, maxSteps: 20_000 };
  const settled = rest > 0 ? engine.settle(parameters, rest, program.counters, options) : undefined;
  const largest = new Float64Array(n).fill(floor);
  const schedules = [a.particleDoses[0]!, a.particleDoses.at(-1)!].map((dose) => interventions(a, dose));
  for (const schedule of schedules) {
    const problem = { parameters, t0: 0, times, schedule, ...(settled && { start: settled }) };
    engine.solve(problem, options).states.forEach((x, k) => {
      const i = k % n;
      if (Math.abs(x) > largest[i]!) largest[i] = Math.abs(x);
    });
  }
  return largest.map((x, i) => {
    const held = Math.abs(settled?.[i] ?? 0);
    return (held > floor ? Math.min(held, x) : x) * rtol * 1e-3;
  });
}
