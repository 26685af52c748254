import { excessOver, halfEffect, type Results } from "#study";
import { ln } from "#units";
import { alike, ask, column, frame } from "../catalysis/culture.ts";
import type { Claim } from "../claim.ts";

/**
 * Uptake at which salt particles are met at all: 15,000 of 77 nm in ten minutes at 100 µg/mL, 240 times what plain
 * particles show. With the uptake as written the coat empties into the medium first and no salt kills.
 */
export const swift: Readonly<Record<string, string>> = { "cells/generic/uptake": "2.9e-16 m^3/s/cell" };

/** Ends of a number that two cells may differ in, all else alike. */
export interface Difference {
  readonly id: string;
  readonly says: string;
  readonly path: string;
  /** Value in the cell that is said to be hit, and in the one that is said to be spared. */
  readonly ends: readonly [string, string];
  /** Counts cells that have burst and no other death. */
  readonly bursting?: boolean;
  readonly expect: Claim["expect"];
  readonly because: string;
}

/** The claim that one difference alone gives a two-fold ratio of the doses of salt particles that kill half. */
export function aloneGivesSelectivity(of: Difference): Claim {
  const dose = of.bursting ? "dose that bursts half" : "half-effect dose";
  return {
    id: of.id,
    says: of.says,
    source: "jiang2019",
    kind: "emergent",
    unsourced: true,
    expect: of.expect,
    distance: `ln(${dose} of the spared / of the hit cell) − ln 2; −ln 2 where neither is reached`,
    because: of.because,
    async worlds() {
      const halves = (value: string): Promise<readonly number[]> =>
        saltHalves({ set: { [of.path]: value }, bursting: of.bursting ?? false });
      const [hit, spared] = [await halves(of.ends[0]), await halves(of.ends[1])];
      return hit.map((x, w) => ratio(spared[w]!, x) - ln(2));
    },
  };
}

/** Something given beside salt particles. */
export interface Beside {
  readonly id: string;
  readonly says: string;
  readonly drug: string;
  readonly concentration: string;
  readonly source: string;
  readonly expect: Claim["expect"];
  readonly because: string;
}

/** The claim that a drug halves the dose of salt particles that kills half, of cells that live beside the drug. */
export function halvesTheSaltDose(of: Beside): Claim {
  return {
    id: of.id,
    says: of.says,
    source: of.source,
    kind: "emergent",
    unsourced: true,
    expect: of.expect,
    distance: "ln(half-effect dose without / with the drug) − ln 2; −ln 2 where neither is reached",
    because: of.because,
    async worlds() {
      // What is not given is given at next to nothing, so that both have one model and the same worlds.
      const halves = (concentration: string): Promise<readonly number[]> =>
        saltHalves({ protocol: [{ at: "0 h", drug: of.drug, concentration }] });
      const [without, beside] = [await halves("1e-12 M"), await halves(of.concentration)];
      return without.map((x, w) => ratio(x, beside[w]!) - ln(2));
    },
  };
}

const saltDoses = ["10 ug/mL", "30 ug/mL", "100 ug/mL", "300 ug/mL", "1 mg/mL", "3 mg/mL", "10 mg/mL"];

/** Doses of salt particles that kill, or burst, half of the cells in every world, kg/m³. */
async function saltHalves(options: {
  readonly set?: Readonly<Record<string, string>>;
  readonly protocol?: Parameters<typeof frame>[0]["protocol"] & {};
  readonly bursting?: boolean;
}): Promise<readonly number[]> {
  const results = await ask(
    frame({
      agents: ["scnp"],
      medium: "medium-ph7.4",
      doses: saltDoses,
      set: { ...swift, ...options.set },
      read: options.bursting ? ["viability", "lysed"] : ["viability"],
      without: ["redox"],
      ...(options.protocol ? { protocol: options.protocol } : {}),
    }),
  );
  const arm = results.arms[0]!;
  if (!options.bursting) return [...results.halfEffects(arm)];
  return Array.from({ length: results.plan.worlds.count }, (_, w) =>
    halfEffect(
      arm.particleDoses,
      saltDoses.map((_, d) => 1 - results.read(arm, w, d, "lysed")),
    ),
  );
}

/** ln(a/b) of doses, kg/m³; one beyond the doses given counts as the last of them, which makes the ratio a lower bound. */
function ratio(a: number, b: number): number {
  const bound = (x: number): number => Math.min(Math.max(x, 0.01), 10);
  return ln(bound(a) / bound(b));
}

/** Salt and its like in one cell at 100 µg/mL in neutral medium. */
export function salted(options: Parameters<typeof frame>[0]): Promise<Results> {
  return ask(frame({ medium: "medium-ph7.4", dose: "100 ug/mL", without: ["redox"], ...options }));
}

/** Worlds that must have a say: below them one in twenty is no world at all. */
export const leastWorlds = 20;

/**
 * Distances of the worlds in which at least one cell in twenty dies, by any of the agents whose viabilities are given.
 * Elsewhere what kills is asked of a few cells in a thousand, or of rounding. Where too few worlds are left the dose, or
 * what is known of it, does not let the claim be asked.
 */
export function whereSomeDie(
  distances: readonly number[],
  ...viabilities: readonly (readonly number[])[]
): number[] {
  return distances.filter((_, w) => viabilities.some((v) => 1 - v[w]! >= 0.05));
}

/**
 * Largest excess of deaths over those by independent action, less a tenth of the cells, in every world: of 30 µg/mL to
 * 1 mg/mL of an agent and 2 to 8 Gy four hours later, counted at 72 h over cells with neither.
 */
export async function largestExcess(options: Parameters<typeof frame>[0]): Promise<readonly number[]> {
  const doses = ["30 ug/mL", "100 ug/mL", "300 ug/mL", "1 mg/mL"];
  const xray = { dose: ["0 Gy", "2 Gy", "4 Gy", "6 Gy", "8 Gy"], rate: "2 Gy/min" };
  const results = await salted({
    doses,
    read: ["viability"],
    until: "72 h",
    protocol: [{ at: "4 h", xray }],
    ...options,
  });
  const [none, ...levels] = results.levels;
  const points = doses.flatMap((_, d) =>
    levels.map((at) => excessOver(results.arms[0]!, "viability", d, none!, at)),
  );
  return points[0]!.map((_, w) => Math.max(...points.map((excess) => excess[w]!)) - 0.1);
}

/** A read-out at the highest report time of the only dose in every world, base units. */
export function peak(results: Results, agent: string, read: string): number[] {
  const arm = results.arms.find((a) => a.agent.id === agent)!;
  return Array.from({ length: results.plan.worlds.count }, (_, w) =>
    Math.max(...Array.from(results.batch.times, (_, i) => results.read(arm, w, 0, read, i))),
  );
}

export { alike, column };
