import type { Sourced } from "kation/model";
import { prior, uniform } from "kation/study";
import { exp, ln, normalCdf, normalQuantile } from "kation/units";

/** A number being fitted, on the scale of its normal scores: standard normal under its prior, whatever the prior is. */
export interface Fitted {
  readonly path: string;
  readonly label: string;
  readonly prior: Sourced;
  /** Value in base units at a normal score. */
  readonly at: (z: number) => number;
}

/** A number with its prior as a map from normal scores. */
export function fitted(path: string, label: string, number: Sourced): Fitted {
  const { at } = prior(number);
  return { path, label, prior: number, at: (z) => at(normalCdf(z)) };
}

/** A multivariate normal distribution of normal scores, by mean and Cholesky factor of its covariance (row-major). */
export interface Normal {
  readonly mean: readonly number[];
  readonly factor: readonly (readonly number[])[];
}

/** What normal scores are under the priors. */
export function priorOf(dimensions: number): Normal {
  return {
    mean: new Array<number>(dimensions).fill(0),
    factor: Array.from({ length: dimensions }, (_, i) =>
      Array.from({ length: dimensions }, (_, j) => (i === j ? 1 : 0)),
    ),
  };
}

/** Draws of a distribution from a stream of its own. */
export function draw({ mean, factor }: Normal, count: number, seed: number, stream: number): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const e = mean.map((_, j) => normalQuantile(uniform(seed, stream, i * mean.length + j)));
    return mean.map((m, j) => m + factor[j]!.reduce((s, f, k) => (k <= j ? s + f * e[k]! : s), 0));
  });
}

/** Log density, without the factors of 2π that all share. */
export function logDensity({ mean, factor }: Normal, z: readonly number[]): number {
  const e: number[] = [];
  let log = 0;
  for (let j = 0; j < mean.length; j++) {
    let x = z[j]! - mean[j]!;
    for (let k = 0; k < j; k++) x -= factor[j]![k]! * e[k]!;
    e.push(x / factor[j]![j]!);
    log -= 0.5 * e[j]! ** 2 + ln(factor[j]![j]!);
  }
  return log;
}

/**
 * log(prior/mixture) of every draw, the mixture being that of all proposals by the draws each gave: with draws of the
 * prior among them no weight can exceed the inverse of their share, and no round is lost.
 *
 * @source Cornuet, Marin, Mira, Robert, Scand. J. Stat. 39 (2012) 798 (adaptive multiple importance sampling)
 */
export function logRatios(
  z: readonly (readonly number[])[],
  proposals: readonly { readonly of: Normal; readonly count: number }[],
): number[] {
  const total = proposals.reduce((n, p) => n + p.count, 0);
  return z.map((row) => {
    const logs = proposals.map(({ of, count }) => logDensity(of, row) + ln(count / total));
    const top = Math.max(...logs);
    return logDensity(priorOf(row.length), row) - top - ln(logs.reduce((s, l) => s + exp(l - top), 0));
  });
}

/** Weights that sum to one, and how many equal draws they are worth. */
export function normalised(logs: readonly number[]): {
  readonly weights: number[];
  readonly effective: number;
} {
  const top = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  const raw = logs.map((l) => exp(l - top));
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((w) => w / sum);
  return { weights, effective: 1 / weights.reduce((s, w) => s + w * w, 0) };
}

/** Largest power in 0…1 of the likelihood that leaves `wanted` effective draws: what a proposal is made from on the way. */
export function temper(logLikelihoods: readonly number[], ratios: readonly number[], wanted: number): number {
  const at = (power: number): number =>
    normalised(logLikelihoods.map((l, i) => power * l + ratios[i]!)).effective;
  if (at(1) >= wanted) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (at(middle) >= wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** Mean and covariance of weighted rows. */
export function moments(
  z: readonly (readonly number[])[],
  weights: readonly number[],
): { readonly mean: number[]; readonly covariance: number[][] } {
  const n = z[0]!.length;
  const mean = Array.from({ length: n }, (_, j) => z.reduce((s, row, i) => s + weights[i]! * row[j]!, 0));
  const covariance = mean.map(() => new Array<number>(n).fill(0));
  z.forEach((row, i) => {
    const w = weights[i]!;
    if (w === 0) return;
    for (let j = 0; j < n; j++)
      for (let k = 0; k <= j; k++) covariance[j]![k]! += w * (row[j]! - mean[j]!) * (row[k]! - mean[k]!);
  });
  for (let j = 0; j < n; j++) for (let k = 0; k < j; k++) covariance[k]![j] = covariance[j]![k]!;
  return { mean, covariance };
}

/** The next proposal: mean and covariance of a weighted population, wider by `wide`, towards the prior by `effective`. */
export function proposalOf(
  { mean, covariance }: ReturnType<typeof moments>,
  effective: number,
  wide: number,
): Normal {
  // As many draws of the prior as there are numbers: what few effective draws say of correlations is mostly noise.
  const share = mean.length / (mean.length + effective);
  const matrix = covariance.map((row, j) =>
    row.map((c, k) => wide * wide * ((1 - share) * c + (j === k ? share : 0))),
  );
  return { mean: mean.map((m) => (1 - share) * m), factor: cholesky(matrix) };
}

/** Lower factor of a positive definite matrix. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const l = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++)
    for (let k = 0; k <= j; k++) {
      let s = matrix[j]![k]!;
      for (let i = 0; i < k; i++) s -= l[j]![i]! * l[k]![i]!;
      l[j]![k] = j === k ? Math.sqrt(s) : s / l[k]![k]!;
    }
  return l;
}

/** Rows in proportion to their weights, evenly through their order. */
export function resampled<T>(rows: readonly T[], weights: readonly number[], count: number): T[] {
  const found: T[] = [];
  let [sum, i] = [weights[0]!, 0];
  for (let k = 0; k < count; k++) {
    while (sum < (k + 0.5) / count && i < rows.length - 1) sum += weights[++i]!;
    found.push(rows[i]!);
  }
  return found;
}

/** Normal scores of weighted values by the weight below them, half of their own included. */
export function normalScores(values: readonly number[], weights: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const scores = new Array<number>(values.length).fill(0);
  let below = 0;
  for (const i of order) {
    scores[i] = normalQuantile(Math.min(Math.max(below + weights[i]! / 2, 1e-12), 1 - 1e-12));
    below += weights[i]!;
  }
  return scores;
}

/** Quantile of weighted values. */
export function weightedQuantile(values: readonly number[], weights: readonly number[], q: number): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  let sum = 0;
  for (const i of order) {
    sum += weights[i]!;
    if (sum >= q) return values[i]!;
  }
  return values[order.at(-1)!]!;
}
