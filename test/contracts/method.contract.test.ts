import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseKernel, type Method, solve } from "#solve";
import { methods } from "./engines.ts";

const none = new Float64Array(0);

/**
 * Nonlinear, with time in it and a known solution: Kaps' pair e^(−2t), e^(−t), and 1/(1 + sin t) from −y²·cos
 * t. Elementary functions of the machine are good enough here: a test compares, it does not keep bits.
 */
const known = denseKernel({
  n: 3,
  initial: [1, 1, 1],
  autonomous: false,
  rates: (t, y, _p, out) => {
    out[0] = -3 * y[0]! + y[1]! * y[1]!;
    out[1] = y[0]! - y[1]! - y[1]! * y[1]!;
    out[2] = -y[2]! * y[2]! * Math.cos(t);
  },
  jacobian: (t, y, _p, out) => {
    out.set([-3, 2 * y[1]!, 0, 1, -1 - 2 * y[1]!, 0, 0, 0, -2 * y[2]! * Math.cos(t)]);
  },
  timeDerivative: (t, y, _p, out) => {
    out.set([0, 0, y[2]! * y[2]! * Math.sin(t)]);
  },
});
const exact = (t: number): number[] => [Math.exp(-2 * t), Math.exp(-t), 1 / (1 + Math.sin(t))];

/** Largest error at the given times with steps of one size. */
function errorAt(method: Method, times: number[], hFixed: number): number {
  const options = { method, rtol: 1e-3, atol: 1e-3, hFixed };
  const { states, status } = solve(
    { kernel: known, parameters: none, t0: 0, times: Float64Array.from(times) },
    options,
  );
  expect(status).toBe("done");
  return Math.max(...times.flatMap((t, k) => exact(t).map((y, i) => Math.abs(states[k * 3 + i]! - y))));
}

/** Slope of log error over log step size between two sizes a factor of 4 apart. */
const slope = (coarse: number, fine: number): number => Math.log2(coarse / fine) / 2;

test("the room exports its methods", () => {
  expect(methods.map((m) => m.name).sort()).toEqual(["rodas4", "rodas5p"]);
});

describe.each(methods.map((method) => ({ name: method.name, method })))("$name", ({ method }) => {
  const { order } = method.tableau;

  test("converges with the order it claims", () => {
    const found = slope(errorAt(method, [1], 1 / 16), errorAt(method, [1], 1 / 64));
    expect(Math.abs(found - order)).toBeLessThan(0.2);
  });

  test("interpolates with the order derived from its table", () => {
    // Inside one step from exact values the error is that of the interpolant: h to its order plus one.
    const inside = (h: number): number => errorAt(method, [0.31 * h, 0.5 * h, 0.77 * h, h], h);
    const found = slope(inside(1 / 32), inside(1 / 128));
    expect(Math.abs(found - (method.denseOrder + 1))).toBeLessThan(0.2);
  });

  test("agrees with the matrix exponential on random linear systems", () => {
    const size = fc.integer({ min: 1, max: 5 });
    const entries = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(size, entries, (n, values) => {
        // A shift of the diagonal keeps solutions from growing beyond use.
        const A = values.slice(0, n * n).map((v, k) => (k % n === Math.floor(k / n) ? v - 3 : v));
        const kernel = denseKernel({
          n,
          initial: new Array<number>(n).fill(1),
          rates: (_t, y, _p, out) => {
            for (let i = 0; i < n; i++) {
              out[i] = 0;
              for (let j = 0; j < n; j++) out[i]! += A[i * n + j]! * y[j]!;
            }
          },
          jacobian: (_t, _y, _p, out) => out.set(A),
        });
        const options = { method, rtol: 1e-8, atol: 1e-10 };
        const { states } = solve(
          { kernel, parameters: none, t0: 0, times: Float64Array.of(0.3, 1) },
          options,
        );
        for (const [k, t] of [0.3, 1].entries()) {
          exponentialTimesOnes(A, n, t).forEach((y, i) => {
            expect(Math.abs(states[k * n + i]! - y)).toBeLessThan(2e-6 * (1 + Math.abs(y)));
          });
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});

/** exp(A·t)·1 by Taylor steps so short that rounding is all that is left. */
function exponentialTimesOnes(A: readonly number[], n: number, t: number): number[] {
  const steps = 64;
  let y = new Array<number>(n).fill(1);
  for (let step = 0; step < steps; step++) {
    let term = y;
    for (let p = 1; p <= 14; p++) {
      const before = term;
      term = before.map((_, i) => {
        let sum = 0;
        for (let j = 0; j < n; j++) sum += A[i * n + j]! * before[j]!;
        return (sum * t) / steps / p;
      });
      y = y.map((value, i) => value + term[i]!);
    }
  }
  return y;
}
