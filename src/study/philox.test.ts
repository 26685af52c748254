import { expect, test } from "vitest";
import { philox, uniform } from "./philox.ts";

const hex = (words: readonly number[]): string => words.map((w) => w.toString(16).padStart(8, "0")).join(" ");

// Known answers of the Random123 distribution, kat_vectors, philox4x32 with 10 rounds.
test("Philox gives the known answers of its authors", () => {
  const ones = 0xffffffff;
  expect(hex(philox([0, 0], [0, 0, 0, 0]))).toBe("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
  expect(hex(philox([ones, ones], [ones, ones, ones, ones]))).toBe("408f276d 41c83b0e a20bc7c6 6d5451fd");
  expect(hex(philox([0xa4093822, 0x299f31d0], [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]))).toBe(
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  );
});

test("uniform numbers are inside the open interval, even, and different by seed, stream and index", () => {
  const n = 20_000;
  const bins = new Int32Array(20);
  const seen = new Set<number>();
  for (let i = 0; i < n; i++) {
    const u = uniform(7, 3, i);
    expect(u > 0 && u < 1).toBe(true);
    bins[Math.floor(u * 20)]!++;
    seen.add(u);
  }
  expect(seen.size).toBe(n);
  // χ² with 19 degrees of freedom: 43.8 is exceeded by chance in one of a thousand.
  const chi2 = bins.reduce((sum, b) => sum + (b - n / 20) ** 2 / (n / 20), 0);
  expect(chi2).toBeLessThan(43.8);
  expect(
    new Set([
      uniform(1, 0, 0),
      uniform(2, 0, 0),
      uniform(1, 1, 0),
      uniform(1, 0, 1),
      uniform(1 + 2 ** 32, 0, 0),
    ]).size,
  ).toBe(5);
});
