import { type Code, type I32, type Real, type RealLocal, Reals } from "#wasm";
import { type LuPlan, planLu } from "../lu-plan.ts";
import type { SparsePattern } from "../types.ts";
import type { Layout } from "./layout.ts";
import { type LuRows, loopWriter, luLength, luTable } from "./lu-loops.ts";

/**
 * A pivot this many times smaller than the diagonal entry it came from has no correct digit left. Long steps of
 * systems with conserved sums come close to it and are sound.
 */
const LOSS = 1e17;

/**
 * So many of the latest values of a triangular solve are kept in registers as well as in memory: what is used soon
 * does not wait for memory. With all values in locals the engine's allocator moves them about (half as fast at 97
 * states); with none, chains of dependent rows wait for stores.
 */
const RECENT = 8;

/**
 * More multiply–subtracts than these run in loops over a table instead of being written out. Dense systems of 40, 60, 80
 * states (21, 72, 171 thousand): first result in a fresh process 84, 132, 194 ms written out and 44, 75, 127 in loops;
 * once warm a run of 27 steps takes 0.45, 1.6, 3.9 ms and 0.67, 1.9, 4.0, in two lanes 0.25, 0.94, 2.5 and 0.41, 1.0, 2.2;
 * modules are 0.36, 1.0, 2.3 MB and 0.08, 0.15, 0.24. What is written out wins a steady run up to 70 states and loses
 * the first one from 40.
 */
const LOOPS = 20_000;

/** Operations in one function, about: larger ones take the engine's compiler disproportionately long. */
const PIECE = 400;

/** A triangular factorisation as code. */
export interface LuWriter {
  readonly plan: LuPlan;
  /** The table that the code runs over, by the bytes from one state to the next; empty for straight-line code. */
  table(stride: number): Int32Array;
  /** Numbers that the factors take. */
  readonly length: number;
  /** Bodies of functions that, called in turn, factorise shift·M − jac and leave in `lane.good` whether it is sound. */
  factor(layout: Layout): readonly ((f: Code) => void)[];
  /** Bodies of functions of a pointer that, called in turn, solve in place. */
  backsolve(layout: Layout): readonly ((f: Code) => void)[];
  /** The same within one function, factors in locals. @returns the solution of what stands in locals, in place */
  inline(real: Reals, layout: Layout, shift: RealLocal): (values: readonly RealLocal[]) => void;
}

/**
 * Sparse LU without exchanges in the order of {@link planLu}, as code.
 *
 *     P·(shift·M − J)·Pᵀ = L·D·U,   L and U with unit diagonals, D⁻¹ kept
 *
 * Each entry is the inner product that defines it, added up in one register and stored once. With unit diagonals on
 * both sides no multiplication by a pivot stands in the chains of dependent operations that the two triangular solves
 * are; the newest unknown comes last in each sum.
 *
 * @param form  straight-line code, loops over a table, or whichever is cheaper
 * @param plan  the order of elimination of the pattern, if it has been found
 */
export function luWriter(
  pattern: SparsePattern,
  mass: Uint8Array | undefined,
  form: "straight" | "loops" | "cheaper" = "cheaper",
  plan: LuPlan = planLu(pattern, mass),
): LuWriter {
  const { n, order } = plan;
  const place = new Int32Array(n);
  order.forEach((state, step) => {
    place[state] = step;
  });
  // Columns of L and of U by row, as steps, ascending.
  const lower: number[][] = Array.from({ length: n }, () => []);
  const upper: number[][] = Array.from({ length: n }, () => []);
  for (let step = 0; step < n; step++) {
    for (const i of plan.below[step]!) lower[place[i]!]!.push(step);
    for (const j of plan.right[step]!) upper[step]!.push(place[j]!);
  }
  if (form === "loops" || (form === "cheaper" && plan.operations > LOOPS)) return inLoops();
  const slots = new Map<number, number>();
  let length = 0;
  const key = (row: number, column: number): number => row * n + column;
  for (let row = 0; row < n; row++) {
    for (const column of lower[row]!) slots.set(key(row, column), length++);
    slots.set(key(row, row), length++);
    for (const column of upper[row]!) slots.set(key(row, column), length++);
  }
  const entries = new Map<number, number>();
  for (const [row, list] of entriesByRow().entries())
    for (const [column, k] of list) entries.set(key(row, column), k);

  /** Entries of the Jacobian by row: step of the column, place in the pattern. */
  function entriesByRow(): (readonly [number, number])[][] {
    return Array.from(order, (state) => {
      const list: [number, number][] = [];
      for (let k = pattern.starts[state]!; k < pattern.starts[state + 1]!; k++)
        list.push([place[pattern.columns[k]!]!, k]);
      return list;
    });
  }

  function inLoops(): LuWriter {
    const rows: LuRows = { order, lower, upper, entries: entriesByRow(), mass };
    const one = (part: "factor" | "backsolve") => (layout: Layout) => [loopWriter(rows, layout, LOSS)[part]];
    const tables = new Map<number, Int32Array>();
    return {
      plan,
      length: luLength(rows),
      table: (stride) => {
        const table = tables.get(stride) ?? luTable(rows, stride);
        tables.set(stride, table);
        return table;
      },
      factor: one("factor"),
      backsolve: one("backsolve"),
      inline,
    };
  }

  /** Where factors are kept while they are found and used. */
  interface Kept {
    readonly get: (row: number, column: number) => Real;
    readonly put: (row: number, column: number, value: () => Real) => void;
  }

  const inMemory = (real: Reals, layout: Layout): Kept => {
    const at = (row: number, column: number): number =>
      layout.lu + slots.get(key(row, column))! * layout.stride;
    return {
      get: (row, column) => real.load(real.f.i32(0), at(row, column)),
      put: (row, column, value) => real.store(real.f.i32(0), value(), at(row, column)),
    };
  };

  /** Factors of some rows; the sum of |diagonal·1/pivot| so far is in `loss`. */
  function factorRows(
    real: Reals,
    layout: Layout,
    kept: Kept,
    shift: RealLocal,
    loss: RealLocal,
    from: number,
    to: number,
  ): void {
    const { stride, jac } = layout;
    const [pivot, diagonal] = [real.local(), real.local()];
    for (let row = from; row < to; row++) {
      const held = new Map<number, RealLocal>();
      // For each column the rows above that take part: all entries of U in rows that this one is taken through.
      const through = new Map<number, number[]>();
      for (const k of lower[row]!)
        for (const column of upper[k]!) {
          const list = through.get(column);
          if (list) list.push(k);
          else through.set(column, [k]);
        }
      /** −J_ij − Σ l_ik·u_kj over what is there, the shift on the diagonal in front. */
      const inner = (column: number): Real => {
        const k = entries.get(key(row, column));
        const j = k === undefined ? undefined : () => real.load(real.f.i32(0), jac + k * stride);
        const shifted = row === column && mass?.[order[row]!] !== 0;
        let value: Real;
        // 0 − x, not −x: the loops' way, which has another zero.
        if (shifted) value = real.get(shift);
        else value = real.const(0);
        if (j) value = real.sub(value, j());
        if (row === column) value = real.tee(diagonal, value);
        for (const k of through.get(column) ?? [])
          value = real.sub(value, real.mul(real.get(held.get(k)!), kept.get(k, column)));
        return value;
      };
      for (const column of lower[row]!) {
        const local = real.local();
        real.set(local, inner(column));
        held.set(column, local);
        kept.put(row, column, () => real.mul(real.get(local), kept.get(column, column)));
      }
      real.set(pivot, inner(row));
      real.set(pivot, real.div(real.const(1), real.get(pivot)));
      kept.put(row, row, () => real.get(pivot));
      real.set(loss, real.add(real.get(loss), real.abs(real.mul(real.get(diagonal), real.get(pivot)))));
      for (const column of upper[row]!) kept.put(row, column, () => real.mul(inner(column), real.get(pivot)));
      for (const local of held.values()) real.release(local);
    }
    real.release(pivot);
    real.release(diagonal);
  }

  const sound = (real: Reals, loss: RealLocal): Real =>
    real.truth(real.compare(real.get(loss), real.const(LOSS), "lt"));

  function factorPiece(f: Code, layout: Layout, from: number, to: number): void {
    const real = new Reals(f, layout.lanes);
    const zero = (): I32 => f.i32(0);
    const { lane } = layout;
    const [shift, loss] = [real.local(), real.local()];
    real.set(shift, real.load(zero(), lane.shift));
    real.set(loss, from === 0 ? real.const(0) : real.load(zero(), lane.good));
    factorRows(real, layout, inMemory(real, layout), shift, loss, from, to);
    real.store(zero(), to < n ? real.get(loss) : sound(real, loss), lane.good);
  }

  function inline(real: Reals, layout: Layout, shift: RealLocal): (values: readonly RealLocal[]) => void {
    const factors = new Map<number, RealLocal>();
    const kept: Kept = {
      get: (row, column) => real.get(factors.get(key(row, column))!),
      put: (row, column, value) => {
        const local = real.local();
        real.set(local, value());
        factors.set(key(row, column), local);
      },
    };
    const loss = real.local();
    real.set(loss, real.const(0));
    factorRows(real, layout, kept, shift, loss, 0, n);
    real.store(real.f.i32(0), sound(real, loss), layout.lane.good);
    real.release(loss);
    return (values) => {
      const value = (row: number): RealLocal => values[order[row]!]!;
      const less = (row: number) => (sum: Real, column: number) =>
        real.sub(sum, real.mul(kept.get(row, column), real.get(value(column))));
      for (let row = 0; row < n; row++)
        if (lower[row]!.length > 0) real.set(value(row), lower[row]!.reduce(less(row), real.get(value(row))));
      for (let row = n - 1; row >= 0; row--)
        real.set(
          value(row),
          [...upper[row]!].reverse().reduce(less(row), real.mul(real.get(value(row)), kept.get(row, row))),
        );
    };
  }

  /** Rows of L in order, then those of U from the last: steps `from` … `to` of these 2n. */
  function solveRows(f: Code, layout: Layout, from: number, to: number): void {
    const real = new Reals(f, layout.lanes);
    const { stride, lu } = layout;
    const pointer = f.parameter<I32>(0, "i32");
    const factorAt = (row: number, column: number): Real =>
      real.load(f.i32(0), lu + slots.get(key(row, column))! * stride);
    const recent = Array.from({ length: RECENT }, () => ({ local: real.local(), row: -1 }));
    const value = (row: number): Real => {
      const held = recent.find((r) => r.row === row);
      return held ? real.get(held.local) : real.load(f.get(pointer), order[row]! * stride);
    };
    const less = (row: number) => (sum: Real, column: number) =>
      real.sub(sum, real.mul(factorAt(row, column), value(column)));
    for (let step = from; step < to; step++) {
      const row = step < n ? step : 2 * n - 1 - step;
      if (step < n && lower[row]!.length === 0) continue;
      const next = recent[step % RECENT]!;
      real.store(
        f.get(pointer),
        real.tee(
          next.local,
          step < n
            ? lower[row]!.reduce(less(row), real.load(f.get(pointer), order[row]! * stride))
            : // Later columns are solved first; the newest comes last.
              [...upper[row]!].reverse().reduce(less(row), real.mul(value(row), factorAt(row, row))),
        ),
        order[row]! * stride,
      );
      for (const r of recent) if (r.row === row) r.row = -1;
      next.row = row;
    }
  }

  /** Cuts 0 … count where the operations in a piece reach the limit. */
  const pieces = (count: number, cost: (step: number) => number): [number, number][] => {
    const cuts: [number, number][] = [];
    let [from, sum] = [0, 0];
    for (let step = 0; step < count; step++) {
      sum += cost(step);
      if (sum < PIECE && step < count - 1) continue;
      cuts.push([from, step + 1]);
      [from, sum] = [step + 1, 0];
    }
    return cuts;
  };

  return {
    plan,
    length,
    table: () => new Int32Array(0),
    factor: (layout) =>
      pieces(n, (row) => plan.below[row]!.length * plan.right[row]!.length + lower[row]!.length + 2).map(
        ([from, to]) =>
          (f) =>
            factorPiece(f, layout, from, to),
      ),
    backsolve: (layout) =>
      pieces(2 * n, (step) => 2 + (step < n ? lower[step]! : upper[2 * n - 1 - step]!).length).map(
        ([from, to]) =>
          (f) =>
            solveRows(f, layout, from, to),
      ),
    inline,
  };
}
