import { KationError } from "#units";

/** A dense matrix, by rows. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  at(i: number, j: number): number;
}

/** A matrix from its entries. */
export function matrix(rows: number, columns: number, entry: (i: number, j: number) => number): Matrix {
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) values[i * columns + j] = entry(i, j);
  return { rows, columns, values, at: (i, j) => values[i * columns + j]! };
}

/** a · b. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return matrix(a.rows, b.columns, (i, j) => {
    let sum = 0;
    for (let k = 0; k < a.columns; k++) sum += a.at(i, k) * b.at(k, j);
    return sum;
  });
}

/** Some rows of a matrix. */
export function rows(of: Matrix, which: readonly number[]): Matrix {
  return matrix(which.length, of.columns, (i, j) => of.at(which[i]!, j));
}

/** Some columns of a matrix. */
export function columns(of: Matrix, which: readonly number[]): Matrix {
  return matrix(of.rows, which.length, (i, j) => of.at(i, which[j]!));
}

/** The first rows that are linearly independent of those before them, as indices. */
export function independentRows(of: Matrix): number[] {
  const basis: { readonly pivot: number; readonly row: Float64Array }[] = [];
  const chosen: number[] = [];
  for (let i = 0; i < of.rows; i++) {
    const row = of.values.slice(i * of.columns, (i + 1) * of.columns);
    const size = row.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    for (const { pivot, row: other } of basis) {
      const factor = row[pivot]! / other[pivot]!;
      for (let j = 0; j < row.length; j++) row[j]! -= factor * other[j]!;
    }
    const pivot = row.reduce((best, v, j) => (Math.abs(v) > Math.abs(row[best]!) ? j : best), 0);
    if (!(Math.abs(row[pivot] ?? 0) > 1e-10 * size)) continue;
    basis.push({ pivot, row });
    chosen.push(i);
  }
  return chosen;
}

/** The inverse. @throws `out-of-range` where the matrix is singular */
export function inverse(of: Matrix): Matrix {
  const n = of.rows;
  const left = of.values.slice();
  const right = matrix(n, n, (i, j) => (i === j ? 1 : 0)).values;
  const combine = (values: Float64Array, to: number, from: number, factor: number): void => {
    for (let j = 0; j < n; j++) values[to * n + j]! -= factor * values[from * n + j]!;
  };
  const exchange = (values: Float64Array, a: number, b: number): void => {
    const held = values.slice(a * n, (a + 1) * n);
    values.copyWithin(a * n, b * n, (b + 1) * n);
    values.set(held, b * n);
  };
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k; i < n; i++) if (Math.abs(left[i * n + k]!) > Math.abs(left[best * n + k]!)) best = i;
    if (!(Math.abs(left[best * n + k]!) > 0))
      throw new KationError("out-of-range", "a Jacobian is singular: the steady state is not isolated");
    for (const values of [left, right]) exchange(values, k, best);
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = left[i * n + k]! / left[k * n + k]!;
      combine(left, i, k, factor);
      combine(right, i, k, factor);
    }
  }
  return matrix(n, n, (i, j) => right[i * n + j]! / left[i * n + i]!);
}

/** x with x · b = a, where the rows of b are independent and those of a hang on them: a·bᵀ·(b·bᵀ)⁻¹. */
export function solveLeft(a: Matrix, b: Matrix): Matrix {
  const turned = matrix(b.columns, b.rows, (i, j) => b.at(j, i));
  return multiply(multiply(a, turned), inverse(multiply(b, turned)));
}
