import type { Model } from "#model";
import { type Column, quantile, type Table, table } from "#results";
import type { BatchResult } from "#run";
import { exp, KationError, ln, nearest, plainNumber, printNumber, toBase } from "#units";
import { halfEffect } from "./half-effect.ts";
import type { Hosts } from "./hosts.ts";
import { type InfluenceRow, rankInfluence } from "./influence.ts";
import type { Arm, Plan } from "./plan.ts";
import type { Role, Study } from "./types.ts";

/** A number over worlds: its median and the ends of the band. */
export interface Band {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** IC50 of one agent in one cell. Doses in kg/m³ of particle; ∞ above the highest dose, 0 below the lowest. */
export interface HalfEffectRow extends Band {
  readonly agent: string;
  readonly cell: string;
  readonly role: Role;
  /** The same by mass of metal; NaN for agents without. */
  readonly metal: Band;
  /** Share of worlds in which the highest dose leaves more than half alive. */
  readonly notReached: number;
  readonly worlds: number;
  readonly failed: number;
  /** Worlds whose cell found no rest before the dose; they are counted in all the same. */
  readonly restless: number;
  /** Worlds whose untreated cell is not fit to live, see {@link Results.unfit}; they are counted in all the same. */
  readonly unfit: number;
  /** For a table: `12 (3.1–60) µg/mL`. */
  readonly text: string;
  readonly note: string;
}

/** Selectivity of one agent: IC50 in the normal over that in the tumour cell, formed within each world. */
export interface SelectivityRow extends Band {
  readonly agent: string;
  /** Share of worlds in which the tumour cell is the more sensitive. */
  readonly above1: number;
  /** Worlds in which at least one IC50 was reached, so that the ratio or a bound of it is known. */
  readonly worlds: number;
  readonly text: string;
}

const ugPerMl = 1e-3;

/** What a study found: every run, and the answers formed from them. */
export class Results {
  readonly plan: Plan;
  readonly batch: BatchResult;
  /**
   * Largest difference of the study's read-outs in a sample of runs repeated at a hundredth of the tolerance, over the
   * largest value of that read-out; NaN when not checked.
   */
  readonly achievedError: number;
  /** Which level of the protocol answers are of: the lowest, unless this came from {@link levels}. */
  readonly level: number;
  /** What became of hosts that were given cells of the cultures; of a vaccination only. */
  readonly hosts: Hosts | undefined;
  readonly #half = new Map<Arm, Float64Array>();

  constructor(
    plan: Plan,
    batch: BatchResult,
    {
      achievedError = Number.NaN,
      hosts,
      level = 0,
    }: Partial<Pick<Results, "achievedError" | "hosts" | "level">> = {},
  ) {
    this.plan = plan;
    this.batch = batch;
    this.achievedError = achievedError;
    this.hosts = hosts;
    this.level = level;
  }

  /** The same study at each level of its protocol, ascending: one, where no quantity of it is a list. */
  get levels(): readonly Results[] {
    const { plan, batch, achievedError, hosts } = this;
    return plan.study.levels.map((_, level) => new Results(plan, batch, { achievedError, hosts, level }));
  }

  /** Arms of the study: agent × cell. */
  get arms(): readonly Arm[] {
    return this.plan.arms;
  }

  /** Models of the study: of every arm, and of the host. */
  get models(): readonly Model[] {
    return [...this.arms.map((a) => a.compiled.model), ...(this.hosts ? [this.hosts.model] : [])];
  }

  /** What the predictions rest on: priors alone, or some numbers fitted to measured viability. */
  get standing(): string {
    const numbers = this.models.flatMap((m) => m.parameters.filter((p) => p.sourced));
    const paths = new Set(numbers.map((p) => p.path));
    const fitted = new Set(numbers.filter((p) => p.sourced!.tags?.["fitted"]).map((p) => p.path));
    return fitted.size === 0
      ? "prior prediction, not calibrated"
      : `${fitted.size} of ${paths.size} numbers calibrated on plain particles, the rest priors`;
  }

  /** Runs that did not reach the end, with their sentences. */
  get failures(): ReadonlyMap<number, string> {
    return this.batch.messages;
  }

  /**
   * A read-out of a culture, in base units: of its cell, or the mean over its classes of cells.
   * @param dose  index of the dose; −1 is the untreated control
   * @param time  index of the report time; the last when absent
   */
  value(
    arm: Arm,
    world: number,
    dose: number,
    read: string,
    time: number = this.batch.times.length - 1,
  ): number {
    const run = this.#run(arm, world, dose);
    const { observables } = arm.compiled;
    const column = observables.indexOf(read);
    if (column < 0) throw unknownRead(read, observables);
    const { observed, offsets } = this.batch;
    const of = (cell: number): number => observed[offsets[run + cell]! + time * observables.length + column]!;
    if (dose < 0 || arm.classes.length === 1) return of(0);
    return arm.classes.reduce((sum, { weight }, cell) => sum + weight * of(cell), 0);
  }

  /** Living cells relative to the control of the same world and level, which has the protocol and no agent; NaN when none lives there. */
  viability(arm: Arm, world: number, dose: number, time?: number): number {
    const control = this.value(arm, world, -1, "viability", time);
    return control > 0 ? this.value(arm, world, dose, "viability", time) / control : Number.NaN;
  }

  /** A read-out as studies see it: viability relative to control, everything else as it is. */
  read(arm: Arm, world: number, dose: number, read: string, time?: number): number {
    return read === "viability"
      ? this.viability(arm, world, dose, time)
      : this.value(arm, world, dose, read, time);
  }

  /** Median and band of a read-out over worlds. */
  band(arm: Arm, dose: number, read: string, time?: number): Band {
    return this.#bandOf(this.#worlds().map((w) => this.read(arm, w, dose, read, time)));
  }

  /** Worlds of an arm whose cell was not at rest before the dose: a state would move by more than 1 % over the run. */
  restless(arm: Arm): number[] {
    const first = this.arms.indexOf(arm) * this.plan.worlds.count;
    return this.#worlds().filter((w) => this.batch.drift[first + w]! > 0.01);
  }

  /**
   * Worlds of an arm whose untreated cell is not fit to live: more than 1 % die without any dose, or more than 1 % of the
   * lipid is LOOH when the dose is given. Damage counts above rest, so a cell that rests burnt would pass for a living one.
   * Where a protocol treats the control too, by drugs, media, X-rays or the heat of light and ultrasound, its deaths say
   * nothing of the cell.
   */
  unfit(arm: Arm): number[] {
    const burnt = arm.compiled.observables.includes("LOOH");
    const untreated = !(this.plan.study.protocol ?? []).some(
      (s) => s.drug ?? s.medium ?? s.xray ?? s.laser ?? s.ultrasound,
    );
    return this.#worlds().filter(
      (w) =>
        (untreated && this.value(arm, w, -1, "viability") < 0.99) ||
        (burnt && this.value(arm, w, -1, "LOOH", 0) > 0.01),
    );
  }

  /** What is to be said of worlds whose cells are not fit to live; nothing where all are. */
  get unfitText(): string | undefined {
    const counts = this.arms
      .map((arm) => ({ cell: arm.cell.id, count: this.unfit(arm).length }))
      .filter(({ count }) => count > 0);
    if (counts.length === 0) return undefined;
    const most = counts.reduce((a, b) => (b.count > a.count ? b : a));
    return `In up to ${most.count} of ${this.plan.worlds.count} worlds (${[...new Set(counts.map((c) => c.cell))].join(", ")}) the untreated cell dies by itself or rests with a burnt membrane: numbers drawn together that no living cell has. They are counted in.`;
  }

  /** IC50 of an arm in every world, kg/m³ of particle. */
  halfEffects(arm: Arm): Float64Array {
    const known = this.#half.get(arm);
    if (known) return known;
    const found = Float64Array.from(this.#worlds(), (w) =>
      halfEffect(
        arm.particleDoses,
        arm.particleDoses.map((_, d) => this.viability(arm, w, d)),
      ),
    );
    this.#half.set(arm, found);
    return found;
  }

  /** IC50 of every agent in every cell, absolute (half of the untreated control). */
  ic50(): HalfEffectRow[] {
    return this.arms.map((arm) => {
      const all = this.halfEffects(arm);
      const known = all.filter((v) => !Number.isNaN(v));
      const band = this.#logBandOf(known);
      const scale = (b: Band): Band => ({
        median: b.median * arm.metalShare,
        low: b.low * arm.metalShare,
        high: b.high * arm.metalShare,
      });
      const metal =
        arm.metalShare > 0 ? scale(band) : { median: Number.NaN, low: Number.NaN, high: Number.NaN };
      return {
        agent: arm.agent.id,
        cell: arm.cell.id,
        role: arm.role,
        ...band,
        metal,
        notReached: known.filter((v) => v === Infinity).length / Math.max(1, known.length),
        worlds: known.length,
        failed: all.length - known.length,
        restless: this.restless(arm).length,
        unfit: this.unfit(arm).length,
        text: this.#doseBandText(arm, band),
        note: this.standing,
      };
    });
  }

  /** Selectivity of every agent that was run in both cells. */
  selectivity(): SelectivityRow[] {
    return this.plan.study.agents.flatMap((agent) => {
      const [tumour, normal] = (["tumour", "normal"] as const).map((role) =>
        this.arms.find((a) => a.agent === agent && a.role === role),
      );
      if (!tumour || !normal) return [];
      const ratios = this.ratios(tumour, normal).filter((r) => !Number.isNaN(r));
      const band = this.#logBandOf(ratios);
      const above1 = ratios.filter((r) => r > 1).length / Math.max(1, ratios.length);
      const count = this.plan.worlds.count;
      const share = ratios.length < count ? `, in the ${ratios.length} of ${count} worlds that tell` : "";
      const text = ratios.length === 0 ? "not reached in either cell" : `${ratioBandText(band)}${share}`;
      return [{ agent: agent.id, ...band, above1, worlds: ratios.length, text }];
    });
  }

  /** IC50 ratio normal/tumour in each world; ∞ or 0 when one is not reached, NaN when neither is. */
  ratios(tumour: Arm, normal: Arm): Float64Array {
    const [t, n] = [this.halfEffects(tumour), this.halfEffects(normal)];
    return t.map((x, w) => (x === n[w] && !(x > 0 && x < Infinity) ? Number.NaN : n[w]! / x));
  }

  /**
   * Rank correlation of every varied number with log IC50 of an arm, strongest first; empty when IC50 does not vary.
   * Worlds that never reach it share the highest rank. A single correlation of less than {@link noise} could be chance; so
   * could the strongest of many, see `beyondChance`.
   */
  influence(arm: Arm): InfluenceRow[] {
    const half = this.halfEffects(arm);
    const response = Float64Array.from(half, (x) => (x === 0 ? -Infinity : x === Infinity ? x : ln(x)));
    return rankInfluence(this.plan.worlds, [arm.compiled.model], response);
  }

  /** Rank correlation that one number exceeds by chance alone in one study of twenty. */
  get noise(): number {
    return 1.96 / Math.sqrt(Math.max(2, this.plan.worlds.count - 1));
  }

  /** Every run's end as a table: agent, cell, world, doses on both bases, status, read-outs, steps. */
  table(): Table {
    const { study } = this.plan;
    const reads = study.read;
    const rows: { arm: Arm; world: number; dose: number; at: Results }[] = [];
    for (const arm of this.arms)
      for (const world of this.#worlds())
        for (const at of this.levels)
          for (let dose = -1; dose < arm.particleDoses.length; dose++) rows.push({ arm, world, dose, at });
    const particle = (r: (typeof rows)[number]): number =>
      r.dose < 0 ? 0 : r.arm.particleDoses[r.dose]! / ugPerMl;
    const columns: Column[] = [
      { name: "agent", unit: "", values: rows.map((r) => r.arm.agent.id) },
      { name: "cell", unit: "", values: rows.map((r) => r.arm.cell.id) },
      { name: "role", unit: "", values: rows.map((r) => r.arm.role) },
      { name: "world", unit: "", values: Int32Array.from(rows, (r) => r.world) },
      ...levelColumn(
        study,
        rows.map((r) => r.at.level),
      ),
      { name: "dose_particle", unit: "ug/mL", values: Float64Array.from(rows, particle) },
      {
        name: "dose_metal",
        unit: "ug/mL",
        values: Float64Array.from(rows, (r) => particle(r) * r.arm.metalShare),
      },
      {
        name: "status",
        unit: "",
        values: rows.map(
          (r) =>
            r.at
              .#runs(r)
              .map((run) => this.batch.status[run]!)
              .find((s) => s !== "done") ?? "done",
        ),
      },
      ...reads.map((read) => ({
        name: read.replaceAll(/[^A-Za-z0-9]+/g, "_"),
        unit: this.unitOf(read).text,
        values: Float64Array.from(rows, (r) =>
          this.unitOf(read).shown(r.at.read(r.arm, r.world, r.dose, read)),
        ),
      })),
      {
        name: "steps",
        unit: "",
        values: Int32Array.from(rows, (r) => r.at.#runs(r).reduce((n, run) => n + this.batch.steps[run]!, 0)),
      },
    ];
    return table("runs", columns);
  }

  /** The worlds: one row each, one column per varied number in base units. */
  worlds(): Table {
    const { varied, values, count } = this.plan.worlds;
    return table("worlds", [
      { name: "world", unit: "", values: Int32Array.from({ length: count }, (_, w) => w) },
      ...varied.map((v, j) => ({
        name: v.path,
        unit: "SI base",
        values: Float64Array.from({ length: count }, (_, w) => values[w * varied.length + j]!),
      })),
    ]);
  }

  /**
   * What doses are told in: the concentration of drugs in solution where a study gives them by amount, the mass of
   * particles elsewhere. Numbers are in µM or µg/mL.
   */
  get doseUnit(): {
    readonly text: "µM" | "µg/mL";
    /** From kg/m³ of an arm's particle or drug. */
    readonly shown: (arm: Arm, dose: number) => number;
    /** From a dose in base units of the study's basis. */
    readonly ofBasis: (arm: Arm, dose: number) => number;
  } {
    const { basis } = this.plan.study;
    const molar = basis === "amount" && this.arms.every((a) => a.agent.solute !== undefined);
    const shown = (arm: Arm, dose: number): number =>
      molar ? dose * arm.metalMolality * 1e3 : dose / ugPerMl;
    const perParticle = (arm: Arm): number =>
      ({ particle: 1, metal: arm.metalShare, amount: arm.metalMolality })[basis];
    return {
      text: molar ? "µM" : "µg/mL",
      shown,
      ofBasis: (arm, dose) => shown(arm, dose / perParticle(arm)),
    };
  }

  /** What an IC50 counts, over a column of them. */
  get ic50Name(): string {
    return this.doseUnit.text === "µM" ? "IC50" : "IC50, particle";
  }

  /** Unit a read-out is printed in, and its number in that unit from one in base units: kelvins as °C, too. */
  unitOf(read: string): {
    readonly text: string;
    readonly label: string;
    readonly shown: (value: number) => number;
  } {
    const { observables } = this.arms[0]!.compiled.model;
    const observable = observables.find((o) => o.id === read);
    if (!observable)
      throw unknownRead(
        read,
        observables.map((o) => o.id),
      );
    const { text, factor, offset } = observable.display;
    return { text, label: observable.label, shown: (value) => (value - offset) / factor };
  }

  /** The first run of a culture: of its cell, or of its first class. */
  #run(arm: Arm, world: number, dose: number): number {
    const { worlds, study } = this.plan;
    const perLevel = (a: Arm): number => a.particleDoses.length * a.classes.length + 1;
    let first = 0;
    for (const a of this.arms) {
      if (a === arm) break;
      first += worlds.count * study.levels.length * perLevel(a);
    }
    const level = world * study.levels.length + this.level;
    return first + level * perLevel(arm) + (dose < 0 ? 0 : dose * arm.classes.length + 1);
  }

  /** All runs of a culture. */
  #runs({
    arm,
    world,
    dose,
  }: {
    readonly arm: Arm;
    readonly world: number;
    readonly dose: number;
  }): number[] {
    const first = this.#run(arm, world, dose);
    return dose < 0 ? [first] : arm.classes.map((_, cell) => first + cell);
  }

  #worlds(): number[] {
    return Array.from({ length: this.plan.worlds.count }, (_, w) => w);
  }

  #bandOf(values: ArrayLike<number>): Band {
    const edge = (1 - this.plan.study.uncertainty.band) / 2;
    return { median: quantile(values, 0.5), low: quantile(values, edge), high: quantile(values, 1 - edge) };
  }

  /** A band of positive numbers by their logarithms: between 0 or ∞, which are bounds, and a number stands the bound. */
  #logBandOf(values: Float64Array): Band {
    const { median, low, high } = this.#bandOf(
      values.map((v) => (v === 0 ? -Infinity : v === Infinity ? v : ln(v))),
    );
    const back = (x: number): number => (x === -Infinity ? 0 : x === Infinity ? x : exp(x));
    return { median: back(median), low: back(low), high: back(high) };
  }

  #doseBandText(arm: Arm, band: Band): string {
    const { metalMolality, particleDoses } = arm;
    const molar = this.doseUnit.text === "µM";
    const at = (x: number): string =>
      molar
        ? molarDoseText(
            x * metalMolality,
            particleDoses.map((d) => d * metalMolality),
          )
        : doseText(x, particleDoses);
    if (band.low === Infinity || (band.low === band.high && band.median === band.low)) return at(band.median);
    return `${at(band.median)} (${at(band.low)} – ${at(band.high)})`;
  }
}

/** The level of every row of a table, in the unit it is written in; nothing where a study has one. */
export function levelColumn({ axis, levels }: Study, of: readonly number[]): Column[] {
  if (!axis) return [];
  const factor = toBase(`1 ${axis.unit}`);
  const name = axis.name.replaceAll(/[^A-Za-z0-9]+/g, "_");
  return [{ name, unit: axis.unit, values: Float64Array.from(of, (l) => levels[l]!.value / factor) }];
}

/** A half-effect dose for people: `12 µg/mL`, or a bound at the end of the dose range. */
export function doseText(dose: number, doses: readonly number[]): string {
  if (dose === Infinity) return `> ${massConcentration(doses.at(-1)!)}`;
  if (dose === 0) return `< ${massConcentration(doses[0]!)}`;
  return Number.isNaN(dose) ? "unknown" : massConcentration(dose);
}

/** The same by amount, mM: `0.3 µM`. */
export function molarDoseText(dose: number, doses: readonly number[]): string {
  if (dose === Infinity) return `> ${molarText(doses.at(-1)!)}`;
  if (dose === 0) return `< ${molarText(doses[0]!)}`;
  return Number.isNaN(dose) ? "unknown" : molarText(dose);
}

function molarText(mM: number): string {
  if (mM >= 0.9995) return `${printNumber(mM, 2)} mM`;
  return mM < 0.9995e-3 ? `${printNumber(mM * 1e6, 2)} nM` : `${printNumber(mM * 1e3, 2)} µM`;
}

/** A mass concentration in the unit that suits it. */
export function massConcentration(kgPerM3: number): string {
  const micrograms = kgPerM3 / ugPerMl;
  if (micrograms >= 999.5) return `${printNumber(micrograms / 1000, 2)} mg/mL`;
  return micrograms < 0.1
    ? `${printNumber(micrograms * 1000, 2)} ng/mL`
    : `${printNumber(micrograms, 2)} µg/mL`;
}

/** A band of ratios for people; ∞ and 0 mean that one of the two cells has no IC50 among the doses. */
function ratioBandText({ median, low, high }: Band): string {
  if (low === high) return ratio(median);
  return `${ratio(median)} (${ratio(low)} – ${ratio(high)})`;
}

function ratio(x: number): string {
  return x === Infinity ? "normal not reached" : x === 0 ? "tumour not reached" : plainNumber(x, 2);
}

function unknownRead(read: string, known: readonly string[]): KationError {
  const near = nearest(read, known);
  return new KationError("unknown-name", `no read-out is called "${read}"`, {
    fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`,
  });
}
