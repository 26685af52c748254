import { KationError } from "#units";
import type { Method, Tableau } from "./types.ts";

/** What a table of coefficients states; the rest is derived and checked. */
export interface TableauData {
  readonly gamma: number;
  readonly a: readonly (readonly number[])[];
  readonly C: readonly (readonly number[])[];
  readonly c: readonly number[];
  readonly d: readonly number[];
  readonly dense: readonly (readonly number[])[];
}

/**
 * A Rosenbrock method from its table in transformed form:
 *
 *     (I/(hγ) − J)·u_i = f(t + c_i·h, y + Σ a_ij·u_j) + Σ (C_ij/h)·u_j + h·d_i·∂f/∂t
 *     y₁ = y + Σ a_sj·u_j + u_s (stiffly accurate),   error = u_s
 *
 * The table checks itself: transformed back to α and Γ its row sums must give c and d, and the weights must meet the
 * order conditions up to order 3.
 *
 * @throws `invalid-tableau`
 */
export function rosenbrock(options: TableauData & { name: string; order: number; embedded: number }): Method {
  const stages = options.a.length;
  const lastRow = options.a[stages - 1]!;
  const b = [...lastRow, 1];
  const tableau: Tableau = {
    name: options.name,
    order: options.order,
    embedded: options.embedded,
    stages,
    gamma: options.gamma,
    a: options.a,
    C: options.C,
    b,
    error: b.map((_, i) => (i === stages - 1 ? 1 : 0)),
    c: options.c,
    d: options.d,
    dense: options.dense,
    source: options.name,
  };
  const fault = faultOf(tableau);
  if (fault)
    throw new KationError("invalid-tableau", `the table of ${options.name} is not consistent: ${fault}`);
  return Object.freeze({ name: options.name, tableau });
}

function faultOf(t: Tableau): string | undefined {
  const s = t.stages;
  // C = diag(1/γ) − Γ⁻¹, a = α·Γ⁻¹, m = b·Γ⁻¹, so Γ = (diag(1/γ) − C)⁻¹.
  const inverse = t.C.map((row, i) =>
    Array.from({ length: s }, (_, j) => (i === j ? 1 / t.gamma : -(row[j] ?? 0))),
  );
  const Gamma = lowerInverse(inverse);
  const alpha = t.a.map((row) =>
    Array.from({ length: s }, (_, j) => sum(s, (k) => (row[k] ?? 0) * Gamma[k]![j]!)),
  );
  const b = Array.from({ length: s }, (_, j) => sum(s, (k) => t.b[k]! * Gamma[k]![j]!));
  const near = (x: number, y: number): boolean => Math.abs(x - y) < 1e-9 * (1 + Math.abs(y));
  const rowSum = alpha.map((row) => row.reduce((x, y) => x + y, 0));
  const gammaSum = Gamma.map((row) => row.reduce((x, y) => x + y, 0));
  for (let i = 0; i < s; i++) {
    if (!near(rowSum[i]!, t.c[i]!)) return `row ${i + 1} of α sums to ${rowSum[i]}, c is ${t.c[i]}`;
    if (!near(gammaSum[i]!, t.d[i]!)) return `row ${i + 1} of Γ sums to ${gammaSum[i]}, d is ${t.d[i]}`;
  }
  const beta = alpha.map((row, i) => row.map((x, j) => x + Gamma[i]![j]!));
  const betaSum = beta.map((row) => row.reduce((x, y) => x + y, 0));
  const conditions: readonly [string, number, number][] = [
    ["Σ b = 1", sum(s, (i) => b[i]!), 1],
    ["Σ b β = 1/2", sum(s, (i) => b[i]! * betaSum[i]!), 1 / 2],
    ["Σ b α² = 1/3", sum(s, (i) => b[i]! * rowSum[i]! ** 2), 1 / 3],
    ["Σ b β β = 1/6", sum(s, (i) => b[i]! * sum(s, (j) => beta[i]![j]! * betaSum[j]!)), 1 / 6],
    ["Σ b α³ = 1/4", sum(s, (i) => b[i]! * rowSum[i]! ** 3), 1 / 4],
  ];
  const broken = conditions.find(([, found, wanted]) => !near(found, wanted));
  return broken && `${broken[0]} fails: ${broken[1]}`;
}

function sum(n: number, term: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += term(i);
  return total;
}

function lowerInverse(m: readonly (readonly number[])[]): number[][] {
  const n = m.length;
  const inverse = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    inverse[j]![j] = 1 / m[j]![j]!;
    for (let i = j + 1; i < n; i++) {
      inverse[i]![j] = -sum(i - j, (k) => m[i]![j + k]! * inverse[j + k]![j]!) / m[i]![i]!;
    }
  }
  return inverse;
}
