import { readFileSync } from "node:fs";
import { denseKernel, type Kernel, type Method, solve } from "#solve";

/** A published stiff problem with its reference solution. */
export interface Classic {
  readonly name: string;
  readonly kernel: Kernel;
  readonly times: Float64Array;
  readonly reference: Float64Array;
  /** Largest reported value of each state, a zero start included. */
  readonly largest: Float64Array;
  /** Absolute tolerance as a share of rtol·largest. */
  readonly share: number;
}

/**
 * Robertson, HIRES, van der Pol, OREGO and E5 (Hairer and Wanner, Solving Ordinary Differential Equations II,
 * §IV.10).
 */
export const classics: readonly Classic[] = [
  classic(
    "robertson",
    [1, 0, 0],
    1e-3,
    (_t, y, _p, out) => {
      const [a, b, c] = y as unknown as [number, number, number];
      out[0] = -0.04 * a + 1e4 * b * c;
      out[2] = 3e7 * b * b;
      out[1] = -out[0] - out[2];
    },
    (_t, y, _p, out) => {
      const [, b, c] = y as unknown as [number, number, number];
      out.set([-0.04, 1e4 * c, 1e4 * b, 0.04, -1e4 * c - 6e7 * b, -1e4 * b, 0, 6e7 * b, 0]);
    },
  ),
  classic(
    "hires",
    [1, 0, 0, 0, 0, 0, 0, 0.0057],
    1e-3,
    (_t, y, _p, out) => {
      const v = 280 * y[5]! * y[7]!;
      out[0] = -1.71 * y[0]! + 0.43 * y[1]! + 8.32 * y[2]! + 0.0007;
      out[1] = 1.71 * y[0]! - 8.75 * y[1]!;
      out[2] = -10.03 * y[2]! + 0.43 * y[3]! + 0.035 * y[4]!;
      out[3] = 8.32 * y[1]! + 1.71 * y[2]! - 1.12 * y[3]!;
      out[4] = -1.745 * y[4]! + 0.43 * y[5]! + 0.43 * y[6]!;
      out[5] = -v + 0.69 * y[3]! + 1.71 * y[4]! - 0.43 * y[5]! + 0.69 * y[6]!;
      out[6] = v - 1.81 * y[6]!;
      out[7] = -out[6]!;
    },
    (_t, y, _p, out) => {
      const [u, v] = [280 * y[5]!, 280 * y[7]!];
      out.fill(0);
      out.set([-1.71, 0.43, 8.32], 0);
      out.set([1.71, -8.75], 8);
      out.set([-10.03, 0.43, 0.035], 18);
      out.set([8.32, 1.71, -1.12], 25);
      out.set([-1.745, 0.43, 0.43], 36);
      out.set([0.69, 1.71, -v - 0.43, 0.69, -u], 43);
      out.set([v, -1.81, u], 53);
      out.set([-v, 1.81, -u], 61);
    },
  ),
  classic(
    "vanderpol",
    [2, 0],
    1e-3,
    (_t, y, _p, out) => {
      out[0] = y[1]!;
      out[1] = 1000 * ((1 - y[0]! * y[0]!) * y[1]! - y[0]!);
    },
    (_t, y, _p, out) => {
      out.set([0, 1, 1000 * (-2 * y[0]! * y[1]! - 1), 1000 * (1 - y[0]! * y[0]!)]);
    },
  ),
  classic(
    "orego",
    [1, 2, 3],
    1e-3,
    (_t, y, _p, out) => {
      const [a, b, c] = y as unknown as [number, number, number];
      out[0] = 77.27 * (b + a * (1 - 8.375e-6 * a - b));
      out[1] = (c - (1 + a) * b) / 77.27;
      out[2] = 0.161 * (a - c);
    },
    (_t, y, _p, out) => {
      const [a, b] = y as unknown as [number, number, number];
      out.set([77.27 * (1 - 2 * 8.375e-6 * a - b), 77.27 * (1 - a), 0]);
      out.set([-b / 77.27, -(1 + a) / 77.27, 1 / 77.27, 0.161, 0, -0.161], 3);
    },
  ),
  classic(
    "e5",
    [1.76e-3, 0, 0, 0],
    1e-13,
    (_t, y, _p, out) => {
      const [r1, r2] = [7.89e-10 * y[0]!, 1.1e7 * y[0]! * y[2]!];
      const [r3, r4] = [1.13e9 * y[1]! * y[2]!, 1.13e3 * y[3]!];
      out[0] = -r1 - r2;
      out[1] = r1 - r3;
      out[2] = r1 - r2 - r3 + r4;
      out[3] = r2 - r4;
    },
    (_t, y, _p, out) => {
      const [a, b, m, q] = [7.89e-10, 1.1e7, 1.13e9, 1.13e3];
      out.set([-a - b * y[2]!, 0, -b * y[0]!, 0, a, -m * y[2]!, -m * y[1]!, 0]);
      out.set([a - b * y[2]!, -m * y[2]!, -b * y[0]! - m * y[1]!, q, b * y[2]!, 0, b * y[0]!, -q], 8);
    },
  ),
];

type Rates = Parameters<typeof denseKernel>[0]["rates"];

function classic(name: string, initial: number[], share: number, rates: Rates, jacobian: Rates): Classic {
  const n = initial.length;
  const file = new URL(`../references/solve/${name}.csv`, import.meta.url);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const rows = lines.filter((line) => !/^[#t]/.test(line)).map((line) => line.split(",").map(Number));
  const reference = Float64Array.from(rows.flatMap((row) => row.slice(1)));
  const largest = Float64Array.from(initial, (y, i) =>
    Math.max(Math.abs(y), ...rows.map((row) => Math.abs(row[i + 1]!))),
  );
  const kernel = denseKernel({ n, initial, rates, jacobian });
  return { name, kernel, times: Float64Array.from(rows, (row) => row[0]!), reference, largest, share };
}

/**
 * Largest over report times of the root mean square over states of |y − y_ref| / (|y_ref| + largest/1000).
 */
export function errorOf(problem: Classic, states: Float64Array): number {
  const { n } = problem.kernel;
  let most = 0;
  for (let k = 0; k < problem.times.length; k++) {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const wanted = problem.reference[k * n + i]!;
      total += ((states[k * n + i]! - wanted) / (Math.abs(wanted) + 1e-3 * problem.largest[i]!)) ** 2;
    }
    most = Math.max(most, Math.sqrt(total / n));
  }
  return most;
}

/** Solves a classic at one tolerance. */
export function solveClassic(problem: Classic, method: Method, rtol: number): ReturnType<typeof solve> {
  const { kernel, times, largest, share } = problem;
  const atol = largest.map((y) => share * rtol * y);
  return solve({ kernel, parameters: new Float64Array(0), t0: 0, times }, { method, rtol, atol });
}
