import { expect, test } from "vitest";
import { rankCorrelation } from "#results";
import { supercube } from "./supercube.ts";

const column = (points: Float64Array, dimensions: number, j: number): Float64Array =>
  Float64Array.from({ length: points.length / dimensions }, (_, i) => points[i * dimensions + j]!);

test("no two of 150 dimensions correlate more than chance would have it in 200 points", () => {
  const [n, d] = [200, 150];
  const points = supercube(n, d, 1);
  const columns = Array.from({ length: d }, (_, j) => column(points, d, j));
  let worst = 0;
  let beyond = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) {
      const rho = Math.abs(rankCorrelation(columns[i]!, columns[j]!));
      worst = Math.max(worst, rho);
      if (rho > 1.96 / Math.sqrt(n - 1)) beyond++;
    }
  }
  // Of 11 175 independent pairs the largest is about 4.1 standard deviations: 0.29.
  expect(worst).toBeLessThan(0.36);
  expect(beyond / ((d * (d - 1)) / 2)).toBeLessThan(0.06);
});

test("each dimension has one point in each of 256 equal parts of its range", () => {
  const points = supercube(256, 40, 5);
  for (let j = 0; j < 40; j++) {
    expect(new Set(column(points, 40, j).map((u) => Math.floor(u * 256))).size).toBe(256);
  }
});

test("the seed decides every point, and no point lies on the edge", () => {
  const points = supercube(100, 30, 9);
  expect(supercube(100, 30, 9)).toEqual(points);
  expect(supercube(100, 30, 10)).not.toEqual(points);
  expect(points.every((u) => u > 0 && u < 1)).toBe(true);
});

test("a dimension keeps its values when others are added behind its group", () => {
  const few = supercube(64, 12, 2);
  const many = supercube(64, 100, 2);
  expect(column(many, 100, 7)).toEqual(column(few, 12, 7));
});
