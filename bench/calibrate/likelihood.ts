import { exp, log10 } from "kation/units";
import type { Curve } from "../measured/tables.ts";

/** Standard deviation of log10 half-effect doses between laboratories: the middle of the 0.25–0.6 that is measured. */
export const betweenLaboratories = 0.45;

/** What the model itself may be off by, in log10, before it is wrong: one value per material and class of cell. */
export const discrepancy = 0.3;

/** Share of curves that no laboratory's spread explains, and the decades over which such a curve may lie. */
const outliers = { share: 0.05, decades: 6 };

/** Measured half-effect doses of one material in one class of cell, log10 of µg/mL. */
export interface Group {
  readonly curves: readonly {
    readonly log: number;
    /** The dose is above or below `log`, which is the highest or lowest dose of the curve. */
    readonly bound?: "above" | "below";
    /** Curves of one article count as one measurement. */
    readonly weight: number;
  }[];
}

/** A group of curves with one vote per article. */
export function group(curves: readonly Curve[]): Group {
  const perArticle = new Map<string, number>();
  const articleOf = (c: Curve): string => `${c.source}|${c.article}`;
  for (const c of curves) perArticle.set(articleOf(c), (perArticle.get(articleOf(c)) ?? 0) + 1);
  return {
    curves: curves.map((c) => ({
      log: log10(c.half === Infinity ? c.highest : c.half === 0 ? c.lowest : c.half),
      ...(c.half === Infinity
        ? { bound: "above" as const }
        : c.half === 0
          ? { bound: "below" as const }
          : {}),
      weight: 1 / perArticle.get(articleOf(c))!,
    })),
  };
}

/**
 * Log likelihood of a predicted log10 half-effect dose: every article is one laboratory's value about the truth, the
 * truth lies about the prediction, and a curve that ends before one half says only that the dose lies beyond.
 *
 *     L(x) = ∫ N(δ; 0, 0.3) Π_articles p(y | x + δ) dδ,   p = 0.95·normal with 0.45 + 0.05·even over six decades,
 *                                                         or the tails of both for a bound
 */
export function logLikelihood(x: number, of: Group): number {
  let total = 0;
  for (let k = -10; k <= 10; k++) {
    const delta = (k / 10) * 3 * discrepancy;
    let log = -0.5 * (delta / discrepancy) ** 2;
    for (const { log: y, bound, weight } of of.curves) {
      const z = (y - x - delta) / betweenLaboratories;
      const [usual, odd] =
        bound === undefined
          ? [exp(-0.5 * z * z) / (betweenLaboratories * Math.sqrt(2 * Math.PI)), 1 / outliers.decades]
          : [tail(bound === "above" ? z : -z), 0.5];
      log += weight * Math.log((1 - outliers.share) * usual + outliers.share * odd);
    }
    total += exp(log);
  }
  return Math.log(Math.max(total, 1e-300));
}

/** P(Z > z), Z standard normal, to 7.5e-8 (Abramowitz and Stegun, 26.2.17). */
function tail(z: number): number {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const series = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153].reduce(
    (sum, b) => (sum + b) * t,
    0,
  );
  const upper = (exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)) * series;
  return Math.max(z >= 0 ? upper : 1 - upper, 1e-300);
}
