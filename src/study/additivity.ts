import { quantile } from "#results";
import type { Arm } from "./plan.ts";
import type { Band, Results } from "./results.ts";
import type { Role } from "./types.ts";

/** One point of a grid of dose and level: what survives, and what would if both acted independently. */
export interface AdditivityRow {
  readonly agent: string;
  readonly cell: string;
  readonly role: Role;
  readonly read: string;
  /** Index of the dose, and it in kg/m³ of particle. */
  readonly dose: number;
  readonly particle: number;
  /** Index of the level. */
  readonly level: number;
  /** Survival over the control with neither. */
  readonly found: Band;
  /** Survival with the agent alone times survival with the level alone. */
  readonly expected: Band;
  /** Expected less found, in the same world: positive where more die than both would kill independently. */
  readonly excess: Band;
  /** Share of worlds in which the excess is more than a hundredth of the cells. */
  readonly above: number;
}

/** Read-outs that are a share of cells that survive. */
const survivals: readonly string[] = ["viability", "survival.colony"];

/**
 * Bliss additivity over a grid: of each agent, dose and level above 0, what survives beside the product of what survives
 * each alone.
 *
 *     excess = S(dose, 0)·S(0, level) − S(dose, level)            S over the control with neither, same world
 *
 * Survival here is not relative to the control of the level, as viability is elsewhere: that has the level's own
 * deaths in it. `viability` is of cells alive at the end; where X-rays kill over days `survival.colony` is what is left
 * when all they have done comes true.
 *
 * @returns a row for each arm, survival that the study reads, dose and level; none without a level of 0
 */
export function additivity(results: Results): AdditivityRow[] {
  const { study } = results.plan;
  if (!study.axis || study.levels[0]!.value !== 0) return [];
  const reads = study.read.filter((r) => survivals.includes(r));
  const levels = results.levels;
  return results.arms.flatMap((arm) =>
    reads.flatMap((read) =>
      arm.particleDoses.flatMap((_, dose) =>
        levels.slice(1).map((at) => point(arm, read, dose, levels[0]!, at)),
      ),
    ),
  );
}

/** Excess over Bliss additivity in every world, for one point of the grid; see {@link additivity}. */
export function excessOver(arm: Arm, read: string, dose: number, none: Results, at: Results): number[] {
  return worldsOf(arm, read, dose, none, at).map(([found, expected]) => expected - found);
}

function worldsOf(arm: Arm, read: string, dose: number, none: Results, at: Results): [number, number][] {
  return Array.from({ length: none.plan.worlds.count }, (_, w) => {
    const control = none.value(arm, w, -1, read);
    const alone = none.value(arm, w, dose, read) / control;
    return [at.value(arm, w, dose, read) / control, (alone * at.value(arm, w, -1, read)) / control];
  });
}

function point(arm: Arm, read: string, dose: number, none: Results, at: Results): AdditivityRow {
  const pairs = worldsOf(arm, read, dose, none, at);
  const excess = pairs.map(([found, expected]) => expected - found);
  const edge = (1 - none.plan.study.uncertainty.band) / 2;
  const band = (values: readonly number[]): Band => ({
    median: quantile(values, 0.5),
    low: quantile(values, edge),
    high: quantile(values, 1 - edge),
  });
  return {
    agent: arm.agent.id,
    cell: arm.cell.id,
    role: arm.role,
    read,
    dose,
    particle: arm.particleDoses[dose]!,
    level: at.level,
    found: band(pairs.map(([found]) => found)),
    expected: band(pairs.map(([, expected]) => expected)),
    excess: band(excess),
    above: excess.filter((x) => x > 0.01).length / excess.length,
  };
}
