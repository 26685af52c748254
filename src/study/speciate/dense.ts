/**
 * Solves A·x = b for a symmetric positive definite A of size n, row-major, in place: A becomes its factor, b becomes x.
 * Rows are scaled by their diagonals first, so that amounts of any size stand side by side.
 * @returns false when A is not positive definite within rounding
 */
export function solvePositive(a: Float64Array, b: Float64Array, n: number, scale: Float64Array): boolean {
  for (let i = 0; i < n; i++) {
    const d = a[i * n + i]!;
    if (!(d > 0)) return false;
    scale[i] = 1 / Math.sqrt(d);
  }
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      let sum = a[row + j]! * scale[i]! * scale[j]!;
      for (let k = 0; k < j; k++) sum -= a[row + k]! * a[j * n + k]!;
      if (i === j) {
        // A pivot lost in rounding: two components bound one to one so tightly that neither is seen alone.
        a[row + i] = Math.sqrt(Math.max(sum, 1e-15));
        if (!Number.isFinite(sum)) return false;
      } else a[row + j] = sum / a[j * n + j]!;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i]! * scale[i]!;
    for (let k = 0; k < i; k++) sum -= a[i * n + k]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[k * n + i]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
  for (let i = 0; i < n; i++) b[i]! *= scale[i]!;
  return true;
}

/**
 * Solves A·x = b by elimination with row pivoting, row-major, in place.
 * @returns false when A is singular within rounding
 */
export function solveSquare(a: Float64Array, b: Float64Array, n: number): boolean {
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[best * n + k]!)) best = i;
    const pivot = a[best * n + k]!;
    if (!(Math.abs(pivot) > 1e-14)) return false;
    if (best !== k) {
      for (let j = 0; j < n; j++) {
        const swap = a[k * n + j]!;
        a[k * n + j] = a[best * n + j]!;
        a[best * n + j] = swap;
      }
      const swap = b[k]!;
      b[k] = b[best]!;
      b[best] = swap;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k]! / pivot;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= factor * a[k * n + j]!;
      b[i]! -= factor * b[k]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[i * n + k]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
  return true;
}
