import { KationError, normalCdf, normalQuantile } from "#units";

/** Two numbers that are drawn together, by path, and the correlation of their normal scores. */
export type Pair = readonly [string, string, number];

/** Draws per column below which a sample's own chance correlations are too near those of any other order to be undone. */
const perColumn = 4;

/**
 * Draws numbers together: reorders columns of a sample so that their normal scores correlate as the pairs say (a
 * Gaussian copula), each column keeping its values, and so its strata, exactly.
 *
 *     scores R with correlation Q·Qᵀ, wanted P·Pᵀ:   rows of R·(P·Q⁻¹)ᵀ have it, and each column takes their ranks
 *
 * The first of the columns keeps its order too. A `random` sample has no strata to keep: its rows are turned one by one,
 * z → P·z, so that a longer sample begins with the shorter. Columns that no pair names are not touched.
 *
 * @param points  row-major draws × paths in the open unit cube, changed in place
 * @param pairs   those of which a path is not drawn are left out, the others keep their correlation
 * @throws `out-of-range` for correlations that contradict each other
 * @source Iman, Conover, Commun. Stat. Simul. Comput. 11 (1982) 311, doi:10.1080/03610918208812265
 */
export function drawTogether(
  points: Float64Array,
  paths: readonly string[],
  pairs: readonly Pair[],
  sampler: "latin" | "sobol" | "random",
): void {
  const drawn = pairs.filter(([a, b]) => paths.includes(a) && paths.includes(b));
  const columns = paths.flatMap((path, j) => (drawn.some((p) => p.includes(path)) ? [j] : []));
  if (columns.length === 0) return;
  const wanted = columns.map((i) =>
    columns.map((j) => {
      const both = (p: Pair): boolean => p.includes(paths[i]!) && p.includes(paths[j]!);
      return i === j ? 1 : (drawn.find(both)?.[2] ?? 0);
    }),
  );
  const factor = cholesky(wanted);
  const count = points.length / paths.length;
  const place = (w: number, k: number): number => w * paths.length + columns[k]!;
  const scores = Array.from({ length: count }, (_, w) =>
    columns.map((_, k) => normalQuantile(points[place(w, k)]!)),
  );
  if (sampler === "random") {
    scores.forEach((z, w) => {
      for (let k = 1; k < columns.length; k++) points[place(w, k)] = normalCdf(dot(factor[k]!, z));
    });
    return;
  }
  const straight = count < perColumn * columns.length ? scores : uncorrelated(scores);
  for (let k = 1; k < columns.length; k++) {
    const values = Float64Array.from(scores, (_, w) => points[place(w, k)]!).sort();
    const target = straight.map((z) => dot(factor[k]!, z));
    const order = target.map((_, w) => w).sort((a, b) => target[a]! - target[b]! || a - b);
    order.forEach((w, rank) => {
      points[place(w, k)] = values[rank]!;
    });
  }
}

/** Rows whose columns correlate by chance, turned until they do not: Q⁻¹ of every row. */
function uncorrelated(rows: readonly (readonly number[])[]): number[][] {
  const size = rows[0]!.length;
  const mean = Array.from({ length: size }, (_, k) => rows.reduce((s, r) => s + r[k]!, 0) / rows.length);
  const covariance = mean.map((a, i) =>
    mean.map((b, j) => rows.reduce((s, r) => s + (r[i]! - a) * (r[j]! - b), 0) / rows.length),
  );
  const q = cholesky(covariance);
  return rows.map((row) => {
    const out: number[] = [];
    for (let k = 0; k < size; k++) out.push((row[k]! - dot(q[k]!, out)) / q[k]![k]!);
    return out;
  });
}

/** Lower factor of a positive definite matrix, row by row without the zeros. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const l: number[][] = [];
  for (const [j, row] of matrix.entries()) {
    const own: number[] = [];
    for (let k = 0; k < j; k++) own.push((row[k]! - dot(l[k]!.slice(0, k), own)) / l[k]![k]!);
    const left = row[j]! - dot(own, own);
    if (!(left > 0)) throw new KationError("out-of-range", "no numbers can correlate as these pairs say");
    own.push(Math.sqrt(left));
    l.push(own);
  }
  return l;
}

/** Sum of products over the shorter of two rows. */
function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) sum += a[i]! * b[i]!;
  return sum;
}
