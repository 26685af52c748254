import { type Code, type Elementary, type Real, type RealLocal, Reals } from "#wasm";
import type { Tableau } from "../types.ts";
import { fromLanes, isExtension } from "./attempt.ts";
import { coefficientsOf, type Layout } from "./layout.ts";
import type { InlineKernel, Parts } from "./parts.ts";

/**
 * All stages of a trial step of a small model in one function, everything in locals: with a handful of states the
 * calls and the ways through memory between stages cost as much as the stages.
 *
 * Does what `attempt` of `attempt.ts` does and leaves the same behind.
 */
export function smallAttempt(
  f: Code,
  layout: Layout,
  tableau: Tableau,
  kernel: InlineKernel,
  elementary: Elementary,
  { n, autonomous, mass }: Pick<Parts, "n" | "autonomous" | "mass">,
): void {
  const real = new Reals(f, layout.lanes);
  const { stride, lane, host } = layout;
  const { a, C, c, d, gamma, stages } = tableau;
  const table = coefficientsOf(tableau);
  const coefficient = (value: number): Real =>
    real.load(f.i32(0), layout.coefficients + table.indexOf(value) * stride);
  const locals = (): RealLocal[] => Array.from({ length: n }, () => real.local());
  const perLane = (address: number): Real =>
    (layout.lanes === 1 ? f.load(f.i32(0), address) : fromLanes(f, layout, address)) as unknown as Real;

  /** Σ weight·u_jk over the weights that are not 0; what is in front comes last. */
  const sum = (weights: readonly number[], k: number, front?: () => Real): Real => {
    const terms = weights.flatMap((weight, j) => (weight === 0 ? [] : [{ weight, j }]));
    const term = ({ weight, j }: { weight: number; j: number }): Real =>
      weight === 1 ? real.get(u[j]![k]!) : real.mul(real.get(u[j]![k]!), coefficient(weight));
    if (terms.length === 0) return front ? front() : real.const(0);
    let total = front ? front() : term(terms.shift()!);
    if (front) {
      let inner = term(terms.shift()!);
      for (const t of terms) inner = real.add(inner, term(t));
      total = real.add(total, inner);
    } else {
      for (const t of terms) total = real.add(total, term(t));
    }
    return total;
  };

  const [h, inverse, shift] = [real.local(), real.local(), real.local()];
  real.set(h, perLane(lane.step));
  real.set(inverse, real.div(real.const(1), real.get(h)));
  real.set(shift, real.div(real.get(inverse), coefficient(gamma)));
  const solve = kernel.lu.inline(real, layout, shift);
  const y = locals();
  for (let k = 0; k < n; k++) real.set(y[k]!, real.load(f.i32(0), layout.y + k * stride));
  const trial = locals();
  const u: RealLocal[][] = [];
  for (let i = 0; i < stages; i++) {
    const own = locals();
    if (i === 0) {
      for (let k = 0; k < n; k++) real.set(own[k]!, real.load(f.i32(0), layout.f0 + k * stride));
    } else {
      const extended = i > 1 && isExtension(a[i]!, a[i - 1]!);
      for (let k = 0; k < n; k++)
        real.set(
          trial[k]!,
          extended
            ? real.add(real.get(trial[k]!), real.get(u[i - 1]![k]!))
            : sum(a[i]!, k, () => real.get(y[k]!)),
        );
      if (!autonomous)
        real.store(
          f.i32(0),
          c[i] === 0
            ? perLane(lane.t)
            : real.add(perLane(lane.t), c[i] === 1 ? real.get(h) : real.mul(coefficient(c[i]!), real.get(h))),
          lane.stageTime,
        );
      kernel.rates(
        real,
        layout,
        elementary,
        (k) => real.get(trial[k]!),
        (k, value) => real.set(own[k]!, value()),
      );
      for (let k = 0; k < n; k++)
        if (mass?.[k] !== 0)
          real.set(own[k]!, real.add(real.get(own[k]!), real.mul(sum(C[i]!, k), real.get(inverse))));
    }
    if (!autonomous && d[i] !== 0)
      for (let k = 0; k < n; k++)
        real.set(
          own[k]!,
          real.add(
            real.get(own[k]!),
            real.mul(real.mul(real.get(h), coefficient(d[i]!)), real.load(f.i32(0), layout.ft + k * stride)),
          ),
        );
    solve(own);
    u.push(own);
  }

  const closes = isExtension(tableau.b, a[stages - 1]!);
  const [rtol, error] = [real.local(), real.local()];
  real.set(rtol, real.splat(f.load(f.i32(0), host.rtol)));
  const sums = [0, 1, 2, 3].map(() => real.local());
  for (const s of sums) real.set(s, real.const(0));
  for (let k = 0; k < n; k++) {
    real.set(
      trial[k]!,
      closes
        ? real.add(real.get(trial[k]!), real.get(u[stages - 1]![k]!))
        : sum(tableau.b, k, () => real.get(y[k]!)),
    );
    real.store(f.i32(0), real.get(trial[k]!), layout.trial + k * stride);
    real.set(
      error,
      real.div(
        sum(tableau.error, k),
        real.add(
          real.load(f.i32(0), layout.atol + k * stride),
          real.mul(real.get(rtol), real.max(real.abs(real.get(y[k]!)), real.abs(real.get(trial[k]!)))),
        ),
      ),
    );
    const s = sums[k % 4]!;
    real.set(s, real.add(real.get(s), real.mul(real.get(error), real.get(error))));
    for (let i = 0; i < stages; i++) real.store(f.i32(0), real.get(u[i]![k]!), layout.u[i]! + k * stride);
  }
  const total = real.add(
    real.add(real.get(sums[0]!), real.get(sums[1]!)),
    real.add(real.get(sums[2]!), real.get(sums[3]!)),
  );
  // The address comes before the value: by way of a local.
  real.set(error, real.sqrt(real.div(total, real.const(Math.max(1, n)))));
  real.store(f.i32(0), real.get(error), lane.error);
}
