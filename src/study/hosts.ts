import type { Compiled } from "#compile";
import { type Column, quantile, type Table, table } from "#results";
import { type Batch, type BatchResult, type CarryOptions, carry } from "#run";
import type { Intervention } from "#solve";
import { ln, plainNumber } from "#units";
import { type InfluenceRow, rankInfluence } from "./influence.ts";
import { type Arm, worldParameters } from "./plan.ts";
import type { Band, Results } from "./results.ts";
import type { Rechallenge } from "./types.ts";

/** Cells of one culture as a host gets them: how many, and what each dead one brings of every signal. */
export interface Vaccine {
  readonly dead: number;
  readonly living: number;
  /** Share of the dead that show calreticulin. */
  readonly calreticulin: number;
  /** ATP and HMGB1 that come out in the host, in cells' worth per dead cell. */
  readonly ATP: number;
  readonly HMGB1: number;
}

/** Hosts given the cells of one agent and dose, against those given none and those given as many that died silently. */
export interface HostRow {
  readonly agent: string;
  /** Index of the dose. */
  readonly dose: number;
  readonly dead: Band;
  readonly living: Band;
  /** Tumour cells at the end. */
  readonly tumour: Band;
  readonly naive: Band;
  /** Tumour over that of the naive host of the same world. */
  readonly ratio: Band;
  /** Share of worlds in which the tumour is less than a tenth of the naive host's, and of the silently vaccinated one's. */
  readonly held: number;
  readonly heldBySignals: number;
  readonly worlds: number;
}

const day = 86400;
type Kind = "vaccinated" | "silent";

/** What became of the hosts of a vaccination: one naive host a world, two for every culture. */
export class Hosts {
  readonly #results: Results;
  readonly #host: Compiled;
  readonly batch: BatchResult;

  constructor(results: Results, host: Compiled, batch: BatchResult) {
    this.#results = results;
    this.#host = host;
    this.batch = batch;
  }

  /** Days of the report, from the vaccination. */
  get days(): readonly number[] {
    return Array.from(this.batch.times, (t) => t / day);
  }

  /** The model of the host. */
  get model(): Compiled["model"] {
    return this.#host.model;
  }

  /** What a host was given of a culture in a world. */
  vaccine(arm: Arm, world: number, dose: number): Vaccine {
    return vaccineOf(this.#results, arm, world, dose);
  }

  /**
   * A read-out of a host, by default its tumour cells, by default at the end.
   * @param of  a culture and how its dead are taken; without, the naive host
   */
  value(
    world: number,
    of?: { readonly arm: Arm; readonly dose: number; readonly kind: Kind },
    read: string = "tumour",
    time: number = this.batch.times.length - 1,
  ): number {
    const { arms } = this.#results;
    const cultures = arms.flatMap((arm) => arm.particleDoses.map((_, dose) => ({ arm, dose })));
    const at = of ? cultures.findIndex((c) => c.arm === of.arm && c.dose === of.dose) : -1;
    const run = world * (2 * cultures.length + 1) + (of ? 1 + 2 * at + (of.kind === "silent" ? 1 : 0) : 0);
    const { observables } = this.#host;
    return this.batch.observed[
      this.batch.offsets[run]! + time * observables.length + observables.indexOf(read)
    ]!;
  }

  /** Every agent and dose, over worlds. */
  rows(): HostRow[] {
    const { plan, arms } = this.#results;
    const edge = (1 - plan.study.uncertainty.band) / 2;
    const band = (values: readonly number[]): Band => ({
      median: quantile(values, 0.5),
      low: quantile(values, edge),
      high: quantile(values, 1 - edge),
    });
    const worlds = Array.from({ length: plan.worlds.count }, (_, w) => w);
    return arms.flatMap((arm) =>
      arm.particleDoses.map((_, dose) => {
        const found = worlds.map((w) => ({
          ...this.vaccine(arm, w, dose),
          naive: this.value(w),
          silent: this.value(w, { arm, dose, kind: "silent" }),
          tumour: this.value(w, { arm, dose, kind: "vaccinated" }),
        }));
        const known = found.filter((f) => !Number.isNaN(f.tumour) && !Number.isNaN(f.naive));
        const share = (held: (f: (typeof known)[number]) => boolean): number =>
          known.filter(held).length / Math.max(1, known.length);
        return {
          agent: arm.agent.id,
          dose,
          dead: band(known.map((f) => f.dead)),
          living: band(known.map((f) => f.living)),
          tumour: band(known.map((f) => f.tumour)),
          naive: band(known.map((f) => f.naive)),
          ratio: band(known.map((f) => f.tumour / f.naive)),
          held: share((f) => f.tumour < f.naive / 10),
          heldBySignals: share((f) => f.tumour < f.silent / 10),
          worlds: known.length,
        };
      }),
    );
  }

  /**
   * Rank correlation of every varied number, of the culture or the host, with the tumour at the end over that of the naive host
   * of the same world, strongest first; by default at the highest dose. Less than one cell is one. As {@link Results.influence} does of IC50.
   */
  influence(arm: Arm, dose: number = arm.particleDoses.length - 1): InfluenceRow[] {
    const { worlds } = this.#results.plan;
    const outcome = Float64Array.from({ length: worlds.count }, (_, w) =>
      ln(Math.max(this.value(w, { arm, dose, kind: "vaccinated" }), 1) / this.value(w)),
    );
    return rankInfluence(worlds, [arm.compiled.model, this.model], outcome);
  }

  /** Every host's end as a table: what it was given, how that died, and its tumours. */
  table(): Table {
    const results = this.#results;
    const rows = results.arms.flatMap((arm) =>
      Array.from({ length: results.plan.worlds.count }, (_, world) => world).flatMap((world) =>
        arm.particleDoses.map((_, dose) => ({ arm, world, dose })),
      ),
    );
    const column = (name: string, of: (r: (typeof rows)[number]) => number, unit: string = "1"): Column => ({
      name,
      unit,
      values: Float64Array.from(rows, of),
    });
    const given = rows.map((r) => this.vaccine(r.arm, r.world, r.dose));
    const signal = (key: keyof Vaccine): Column => ({
      name: key,
      unit: "1",
      values: Float64Array.from(given, (v) => v[key]),
    });
    const died = ["ferroptotic", "apoptotic", "other", "osmotic"].map((kind) =>
      column(`death_${kind}`, ({ arm, world, dose }) =>
        arm.compiled.observables.includes(`death.${kind}`)
          ? results.value(arm, world, dose, `death.${kind}`)
          : 0,
      ),
    );
    return table("hosts", [
      { name: "agent", unit: "", values: rows.map((r) => r.arm.agent.id) },
      { name: "world", unit: "", values: Int32Array.from(rows, (r) => r.world) },
      column("dose_particle", (r) => r.arm.particleDoses[r.dose]! * 1e3, "ug/mL"),
      ...(["dead", "living", "calreticulin", "ATP", "HMGB1"] as const).map(signal),
      ...died,
      column("tumour_naive", (r) => this.value(r.world)),
      column("tumour_silent", (r) => this.value(r.world, { ...r, kind: "silent" })),
      column("tumour", (r) => this.value(r.world, { ...r, kind: "vaccinated" })),
      column("memory", (r) => this.value(r.world, { ...r, kind: "vaccinated" }, "memory")),
    ]);
  }
}

/** Follows the hosts of a vaccination whose cultures have been run. */
export async function hosts(results: Results, options: CarryOptions): Promise<Hosts> {
  const { plan } = results;
  const host = plan.host!;
  const { onProgress: _, ...quiet } = options;
  return new Hosts(results, host, await carry(batchOf(results, host, plan.study.host!), quiet));
}

function batchOf(results: Results, host: Compiled, stage: Rechallenge): Batch {
  const { plan, arms } = results;
  const days = Math.ceil(stage.until / day);
  return {
    programs: [host.program],
    groups: Array.from({ length: plan.worlds.count }, (_, world) => ({
      program: 0,
      parameters: worldParameters(host, plan.worlds, world),
      runs: [
        { schedule: scheduleOf(host, stage) },
        ...arms.flatMap((arm) =>
          arm.particleDoses.flatMap((_, dose) => {
            const vaccine = vaccineOf(results, arm, world, dose);
            const silent = { ...vaccine, calreticulin: 0, ATP: 0, HMGB1: 0 };
            return [vaccine, silent].map((v) => ({ schedule: scheduleOf(host, stage, v) }));
          }),
        ),
      ],
    })),
    times: Float64Array.from({ length: days + 1 }, (_, d) => Math.min(d * day, stage.until)),
    settle: 0,
    rtol: 1e-6,
    // Counts of cells and shares of dendritic cells alike: a millionth of the one and of the other.
    atol: [new Float64Array(host.states.length).fill(1e-6)],
    maxSteps: 200_000,
  };
}

/** Vaccination at the start, when there is one, and the challenge. */
function scheduleOf(host: Compiled, stage: Rechallenge, vaccine?: Vaccine): Intervention[] {
  const set = (values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([id, value]) => ({ parameter: host.parameters.indexOf(id), value }));
  const fire = (id: string): number[] => [host.events.indexOf(id)];
  const given = vaccine && {
    vaccine: vaccine.dead,
    vaccine_living: vaccine.living,
    given_CRT: vaccine.calreticulin,
    given_ATP: vaccine.ATP,
    given_HMGB1: vaccine.HMGB1,
  };
  return [
    ...(given ? [{ t: 0, set: set(given), fire: fire("vaccinate") }] : []),
    { t: stage.challengeAt, set: set({ challenge_cells: stage.challenge }), fire: fire("challenge") },
  ];
}

/** Cells of a culture at its end, so many of them, and their signals per dead cell. */
function vaccineOf(results: Results, arm: Arm, world: number, dose: number): Vaccine {
  const stage = results.plan.study.host!;
  const read = (id: string): number => Math.max(0, results.value(arm, world, dose, id));
  const [dead, living] = [read("vaccine.dead"), read("vaccine.living")];
  const each = stage.vaccine / (dead + living);
  // Where nobody has died there is no signal to share out.
  const per = (amount: number): number => Math.min(1, amount / Math.max(dead, 1e-9));
  const medium = stage.washed ? 0 : 1;
  return {
    dead: dead * each,
    living: stage.living ? living * each : 0,
    calreticulin: per(read("vaccine.calreticulin")),
    ATP: per(read("vaccine.ATP") + medium * read("ICD.ATP")),
    HMGB1: per(read("vaccine.HMGB1") + medium * read("ICD.HMGB1")),
  };
}

/** Cells for people: `2.3e6`, and what is less than one as that. */
export function cellsText(cells: number): string {
  return cells < 1 ? "< 1" : plainNumber(cells, 2);
}
