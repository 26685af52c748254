/**
 * LU factorisation with row exchanges of a dense matrix, in place.
 *
 * `a` holds n × n values by rows and n places behind them for the exchanges, so its length is n² + n.
 *
 * @returns false when the matrix is singular or not finite to working precision
 */
export function factorDense(n: number, a: Float64Array): boolean {
  for (let i = 0; i < n; i++) a[n * n + i] = i;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[best * n + k]!)) best = i;
    const pivot = a[best * n + k]!;
    if (!(Math.abs(pivot) > 0) || !Number.isFinite(pivot)) return false;
    if (best !== k) exchange(n, a, k, best);
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k]! / pivot;
      a[i * n + k] = factor;
      if (factor !== 0) for (let j = k + 1; j < n; j++) a[i * n + j]! -= factor * a[k * n + j]!;
    }
  }
  return true;
}

/** Solves with the factors of {@link factorDense}; `b` becomes the solution, `work` has length n. */
export function solveDense(n: number, a: Float64Array, b: Float64Array, work: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let value = b[a[n * n + i]!]!;
    for (let j = 0; j < i; j++) value -= a[i * n + j]! * work[j]!;
    work[i] = value;
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = work[i]!;
    for (let j = i + 1; j < n; j++) value -= a[i * n + j]! * b[j]!;
    b[i] = value / a[i * n + i]!;
  }
}

function exchange(n: number, a: Float64Array, p: number, q: number): void {
  for (let j = 0; j < n; j++) {
    const held = a[p * n + j]!;
    a[p * n + j] = a[q * n + j]!;
    a[q * n + j] = held;
  }
  const held = a[n * n + p]!;
  a[n * n + p] = a[n * n + q]!;
  a[n * n + q] = held;
}
