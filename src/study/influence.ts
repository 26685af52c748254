import type { Model } from "#model";
import { rankCorrelation } from "#results";
import { normalQuantile, pow } from "#units";
import { isDrawn, type Worlds } from "./draws.ts";
import { experimentFor } from "./experiments.ts";

/** How much a varied number has to do with what came out. */
export interface InfluenceRow {
  readonly path: string;
  readonly label: string;
  readonly grade: string;
  /** Spearman's rank correlation with the outcome. */
  readonly rho: number;
  /** Stronger than the strongest that chance alone gives among all numbers tested, in one study of twenty. */
  readonly beyondChance: boolean;
  readonly experiment: string;
}

/**
 * Rank correlation of every varied number of some models with an outcome, strongest first; empty when it does not vary.
 * @param outcome  of every world; NaN where it is not known, which leaves the world out
 */
export function rankInfluence(
  worlds: Worlds,
  models: readonly Model[],
  outcome: ArrayLike<number>,
): InfluenceRow[] {
  const { varied, values, count } = worlds;
  const kept = Array.from({ length: count }, (_, w) => w).filter((w) => !Number.isNaN(outcome[w]!));
  const response = kept.map((w) => outcome[w]!);
  const used = new Set(models.flatMap((m) => m.parameters.filter(isDrawn).map((p) => p.path)));
  // Šidák's level for as many tests as there are numbers.
  const level = 1 - pow(0.95, 1 / Math.max(1, used.size));
  const chance = normalQuantile(1 - level / 2) / Math.sqrt(Math.max(2, kept.length - 1));
  return varied
    .flatMap(({ path, label, grade }, j) => {
      if (!used.has(path)) return [];
      const rho = rankCorrelation(
        kept.map((w) => values[w * varied.length + j]!),
        response,
      );
      if (Number.isNaN(rho)) return [];
      return [
        { path, label, grade, rho, beyondChance: Math.abs(rho) > chance, experiment: experimentFor(path) },
      ];
    })
    .sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho) || (a.path < b.path ? -1 : 1));
}
