import fc from "fast-check";
import { expect, test } from "vitest";
import { rankCorrelation } from "#results";
import { normalQuantile } from "#units";
import { latin, streamOf } from "./latin.ts";
import { uniform } from "./philox.ts";
import { drawTogether, type Pair } from "./together.ts";

const paths = ["a", "b", "c", "d"];
const pairs: readonly Pair[] = [
  ["c", "a", -0.6],
  ["d", "c", 0.3],
];

function sampleOf(count: number, seed: number, sampler: "latin" | "random"): Float64Array {
  const columns = paths.map((path) =>
    sampler === "latin"
      ? latin(count, seed, streamOf(path))
      : Float64Array.from({ length: count }, (_, i) => uniform(seed, streamOf(path), i)),
  );
  return Float64Array.from({ length: 4 * count }, (_, k) => columns[k % 4]![Math.floor(k / 4)]!);
}
function together(count: number, seed: number, sampler: "latin" | "random", of = pairs): Float64Array {
  const points = sampleOf(count, seed, sampler);
  drawTogether(points, paths, of, sampler);
  return points;
}
const column = (points: Float64Array, j: number): Float64Array => points.filter((_, k) => k % 4 === j);

/** Correlation of the normal scores of two columns. */
function correlation(points: Float64Array, i: number, j: number): number {
  const [x, y] = [i, j].map((k) => Array.from(column(points, k), normalQuantile)) as [number[], number[]];
  const mean = (v: number[]): number => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (u: number[], mu: number, v: number[], mv: number): number =>
    u.reduce((s, a, k) => s + (a - mu) * (v[k]! - mv), 0);
  return sum(x, mx, y, my) / Math.sqrt(sum(x, mx, x, mx) * sum(y, my, y, my));
}

test("columns keep their values and so their strata, whatever they are drawn together with", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 1e9 }),
      fc.double({ min: -0.7, max: 0.7, noNaN: true }),
      (count, seed, rho) => {
        const before = sampleOf(count, seed, "latin");
        const points = together(count, seed, "latin", [["b", "d", rho]]);
        for (const j of [0, 1, 2, 3]) {
          expect(column(points, j).sort()).toEqual(column(before, j).sort());
          expect(new Set(column(points, j).map((u) => Math.floor(u * count))).size).toBe(count);
        }
        for (const j of [0, 1, 2]) expect(column(points, j)).toEqual(column(before, j));
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

test("normal scores correlate as asked, within 0.03 where chance alone gives 0.1, and ranks a little less", () => {
  for (const [count, seed] of [
    [100, 1],
    [100, 2],
    [500, 3],
  ] as const) {
    const points = together(count, seed, "latin");
    expect(Math.abs(correlation(points, 2, 0) + 0.6)).toBeLessThan(0.03);
    expect(Math.abs(correlation(points, 3, 2) - 0.3)).toBeLessThan(0.03);
    expect(Math.abs(correlation(points, 3, 0))).toBeLessThan(0.03);
    // Of two normal numbers ranks correlate by 6/π·asin(ρ/2): −0.58.
    expect(Math.abs(rankCorrelation(column(points, 2), column(points, 0)) + 0.58)).toBeLessThan(0.05);
  }
});

test("few draws take their own chance correlations along, and none is lost or doubled", () => {
  const points = together(5, 1, "latin");
  for (const j of [0, 1, 2, 3]) expect(new Set(column(points, j).map((u) => Math.floor(u * 5))).size).toBe(5);
});

test("a pair of which one is not drawn says nothing of the other", () => {
  const before = sampleOf(64, 1, "latin");
  expect(together(64, 1, "latin", [["a", "elsewhere", 0.6]])).toEqual(before);
  expect(together(64, 1, "latin", [])).toEqual(before);
  expect(together(64, 1, "latin", [...pairs, ["a", "elsewhere", 0.6]])).toEqual(together(64, 1, "latin"));
});

test("a longer random sample begins with the shorter, stays inside the cube and correlates as asked", () => {
  const long = together(4000, 7, "random");
  expect(long.subarray(0, 40)).toEqual(together(10, 7, "random"));
  expect(long.every((u) => u > 0 && u < 1)).toBe(true);
  // Three standard deviations of the correlation of 4000 independent rows.
  expect(Math.abs(correlation(long, 2, 0) + 0.6)).toBeLessThan(0.05);
  expect(Math.abs(correlation(long, 3, 0))).toBeLessThan(0.05);
  for (const j of [0, 1]) expect(column(long, j)).toEqual(column(sampleOf(4000, 7, "random"), j));
});

test("correlations that contradict each other are refused", () => {
  const contradictory: readonly Pair[] = [
    ["a", "b", 0.9],
    ["b", "c", 0.9],
    ["a", "c", -0.9],
  ];
  expect(() => together(50, 1, "latin", contradictory)).toThrow(/out-of-range/);
});
