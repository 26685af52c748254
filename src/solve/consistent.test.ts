import { describe, expect, test } from "vitest";
import { denseKernel, type FunctionSystem, settle, solve } from "./index.ts";

const options = { rtol: 1e-6, atol: 1e-9 };
const times = (...t: number[]): Float64Array => Float64Array.from(t);

/** A weak acid that is lost at rate p0: total T, hydrogen ions h from the balance h²/(K + h)·… of the pair. */
const acid = (initial: number[]): FunctionSystem => ({
  n: 2,
  mass: [1, 0],
  parameters: 1,
  events: 1,
  initial,
  rates: (_t, y, p, out) => {
    out[0] = -p[0]! * y[0]!;
    out[1] = y[1]! * y[1]! - 1.8e-5 * (y[0]! - y[1]!);
  },
  jacobian: (_t, y, p, out) => {
    out.set([-p[0]!, 0, -1.8e-5, 2 * y[1]! + 1.8e-5]);
  },
  fire: (_index, _t, y) => {
    y[0]! *= 100;
  },
});
const hydrogen = (total: number): number => (-1.8e-5 + Math.sqrt(1.8e-5 ** 2 + 4 * 1.8e-5 * total)) / 2;
const run = (system: FunctionSystem, at: Float64Array, more: object = {}) =>
  solve(
    {
      kernel: denseKernel(system),
      parameters: new Float64Array(system.parameters ?? 0).fill(0.1),
      t0: 0,
      times: at,
      ...more,
    },
    options,
  );

test.each([[1e-9], [1e-3], [1], [1e6]])(
  "a start of %d for an algebraic state is brought to its equation",
  (h) => {
    const { status, states } = run(acid([0.1, h]), times(0, 1));
    expect(status).toBe("done");
    expect(states[0]).toBe(0.1);
    expect(states[1]! / hydrogen(0.1)).toBeCloseTo(1, 8);
    expect(states[3]! / hydrogen(0.1 * Math.exp(-0.1))).toBeCloseTo(1, 5);
  },
);

test("a start that satisfies its equations keeps its bits", () => {
  const h = hydrogen(0.1);
  expect(run(acid([0.1, h]), times(0)).states[1]).toBe(h);
});

test("after an event the algebraic state follows the differential one, in what is reported there too", () => {
  const { status, states } = run(acid([0.1, 1]), times(0.5, 1, 2), { schedule: [{ t: 1, fire: [0] }] });
  expect(status).toBe("done");
  expect(states[2]! / (10 * Math.exp(-0.1))).toBeCloseTo(1, 5);
  expect(states[3]! / hydrogen(states[2]!)).toBeCloseTo(1, 8);
  expect(states[5]! / hydrogen(states[4]!)).toBeCloseTo(1, 4);
});

test("a trigger on an algebraic state that an event has moved fires at the same time", () => {
  const { fired, status } = run(
    {
      ...acid([0.1, 1]),
      roots: 1,
      events: 2,
      triggers: (_t, y, _p, out) => {
        out[0] = y[1]! - hydrogen(1);
      },
      fire: (index, _t, y) => {
        y[0] = index === 1 ? 10 : 0.1;
      },
    },
    times(2),
    { schedule: [{ t: 1, fire: [1] }] },
  );
  expect(status).toBe("done");
  expect(fired).toEqual([{ t: 1, event: 0 }]);
});

test("a parameter set at the start may be what makes it sound", () => {
  const system: FunctionSystem = {
    n: 1,
    mass: [0],
    parameters: 1,
    rates: (_t, y, p, out) => {
      out[0] = p[0]! * y[0]! - 6;
    },
  };
  const problem = { kernel: denseKernel(system), parameters: times(0), t0: 0, times: times(0, 1) };
  expect(solve(problem, options).status).toBe("inconsistent-start");
  const schedule = [{ t: 0, set: [{ parameter: 0, value: 2 }] }];
  const { status, states } = solve({ ...problem, schedule }, options);
  expect(status).toBe("done");
  expect(states[0]).toBeCloseTo(3, 12);
  expect(states[1]).toBeCloseTo(3, 12);
});

test("settling starts from consistent values", () => {
  const problem = { kernel: denseKernel(acid([0.1, 1])), parameters: times(0), t0: 0, times: times(1) };
  const rest = settle(problem, 1e4, new Int32Array(0), options);
  expect(rest.status).toBe("done");
  expect(rest.state[1]! / hydrogen(0.1)).toBeCloseTo(1, 8);
});

describe("what cannot be satisfied ends as a status that names the state and what to try", () => {
  const algebraic = (rates: FunctionSystem["rates"], initial = [1, 1, 1]): FunctionSystem => ({
    n: 3,
    mass: [1, 0, 0],
    initial,
    rates,
  });
  test.each<[string, FunctionSystem, RegExp]>([
    ["no root", algebraic((_t, y, _p, out) => out.set([0, y[1]! ** 2 + 1, y[2]! - 2])), /state 1.*start/],
    [
      "an equation without algebraic state",
      algebraic((_t, y, _p, out) => out.set([0, y[0]! - 2, y[2]!])),
      /equation of state 1 depends on no algebraic state.*differential/,
    ],
    [
      "a state in no equation",
      algebraic((_t, y, _p, out) => out.set([0, y[2]! - 2, y[2]! - y[0]! - 1])),
      /no algebraic equation fixes state 1/,
    ],
    [
      "equations that follow from each other",
      algebraic((_t, y, _p, out) => out.set([0, y[1]! + y[2]! - 3, 2 * y[1]! + 2 * y[2]! - 6.1])),
      /do not fix state 2.*singular/,
    ],
    [
      "a residual that is NaN",
      algebraic((_t, y, _p, out) => out.set([0, Math.log(y[1]!), y[2]! - 1]), [1, -1, 1]),
      /equation of state 1 is not a finite number/,
    ],
    [
      "a residual of 1e300",
      algebraic((_t, y, _p, out) => out.set([0, 1e300 * (y[1]! ** 2 + 1), y[2]! - 1])),
      /state 1/,
    ],
  ])("%s", (_name, system, sentence) => {
    const { status, message, states, tEnd, end } = run(system, times(0, 1));
    expect(status).toBe("inconsistent-start");
    expect(message).toMatch(sentence);
    expect(message).toContain("t = 0 s");
    expect(tEnd).toBe(0);
    expect([...end]).toEqual(system.initial);
    expect(states.every(Number.isNaN)).toBe(true);
  });
  test("after an event, where it stopped", () => {
    const system: FunctionSystem = {
      ...acid([0.1, 1]),
      fire: (_index, _t, y) => {
        y[0] = -1;
      },
    };
    const { status, message, states } = run(system, times(0.5, 1, 2), { schedule: [{ t: 1, fire: [0] }] });
    expect(status).toBe("inconsistent-start");
    expect(message).toMatch(/t = 1 s.*state 1/);
    expect(Number.isFinite(states[1]!)).toBe(true);
    expect(states.slice(2).every(Number.isNaN)).toBe(true);
  });
});
