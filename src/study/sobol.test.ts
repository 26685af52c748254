import { expect, test } from "vitest";
import { sobol, sobolDimensions } from "./sobol.ts";

const dimensions = [0, 1, 2, 50, 150, 511];
// scipy 1.17.1: scipy.stats.qmc.Sobol(512, scramble=False, bits=32).random(1024)[i, dimensions]
const scipy: Readonly<Record<number, readonly number[]>> = {
  0: [0, 0, 0, 0, 0, 0],
  1: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  2: [0.75, 0.25, 0.25, 0.25, 0.25, 0.75],
  3: [0.25, 0.75, 0.75, 0.75, 0.75, 0.25],
  5: [0.875, 0.875, 0.125, 0.625, 0.625, 0.875],
  100: [0.4140625, 0.2578125, 0.7734375, 0.8828125, 0.6171875, 0.5234375],
  1023: [0.0009765625, 0.7529296875, 0.6123046875, 0.2587890625, 0.5751953125, 0.6142578125],
};

test("the plain sequence is that of SciPy in low and high dimensions", () => {
  const points = sobol(1024, 512, undefined);
  for (const [i, row] of Object.entries(scipy))
    expect(dimensions.map((j) => points[Number(i) * 512 + j])).toEqual(row);
});

test("scrambled points keep the net: one in every elementary box of two dimensions", () => {
  const points = sobol(64, 2, 3);
  for (let k = 0; k <= 6; k++) {
    const boxes = new Set(
      Array.from(
        { length: 64 },
        (_, i) => `${Math.floor(points[2 * i]! * 2 ** k)} ${Math.floor(points[2 * i + 1]! * 2 ** (6 - k))}`,
      ),
    );
    expect(boxes.size).toBe(64);
  }
});

test("scrambled points lie inside the cube, follow from seed and stream, and begin a longer sample", () => {
  const points = sobol(128, 8, 1);
  expect(points.every((u) => u > 0 && u < 1)).toBe(true);
  expect(sobol(256, 8, 1).subarray(0, 128 * 8)).toEqual(points);
  const others = [sobol(128, 8, 2), sobol(128, 8, 1, 1), sobol(128, 8, 1 + 2 ** 32)];
  for (const other of others) expect(other).not.toEqual(points);
});

test("the mean over scrambled points of a smooth function is nearer than chance would bring it", () => {
  const n = 256;
  const product = (points: Float64Array, i: number): number =>
    [0, 1, 2, 3].reduce((p, j) => p * (0.5 + points[i * 4 + j]!), 1);
  for (const seed of [1, 2, 3, 4]) {
    const points = sobol(n, 4, seed);
    const mean = Array.from({ length: n }, (_, i) => product(points, i)).reduce((a, b) => a + b) / n;
    // One standard error of independent points is √((13/12)⁴ − 1)/16 = 0.038.
    expect(Math.abs(mean - 1)).toBeLessThan(0.008);
  }
});

test("more dimensions than the table has are refused", () => {
  expect(sobolDimensions).toBe(512);
  expect(() => sobol(2, 513, 1)).toThrow(/out-of-range/);
});
