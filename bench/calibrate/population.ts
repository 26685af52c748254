import type { Sourced } from "kation/model";
import { prior } from "kation/study";
import { exp, ln, toBase } from "kation/units";

/** A number being fitted: its prior, and the distribution that the next worlds are drawn from. */
export interface Fitted {
  readonly path: string;
  readonly prior: Sourced;
  /** Median and spread of the proposal on the scale of {@link scaleOf}. */
  readonly proposal: { readonly middle: number; readonly sd: number };
}

/** Scale on which a number is fitted: logit for shares, ln for the rest; with the way back. */
export function scaleOf(number: Sourced): {
  readonly to: (x: number) => number;
  readonly from: (z: number) => number;
} {
  const share = prior(number).distribution === "logit-normal";
  return share
    ? { to: (x) => ln(x / (1 - x)), from: (z) => 1 / (1 + exp(-z)) }
    : { to: (x) => ln(x), from: (z) => exp(z) };
}

/** Log density of a prior on its fitting scale, up to a constant. */
export function logPrior(number: Sourced, z: number): number {
  const { to } = scaleOf(number);
  const { unit } = number.value;
  const [low, value, high] = [number.range![0], number.value, number.range![1]].map((q) =>
    to(toBase(q, unit)),
  ) as [number, number, number];
  if (prior(number).distribution === "log-uniform") {
    const beyond = (high - low) / 18;
    return z >= low - beyond && z <= high + beyond ? 0 : -Infinity;
  }
  const sd = (z < value ? value - low : high - value) / 1.6448536269514722;
  return -0.5 * ((z - value) / sd) ** 2 - ln(sd);
}

/** Log density of a proposal on the fitting scale, up to a constant. */
export function logProposal({ proposal }: Fitted, z: number): number {
  return -0.5 * ((z - proposal.middle) / proposal.sd) ** 2 - ln(proposal.sd);
}

/** Weights that sum to one, and how many equal draws they are worth. */
export function normalised(logs: readonly number[]): {
  readonly weights: number[];
  readonly effective: number;
} {
  const top = Math.max(...logs);
  const raw = logs.map((l) => exp(l - top));
  const sum = raw.reduce((a, b) => a + b, 0);
  const weights = raw.map((w) => w / sum);
  return { weights, effective: 1 / weights.reduce((s, w) => s + w * w, 0) };
}

/** Largest power in 0…1 of the likelihood that leaves `wanted` effective draws: the steps of the population. */
export function temper(
  logLikelihoods: readonly number[],
  logRatios: readonly number[],
  wanted: number,
): number {
  const at = (power: number): number =>
    normalised(logLikelihoods.map((l, i) => power * l + logRatios[i]!)).effective;
  if (at(1) >= wanted) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (at(middle) >= wanted) low = middle;
    else high = middle;
  }
  return low;
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
