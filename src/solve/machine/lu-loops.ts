import { type Code, type I32, type Local, Reals } from "#wasm";
import type { Layout } from "./layout.ts";

/** A factorisation by rows, in the order of elimination: what code that runs over it in loops needs to know. */
export interface LuRows {
  /** State of each step. */
  readonly order: Int32Array;
  /** Columns of L and U by row, as steps, ascending. */
  readonly lower: readonly (readonly number[])[];
  readonly upper: readonly (readonly number[])[];
  /** Entries of the Jacobian by row: step of the column, place in the pattern. */
  readonly entries: readonly (readonly (readonly [number, number])[])[];
  /** 0 for algebraic states. */
  readonly mass: Uint8Array | undefined;
}

/** Numbers of a row in the table. */
const ROW = 8;

/**
 * The table of rows: for each its state, its numbers of columns left and right of the diagonal, the shift (1 or 0),
 * where its columns, its factors and its entries begin, and how many entries there are; then all columns, then all
 * entries. A column left of the diagonal is the place of its row in this table, one to the right the byte offset of
 * its state; factors and entries are byte offsets in theirs.
 */
export function luTable({ order, lower, upper, entries, mass }: LuRows, stride: number): Int32Array {
  const n = order.length;
  const columns: number[] = [];
  const pairs: number[] = [];
  const rows: number[] = [];
  const columnsAt = 4 * ROW * n;
  const count = lower.reduce((sum, l, i) => sum + l.length + upper[i]!.length, 0);
  const pairsAt = columnsAt + 4 * count;
  let slot = 0;
  for (let step = 0; step < n; step++) {
    const [left, right, own] = [lower[step]!, upper[step]!, entries[step]!];
    rows.push(
      order[step]! * stride,
      left.length,
      right.length,
      mass?.[order[step]!] === 0 ? 0 : 1,
      columnsAt + 4 * columns.length,
      slot * stride,
      pairsAt + 4 * pairs.length,
      own.length,
    );
    for (const column of left) columns.push(column * 4 * ROW);
    for (const column of right) columns.push(order[column]! * stride);
    for (const [column, place] of own) pairs.push(order[column]! * stride, place * stride);
    slot += left.length + 1 + right.length;
  }
  return Int32Array.from([...rows, ...columns, ...pairs]);
}

/** Fields of a row by their place in it. */
const field = { state: 0, left: 4, right: 8, shift: 12, columns: 16, factors: 20, pairs: 24, count: 28 };

/**
 * Factorisation and solution as loops over the table: what the straight-line code does, entry for entry in the same
 * order, hence the same bits.
 *
 * A row is spread out over `w`, taken through the rows above it, and gathered again; `w` is free while matrices are
 * factorised.
 */
export function loopWriter(
  rows: LuRows,
  layout: Layout,
  soundBelow: number,
): Record<"factor" | "backsolve", (f: Code) => void> {
  const n = rows.order.length;
  const { stride, lane, jac, lu, w, luTable: table } = layout;

  function factor(f: Code): void {
    const real = new Reals(f, layout.lanes);
    const zero = (): I32 => f.i32(0);
    const [shift, loss, value, pivot, diagonal] = Array.from({ length: 5 }, () => real.local()) as [
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
    ];
    const [row, end, at, left, other, slot, inner, rest, column, target] = Array.from({ length: 10 }, () =>
      f.int(),
    ) as [
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
    ];
    const of = (name: keyof typeof field, base = row): I32 => f.loadI32(f.get(base), table + field[name]);
    real.set(shift, real.load(zero(), lane.shift));
    real.set(loss, real.const(0));
    f.set(row, zero());
    f.set(end, f.i32(4 * ROW * n));
    whilePositive(
      f,
      () => f.isub(f.get(end), f.get(row)),
      () => {
        // Spread out: zeros, the shift, the Jacobian's entries.
        f.set(at, of("columns"));
        count(f, left, of("left"), () => {
          f.set(other, f.loadI32(f.get(at), table));
          real.store(of("state", other), real.const(0), w);
          f.set(at, f.iadd(f.get(at), f.i32(4)));
        });
        count(f, left, of("right"), () => {
          real.store(f.loadI32(f.get(at), table), real.const(0), w);
          f.set(at, f.iadd(f.get(at), f.i32(4)));
        });
        real.store(of("state"), real.const(0), w);
        f.if(of("shift"), () => real.store(of("state"), real.get(shift), w));
        f.set(at, of("pairs"));
        count(f, left, of("count"), () => {
          f.set(other, f.loadI32(f.get(at), table));
          real.store(
            f.get(other),
            real.sub(real.load(f.get(other), w), real.load(f.loadI32(f.get(at), table + 4), jac)),
            w,
          );
          f.set(at, f.iadd(f.get(at), f.i32(8)));
        });
        real.set(diagonal, real.load(of("state"), w));
        // Through the rows above.
        f.set(at, of("columns"));
        f.set(slot, of("factors"));
        count(f, left, of("left"), () => {
          f.set(other, f.loadI32(f.get(at), table));
          real.set(value, real.load(of("state", other), w));
          // The other row's factors: behind its own left ones the reciprocal pivot, then those to take.
          f.set(inner, f.iadd(of("factors", other), f.imul(of("left", other), f.i32(stride))));
          real.store(f.get(slot), real.mul(real.get(value), real.load(f.get(inner), lu)), lu);
          f.set(column, f.iadd(of("columns", other), f.ishl(of("left", other), f.i32(2))));
          count(f, rest, of("right", other), () => {
            f.set(inner, f.iadd(f.get(inner), f.i32(stride)));
            f.set(target, f.loadI32(f.get(column), table));
            real.store(
              f.get(target),
              real.sub(real.load(f.get(target), w), real.mul(real.get(value), real.load(f.get(inner), lu))),
              w,
            );
            f.set(column, f.iadd(f.get(column), f.i32(4)));
          });
          f.set(at, f.iadd(f.get(at), f.i32(4)));
          f.set(slot, f.iadd(f.get(slot), f.i32(stride)));
        });
        // Gathered: the reciprocal pivot, and what stands to the right of it, scaled.
        real.set(pivot, real.div(real.const(1), real.load(of("state"), w)));
        real.store(f.get(slot), real.get(pivot), lu);
        real.set(loss, real.add(real.get(loss), real.abs(real.mul(real.get(diagonal), real.get(pivot)))));
        count(f, left, of("right"), () => {
          f.set(slot, f.iadd(f.get(slot), f.i32(stride)));
          real.store(f.get(slot), real.mul(real.load(f.loadI32(f.get(at), table), w), real.get(pivot)), lu);
          f.set(at, f.iadd(f.get(at), f.i32(4)));
        });
        f.set(row, f.iadd(f.get(row), f.i32(4 * ROW)));
      },
    );
    real.store(zero(), real.truth(real.compare(real.get(loss), real.const(soundBelow), "lt")), lane.good);
  }

  function backsolve(f: Code): void {
    const real = new Reals(f, layout.lanes);
    const pointer = f.parameter<I32>(0, "i32");
    const sum = real.local();
    const [row, at, slot, left, place] = Array.from({ length: 5 }, () => f.int()) as [
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
      Local<I32>,
    ];
    const of = (name: keyof typeof field): I32 => f.loadI32(f.get(row), table + field[name]);
    const take = (offset: () => I32): void =>
      real.set(
        sum,
        real.sub(
          real.get(sum),
          real.mul(real.load(f.get(slot), lu), real.load(f.iadd(f.get(pointer), offset()), 0)),
        ),
      );
    const column = (): I32 => f.loadI32(f.get(at), table);
    f.set(row, f.i32(0));
    whilePositive(
      f,
      () => f.isub(f.i32(4 * ROW * n), f.get(row)),
      () => {
        f.set(place, f.iadd(f.get(pointer), of("state")));
        real.set(sum, real.load(f.get(place), 0));
        f.set(at, of("columns"));
        f.set(slot, of("factors"));
        count(f, left, of("left"), () => {
          take(() => f.loadI32(column(), table + field.state));
          f.set(at, f.iadd(f.get(at), f.i32(4)));
          f.set(slot, f.iadd(f.get(slot), f.i32(stride)));
        });
        real.store(f.get(place), real.get(sum), 0);
        f.set(row, f.iadd(f.get(row), f.i32(4 * ROW)));
      },
    );
    whilePositive(
      f,
      () => f.get(row),
      () => {
        f.set(row, f.isub(f.get(row), f.i32(4 * ROW)));
        f.set(place, f.iadd(f.get(pointer), of("state")));
        f.set(slot, f.iadd(of("factors"), f.imul(of("left"), f.i32(stride))));
        real.set(sum, real.mul(real.load(f.get(place), 0), real.load(f.get(slot), lu)));
        // Later columns are solved first.
        f.set(at, f.iadd(of("columns"), f.ishl(f.iadd(of("left"), of("right")), f.i32(2))));
        f.set(slot, f.iadd(f.get(slot), f.imul(of("right"), f.i32(stride))));
        count(f, left, of("right"), () => {
          f.set(at, f.isub(f.get(at), f.i32(4)));
          take(column);
          f.set(slot, f.isub(f.get(slot), f.i32(stride)));
        });
        real.store(f.get(place), real.get(sum), 0);
      },
    );
  }

  return { factor, backsolve };
}

/** Repeats a body as often as a number says. */
function count(f: Code, left: Local<I32>, times: I32, body: () => void): void {
  f.set(left, times);
  whilePositive(
    f,
    () => f.get(left),
    () => {
      body();
      f.set(left, f.isub(f.get(left), f.i32(1)));
    },
  );
}

function whilePositive(f: Code, number: () => I32, body: () => void): void {
  f.block((leave) => {
    leave(f.ile(number(), f.i32(0)));
    f.loop((again) => {
      body();
      again(f.igt(number(), f.i32(0)));
    });
  });
}
