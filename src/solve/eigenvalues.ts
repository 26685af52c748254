/** Double steps for one eigenvalue before the search is given up. */
const SWEEPS = 60;

/** Real and imaginary parts; conjugate pairs stand next to each other. */
export interface Eigenvalues {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Eigenvalues of a real matrix: balance, reduce to Hessenberg form, iterate with Francis' double shift.
 *
 *     A·x = λ·x
 *
 * Each is exact for a matrix that differs from A by a few ‖A‖·2⁻⁵² after balancing: an eigenvalue smaller
 * than that share of the largest may have no correct digit, and one of an m-fold defective eigenvalue has a
 * m-th of the digits. Cost grows as 10·n³; up to some 500 rows.
 *
 * @param n  rows, 0 … about 500
 * @param a  n × n values by rows, in any one unit, usually 1/s; not changed
 * @returns  n eigenvalues in that unit, in no particular order; undefined when an entry is not finite or the
 *           iteration does not converge
 * @throws   never
 * @source   Golub and Van Loan, Matrix Computations, 4th ed. (2013), §7.4.2, algorithms 7.4.2, 7.5.1 and
 *           7.5.2; balancing: Parlett and Reinsch, Numer. Math. 13, 293 (1969), doi:10.1007/BF02165404
 * @example
 *   eigenvalues(2, Float64Array.of(0, 1, -1, 0)); // { re: [0, 0], im: [1, -1] }
 */
export function eigenvalues(n: number, a: Float64Array): Eigenvalues | undefined {
  const h = a.slice(0, n * n);
  if (!h.every(Number.isFinite)) return undefined;
  const unit = normalise(h);
  balance(n, h);
  hessenberg(n, h);
  const found = francis(n, h);
  if (!found) return undefined;
  for (const part of [found.re, found.im]) for (let i = 0; i < n; i++) part[i]! *= unit;
  return found;
}

/** Divides by a power of two near the largest entry, so that no square overflows; returns that power. */
function normalise(h: Float64Array): number {
  let most = 0;
  for (const value of h) most = Math.max(most, Math.abs(value));
  let scale = 1;
  while (most / scale >= 2) scale *= 2;
  while (most > 0 && most / scale < 1) scale *= 0.5;
  for (let k = 0; k < h.length; k++) h[k]! /= scale;
  return scale;
}

/** D⁻¹·A·D with powers of two on D such that rows and columns have like sums. */
function balance(n: number, h: Float64Array): void {
  for (let sweep = 0, moved = true; moved && sweep < 100; sweep++) {
    moved = false;
    for (let i = 0; i < n; i++) {
      let [column, row] = [0, 0];
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        column += Math.abs(h[j * n + i]!);
        row += Math.abs(h[i * n + j]!);
      }
      if (column === 0 || row === 0) continue;
      const total = column + row;
      let factor = 1;
      for (; column < 0.5 * row && factor < 2 ** 400; factor *= 2) [column, row] = [column * 2, row / 2];
      for (; column >= 2 * row && factor > 2 ** -400; factor /= 2) [column, row] = [column / 2, row * 2];
      if (!(column + row < 0.95 * total)) continue;
      moved = true;
      for (let j = 0; j < n; j++) h[i * n + j]! /= factor;
      for (let j = 0; j < n; j++) h[j * n + i]! *= factor;
    }
  }
}

/** Householder reflections that leave one subdiagonal. */
function hessenberg(n: number, h: Float64Array): void {
  const v = new Float64Array(n);
  const sums = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    let scale = 0;
    for (let i = k + 1; i < n; i++) scale = Math.max(scale, Math.abs(h[i * n + k]!));
    let below = 0;
    for (let i = k + 2; i < n; i++) below = Math.max(below, Math.abs(h[i * n + k]!));
    if (below === 0) continue;
    let square = 0;
    for (let i = k + 1; i < n; i++) {
      v[i] = h[i * n + k]! / scale;
      square += v[i]! * v[i]!;
    }
    const length = v[k + 1]! > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    const half = square - length * v[k + 1]!;
    v[k + 1]! -= length;
    // (I − v·vᵀ/half)·H, then ·(I − v·vᵀ/half)
    sums.fill(0);
    for (let i = k + 1; i < n; i++) for (let j = k; j < n; j++) sums[j]! += v[i]! * h[i * n + j]!;
    for (let i = k + 1; i < n; i++) {
      const weight = v[i]! / half;
      for (let j = k; j < n; j++) h[i * n + j]! -= weight * sums[j]!;
    }
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += h[i * n + j]! * v[j]!;
      sum /= half;
      for (let j = k + 1; j < n; j++) h[i * n + j]! -= sum * v[j]!;
    }
    h[(k + 1) * n + k] = scale * length;
    for (let i = k + 2; i < n; i++) h[i * n + k] = 0;
  }
}

/** Double-shift QR on an upper Hessenberg matrix, split off from the end; eigenvalues only. */
function francis(n: number, h: Float64Array): Eigenvalues | undefined {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  let norm = 0;
  for (const value of h) norm = Math.max(norm, Math.abs(value));
  let high = n - 1;
  for (let sweeps = 0; high >= 0; sweeps++) {
    if (sweeps > SWEEPS) return undefined;
    const low = splitAt(n, h, high, norm);
    if (low === high) {
      re[high] = h[high * n + high]!;
      high -= 1;
      sweeps = -1;
    } else if (low === high - 1) {
      pair(n, h, high, re, im);
      high -= 2;
      sweeps = -1;
    } else doubleStep(n, h, low, high, sweeps);
  }
  return { re, im };
}

/** First row of the last block that no negligible subdiagonal entry splits. */
function splitAt(n: number, h: Float64Array, high: number, norm: number): number {
  for (let l = high; l > 0; l--) {
    const near = Math.abs(h[(l - 1) * n + l - 1]!) + Math.abs(h[l * n + l]!);
    const small = 2 ** -53 * (near > 0 ? near : norm);
    if (Math.abs(h[l * n + l - 1]!) <= small) {
      h[l * n + l - 1] = 0;
      return l;
    }
  }
  return 0;
}

/** Eigenvalues of the 2 × 2 block that ends at `high`. */
function pair(n: number, h: Float64Array, high: number, re: Float64Array, im: Float64Array): void {
  const [a, b] = [h[(high - 1) * n + high - 1]!, h[(high - 1) * n + high]!];
  const [c, d] = [h[high * n + high - 1]!, h[high * n + high]!];
  const half = 0.5 * (a - d);
  const disc = half * half + b * c;
  if (disc >= 0) {
    const far = half + (half >= 0 ? Math.sqrt(disc) : -Math.sqrt(disc));
    re[high - 1] = d + far;
    re[high] = far === 0 ? d : d - (b * c) / far;
    return;
  }
  re[high - 1] = re[high] = 0.5 * (a + d);
  im[high - 1] = Math.sqrt(-disc);
  im[high] = -im[high - 1]!;
}

/** One implicit double step on rows `low … high`, with an exceptional shift every tenth time. */
function doubleStep(n: number, h: Float64Array, low: number, high: number, sweeps: number): void {
  const at = (i: number, j: number): number => h[i * n + j]!;
  const [corner, next, under] = [at(low, low), at(low + 1, low + 1), at(low + 1, low)];
  // Differences of diagonals first: shifts near the diagonal would cancel in the squares.
  let far = at(high, high) - corner;
  let near = at(high - 1, high - 1) - corner;
  let cross = at(high - 1, high) * at(high, high - 1);
  if (sweeps % 10 === 9) {
    const push = Math.abs(at(high, high - 1)) + Math.abs(at(high - 1, high - 2));
    far += 0.75 * push;
    near = at(high, high) - corner + 0.75 * push;
    cross = -0.4375 * push * push;
  }
  // First column of (H − a)(H − b), divided by the subdiagonal entry.
  let x = (far * near - cross) / under + at(low, low + 1);
  let y = next - corner - far - near;
  let z = at(low + 2, low + 1);
  for (let k = low; k < high; k++) {
    const three = k < high - 1;
    reflect(n, h, k, low, high, x, y, three ? z : 0, three);
    if (k === high - 1) break;
    x = at(k + 1, k);
    y = at(k + 2, k);
    z = k < high - 2 ? at(k + 3, k) : 0;
  }
}

/** The reflection that turns (x, y, z) into a multiple of (1, 0, 0), on rows and columns from k on. */
function reflect(
  n: number,
  h: Float64Array,
  k: number,
  low: number,
  high: number,
  x: number,
  y: number,
  z: number,
  three: boolean,
): void {
  const scale = Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
  if (scale === 0) return;
  let p = x / scale;
  const [q, r] = [y / scale, z / scale];
  const length = (p > 0 ? -1 : 1) * Math.sqrt(p * p + q * q + r * r);
  p -= length;
  const half = -length * p;
  if (half === 0) return;
  for (let j = Math.max(low, k - 1); j <= high; j++) {
    let sum = p * h[k * n + j]! + q * h[(k + 1) * n + j]!;
    if (three) sum += r * h[(k + 2) * n + j]!;
    sum /= half;
    h[k * n + j]! -= sum * p;
    h[(k + 1) * n + j]! -= sum * q;
    if (three) h[(k + 2) * n + j]! -= sum * r;
  }
  const last = Math.min(k + 3, high);
  for (let i = low; i <= last; i++) {
    let sum = p * h[i * n + k]! + q * h[i * n + k + 1]!;
    if (three) sum += r * h[i * n + k + 2]!;
    sum /= half;
    h[i * n + k]! -= sum * p;
    h[i * n + k + 1]! -= sum * q;
    if (three) h[i * n + k + 2]! -= sum * r;
  }
  if (k > low) {
    h[k * n + k - 1] = length * scale;
    h[(k + 1) * n + k - 1] = 0;
    if (three) h[(k + 2) * n + k - 1] = 0;
  }
}
