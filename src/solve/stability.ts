import type { ConservedSums } from "./conserved.ts";
import { factorDense, solveDense } from "./dense-lu.ts";
import { type Eigenvalues, eigenvalues } from "./eigenvalues.ts";

/** Eigenvalues at a steady state and what they say. */
export interface Stability {
  /** Largest real part first. */
  readonly eigenvalues: Eigenvalues;
  /** True when all real parts are below zero, "marginal" when the largest cannot be told from zero. */
  readonly stable: boolean | "marginal";
}

/** Rounding errors of an eigenvalue, per row, in units of the largest of the matrix it was found from. */
const ROUNDING = 16 * 2 ** -52;

/** Spread of eigenvalues from which the slow ones are taken from the inverse. */
const STIFF = 1e6;

/** Largest part of itself by which a real part may differ between the two matrices and still have a sign. */
const SURE = 0.25;

/**
 * Eigenvalues of a linearised system M·y′ = J·y within its conserved sums, which leave out one zero each;
 * algebraic states are eliminated. Slow eigenvalues of a stiff system are taken from the inverse matrix, where
 * they are the large ones, so both ends keep their digits.
 *
 * How well the largest real part is known is measured, not estimated: it is found a second time from a
 * Jacobian as far away as the tolerance of the state, each entry changed by its rounding error.
 *
 * @param jac   m × m values by rows, 1/s
 * @param other the same at a state within the tolerance
 * @returns undefined when an algebraic block is singular or the iteration does not converge
 */
export function stability(
  mass: Uint8Array,
  jac: Float64Array,
  other: Float64Array,
  sums: ConservedSums,
): Stability | undefined {
  const values = valuesOf(mass, jac, sums);
  // The sign of each entry's change: a fixed pattern without order.
  const shaken = other.map((v, k) => v * (1 + ((k * 0.6180339887498949) % 1 < 0.5 ? 2 ** -51 : -(2 ** -51))));
  const again = values && valuesOf(mass, shaken, sums);
  if (!again) return undefined;
  const part = (key: "re" | "im"): Float64Array => Float64Array.from(values, (v) => v[key]);
  return { eigenvalues: { re: part("re"), im: part("im") }, stable: verdict(values[0], again[0]) };
}

function verdict(first: Value | undefined, again: Value | undefined): boolean | "marginal" {
  if (!first || !again) return true;
  const error = Math.abs(first.re - again.re) / SURE + first.error;
  return Math.abs(first.re) > error ? first.re < 0 : "marginal";
}

type Value = { readonly re: number; readonly im: number; readonly size: number; readonly error: number };

/** Largest real part first. */
function valuesOf(
  mass: Uint8Array,
  jac: Float64Array,
  { dependent, weights }: ConservedSums,
): Value[] | undefined {
  const m = mass.length;
  const all = Array.from({ length: m }, (_, i) => i);
  const moving = all.filter((i) => mass[i] !== 0 && !dependent.includes(i));
  const algebraic = all.filter((i) => mass[i] === 0);
  // A dependent state moves by −Σ w_j·y_j.
  const entry = (i: number, j: number): number => {
    let value = jac[i * m + j]!;
    dependent.forEach((q, s) => {
      value -= jac[i * m + q]! * weights[s]![j]!;
    });
    return value;
  };
  const [n, size] = [moving.length, algebraic.length];
  const a = Float64Array.from({ length: n * n }, (_, k) => entry(moving[Math.floor(k / n)]!, moving[k % n]!));
  if (size > 0) {
    const block = new Float64Array(size * size + size);
    algebraic.forEach((i, r) => {
      for (let s = 0; s < size; s++) block[r * size + s] = jac[i * m + algebraic[s]!]!;
    });
    if (!factorDense(size, block)) return undefined;
    const [response, work] = [new Float64Array(size), new Float64Array(size)];
    for (let j = 0; j < n; j++) {
      for (let r = 0; r < size; r++) response[r] = entry(algebraic[r]!, moving[j]!);
      solveDense(size, block, response, work);
      for (let i = 0; i < n; i++) {
        for (let s = 0; s < size; s++) a[i * n + j]! -= jac[moving[i]! * m + algebraic[s]!]! * response[s]!;
      }
    }
  }
  const forward = eigenvalues(n, a);
  return forward && withSlow(n, a, forward).sort((p, q) => q.re - p.re || q.im - p.im);
}

/** Largest first, each with the error that its size has. */
function sized({ re: real, im: imaginary }: Eigenvalues, error: (size: number) => number): Value[] {
  const values = Array.from(real, (re, i) => {
    const im = imaginary[i]!;
    const size = modulus(re, im);
    return { re, im, size, error: error(size) };
  });
  return values.sort((p, q) => q.size - p.size);
}

/** The eigenvalues with the slow half of a stiff spectrum from the inverse, where both agree how many it is. */
function withSlow(n: number, a: Float64Array, forward: Eigenvalues): Value[] {
  const most = largest(forward);
  const plain = sized(forward, () => ROUNDING * n * most);
  if (n === 0 || most < STIFF * plain[n - 1]!.size) return plain;
  const inverse = inverted(n, a);
  const backward = inverse && eigenvalues(n, inverse);
  if (!backward) return plain;
  const longest = largest(backward);
  const border = Math.sqrt(most) / Math.sqrt(longest);
  const kept = plain.filter((v) => v.size > border);
  const slow = sized(reciprocal(backward), (size) => ROUNDING * n * size * (size * longest)).filter(
    (v) => v.size > 0 && v.size <= border,
  );
  return kept.length + slow.length === n ? [...kept, ...slow] : plain;
}

/** Largest real or imaginary part. */
function largest({ re, im }: Eigenvalues): number {
  return re.reduce((most, v, i) => Math.max(most, Math.abs(v), Math.abs(im[i]!)), 0);
}

function reciprocal({ re, im }: Eigenvalues): Eigenvalues {
  const size = re.map((v, i) => modulus(v, im[i]!));
  return { re: re.map((v, i) => v / size[i]! / size[i]!), im: im.map((v, i) => -v / size[i]! / size[i]!) };
}

/** √(re² + im²) without overflow of the squares. */
function modulus(re: number, im: number): number {
  const most = Math.max(Math.abs(re), Math.abs(im));
  return most > 0 ? most * Math.sqrt((re / most) ** 2 + (im / most) ** 2) : 0;
}

function inverted(n: number, a: Float64Array): Float64Array | undefined {
  const lu = new Float64Array(n * n + n);
  const scale = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let most = 0;
    for (let j = 0; j < n; j++) most = Math.max(most, Math.abs(a[i * n + j]!));
    scale[i] = 1 / most;
    for (let j = 0; j < n; j++) lu[i * n + j] = a[i * n + j]! * scale[i]!;
  }
  if (!factorDense(n, lu)) return undefined;
  const out = new Float64Array(n * n);
  const [column, work] = [new Float64Array(n), new Float64Array(n)];
  for (let j = 0; j < n; j++) {
    column.fill(0);
    column[j] = scale[j]!;
    solveDense(n, lu, column, work);
    for (let i = 0; i < n; i++) out[i * n + j] = column[i]!;
  }
  return out.every(Number.isFinite) ? out : undefined;
}
