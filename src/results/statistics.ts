/**
 * Quantile by linear interpolation between order statistics (type 7). NaN values are left out. Infinite values keep
 * their place; a quantile between a finite and an infinite one is the infinite one. NaN of nothing.
 *
 * @param q  0 … 1
 */
export function quantile(values: ArrayLike<number>, q: number): number {
  const sorted = Float64Array.from(values)
    .filter((v) => !Number.isNaN(v))
    .sort();
  return sortedQuantile(sorted, q);
}

/** {@link quantile} of values already ascending and free of NaN. */
export function sortedQuantile(sorted: Float64Array, q: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const at = q * (n - 1);
  const i = Math.floor(at);
  const low = sorted[i]!;
  const high = sorted[Math.min(i + 1, n - 1)]!;
  const share = at - i;
  if (share === 0 || low === high) return low;
  if (high === Infinity) return high;
  return low === -Infinity ? low : low + share * (high - low);
}

/** Ranks from 1, ties sharing their mean. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const out = new Float64Array(n);
  for (let i = 0; i < n; ) {
    let j = i;
    while (j + 1 < n && values[order[j + 1]!] === values[order[i]!]) j++;
    for (let k = i; k <= j; k++) out[order[k]!] = (i + j) / 2 + 1;
    i = j + 1;
  }
  return out;
}

/** Spearman's rank correlation; NaN when one side does not vary. */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const a = ranks(x);
  const b = ranks(y);
  const mean = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    xy += (a[i]! - mean) * (b[i]! - mean);
    xx += (a[i]! - mean) ** 2;
    yy += (b[i]! - mean) ** 2;
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}
