import type { Sourced } from "kation/model";
import { type Fitted, logRatios, moments, normalised, normalScores, weightedQuantile } from "./population.ts";
import { type Sample, together } from "./sampler.ts";

/**
 * What counts as told by the data: a median that moves by this much, or a spread that falls to this share, of the prior's;
 * a correlation of two numbers from this on.
 */
export const told = { shift: 0.35, spread: 0.85, correlation: 0.1 };

/** A number as it was and as the data have it. */
export interface Fit {
  readonly path: string;
  readonly label: string;
  readonly prior: Sourced;
  /** 5, 50 and 95 % of the posterior, in the unit of the record. */
  readonly low: number;
  readonly value: number;
  readonly high: number;
  /** Mean and spread of the normal scores over all seeds (0 and 1 under the prior), and their Monte Carlo errors. */
  readonly shift: number;
  readonly shiftError: number;
  readonly spread: number;
  readonly spreadError: number;
  /** In how many seeds alone the data tell something of it. */
  readonly votes: number;
}

/** A sum of normal scores, of length one, and its spread over the prior's. */
export interface Direction {
  readonly spread: number;
  readonly parts: readonly { readonly path: string; readonly share: number }[];
}

/** How two numbers hang together in the posterior, by their own normal scores there. */
export interface Together {
  readonly of: readonly [string, string];
  readonly rho: number;
  readonly error: number;
  /** In how many seeds alone it is to the same side and beyond that seed's Monte Carlo error. */
  readonly votes: number;
}

export interface Posterior {
  readonly fits: readonly Fit[];
  readonly worlds: number;
  readonly effective: number;
  readonly effectivePerSeed: readonly number[];
  /** 5, 50 and 95 % of half-effect doses, per target, of the joint posterior. */
  readonly predicted: readonly (readonly number[])[];
  /** Sums of normal scores that the data fix best, best first. */
  readonly directions: readonly Direction[];
  /** Correlations of two fitted numbers, strongest first. */
  readonly pairs: readonly Together[];
  /** Numbers that keep their priors and yet are moved, by more than four Monte Carlo errors. */
  readonly moved: readonly { readonly path: string; readonly shift: number }[];
}

/** Posterior of all seeds together, with what each alone says as the measure of its error. */
export function posteriorOf(list: readonly Fitted[], samples: readonly Sample[]): Posterior {
  const each = samples.map((s) => weighed(s));
  const whole = together(samples);
  const { weights, effective } = weighed(whole);
  const { mean, covariance } = moments(whole.z, weights);
  const perSeed = samples.map((s, k) => moments(s.z, each[k]!.weights));
  const error = (values: readonly number[]): number => {
    const middle = values.reduce((a, b) => a + b, 0) / values.length;
    const squares = values.reduce((s, v) => s + (v - middle) ** 2, 0);
    return Math.sqrt(squares / (values.length - 1) / values.length);
  };
  const fits = list.map((f, j): Fit => {
    const column = whole.z.map((row) => row[j]!);
    const at = (q: number): number => f.at(weightedQuantile(column, weights, q)) / f.prior.value.unit.factor;
    const shifts = perSeed.map((m) => m.mean[j]!);
    const spreads = perSeed.map((m) => Math.sqrt(m.covariance[j]![j]!));
    return {
      path: f.path,
      label: f.label,
      prior: f.prior,
      low: at(0.05),
      value: at(0.5),
      high: at(0.95),
      shift: mean[j]!,
      shiftError: error(shifts),
      spread: Math.sqrt(covariance[j]![j]!),
      spreadError: error(spreads),
      votes: shifts.filter((m, k) => Math.abs(m) > told.shift || spreads[k]! < told.spread).length,
    };
  });
  return {
    fits,
    worlds: whole.z.length,
    effective,
    effectivePerSeed: each.map((e) => e.effective),
    predicted: whole.half.map((half) => [0.05, 0.5, 0.95].map((q) => weightedQuantile(half, weights, q))),
    directions: directions(list, covariance),
    pairs: pairs(
      list,
      correlations(whole.z, weights),
      samples.map((s, k) => ({
        rho: correlations(s.z, each[k]!.weights),
        error: 1 / Math.sqrt(each[k]!.effective),
      })),
      error,
    ),
    moved: moved(whole, weights, effective),
  };
}

/** Weights of all worlds of a sample, at full likelihood. */
export function weighed({ z, logLikelihoods, proposals }: Sample): ReturnType<typeof normalised> {
  const ratios = logRatios(z, proposals);
  return normalised(logLikelihoods.map((l, i) => l + ratios[i]!));
}

function directions(list: readonly Fitted[], covariance: readonly (readonly number[])[]): Direction[] {
  return eigen(covariance)
    .sort((a, b) => a.value - b.value)
    .map(({ value, vector }) => ({
      spread: Math.sqrt(value),
      parts: vector
        .map((share, j) => ({ path: list[j]!.path, share }))
        .filter((p) => Math.abs(p.share) > 0.3)
        .sort((a, b) => Math.abs(b.share) - Math.abs(a.share)),
    }));
}

function pairs(
  list: readonly Fitted[],
  rho: readonly (readonly number[])[],
  perSeed: readonly { readonly rho: readonly (readonly number[])[]; readonly error: number }[],
  error: (values: readonly number[]) => number,
): Together[] {
  return list
    .flatMap((a, j) =>
      list.slice(0, j).map((b, k): Together => {
        const alone = perSeed.map((m) => m.rho[j]![k]!);
        const side = Math.sign(rho[j]![k]!);
        return {
          of: [a.path, b.path],
          rho: rho[j]![k]!,
          error: error(alone),
          votes: alone.filter((r, s) => side * r > perSeed[s]!.error).length,
        };
      }),
    )
    .sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho));
}

/** Correlations of columns by their normal scores, which no transformation of a single number changes. */
function correlations(z: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const columns = z[0]!.map((_, j) =>
    normalScores(
      z.map((row) => row[j]!),
      weights,
    ),
  );
  const { covariance } = moments(
    z.map((_, i) => columns.map((c) => c[i]!)),
    weights,
  );
  return covariance.map((row, j) =>
    row.map((c, k) => c / Math.sqrt(covariance[j]![j]! * covariance[k]![k]!)),
  );
}

function moved(
  { others }: Sample,
  weights: readonly number[],
  effective: number,
): { path: string; shift: number }[] {
  return [...others]
    .map(([path, scores]) => ({ path, shift: scores.reduce((s, z, i) => s + weights[i]! * z, 0) }))
    .filter(({ shift }) => Math.abs(shift) > 4 / Math.sqrt(effective))
    .sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
}

/** Eigenvalues and vectors of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: readonly (readonly number[])[]): { value: number; vector: number[] }[] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v: number[][] = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const off = a[p]![q]!;
        if (Math.abs(off) < 1e-14) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[k]![p]!, a[k]![q]!];
          [a[k]![p], a[k]![q]] = [c * x - s * y, s * x + c * y];
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[p]![k]!, a[q]![k]!];
          [a[p]![k], a[q]![k]] = [c * x - s * y, s * x + c * y];
          const [u, w] = [v[k]![p]!, v[k]![q]!];
          [v[k]![p], v[k]![q]] = [c * u - s * w, s * u + c * w];
        }
      }
  return a.map((row, i) => ({ value: row[i]!, vector: v.map((r) => r[i]!) }));
}
