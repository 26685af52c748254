import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorDense, solveDense } from "./dense-lu.ts";
import { eigenvalues } from "./eigenvalues.ts";

type Complex = readonly [number, number];

/** Eigenvalues as pairs. */
function spectrum(n: number, a: Float64Array): Complex[] {
  const found = eigenvalues(n, a);
  expect(found).toBeDefined();
  return Array.from(found!.re, (re, i) => [re, found!.im[i]!] as const);
}

/** Largest distance when each wanted eigenvalue is paired with the nearest found one not yet taken. */
function distance(found: readonly Complex[], wanted: readonly Complex[]): number {
  expect(found.length).toBe(wanted.length);
  const left = [...found];
  return Math.max(
    0,
    ...wanted.map(([re, im]) => {
      const away = left.map(([x, y]) => Math.hypot(x - re, y - im));
      const nearest = away.indexOf(Math.min(...away));
      left.splice(nearest, 1);
      return away[nearest]!;
    }),
  );
}

/** The matrix whose characteristic polynomial has these coefficients, lowest first, the leading one 1 left out. */
function companion(coefficients: readonly number[]): Float64Array {
  const n = coefficients.length;
  const a = new Float64Array(n * n);
  for (let i = 1; i < n; i++) a[i * n + i - 1] = 1;
  coefficients.forEach((c, i) => {
    a[i * n + n - 1] = -c;
  });
  return a;
}

/** X·D·X⁻¹ for a block-diagonal D of real values and 2 × 2 rotations. */
function similar(n: number, d: Float64Array, x: Float64Array): Float64Array {
  const lu = new Float64Array(n * n + n);
  // Rows of A solve A·X = X·D, that is Xᵀ·(row of A)ᵀ = (row of X·D)ᵀ.
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) lu[i * n + j] = x[j * n + i]!;
  expect(factorDense(n, lu)).toBe(true);
  const a = new Float64Array(n * n);
  const work = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(n);
    for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) row[j]! += x[i * n + k]! * d[k * n + j]!;
    solveDense(n, lu, row, work);
    a.set(row, i * n);
  }
  return a;
}

/** Frank's matrix of order 9: its eigenvalues are real and come in reciprocal pairs with product 1. */
function frank(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return j < i - 1 ? 0 : n - Math.max(i, j);
  });
}

describe("known spectra", () => {
  test.each<[string, number[], Complex[], number]>([
    ["one", [3], [[-3, 0]], 0],
    [
      "a rotation",
      [1, 0],
      [
        [0, 1],
        [0, -1],
      ],
      1e-15,
    ],
    [
      "(x−1)(x−2)(x−3)(x−4)",
      [24, -50, 35, -10],
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
      ],
      1e-12,
    ],
    [
      "x⁴ − 1, where unshifted steps stand still",
      [-1, 0, 0, 0],
      [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ],
      1e-14,
    ],
    [
      "(x²+2x+5)(x−10)",
      [-50, -15, -8],
      [
        [10, 0],
        [-1, 2],
        [-1, -2],
      ],
      1e-13,
    ],
  ])("%s", (_name, coefficients, wanted, close) => {
    expect(distance(spectrum(coefficients.length, companion(coefficients)), wanted)).toBeLessThanOrEqual(
      close,
    );
  });

  test("the roots of one", () => {
    const n = 40;
    const wanted = Array.from(
      { length: n },
      (_, k): Complex => [Math.cos((2 * Math.PI * k) / n), Math.sin((2 * Math.PI * k) / n)],
    );
    const unit = new Array<number>(n).fill(0);
    unit[0] = -1;
    expect(distance(spectrum(n, companion(unit)), wanted)).toBeLessThan(1e-13);
  });

  test("Frank's matrix: real, positive, reciprocal", () => {
    const found = spectrum(9, frank(9)).sort(([a], [b]) => a - b);
    expect(Math.max(...found.map(([, im]) => Math.abs(im)))).toBe(0);
    for (const [i, [value]] of found.entries())
      expect(Math.abs(value * found[8 - i]![0] - 1)).toBeLessThan(1e-7);
    expect(found[8]![0]).toBeCloseTo(22.2, 0);
    expect(found.reduce((sum, [x]) => sum + x, 0)).toBeCloseTo(45, 11);
  });

  test("a Jordan block has a third of the digits in three, a fifth in five", () => {
    for (const n of [2, 3, 5]) {
      const jordan = new Float64Array(n * n);
      for (let i = 0; i < n; i++) {
        jordan[i * n + i] = -2;
        if (i + 1 < n) jordan[i * n + i + 1] = 1;
      }
      const x = Float64Array.from({ length: n * n }, (_, k) => Math.sin(1 + k) + (k % (n + 1) === 0 ? 2 : 0));
      const found = spectrum(n, similar(n, jordan, x));
      expect(distance(found, new Array<Complex>(n).fill([-2, 0]))).toBeLessThan(10 * (2 ** -52) ** (1 / n));
      // Their mean keeps its digits.
      expect(found.reduce((sum, [re]) => sum + re, 0) / n).toBeCloseTo(-2, 12);
    }
  });

  test("a triangular matrix has its diagonal, to the bit", () => {
    const found = spectrum(3, Float64Array.of(1e-9, 5, 7, 0, -3e6, 2, 0, 0, 4));
    expect(found.map(([re]) => re).sort((a, b) => a - b)).toEqual([-3e6, 1e-9, 4]);
  });

  test("balancing keeps small eigenvalues of a badly scaled matrix", () => {
    // D⁻¹·B·D with B of order 1 and D from 1 to 10¹².
    const b = [-2, 1, 0.5, 1, -3, 1, 0.2, 1, -1.5];
    const d = [1, 1e6, 1e12];
    const scaled = Float64Array.from(b, (v, k) => (v * d[k % 3]!) / d[Math.floor(k / 3)]!);
    expect(distance(spectrum(3, scaled), spectrum(3, Float64Array.from(b)))).toBeLessThan(1e-14);
  });
});

test("random matrices with a known spectrum", () => {
  const value = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(value, { minLength: 12, maxLength: 12 }),
      fc.array(value, { minLength: 144, maxLength: 144 }),
      fc.nat(6),
      (n, values, noise, pairs) => {
        const d = new Float64Array(n * n);
        const wanted: Complex[] = [];
        for (let i = 0; i < n; ) {
          // Apart from each other, so that each is well conditioned.
          const re = 3 * i + values[i]!;
          if (i < 2 * pairs && i + 1 < n) {
            const im = 1 + Math.abs(values[i + 1]!);
            d.set([re, im], i * n + i);
            d.set([-im, re], (i + 1) * n + i);
            wanted.push([re, im], [re, -im]);
            i += 2;
          } else {
            d[i * n + i] = re;
            wanted.push([re, 0]);
            i += 1;
          }
        }
        const x = Float64Array.from({ length: n * n }, (_, k) => noise[k]! + (k % (n + 1) === 0 ? n : 0));
        expect(distance(spectrum(n, similar(n, d, x)), wanted)).toBeLessThan(1e-11 * 3 * n);
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

test("trace, trace of the square and pairing hold for random matrices of 100 rows", () => {
  const n = 100;
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  const a = Float64Array.from({ length: n * n }, random);
  let [trace, square] = [0, 0];
  for (let i = 0; i < n; i++) {
    trace += a[i * n + i]!;
    for (let j = 0; j < n; j++) square += a[i * n + j]! * a[j * n + i]!;
  }
  const found = spectrum(n, a);
  expect(found.reduce((sum, [re]) => sum + re, 0)).toBeCloseTo(trace, 11);
  expect(found.reduce((sum, [re, im]) => sum + re * re - im * im, 0)).toBeCloseTo(square, 10);
  expect(found.reduce((sum, [, im]) => sum + im, 0)).toBe(0);
});

test("nothing, zeros, huge and tiny entries, and what is not finite", () => {
  expect(spectrum(0, new Float64Array(0))).toEqual([]);
  expect(distance(spectrum(3, new Float64Array(9)), new Array<Complex>(3).fill([0, 0]))).toBe(0);
  const turn = Float64Array.of(0, 1, -1, 0);
  for (const size of [1e300, 1e-300]) {
    const found = spectrum(
      2,
      turn.map((v) => v * size),
    );
    expect(
      distance(found, [
        [0, size],
        [0, -size],
      ]),
    ).toBeLessThan(1e-15 * size);
  }
  expect(eigenvalues(1, Float64Array.of(Number.NaN))).toBeUndefined();
  expect(eigenvalues(2, Float64Array.of(1, 2, Infinity, 4))).toBeUndefined();
});

test("the matrix given is not changed", () => {
  const a = frank(5);
  eigenvalues(5, a);
  expect(a).toEqual(frank(5));
});
