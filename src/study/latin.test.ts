import fc from "fast-check";
import { expect, test } from "vitest";
import { rankCorrelation } from "#results";
import { latin, streamOf } from "./latin.ts";

test("there is one point in each equal part, and none on the edge", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer(), fc.string(), (n, seed, name) => {
      const points = latin(n, seed, streamOf(name));
      expect(new Set(points.map((u) => Math.floor(u * n))).size).toBe(n);
      expect(points.every((u) => u > 0 && u < 1)).toBe(true);
    }),
    { numRuns: 50, seed: 1 },
  );
});

test("names decide the draws, and no two of 150 correlate more than chance would have it", () => {
  const columns = Array.from({ length: 150 }, (_, j) => latin(200, 1, streamOf(`chemistry/k_${j}`)));
  expect(latin(200, 1, streamOf("chemistry/k_7"))).toEqual(columns[7]);
  expect(latin(200, 2, streamOf("chemistry/k_7"))).not.toEqual(columns[7]);
  const rho = columns.flatMap((a, i) => columns.slice(0, i).map((b) => Math.abs(rankCorrelation(a, b))));
  // Of 11 175 independent pairs the largest is about 4.1 standard deviations: 0.29.
  expect(Math.max(...rho)).toBeLessThan(0.36);
  expect(rho.filter((r) => r > 1.96 / Math.sqrt(199)).length / rho.length).toBeLessThan(0.06);
});

test("names of a library have streams of their own", () => {
  const names = Array.from({ length: 100_000 }, (_, i) => `agents/a${i % 300}/cores/${i}`);
  expect(new Set(names.map(streamOf)).size).toBe(new Set(names).size);
});
