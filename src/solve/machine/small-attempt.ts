import {
  type Code,
  type Elementary,
  type F64,
  type Local,
  type Real,
  type RealLocal,
  Reals,
  type V128,
} from "#wasm";
import type { Tableau } from "../types.ts";
import { fromLanes, isExtension, squareSums, storeNorm } from "./attempt.ts";
import { coefficientsOf, type Layout } from "./layout.ts";
import type { InlineKernel, Parts } from "./parts.ts";

/**
 * All stages of a trial step of a small model in one function, everything in locals: with a handful of states the
 * calls and the ways through memory between stages cost as much as the stages.
 *
 * Does what `attempt` of `attempt.ts` does and leaves the same behind. Sums over stages are taken in pairs as there: two
 * states with one lane, a state of each member with two; rates and triangular solves by state.
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
  const one = layout.lanes === 1;
  const { stride, lane, host } = layout;
  const { a, C, c, d, gamma, stages } = tableau;
  const table = coefficientsOf(tableau);
  const place = (value: number): number => layout.coefficients + table.indexOf(value) * stride;
  const coefficient = (value: number): Real => real.load(f.i32(0), place(value));
  const pairOf = (address: number): V128 =>
    one ? f.loadSplat(f.i32(0), address) : f.loadV(f.i32(0), address);
  const locals = (): RealLocal[] => Array.from({ length: n }, () => real.local());
  const pairs = Array.from({ length: one ? Math.ceil(n / 2) : n }, (_, q) => q);
  const vectors = (): Local<V128>[] => pairs.map(() => f.vector());
  const perLane = (address: number): Real =>
    (one ? f.load(f.i32(0), address) : fromLanes(f, layout, address)) as unknown as Real;
  const at = (base: number, q: number): V128 => f.loadV(f.i32(0), base + 16 * q);

  /** The number of a state in its pair. */
  const part = (list: readonly Local<V128>[], k: number): Real =>
    (one ? f.vlane(f.get(list[k >> 1]!), (k & 1) as 0 | 1) : f.get(list[k]!)) as unknown as Real;
  /** The pair of some states. */
  const pair = (list: readonly RealLocal[], q: number): V128 => {
    if (!one) return real.get(list[q]!) as unknown as V128;
    const number = (k: number): F64 => real.get(list[2 * q + k]!) as unknown as F64;
    // The half behind the last state counts in no sum.
    if (2 * q + 1 >= n) return f.vreplace(f.v64(0), 0, number(0));
    return f.vreplace(f.vsplat(number(0)), 1, number(1));
  };

  /** Σ weight·u_j over the weights that are not 0; what is in front comes last. */
  const sum = (weights: readonly number[], q: number, front?: () => V128): V128 => {
    const terms = weights.flatMap((weight, j) => (weight === 0 ? [] : [{ weight, j }]));
    const term = ({ weight, j }: { weight: number; j: number }): V128 =>
      weight === 1 ? f.get(u[j]![q]!) : f.vmul(f.get(u[j]![q]!), pairOf(place(weight)));
    if (terms.length === 0) return front ? front() : f.v64(0);
    if (!front) {
      let total = term(terms.shift()!);
      for (const t of terms) total = f.vadd(total, term(t));
      return total;
    }
    const total = front();
    let inner = term(terms.shift()!);
    for (const t of terms) inner = f.vadd(inner, term(t));
    return f.vadd(total, inner);
  };

  const [h, inverse, shift] = [real.local(), real.local(), real.local()];
  real.set(h, perLane(lane.step));
  real.set(inverse, real.div(real.const(1), real.get(h)));
  real.set(shift, real.div(real.get(inverse), coefficient(gamma)));
  const solve = kernel.lu.inline(real, layout, shift);
  const y = vectors();
  for (const q of pairs) f.set(y[q]!, at(layout.y, q));
  const trial = vectors();
  const linear = vectors();
  const own = locals();
  const states = locals();
  const over = one ? f.vector() : (inverse.local as Local<V128>);
  if (one) f.set(over, f.vsplat(real.get(inverse) as unknown as F64));
  const u: Local<V128>[][] = [];
  for (let i = 0; i < stages; i++) {
    if (i === 0) {
      for (let k = 0; k < n; k++) real.set(own[k]!, real.load(f.i32(0), layout.f0 + k * stride));
    } else {
      const extended = i > 1 && isExtension(a[i]!, a[i - 1]!);
      for (const q of pairs) {
        f.set(
          trial[q]!,
          extended ? f.vadd(f.get(trial[q]!), f.get(u[i - 1]![q]!)) : sum(a[i]!, q, () => f.get(y[q]!)),
        );
        f.set(linear[q]!, f.vmul(sum(C[i]!, q), f.get(over)));
      }
      if (!autonomous)
        real.store(
          f.i32(0),
          c[i] === 0
            ? perLane(lane.t)
            : real.add(perLane(lane.t), c[i] === 1 ? real.get(h) : real.mul(coefficient(c[i]!), real.get(h))),
          lane.stageTime,
        );
      for (let k = 0; k < n; k++) real.set(states[k]!, part(trial, k));
      kernel.rates(
        real,
        layout,
        elementary,
        (k) => real.get(states[k]!),
        (k, value) => real.set(own[k]!, mass?.[k] === 0 ? value() : real.add(value(), part(linear, k))),
      );
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
    const found = vectors();
    for (const q of pairs) {
      f.set(found[q]!, pair(own, q));
      f.storeV(f.i32(0), f.get(found[q]!), layout.u[i]! + 16 * q);
    }
    u.push(found);
  }

  const closes = isExtension(tableau.b, a[stages - 1]!);
  const [rtol, error] = [f.vector(), f.vector()];
  f.set(rtol, f.loadSplat(f.i32(0), host.rtol));
  const squares = squareSums(f, layout);
  for (const q of pairs) {
    f.set(
      trial[q]!,
      closes ? f.vadd(f.get(trial[q]!), f.get(u[stages - 1]![q]!)) : sum(tableau.b, q, () => f.get(y[q]!)),
    );
    f.storeV(f.i32(0), f.get(trial[q]!), layout.trial + 16 * q);
    f.set(
      error,
      f.vdiv(
        sum(tableau.error, q),
        f.vadd(
          at(layout.atol, q),
          f.vmul(f.get(rtol), f.vpmax(f.vabs(f.get(y[q]!)), f.vabs(f.get(trial[q]!)))),
        ),
      ),
    );
    const square = squares[q % squares.length]!;
    f.set(square, f.vadd(f.get(square), f.vmul(f.get(error), f.get(error))));
  }
  storeNorm(f, layout, n, squares);
}
