import { KationError } from "#units";
import { growthOnImaginaryAxis, orderReached, type PlainForm, plainForm } from "./order-conditions.ts";
import type { Method, Tableau } from "./types.ts";

/** What a table of coefficients states; the rest is derived and checked. */
export interface TableauData {
  readonly gamma: number;
  readonly a: readonly (readonly number[])[];
  readonly C: readonly (readonly number[])[];
  readonly c: readonly number[];
  readonly d: readonly number[];
  /** Weights of the step; when absent the method is stiffly accurate: the last row of `a`, then 1. */
  readonly b?: readonly number[];
  /** Weights of the error estimate; when absent, the last stage. */
  readonly error?: readonly number[];
  readonly dense: readonly (readonly number[])[];
  readonly source: string;
}

/**
 * A Rosenbrock method from its table in transformed form.
 *
 *     (I/(hγ) − J)·u_i = f(t + c_i·h, y + Σ a_ij·u_j) + Σ (C_ij/h)·u_j + h·d_i·∂f/∂t
 *     y₁ = y + Σ b_i·u_i,   error = Σ e_i·u_i
 *     y(t + θh) = (1−θ)·y + θ·(y₁ + (1−θ)·(k₁ + θ·k₂ + θ²·k₃)),   k_r = Σ dense_ri·u_i
 *
 * The table checks itself when it is made: transformed back to α and Γ, its row sums must be c and d, and
 * step, error estimate and dense output must meet the order conditions of every rooted tree up to the orders
 * claimed, and no more. Whether it is stiffly accurate and L-stable is derived.
 *
 * @param options.order     order claimed for the step
 * @param options.embedded  order claimed for the step less its error estimate
 * @throws   `invalid-tableau` naming what does not hold
 * @source   Hairer and Wanner, Solving Ordinary Differential Equations II, 2nd ed., §IV.7
 */
export function rosenbrock(
  options: TableauData & { readonly name: string; readonly order: number; readonly embedded: number },
): Method {
  const { name, order, embedded, gamma, a, C, c, d, dense, source } = options;
  const stages = a.length;
  const b = options.b ?? [...(a[stages - 1] ?? []), 1];
  const error = options.error ?? b.map((_, i) => (i === stages - 1 ? 1 : 0));
  const tableau: Tableau = { name, order, embedded, stages, gamma, a, C, b, error, c, d, dense, source };
  const wrong = (why: string): never => {
    throw new KationError("invalid-tableau", `the table of ${name} is not consistent: ${why}`, {
      fix: "compare the coefficients with their source, digit by digit",
    });
  };
  const misshapen = shapeFault(tableau);
  if (misshapen) wrong(misshapen);
  const form = plainForm(gamma, a, C);
  const fault = rowFault(tableau, form) ?? orderFault(tableau, form);
  if (fault) wrong(fault);
  const stifflyAccurate = b.every((x, i) => x === (i === stages - 1 ? 1 : (a[stages - 1]![i] ?? 0)));
  const aStable = growthOnImaginaryAxis(form, b) <= 1 + 1e-9;
  const denseOrder = denseReached(tableau, form);
  return Object.freeze({ name, tableau, denseOrder, stifflyAccurate, lStable: aStable && stifflyAccurate });
}

function shapeFault(t: Tableau): string | undefined {
  const s = t.stages;
  if (s < 1 || !(t.gamma > 0)) return "it needs at least one stage and a positive γ";
  const lists = { C: t.C, b: t.b, error: t.error, c: t.c, d: t.d };
  for (const [name, list] of Object.entries(lists)) {
    if (list.length !== s) return `${name} has ${list.length} entries for ${s} stages`;
  }
  for (let i = 0; i < s; i++) {
    if (t.a[i]!.length > i || t.C[i]!.length > i) return `row ${i + 1} of a or C reaches the diagonal`;
  }
  if (t.dense.some((row) => row.length !== s)) return "a row of dense has not one entry per stage";
  return t.dense.length > 3 ? "more than three rows of dense output" : undefined;
}

function rowFault(t: Tableau, form: PlainForm): string | undefined {
  const near = (x: number, y: number): boolean => Math.abs(x - y) < 1e-10 * (1 + Math.abs(y));
  const total = (row: readonly number[]): number => row.reduce((x, y) => x + y, 0);
  for (let i = 0; i < t.stages; i++) {
    const alpha = total(form.alpha[i]!);
    const gamma = total(form.Gamma[i]!);
    if (!near(alpha, t.c[i]!)) return `row ${i + 1} of α sums to ${alpha}, c is ${t.c[i]}`;
    if (!near(gamma, t.d[i]!)) return `row ${i + 1} of Γ sums to ${gamma}, d is ${t.d[i]}`;
  }
  return undefined;
}

function orderFault(t: Tableau, form: PlainForm): string | undefined {
  const order = orderReached(form, t.b);
  if (order !== t.order) return `the step has order ${order}, claimed ${t.order}`;
  const embedded = orderReached(
    form,
    t.b.map((w, i) => w - t.error[i]!),
  );
  return embedded === t.embedded
    ? undefined
    : `the embedded step has order ${embedded}, claimed ${t.embedded}`;
}

/** Order of the interpolant, the least over two places inside a step. */
function denseReached(t: Tableau, form: PlainForm): number {
  return Math.min(
    ...[0.31, 0.77].map((theta) => {
      const weights = t.b.map((w, i) => {
        const bend = t.dense.reduceRight((sum, row) => sum * theta + row[i]!, 0);
        return theta * (w + (1 - theta) * bend);
      });
      return orderReached(form, weights, theta);
    }),
  );
}
