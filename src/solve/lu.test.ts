import fc from "fast-check";
import { expect, test } from "vitest";
import { factorDense, solveDense } from "./dense-lu.ts";
import { planLu, type SparsePattern, sparseLu } from "./index.ts";

/** A pattern from pairs of row and column, by rows. */
function patternOf(n: number, entries: readonly (readonly [number, number])[]): SparsePattern {
  const rows = Array.from({ length: n }, () => new Set<number>());
  for (const [i, j] of entries) rows[i]!.add(j);
  const columns = rows.map((row) => [...row].sort((a, b) => a - b));
  const starts = Int32Array.from([0, ...columns.map((_, i) => columns.slice(0, i + 1).flat().length)]);
  return { n, starts, columns: Int32Array.from(columns.flat()) };
}

const systems = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    entries: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 4 * n }),
    values: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4 * n, maxLength: 4 * n }),
    x: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n, maxLength: n }),
  }),
);

test("sparse factors solve what dense multiplication makes", () => {
  fc.assert(
    fc.property(systems, ({ n, entries, values, x }) => {
      const pattern = patternOf(n, entries);
      const jac = Float64Array.from(pattern.columns, (_, k) => values[k]!);
      const shift = 2 * n;
      const b = Float64Array.from(x, (v) => shift * v);
      for (let i = 0; i < n; i++) {
        for (let k = pattern.starts[i]!; k < pattern.starts[i + 1]!; k++)
          b[i]! -= jac[k]! * x[pattern.columns[k]!]!;
      }
      const lu = sparseLu(pattern);
      const work = new Float64Array(lu.luLength);
      expect(lu.factor(shift, jac, work)).toBe(true);
      lu.backsolve(work, b);
      b.forEach((value, i) => {
        expect(Math.abs(value - x[i]!)).toBeLessThan(1e-11);
      });
    }),
    { seed: 1, numRuns: 300 },
  );
});

/** Markowitz cost plus level, in plain sets: all that is left is looked at for each pivot. */
function orderPlainly({ n, starts, columns }: SparsePattern, last?: Uint8Array): number[] {
  const has = new Set<number>();
  for (let i = 0; i < n; i++) {
    has.add(i * n + i);
    for (let k = starts[i]!; k < starts[i + 1]!; k++) has.add(i * n + columns[k]!);
  }
  const level = new Array<number>(n).fill(0);
  const left = Array.from({ length: n }, (_, i) => i);
  const order: number[] = [];
  while (left.length > 0) {
    const early = left.filter((i) => last?.[i] !== 0);
    const cost = (i: number): number =>
      left.filter((j) => j !== i && has.has(i * n + j)).length *
        left.filter((j) => j !== i && has.has(j * n + i)).length +
      level[i]!;
    const pivot = (early.length > 0 ? early : left).reduce((best, i) => (cost(i) < cost(best) ? i : best));
    order.push(pivot);
    left.splice(left.indexOf(pivot), 1);
    for (const i of left) {
      const [below, right] = [has.has(i * n + pivot), has.has(pivot * n + i)];
      if (below || right) level[i] = Math.max(level[i]!, level[pivot]! + 1);
      if (below) for (const j of left) if (has.has(pivot * n + j)) has.add(i * n + j);
    }
  }
  return order;
}

test("the order of elimination is that of looking at all that is left for each pivot", () => {
  const masses = fc.array(fc.constantFrom(0, 1, 1), { minLength: 40, maxLength: 40 });
  const larger = fc.integer({ min: 1, max: 40 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      entries: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 5 * n }),
      mass: masses,
    }),
  );
  fc.assert(
    fc.property(larger, ({ n, entries, mass }) => {
      const pattern = patternOf(n, entries);
      expect([...planLu(pattern).order]).toEqual(orderPlainly(pattern));
      const last = Uint8Array.from(mass.slice(0, n));
      expect([...planLu(pattern, last).order]).toEqual(orderPlainly(pattern, last));
    }),
    { seed: 3, numRuns: 200 },
  );
});

test("the order of elimination is a permutation and its lists name only what is still to come", () => {
  fc.assert(
    fc.property(systems, ({ n, entries }) => {
      const plan = planLu(patternOf(n, entries));
      expect([...plan.order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      plan.order.forEach((_, step) => {
        const gone = new Set(plan.order.subarray(0, step + 1));
        for (const i of [...plan.below[step]!, ...plan.right[step]!]) expect(gone.has(i)).toBe(false);
      });
    }),
    { seed: 2, numRuns: 100 },
  );
});

test("an arrow matrix is eliminated from its shaft, without fill-in", () => {
  const n = 12;
  const arrow = Array.from(
    { length: n },
    (_, i) =>
      [
        [i, i],
        [0, i],
        [i, 0],
      ] as [number, number][],
  ).flat();
  const plan = planLu(patternOf(n, arrow));
  expect(plan.entries).toBe(3 * n - 2);
  expect(plan.operations).toBe(2 * (n - 1));
  expect(plan.order.indexOf(0)).toBeGreaterThanOrEqual(n - 2);
});

test("a chain is eliminated in halves, so that its depth grows as a logarithm", () => {
  const n = 128;
  const chain = Array.from(
    { length: n },
    (_, i) =>
      [
        [i, i],
        [i, Math.max(0, i - 1)],
        [i, Math.min(n - 1, i + 1)],
      ] as [number, number][],
  );
  expect(planLu(patternOf(n, chain.flat())).depth).toBeLessThanOrEqual(20);
});

test("a zero pivot is reported, and pivoting solves the same matrix", () => {
  const pattern = patternOf(2, [
    [0, 1],
    [1, 0],
  ]);
  const lu = sparseLu(pattern);
  expect(lu.factor(0, Float64Array.of(-1, -1), new Float64Array(lu.luLength))).toBe(false);
  const dense = Float64Array.of(0, 1, 1, 0, 0, 0);
  expect(factorDense(2, dense)).toBe(true);
  const b = Float64Array.of(3, 5);
  solveDense(2, dense, b, new Float64Array(2));
  expect([...b]).toEqual([5, 3]);
});

test("a singular matrix and one with NaN are reported", () => {
  expect(factorDense(2, Float64Array.of(1, 2, 2, 4, 0, 0))).toBe(false);
  expect(factorDense(2, Float64Array.of(Number.NaN, 2, 2, 4, 0, 0))).toBe(false);
  const lu = sparseLu(patternOf(1, [[0, 0]]));
  expect(lu.factor(1, Float64Array.of(Number.NaN), new Float64Array(lu.luLength))).toBe(false);
});
