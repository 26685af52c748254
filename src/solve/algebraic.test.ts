import { describe, expect, test } from "vitest";
import { denseKernel, type Method, rodas4, rodas5p, solve, sparseLu } from "./index.ts";

const none = new Float64Array(0);

/**
 * Index 1 with a known solution: y = e^(−t), z = y²·cos t from 0 = z − y²·cos t, with the rate written by z.
 */
const known = denseKernel({
  n: 2,
  mass: [1, 0],
  initial: [1, 1],
  autonomous: false,
  rates: (t, y, _p, out) => {
    out[0] = -y[0]! + y[1]! - y[0]! ** 2 * Math.cos(t);
    out[1] = (y[1]! - y[0]! ** 2 * Math.cos(t)) * (2 + y[1]! ** 2);
  },
  jacobian: (t, y, _p, out) => {
    const [c, s, w] = [Math.cos(t), y[1]! - y[0]! ** 2 * Math.cos(t), 2 + y[1]! ** 2];
    out.set([-1 - 2 * y[0]! * c, 1, -2 * y[0]! * c * w, w + 2 * s * y[1]!]);
  },
  timeDerivative: (t, y, _p, out) => {
    const rise = y[0]! ** 2 * Math.sin(t);
    out.set([rise, rise * (2 + y[1]! ** 2)]);
  },
});

function errorAt(method: Method, hFixed: number): number {
  const { end, status } = solve(
    { kernel: known, parameters: none, t0: 0, times: Float64Array.of(1) },
    { method, rtol: 1e-3, atol: 1e-3, hFixed },
  );
  expect(status).toBe("done");
  return Math.max(Math.abs(end[0]! - Math.exp(-1)), Math.abs(end[1]! - Math.exp(-2) * Math.cos(1)));
}

describe.each([rodas4, rodas5p].map((method) => ({ name: method.name, method })))("$name", ({ method }) => {
  test("keeps its order on an algebraic row", () => {
    // From 1/32 down: Rodas5P's error changes sign near 1/8.
    const order = Math.log2(errorAt(method, 1 / 32) / errorAt(method, 1 / 128)) / 2;
    expect(order).toBeGreaterThan(method.tableau.order - 0.3);
  });
  test("stays within some tens of its tolerance at every time reported, between steps too", () => {
    const times = Float64Array.from({ length: 41 }, (_, i) => i / 20);
    const { states, status } = solve(
      { kernel: known, parameters: none, t0: 0, times },
      { method, rtol: 1e-7, atol: 1e-9 },
    );
    expect(status).toBe("done");
    times.forEach((t, k) => {
      expect(Math.abs(states[2 * k]! - Math.exp(-t))).toBeLessThan(1e-6);
      expect(Math.abs(states[2 * k + 1]! - Math.exp(-2 * t) * Math.cos(t))).toBeLessThan(3e-6);
    });
  });
});

/** Robertson's problem, its third rate replaced by the conserved sum. */
const robertson = denseKernel({
  n: 3,
  mass: [1, 1, 0],
  initial: [1, 0, 0],
  rates: (_t, y, _p, out) => {
    out[0] = -0.04 * y[0]! + 1e4 * y[1]! * y[2]!;
    out[1] = 0.04 * y[0]! - 1e4 * y[1]! * y[2]! - 3e7 * y[1]! ** 2;
    out[2] = y[0]! + y[1]! + y[2]! - 1;
  },
});

test("Robertson's problem with its conserved sum gives the reference of the differential form", () => {
  const options = { rtol: 1e-7, atol: Float64Array.of(1e-9, 1e-13, 1e-9), method: rodas5p };
  const problem = { kernel: robertson, parameters: none, t0: 0, times: Float64Array.of(40) };
  const { end, status } = solve(problem, options);
  expect(status).toBe("done");
  // Hairer and Wanner's test set at t = 40.
  expect(end[0]! / 0.7158270688).toBeCloseTo(1, 6);
  expect(end[1]! / 9.185534765e-6).toBeCloseTo(1, 6);
  expect(end[0]! + end[1]! + end[2]! - 1).toBeCloseTo(0, 12);
});

test("the pivoted fallback leaves algebraic rows without a shift", () => {
  const problem = { parameters: none, t0: 0, times: Float64Array.of(1) };
  const options = { rtol: 1e-6, atol: 1e-9 };
  const straight = solve({ ...problem, kernel: robertson }, options);
  const pivoted = solve({ ...problem, kernel: { ...robertson, factor: () => false } }, options);
  expect(pivoted.status).toBe("done");
  expect(pivoted.end).toEqual(straight.end);
});

test("sparse factors leave algebraic rows without a shift", () => {
  const pattern = { n: 2, starts: Int32Array.of(0, 2, 4), columns: Int32Array.of(0, 1, 0, 1) };
  const lu = sparseLu(pattern, Uint8Array.of(1, 0));
  const work = new Float64Array(lu.luLength);
  expect(lu.factor(10, Float64Array.of(-1, 2, 3, -4), work)).toBe(true);
  // [11 −2; −3 4]·[1; 2]
  const b = Float64Array.of(7, 5);
  lu.backsolve(work, b);
  expect(b[0]).toBeCloseTo(1, 14);
  expect(b[1]).toBeCloseTo(2, 14);
});
