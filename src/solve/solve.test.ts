import { expect, test } from "vitest";
import {
  denseKernel,
  type FunctionSystem,
  rodas4,
  rodas5p,
  type SolveOptions,
  settle,
  solve,
} from "./index.ts";

const none = new Float64Array(0);
const tight: SolveOptions = { rtol: 1e-9, atol: 1e-12, method: rodas5p };
const times = (...t: number[]): Float64Array => Float64Array.from(t);

/** First-order decay at rate p0; event 0 adds a dose of 1. */
const decay = denseKernel({
  n: 1,
  parameters: 1,
  events: 1,
  initial: [0],
  rates: (_t, y, p, out) => {
    out[0] = -p[0]! * y[0]!;
  },
  jacobian: (_t, _y, p, out) => {
    out[0] = -p[0]!;
  },
  fire: (_index, _t, y) => {
    y[0]! += 1;
  },
});

/** What is left at t of unit doses at 0, 6, 12, … up to and with t, at rate k. */
const repeated = (t: number, k: number): number =>
  Array.from({ length: Math.floor(t / 6) + 1 }, (_, i) => Math.exp(-k * (t - 6 * i))).reduce(
    (a, b) => a + b,
    0,
  );

const sixHourly = Array.from({ length: 5 }, (_, i) => ({ t: 6 * i, fire: [0] }));

test("repeated doses of a decaying drug follow their closed form, each dose in at its time", () => {
  const at = times(0, 1, 5.999, 6, 6.001, 17, 24, 30);
  const { states, status } = solve(
    { kernel: decay, parameters: times(0.3), t0: 0, times: at, schedule: sixHourly },
    tight,
  );
  expect(status).toBe("done");
  at.forEach((t, k) => {
    const wanted = t < 24 ? repeated(t, 0.3) : repeated(24, 0.3) * Math.exp(-0.3 * (t - 24));
    expect(states[k]! / wanted).toBeCloseTo(1, 8);
  });
});

test("outputs do not change the steps", () => {
  const problem = { kernel: decay, parameters: times(0.3), t0: 0, schedule: sixHourly };
  const few = solve({ ...problem, times: times(30) }, tight);
  const many = solve({ ...problem, times: Float64Array.from({ length: 301 }, (_, i) => i / 10) }, tight);
  expect(many.stats).toEqual(few.stats);
  expect(many.end).toEqual(few.end);
});

test("several interventions at one time act in the order given, parameters before events", () => {
  const kernel = denseKernel({
    n: 1,
    parameters: 1,
    events: 2,
    initial: [1],
    rates: (_t, _y, _p, out) => {
      out[0] = 0;
    },
    fire: (index, _t, y, p) => {
      y[0] = index === 0 ? y[0]! + p[0]! : 2 * y[0]!;
    },
  });
  const schedule = [
    { t: 1, fire: [0], set: [{ parameter: 0, value: 5 }] },
    { t: 1, fire: [1, 0] },
    { t: 0.5, fire: [1] },
  ];
  const { states } = solve(
    { kernel, parameters: times(0), t0: 0, times: times(0.4, 0.5, 1), schedule },
    tight,
  );
  expect([...states]).toEqual([1, 2, 19]);
});

test("a parameter changes at its time to the digit, and the caller's parameters stay as they are", () => {
  const parameters = times(1);
  const schedule = [{ t: 1, set: [{ parameter: 0, value: 2 }] }];
  const { states } = solve(
    { kernel: decay, parameters, start: times(1), t0: 0, times: times(1, 2), schedule },
    tight,
  );
  expect(states[0]).toBeCloseTo(Math.exp(-1), 9);
  expect(states[1]).toBeCloseTo(Math.exp(-3), 9);
  expect([...parameters]).toEqual([1]);
});

const still: FunctionSystem = {
  n: 1,
  initial: [0],
  rates: (_t, _y, _p, out) => {
    out[0] = 1;
  },
};

test("a dose after the last report does nothing; one before the start is refused", () => {
  const problem = { kernel: decay, parameters: times(1), t0: 0, times: times(1) };
  expect(solve({ ...problem, schedule: [{ t: 2, fire: [0] }] }, tight).end[0]).toBe(0);
  expect(() => solve({ ...problem, schedule: [{ t: -1, fire: [0] }] }, tight)).toThrow("out-of-range");
  expect(() => solve({ ...problem, schedule: [{ t: 1, fire: [1] }] }, tight)).toThrow("event 1");
});

test("after a dose that changes nothing the steps stay long", () => {
  const kernel = denseKernel({
    n: 1,
    events: 1,
    initial: [1],
    rates: (_t, y, _p, out) => {
      out[0] = -1e-6 * y[0]!;
    },
  });
  const schedule = Array.from({ length: 50 }, (_, i) => ({ t: 2 * i + 1, fire: [0] }));
  const { stats } = solve(
    { kernel, parameters: none, t0: 0, times: times(100), schedule },
    { rtol: 1e-5, atol: 1e-9 },
  );
  expect(stats.steps).toBeLessThan(75);
});

test("a threshold is crossed at its analytic time", () => {
  const kernel = denseKernel({
    n: 1,
    roots: 1,
    initial: [1],
    rates: (_t, y, _p, out) => {
      out[0] = -y[0]!;
    },
    triggers: (_t, y, _p, out) => {
      out[0] = 0.25 - y[0]!;
    },
    fire: (_index, _t, y) => {
      y[0] = 1;
    },
  });
  const { fired, states } = solve({ kernel, parameters: none, t0: 0, times: times(1, 3, 5) }, tight);
  expect(fired.map((f) => f.event)).toEqual([0, 0, 0]);
  fired.forEach(({ t }, i) => {
    expect(t).toBeCloseTo((i + 1) * Math.log(4), 7);
  });
  expect(states[2]).toBeCloseTo(Math.exp(-(5 - 3 * Math.log(4))), 7);
});

const ball = denseKernel({
  n: 2,
  roots: 1,
  initial: [10, 0],
  rates: (_t, y, _p, out) => {
    out.set([y[1]!, -9.81]);
  },
  jacobian: (_t, _y, _p, out) => {
    out.set([0, 1, 0, 0]);
  },
  triggers: (_t, y, _p, out) => {
    out[0] = -y[0]!;
  },
  fire: (_index, _t, y) => {
    y[0] = 0;
    y[1] = -0.8 * y[1]!;
  },
});

test("a ball bounces at its analytic times", () => {
  const { fired, status } = solve({ kernel: ball, parameters: none, t0: 0, times: times(8) }, tight);
  expect(status).toBe("done");
  let wanted = Math.sqrt(20 / 9.81);
  let flight = 2 * wanted * 0.8;
  for (const { t } of fired) {
    expect(Math.abs(t - wanted)).toBeLessThan(1e-9);
    wanted += flight;
    flight *= 0.8;
  }
  // 1.43, 3.71, 5.54 and 7.00 s; the fifth bounce is due at 8.17 s.
  expect(fired.length).toBe(4);
});

test("a ball whose bounces pile up ends as a status, not in an endless loop", () => {
  const { status, message } = solve(
    { kernel: ball, parameters: none, t0: 0, times: times(20) },
    { ...tight, maxSteps: 20_000 },
  );
  expect(["step-too-small", "too-many-steps"]).toContain(status);
  expect(message).toMatch(/t = 12\.\d+ s.*state/);
});

test("a trigger that rises and falls within one step is found", () => {
  const kernel = denseKernel({
    n: 1,
    roots: 1,
    initial: [0],
    rates: still.rates,
    triggers: (_t, y, _p, out) => {
      out[0] = 4 - Math.abs(y[0]! - 50);
    },
  });
  // Above zero from 46 to 54 only, inside the step from 40 to 60.
  const { fired } = solve({ kernel, parameters: none, t0: 0, times: times(100) }, { ...tight, hFixed: 20 });
  expect(fired.length).toBe(1);
  expect(fired[0]!.t).toBeCloseTo(46, 9);
});

test("triggers that rise together fire in order, and what they set off fires at the same time", () => {
  const log: number[] = [];
  const kernel = denseKernel({
    n: 2,
    roots: 3,
    initial: [0, 0],
    rates: (_t, _y, _p, out) => {
      out.set([1, 0]);
    },
    triggers: (_t, y, _p, out) => {
      out.set([y[0]! - 1, y[1]! - 0.5, y[0]! - 1]);
    },
    fire: (index, _t, y) => {
      log.push(index);
      if (index === 2) y[1] = 1;
    },
  });
  const { fired } = solve({ kernel, parameters: none, t0: 0, times: times(3) }, tight);
  expect(log).toEqual([0, 2, 1]);
  expect(new Set(fired.map((f) => f.t)).size).toBe(1);
});

test("two events that set each other off for ever end as a status that names one", () => {
  const kernel = denseKernel({
    n: 1,
    roots: 2,
    initial: [0],
    rates: still.rates,
    triggers: (_t, y, _p, out) => {
      out.set([y[0]! - 1, 1 - y[0]!]);
    },
    fire: (index, _t, y) => {
      y[0] = index === 0 ? 0 : 2;
    },
  });
  const { status, message } = solve({ kernel, parameters: none, t0: 0, times: times(3) }, tight);
  expect(status).toBe("step-too-small");
  expect(message).toContain("keeps firing");
});

test("a trigger true at the start fires when asked to, one made true by a dose always", () => {
  const kernel = denseKernel({
    n: 1,
    roots: 1,
    initial: [2],
    events: 2,
    rates: (_t, _y, _p, out) => {
      out[0] = 0;
    },
    triggers: (_t, y, _p, out) => {
      out[0] = y[0]! - 1;
    },
    fire: (index, _t, y) => {
      y[0] = index === 0 ? 0 : 3;
    },
  });
  const problem = { kernel, parameters: none, t0: 0, times: times(0, 1, 2) };
  expect([...solve(problem, tight).states]).toEqual([2, 2, 2]);
  expect([...solve(problem, { ...tight, fireAtStart: true }).states]).toEqual([0, 0, 0]);
  const dosed = solve({ ...problem, start: times(0), schedule: [{ t: 1, fire: [1] }] }, tight);
  expect([...dosed.states]).toEqual([0, 0, 0]);
  expect(dosed.fired).toEqual([{ t: 1, event: 0 }]);
});

test("a root on the time of an intervention or of the end leaves no sliver of a step", () => {
  const kernel = denseKernel({
    n: 1,
    roots: 1,
    initial: [0],
    rates: still.rates,
    events: 2,
    triggers: (_t, y, _p, out) => {
      // Closer than a step can be, and further than what sums round.
      out[0] = y[0]! - (1 - 1e-14);
    },
    fire: (index, _t, y) => {
      y[0] = index === 0 ? 5 : 10 * y[0]!;
    },
  });
  const problem = { kernel, parameters: none, t0: 0 };
  const { states, status } = solve(
    { ...problem, times: times(1, 2), schedule: [{ t: 1, fire: [1] }] },
    tight,
  );
  expect(status).toBe("done");
  expect(states[0]).toBeCloseTo(50, 9);
  expect(states[1]).toBeCloseTo(51, 9);
  expect(solve({ ...problem, times: times(1) }, tight).status).toBe("done");
});

test("what is so for a moment is seen at multiples of the time between looks, however long steps are", () => {
  const kernel = denseKernel({
    n: 1,
    roots: 1,
    initial: [0],
    rates: still.rates,
    events: 1,
    triggers: (t, _y, _p, out) => {
      out[0] = 0.01 - Math.abs(t - 30);
    },
    fire: (_index, _t, y) => {
      y[0] = 0;
    },
  });
  const problem = { kernel, parameters: none, t0: 0, times: times(100) };
  expect(solve(problem, tight).fired).toEqual([]);
  const { fired, states } = solve(problem, { ...tight, lookEvery: 10 });
  expect(fired.map(({ event }) => event)).toEqual([0]);
  expect(fired[0]!.t).toBeCloseTo(29.99, 9);
  expect(states[0]).toBeCloseTo(70.01, 9);
});

test("roots closer to an intervention than time can resolve a step happen at it", () => {
  // At t = 10⁶ s neighbouring times are 1.2e-10 s apart, and no step can be shorter than four of them.
  for (let early = 0; early < 2e-9; early += 1e-10) {
    const kernel = denseKernel({
      n: 1,
      roots: 1,
      initial: [0],
      rates: still.rates,
      triggers: (_t, y, _p, out) => {
        out[0] = y[0]! - (1 - early);
      },
      fire: (_index, _t, y) => {
        y[0] = 5;
      },
    });
    const problem = { kernel, parameters: none, t0: 1e6, times: times(1e6 + 1, 1e6 + 2) };
    const { status, fired, states } = solve({ ...problem, schedule: [{ t: 1e6 + 1 }] }, tight);
    expect(status).toBe("done");
    expect(fired.length).toBe(1);
    expect(states[1]).toBeCloseTo(6, 8);
  }
});

test("interventions that follow each other closely do not shorten the steps after them", () => {
  const kernel = denseKernel({
    n: 1,
    events: 1,
    initial: [1],
    rates: (_t, y, _p, out) => {
      out[0] = -1e-6 * y[0]!;
    },
  });
  const schedule = Array.from({ length: 40 }, (_, i) => ({ t: 20 * Math.floor(i / 2) + 1 + 1e-6 * (i % 2) }));
  const problem = { kernel, parameters: none, t0: 0, times: times(400), schedule };
  const { stats } = solve(problem, { rtol: 1e-5, atol: 1e-9 });
  expect(stats.steps).toBeLessThan(70);
});

test("rates that are not finite give a status with time, step and state", () => {
  const kernel = denseKernel({
    n: 2,
    initial: [1, 1],
    rates: (_t, _y, _p, out) => {
      out.set([0, Number.NaN]);
    },
  });
  const { status, message, states } = solve({ kernel, parameters: none, t0: 0, times: times(0, 1) }, tight);
  expect(status).toBe("not-finite");
  expect(message).toMatch(/not finite .* t = 0 s.*state 1/);
  expect([...states]).toEqual([1, 1, Number.NaN, Number.NaN]);
});

test("NaN beyond a border of the state is a rejected step while the solution stays inside", () => {
  const kernel = denseKernel({
    n: 1,
    initial: [1],
    rates: (_t, y, _p, out) => {
      out[0] = y[0]! < 0 ? Number.NaN : -Math.sqrt(y[0]!) * y[0]!;
    },
    jacobian: (_t, y, _p, out) => {
      out[0] = -1.5 * Math.sqrt(y[0]!);
    },
  });
  const { status, end } = solve(
    { kernel, parameters: none, t0: 0, times: times(10) },
    { rtol: 1e-6, atol: 1e-9, hStart: 10 },
  );
  expect(status).toBe("done");
  expect(end[0]).toBeCloseTo(1 / 36, 6);
});

test("a solution that blows up stops before its pole", () => {
  const kernel = denseKernel({
    n: 1,
    initial: [1],
    rates: (_t, y, _p, out) => {
      out[0] = y[0]! * y[0]!;
    },
  });
  const { status, tEnd, message } = solve(
    { kernel, parameters: none, t0: 0, times: times(2) },
    { rtol: 1e-6, atol: 1e-9 },
  );
  expect(["step-too-small", "not-finite"]).toContain(status);
  expect(tEnd).toBeCloseTo(1, 3);
  expect(message).toContain("state 0");
});

test("too few steps allowed is told", () => {
  const { status, message } = solve(
    { kernel: ball, parameters: none, t0: 0, times: times(8) },
    { ...tight, maxSteps: 3 },
  );
  expect(status).toBe("too-many-steps");
  expect(message).toMatch(/^3 steps did not reach the end/);
});

test("a matrix that only pivoting can factorise is solved all the same", () => {
  // The kernel's own factorisation always fails, as one without pivoting does on a zero diagonal.
  const kernel = { ...decay, factor: () => false };
  const { status, states } = solve(
    { kernel, parameters: times(1), start: times(1), t0: 0, times: times(1) },
    tight,
  );
  expect(status).toBe("done");
  expect(states[0]).toBeCloseTo(Math.exp(-1), 8);
});

test("time in the rates is followed to the tolerance", () => {
  const kernel = denseKernel({
    n: 1,
    initial: [0],
    autonomous: false,
    rates: (t, y, _p, out) => {
      out[0] = -1000 * (y[0]! - Math.sin(t)) + Math.cos(t);
    },
  });
  for (const method of [rodas4, rodas5p]) {
    const { states } = solve(
      { kernel, parameters: none, t0: 0, times: times(1, 5) },
      { rtol: 1e-6, atol: 1e-9, method },
    );
    expect(states[0]).toBeCloseTo(Math.sin(1), 5);
    expect(states[1]).toBeCloseTo(Math.sin(5), 5);
  }
});

test("values too small to matter become zero instead of denormal, larger ones keep their bits", () => {
  const problem = { kernel: decay, parameters: times(0), t0: 0, times: times(1) };
  expect(solve({ ...problem, start: times(1e-220) }, tight).end[0]).toBe(0);
  expect(solve({ ...problem, start: times(1.1e-183) }, tight).end[0]).toBe(1.1e-183);
});

test("a run that ends where it starts reports its start", () => {
  const { status, states, stats } = solve(
    { kernel: decay, parameters: times(1), start: times(3), t0: 2, times: times(2) },
    tight,
  );
  expect(status).toBe("done");
  expect([...states]).toEqual([3]);
  expect(stats.steps).toBe(0);
});

test("a problem that cannot be posed is refused with what is wrong", () => {
  const problem = { kernel: decay, parameters: times(1), t0: 0, times: times(1) };
  expect(() => solve({ ...problem, parameters: none }, tight)).toThrow("mismatch-shape");
  expect(() => solve({ ...problem, times: times(2, 1) }, tight)).toThrow("does not follow");
  expect(() => solve({ ...problem, times: times(Number.NaN) }, tight)).toThrow("does not follow");
  expect(() => solve({ ...problem, start: times(1, 2) }, tight)).toThrow("start values");
  expect(() => solve(problem, { rtol: 0, atol: 1 })).toThrow("rtol");
  expect(() => solve(problem, { rtol: 1e-3, atol: -1 })).toThrow("atol");
  expect(() => solve(problem, { rtol: 1e-3, atol: times(1, 1) })).toThrow("absolute tolerances");
  expect(() => solve(problem, { rtol: 1e-3, atol: 1, hMax: 0 })).toThrow("hMax");
});

const relaxing = denseKernel({
  n: 2,
  parameters: 1,
  initial: [0, 7],
  rates: (_t, y, p, out) => {
    out.set([p[0]! - y[0]!, y[0]!]);
  },
});

test("settling finds the rest, stops when it is there, and sets counters back", () => {
  const problem = { kernel: relaxing, parameters: times(4), t0: 0, times: times(1) };
  const rest = settle(problem, 1e6, Int32Array.of(1), { rtol: 1e-6, atol: 1e-9 });
  expect(rest.status).toBe("done");
  expect(rest.state[0]).toBeCloseTo(4, 10);
  expect(rest.state[1]).toBe(7);
  expect(rest.restlessness).toBeLessThanOrEqual(1);
  expect(rest.steps).toBeLessThan(60);
});

test("what is not at rest after the horizon is told by its restlessness", () => {
  const problem = { kernel: relaxing, parameters: times(4), t0: 0, times: times(1) };
  const rest = settle(problem, 1, Int32Array.of(1), { rtol: 1e-6, atol: 1e-9 });
  expect(rest.status).toBe("done");
  expect(rest.time).toBe(1);
  expect(rest.state[0]).toBeCloseTo(4 * (1 - Math.exp(-1)), 4);
  expect(rest.restlessness).toBeGreaterThan(1e3);
});

test("a system without rest fails as a status", () => {
  const kernel = denseKernel({
    n: 1,
    initial: [1],
    rates: (_t, y, _p, out) => {
      out[0] = y[0]! * y[0]!;
    },
  });
  const rest = settle({ kernel, parameters: none, t0: 0, times: times(1) }, 100, none32, {
    rtol: 1e-6,
    atol: 1e-9,
  });
  expect(rest.status).not.toBe("done");
  expect(rest.message).toContain("state 0");
});

const none32 = new Int32Array(0);
