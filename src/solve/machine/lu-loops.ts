import { type Code, type I32, type Local, type Real, type RealLocal, Reals } from "#wasm";
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

/**
 * Entries that are next to each other are taken so many at a time: what is left of a sparse matrix to the end of its
 * elimination is full, and there most of the work is.
 */
const SIZES = [8, 2, 1] as const;

/** Fields of a row by their place in it: byte offsets unless they count. */
const field = {
  /** In vectors of states. */
  state: 0,
  /** In what is in the order of elimination. */
  self: 4,
  /** 1, or 0 for algebraic states. */
  shift: 8,
  /** Pairs of places in the row and in the Jacobian. */
  entries: 12,
  entryCount: 16,
  /** Pairs of a row above and of the place of the entry of L. */
  left: 20,
  leftCount: 24,
  /** Pairs of the places in the row and in the column of U. */
  right: 28,
  rightCount: 32,
  /** Entries of the row of U: the first, blocks of places by their sizes, their counts. */
  row: 36,
  rowBlocks: 40,
  rowCounts: 44,
  /** The same of the column of L, */
  below: 56,
  belowBlocks: 60,
  belowCounts: 64,
  /** and of the column of U. */
  above: 76,
  aboveBlocks: 80,
  aboveCounts: 84,
} as const;

/** Numbers of a row in the table. */
const ROW = 24;

/** Rising numbers as blocks of neighbours: the first of each block by sizes, and all in the order of the blocks. */
function blocksOf(steps: readonly number[]): { firsts: number[]; counts: number[]; sequence: number[] } {
  const bySize = SIZES.map((): number[] => []);
  for (let i = 0; i < steps.length; ) {
    let run = 1;
    while (i + run < steps.length && steps[i + run] === steps[i]! + run) run++;
    for (const [k, size] of SIZES.entries())
      for (; run >= size; run -= size) {
        bySize[k]!.push(steps[i]!);
        i += size;
      }
  }
  const sequence = bySize.flatMap((list, k) =>
    list.flatMap((s) => Array.from({ length: SIZES[k]! }, (_, i) => s + i)),
  );
  return { firsts: bySize.flat(), counts: bySize.map((list) => list.length), sequence };
}

/** Numbers that the factors take: the reciprocal pivots, U by rows, L by columns and, for the solution, U by columns. */
export function luLength({ order, lower, upper }: LuRows): number {
  const count = (lists: readonly (readonly number[])[]): number =>
    lists.reduce((sum, l) => sum + l.length, 0);
  return order.length + count(lower) + 2 * count(upper);
}

/** The table that the loops run over: rows, then all that they point to. */
export function luTable({ order, lower, upper, entries, mass }: LuRows, stride: number): Int32Array {
  const n = order.length;
  const below: number[][] = Array.from({ length: n }, () => []);
  const above: number[][] = Array.from({ length: n }, () => []);
  for (let step = 0; step < n; step++) {
    for (const k of lower[step]!) below[k]!.push(step);
    for (const k of upper[step]!) above[k]!.push(step);
  }
  let slot = n;
  /** Places of the entries of rows or columns, one after the other. */
  const placed = (lists: readonly (readonly number[])[]) =>
    lists.map((list) => {
      const { firsts, counts, sequence } = blocksOf(list);
      const first = slot;
      const places = new Map(sequence.map((step, i) => [step, first + i]));
      slot += sequence.length;
      return { first, firsts, counts, sequence, places };
    });
  const [rows, columnsOfL, columnsOfU] = [placed(upper), placed(below), placed(above)];
  const table = new Int32Array(
    ROW * n +
      rows.reduce((sum, r, i) => {
        const lists = r.firsts.length + columnsOfL[i]!.firsts.length + columnsOfU[i]!.firsts.length;
        return sum + lists + 2 * (r.sequence.length + lower[i]!.length + entries[i]!.length);
      }, 0),
  );
  let next = ROW * n;
  const list = (values: readonly number[]): number => {
    const at = next;
    table.set(values, at);
    next += values.length;
    return 4 * at;
  };
  for (let step = 0; step < n; step++) {
    const put = (name: keyof typeof field, value: number): void => {
      table[ROW * step + field[name] / 4] = value;
    };
    const own = entries[step]!;
    const [row, l, u] = [rows[step]!, columnsOfL[step]!, columnsOfU[step]!];
    put("state", order[step]! * stride);
    put("self", step * stride);
    put("shift", mass?.[order[step]!] === 0 ? 0 : 1);
    put("entries", list(own.flatMap(([column, place]) => [column * stride, place * stride])));
    put("entryCount", own.length);
    put("left", list(lower[step]!.flatMap((k) => [k * 4 * ROW, columnsOfL[k]!.places.get(step)! * stride])));
    put("leftCount", lower[step]!.length);
    put("right", list(row.sequence.flatMap((k) => [k * stride, columnsOfU[k]!.places.get(step)! * stride])));
    put("rightCount", row.sequence.length);
    const parts = [
      ["row", "rowBlocks", "rowCounts", row],
      ["below", "belowBlocks", "belowCounts", l],
      ["above", "aboveBlocks", "aboveCounts", u],
    ] as const;
    for (const [first, blocks, counts, { first: at, firsts, counts: numbers }] of parts) {
      put(first, at * stride);
      put(blocks, list(firsts.map((k) => k * stride)));
      table.set(numbers, ROW * step + field[counts] / 4);
    }
  }
  return table;
}

/**
 * Factorisation and solution as loops over the table: on every entry what the straight-line code does to it, in the same order,
 * hence the same bits.
 *
 * A row is spread out over `w` in the order of elimination, taken through the rows above it, and gathered again; in the
 * solution each unknown is taken from all it stands in as soon as it is known. `w` is free while either is done.
 */
export function loopWriter(
  rows: LuRows,
  layout: Layout,
  soundBelow: number,
): Record<"factor" | "backsolve", (f: Code) => void> {
  const n = rows.order.length;
  const { stride, lane, jac, lu, w, luTable: table } = layout;
  const end = 4 * ROW * n;

  /** Takes a multiple of entries that stand in a row from what stands in `w`, block by block. */
  function takeBlocks(
    real: Reals,
    value: RealLocal,
    of: (name: keyof typeof field) => I32,
    [first, blocks, counts]: readonly [
      "row" | "below" | "above",
      keyof typeof field,
      "rowCounts" | "belowCounts" | "aboveCounts",
    ],
    { at, slot, left, place }: Record<"at" | "slot" | "left" | "place", Local<I32>>,
    row: Local<I32>,
  ): void {
    const { f } = real;
    // One lane takes two numbers in a register, two lanes one of each.
    const wide = real.lanes === 1 ? f.vector() : undefined;
    if (wide) f.set(wide, f.vsplat(real.get(value) as never));
    f.set(slot, of(first));
    f.set(at, of(blocks));
    for (const [k, size] of SIZES.entries())
      count(f, left, f.loadI32(f.get(row), table + field[counts] + 4 * k), () => {
        f.set(place, f.loadI32(f.get(at), table));
        const bytes = size * stride;
        const step = wide && size > 1 ? 16 : stride;
        for (let offset = 0; offset < bytes; offset += step) {
          if (wide && size > 1)
            f.storeV(
              f.get(place),
              f.vsub(
                f.loadV(f.get(place), w + offset),
                f.vmul(f.get(wide), f.loadV(f.get(slot), lu + offset)),
              ),
              w + offset,
            );
          else
            real.store(
              f.get(place),
              real.sub(
                real.load(f.get(place), w + offset),
                real.mul(real.get(value), real.load(f.get(slot), lu + offset)),
              ),
              w + offset,
            );
        }
        f.set(slot, f.iadd(f.get(slot), f.i32(bytes)));
        f.set(at, f.iadd(f.get(at), f.i32(4)));
      });
    if (wide) f.release(wide);
  }

  const wholes = <T extends string>(f: Code, names: readonly T[]): Record<T, Local<I32>> =>
    Object.fromEntries(names.map((name) => [name, f.int()])) as Record<T, Local<I32>>;

  function factor(f: Code): void {
    const real = new Reals(f, layout.lanes);
    const zero = (): I32 => f.i32(0);
    const [shift, loss, value, pivot, diagonal] = [
      real.local(),
      real.local(),
      real.local(),
      real.local(),
      real.local(),
    ];
    const own = wholes(f, ["row", "item", "items", "other", "self"]);
    const inner = wholes(f, ["at", "slot", "left", "place"]);
    const of = (name: keyof typeof field): I32 => f.loadI32(f.get(own.row), table + field[name]);
    const ofOther = (name: keyof typeof field): I32 => f.loadI32(f.get(own.other), table + field[name]);
    const first = (): I32 => f.loadI32(f.get(own.item), table);
    const second = (): I32 => f.loadI32(f.get(own.item), table + 4);
    const each = (list: keyof typeof field, items: keyof typeof field, body: () => void): void => {
      f.set(own.item, of(list));
      count(f, own.items, of(items), () => {
        body();
        f.set(own.item, f.iadd(f.get(own.item), f.i32(8)));
      });
    };
    /** What a place of the row holds, which is left empty for the next one. */
    const taken = (place: () => I32, then: (held: () => Real) => void): void => {
      real.set(value, real.load(place(), w));
      real.store(place(), real.const(0), w);
      then(() => real.get(value));
    };
    real.set(shift, real.load(zero(), lane.shift));
    real.set(loss, real.const(0));
    f.sweep(n * stride, stride, 4, (at, offset) => real.store(at(), real.const(0), w + offset));
    f.set(own.row, zero());
    whilePositive(
      f,
      () => f.isub(f.i32(end), f.get(own.row)),
      () => {
        // Spread out: the shift, the Jacobian's entries.
        f.set(own.self, of("self"));
        f.if(of("shift"), () => real.store(f.get(own.self), real.get(shift), w));
        each("entries", "entryCount", () => {
          f.set(own.other, first());
          real.store(f.get(own.other), real.sub(real.load(f.get(own.other), w), real.load(second(), jac)), w);
        });
        real.set(diagonal, real.load(f.get(own.self), w));
        // Through the rows above.
        each("left", "leftCount", () => {
          f.set(own.other, first());
          taken(
            () => ofOther("self"),
            (held) => real.store(second(), real.mul(held(), real.load(ofOther("self"), lu)), lu),
          );
          takeBlocks(real, value, ofOther, ["row", "rowBlocks", "rowCounts"], inner, own.other);
        });
        // Gathered: the reciprocal pivot, and what stands to the right of it, scaled.
        taken(
          () => f.get(own.self),
          (held) => real.set(pivot, real.div(real.const(1), held())),
        );
        real.store(f.get(own.self), real.get(pivot), lu);
        real.set(loss, real.add(real.get(loss), real.abs(real.mul(real.get(diagonal), real.get(pivot)))));
        f.set(inner.slot, of("row"));
        each("right", "rightCount", () => {
          taken(first, (held) => real.set(value, real.mul(held(), real.get(pivot))));
          real.store(f.get(inner.slot), real.get(value), lu);
          real.store(second(), real.get(value), lu);
          f.set(inner.slot, f.iadd(f.get(inner.slot), f.i32(stride)));
        });
        f.set(own.row, f.iadd(f.get(own.row), f.i32(4 * ROW)));
      },
    );
    real.store(zero(), real.truth(real.compare(real.get(loss), real.const(soundBelow), "lt")), lane.good);
  }

  function backsolve(f: Code): void {
    const real = new Reals(f, layout.lanes);
    const pointer = f.parameter<I32>(0, "i32");
    const value = real.local();
    const { row } = wholes(f, ["row"]);
    const inner = wholes(f, ["at", "slot", "left", "place"]);
    const of = (name: keyof typeof field): I32 => f.loadI32(f.get(row), table + field[name]);
    const upwards = (body: () => void): void => {
      f.set(row, f.i32(0));
      whilePositive(
        f,
        () => f.isub(f.i32(end), f.get(row)),
        () => {
          body();
          f.set(row, f.iadd(f.get(row), f.i32(4 * ROW)));
        },
      );
    };
    upwards(() => real.store(of("self"), real.load(f.iadd(f.get(pointer), of("state")), 0), w));
    upwards(() => {
      real.set(value, real.load(of("self"), w));
      takeBlocks(real, value, of, ["below", "belowBlocks", "belowCounts"], inner, row);
      real.store(of("self"), real.mul(real.get(value), real.load(of("self"), lu)), w);
    });
    whilePositive(
      f,
      () => f.get(row),
      () => {
        f.set(row, f.isub(f.get(row), f.i32(4 * ROW)));
        real.set(value, real.load(of("self"), w));
        real.store(f.iadd(f.get(pointer), of("state")), real.get(value), 0);
        takeBlocks(real, value, of, ["above", "aboveBlocks", "aboveCounts"], inner, row);
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
