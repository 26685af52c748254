import { describe, expect, test } from "vitest";
import { compileSystem, type System } from "#compile";
import type { Solution } from "#solve";
import { KationError } from "#units";
import { ways } from "./engines.ts";

/** A second, harmless state `q` before the one that makes trouble, so that naming the first is not enough. */
const beside = (system: Partial<System> & Pick<System, "states" | "rates">): System => ({
  ...system,
  states: { q: 1, ...system.states },
  rates: { q: "-q", ...system.rates },
});

/** What is thrown, as the error of the house. */
function refusal(attempt: () => unknown): KationError {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(KationError);
    return error as KationError;
  }
  throw new Error("nothing was thrown");
}

describe.each(ways)("$name", ({ solve }) => {
  /** Solves to t = 2, in at most 20 000 steps. */
  const run = (system: System, change: { times?: number[]; parameters?: Float64Array } = {}): Solution =>
    solve(compileSystem(system), { times: [0, 0.5, 2], ...change }, { maxSteps: 20_000 });

  const expectFault = (
    { status, message, states, tEnd }: Solution,
    statuses: Solution["status"][],
    sentence: RegExp,
  ): void => {
    expect(statuses).toContain(status);
    expect(message).toMatch(sentence);
    expect(message).toMatch(/t = [\d.e+-]+ s/);
    expect(tEnd).toBeLessThan(2);
    expect(Number.isNaN(states.at(-1))).toBe(true);
  };

  describe("mass matrices that determine nothing are told at the start", () => {
    test("an algebraic equation without an algebraic state", () => {
      const system: System = {
        states: { q: 1, y: 1, z: 1 },
        rates: { q: "-q", y: "-y" },
        algebraic: { z: "y - 1" },
      };
      expectFault(
        run(system),
        ["inconsistent-start"],
        /state 2 depends on no algebraic state.*make the state/,
      );
    });

    test("an algebraic equation that follows from another", () => {
      const system: System = {
        states: { y: 1, z: 1, w: 1 },
        rates: { y: "-y" },
        algebraic: { z: "z + w - y", w: "2*z + 2*w - 2*y" },
      };
      expectFault(run(system), ["inconsistent-start"], /do not fix state [12].*replace an equation/);
    });

    test("one that becomes singular on the way stops there", () => {
      // z = √y until y reaches zero at t = 1.
      const system: System = {
        states: { y: 1, z: 1 },
        rates: { y: "-1" },
        algebraic: { z: "z*z - y" },
      };
      const solution = run(system);
      expectFault(solution, ["step-too-small", "not-finite", "too-many-steps"], /state 1/);
      expect(solution.tEnd).toBeCloseTo(1, 3);
      expect(solution.states[3]).toBeCloseTo(Math.SQRT1_2, 6);
    });
  });

  test("a solution that blows up in finite time stops at its pole, and what came before is right", () => {
    const solution = run(beside({ states: { y: 1 }, rates: { y: "y^2" } }));
    expectFault(solution, ["step-too-small", "not-finite"], /state 1.*end before/);
    expect(solution.tEnd).toBeCloseTo(1, 6);
    expect(solution.states[3]).toBeCloseTo(2, 7);
  });

  test("a solution beyond all numbers stops before it is one", () => {
    const solution = solve(compileSystem(beside({ states: { y: 1 }, rates: { y: "y" } })), {
      times: [0, 1, 1000],
    });
    expect(solution.status).not.toBe("done");
    expect(solution.message).toMatch(/t = 70\d\.\d+ s.*state 1/);
    expect(solution.states[3]! / Math.E).toBeCloseTo(1, 7);
  });

  test("rates of 1e300 are followed where they lead to numbers, and refused where they do not", () => {
    const steady = run(beside({ states: { y: 1 }, rates: { y: "1e300" } }));
    expect(steady.status).toBe("done");
    expect(steady.end[1]! / 2e300).toBeCloseTo(1, 9);
    const falling = run(beside({ states: { y: 1 }, rates: { y: "-1e300*y" } }));
    expect(falling.status).toBe("done");
    expect(Math.abs(falling.end[1]!)).toBeLessThan(1e-9);
    expect(falling.end[0]).toBeCloseTo(Math.exp(-2), 8);
    const rising = run(beside({ states: { y: 1 }, rates: { y: "1e300*y^2" } }));
    expectFault(rising, ["step-too-small", "not-finite"], /t = 0 s.*state 1/);
  });

  // An L-stable method takes what grows too fast for a long step to zero, its embedded one as well.
  test("growth at a rate of 1e300 1/s is refused", () => {
    expect(run(beside({ states: { y: 1 }, rates: { y: "1e300*y" } })).status).not.toBe("done");
  });

  test("tolerances that hold nothing are refused, an absolute one of zero is not", () => {
    const decay = compileSystem({ states: { y: 1, z: 0, w: 0 }, rates: { y: "-y", z: "y", w: "0*y" } });
    for (const options of [{ rtol: 0, atol: 0 }, { rtol: 0 }, { rtol: Number.NaN }, { atol: Number.NaN }]) {
      const error = refusal(() => solve(decay, { times: [1] }, options));
      expect(error.code).toBe("out-of-range");
      expect(error.what).toMatch(/^[ra]tol is (0|NaN)$/);
      expect(error.why).toMatch(/\w{2,}/);
      expect(error.fix).toMatch(/\w{2,}/);
    }
    const { status, end } = solve(decay, { times: [1] }, { atol: 0 });
    expect(status).toBe("done");
    expect(end[1]).toBeCloseTo(1 - Math.exp(-1), 7);
    expect(end[2]).toBe(0);
  });

  test("times that lead nowhere are refused with both times", () => {
    const decay = compileSystem({ states: { y: 1 }, rates: { y: "-y" } });
    const fault = (t0: number, ...times: number[]): string => {
      const error = refusal(() => solve(decay, { t0, times }));
      expect(["mismatch-shape", "out-of-range"]).toContain(error.code);
      expect(error.fix).toMatch(/\w{2,}/);
      return error.what;
    };
    expect(fault(5, 1)).toMatch(/1 s does not follow 5 s/);
    expect(fault(0, 1, 0.5)).toMatch(/0.5 s does not follow 1 s/);
    expect(fault(0, Infinity)).toMatch(/Infinity/);
    expect(fault(0)).toMatch(/no times/);
    expect(fault(Number.NaN, 1)).toMatch(/t0 is NaN/);
    expect(fault(-Infinity, 1)).toMatch(/t0 is -Infinity/);
  });

  test("a model without states runs to its end and reports nothing", () => {
    const { status, states, end } = run({ states: {}, rates: {} });
    expect(status).toBe("done");
    expect([states.length, end.length]).toEqual([0, 0]);
  });

  test("a model without states still has observables and events in time", () => {
    const system: System = {
      states: {},
      parameters: { p: 1 },
      rates: {},
      observables: { o: "p*t" },
      events: { later: { when: "t > 1", set: { p: "10" } } },
    };
    const { status, observed, fired } = run(system);
    expect(status).toBe("done");
    expect([...observed]).toEqual([0, 0.5, 20]);
    expect(fired.length).toBe(1);
  });

  test("parameters and start values that are no numbers stop at the start, at the state that reads them", () => {
    const system = beside({ states: { y: 1 }, parameters: { k: 1 }, rates: { y: "-k*y" } });
    for (const value of [Number.NaN, Infinity]) {
      const solution = run(system, { parameters: Float64Array.of(value) });
      expectFault(solution, ["not-finite"], /t = 0 s.*state 1.*parameters/);
    }
    const start = run(beside({ states: { y: "k" }, parameters: { k: Number.NaN }, rates: { y: "-y" } }));
    expectFault(start, ["not-finite"], /t = 0 s.*state 1.*start values/);
  });

  test("an event that sets what is no number stops at its time", () => {
    for (const set of [{ y: "sqrt(0 - y)" }, { k: "sqrt(0 - y)" }]) {
      const system = beside({
        states: { y: 1 },
        parameters: { k: 1 },
        rates: { y: "-k*y" },
        events: { e: { when: "t > 1", set } },
      });
      const solution = run(system);
      expectFault(solution, ["not-finite"], /t = (1|1\.0000000\d*|0\.9999999\d*) s.*state 1/);
      expect(solution.states[3]).toBeCloseTo(Math.exp(-0.5), 8);
    }
  });

  test("rates that jump against each other end as a status in a bounded number of steps", () => {
    const solution = run(beside({ states: { y: 1 }, rates: { y: "piecewise(-1, y > 0.4, 1)" } }));
    expectFault(solution, ["too-many-steps", "step-too-small"], /state [01].*(maxSteps|event)/);
    expect(solution.stats.steps + solution.stats.rejected).toBeLessThanOrEqual(20_000);
  });
});

test("a chain of 5000 species is solved or refused in seconds", () => {
  const n = 5000;
  const names = Array.from({ length: n }, (_, i) => `s${i}`);
  const system = compileSystem({
    states: Object.fromEntries(names.map((s, i) => [s, i === 0 ? 1 : 0])),
    parameters: { k: 5 },
    rates: Object.fromEntries(names.map((s, i) => [s, i === 0 ? "-k*s0" : `k*s${i - 1} - k*s${i}`])),
  });
  for (const { solve } of ways) {
    const begun = performance.now();
    const { status, message, end } = solve(system, { times: [1] }, { rtol: 1e-5, atol: 1e-9 });
    expect(performance.now() - begun).toBeLessThan(10_000);
    if (status !== "done") {
      expect(message).toMatch(/t = .*s/);
      continue;
    }
    // What has left i pools after a time is distributed as a Poisson count of mean 5.
    let wanted = Math.exp(-5);
    for (let i = 0; i < 40; i++) {
      expect(Math.abs(end[i]! - wanted)).toBeLessThan(1e-5);
      wanted *= 5 / (i + 1);
    }
  }
}, 60_000);
