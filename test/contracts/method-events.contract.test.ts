import { describe, expect, test } from "vitest";
import { compileSystem } from "#compile";
import { ways } from "./engines.ts";

/** A clock `x` from 0 with slope 1 beside what a test needs. */
const clock = { states: { x: 0 }, rates: { x: "1" } };

describe.each(ways)("$name", ({ solve }) => {
  const ball = compileSystem({
    states: { height: 10, speed: 0 },
    parameters: { g: 9.81, kept: 0.8 },
    rates: { height: "speed", speed: "-g" },
    events: { bounce: { when: "height < 0", set: { height: "0", speed: "-kept*speed" } } },
  });
  /** Time of each bounce. */
  const bounces = (count: number): number[] => {
    const first = Math.sqrt(20 / 9.81);
    return Array.from({ length: count }, (_, i) => first + (2 * first * (0.8 - 0.8 ** (i + 1))) / (1 - 0.8));
  };

  test("a ball bounces thirty times at its analytic times and keeps its share of energy at each", () => {
    const at = bounces(31);
    // Between bounces: half way from one to the next, where the ball is highest.
    const times = at.slice(0, 30).map((t, i) => 0.5 * (t + at[i + 1]!));
    const { status, fired, states } = solve(ball, { times });
    expect(status).toBe("done");
    expect(fired.length).toBe(30);
    fired.forEach(({ t }, i) => {
      expect(Math.abs(t - at[i]!)).toBeLessThan(1e-10);
    });
    times.forEach((_, i) => {
      const energy = 9.81 * states[2 * i]! + 0.5 * states[2 * i + 1]! ** 2;
      expect(energy / (98.1 * 0.64 ** (i + 1))).toBeCloseTo(1, 6);
    });
  });

  test("a ball stops bouncing in finite time: a status that names time and state, in a bounded number of steps", () => {
    const { status, message, tEnd, stats } = solve(ball, { times: [20] }, { maxSteps: 20_000 });
    expect(["step-too-small", "too-many-steps"]).toContain(status);
    expect(tEnd).toBeCloseTo(bounces(200).at(-1)!, 3);
    expect(message).toMatch(/t = 12\.\d+ s.*state [01]/);
    expect(stats.steps + stats.rejected).toBeLessThanOrEqual(20_000);
  });

  describe("repeated dosing of one compartment", () => {
    const body = compileSystem({
      states: { amount: 0 },
      parameters: { k: 0.1, dose: 100, input: 0 },
      rates: { amount: "input - k*amount" },
      events: { give: { set: { amount: "amount + dose" } } },
    });
    const [dose, input] = [1, 2];

    test("a loading dose and nine doses at 24 h follow their superposition", () => {
      const schedule = [
        { t: 0, set: [{ parameter: dose, value: 200 }], fire: [0] },
        { t: 24, set: [{ parameter: dose, value: 100 }], fire: [0] },
        ...Array.from({ length: 8 }, (_, i) => ({ t: 24 * (i + 2), fire: [0] })),
      ];
      const wanted = (t: number): number =>
        2 * 100 * Math.exp(-0.1 * t) +
        [...Array(9).keys()]
          .map((i) => 24 * (i + 1))
          .reduce((sum, at) => sum + (at <= t ? 100 * Math.exp(-0.1 * (t - at)) : 0), 0);
      const times = [0, 1e-6, 12, 23.999, 24, 48, 100, 216, 240, 300];
      const { status, states, fired } = solve(body, { times, schedule });
      expect(status).toBe("done");
      times.forEach((t, k) => {
        expect(states[k]! / wanted(t)).toBeCloseTo(1, 7);
      });
      expect(fired).toEqual([]);
    });

    test("an infusion switched on and off follows its closed form", () => {
      const schedule = [0, 24, 48].flatMap((t) => [
        { t, set: [{ parameter: input, value: 50 }] },
        { t: t + 2, set: [{ parameter: input, value: 0 }] },
      ]);
      const one = (t: number): number =>
        t <= 0 ? 0 : (50 / 0.1) * (Math.exp(-0.1 * Math.max(0, t - 2)) - Math.exp(-0.1 * t));
      const times = [1, 2, 10, 24, 26, 50, 72];
      const { states } = solve(body, { times, schedule });
      times.forEach((t, k) => {
        expect(states[k]! / (one(t) + one(t - 24) + one(t - 48))).toBeCloseTo(1, 7);
      });
    });

    test("a dose at the last report is in it", () => {
      const { states, end } = solve(body, { times: [24], schedule: [{ t: 24, fire: [0] }] });
      expect(states[0]).toBe(100);
      expect(end[0]).toBe(100);
    });
  });

  test("events of one instant fire in the order they are written, each on what the one before left", () => {
    const [twice, more] = [
      { when: "x > 1", set: { y: "2*y" } },
      { when: "x - 1 > 0", set: { y: "y + 3" } },
    ];
    const base = { states: { ...clock.states, y: 1 }, rates: { ...clock.rates, y: "0" } };
    const one = solve(compileSystem({ ...base, events: { twice, more } }), { times: [2] });
    const other = solve(compileSystem({ ...base, events: { more, twice } }), { times: [2] });
    expect([one.end[1], other.end[1]]).toEqual([5, 8]);
    expect(one.fired.map((f) => f.event)).toEqual([0, 1]);
    expect(new Set(one.fired.map((f) => f.t)).size).toBe(1);
  });

  test("an event that an event of the same instant makes untrue fires all the same", () => {
    const system = compileSystem({
      states: { ...clock.states, y: 0 },
      rates: { ...clock.rates, y: "0" },
      events: { back: { when: "x > 1", set: { x: "0" } }, mark: { when: "x > 1", set: { y: "y + 1" } } },
    });
    const { end, fired } = solve(system, { times: [2.5] });
    expect(fired.map((f) => f.event)).toEqual([0, 1, 0, 1]);
    expect(end[0]).toBeCloseTo(0.5, 9);
    expect(end[1]).toBe(2);
  });

  test("assignments of one event all read the values before it", () => {
    const system = compileSystem({
      states: { ...clock.states, a: 1, b: 2 },
      parameters: { p: 5 },
      rates: { ...clock.rates, a: "0", b: "0" },
      events: { swap: { when: "x > 1", set: { a: "b + p", b: "a", p: "a*10" } } },
      observables: { a: "a", b: "b", p: "p" },
    });
    expect([...solve(system, { times: [2] }).observed]).toEqual([7, 1, 10]);
  });

  test("what an event or a schedule sets off happens at the same time", () => {
    const system = compileSystem({
      states: { ...clock.states, y: 0, z: 0 },
      parameters: { limit: 100 },
      rates: { ...clock.rates, y: "0", z: "0" },
      events: {
        last: { when: "y > 1.5", set: { z: "x" } },
        next: { when: "y > 0.5", set: { y: "2" } },
        first: { when: "x > limit", set: { y: "1" } },
      },
    });
    const alone = solve(system, { times: [3] }, {});
    expect(alone.fired).toEqual([]);
    const schedule = [{ t: 1, set: [{ parameter: 0, value: 0.5 }] }];
    const { fired, end } = solve(system, { times: [3], schedule });
    expect(fired).toEqual([
      { t: 1, event: 2 },
      { t: 1, event: 1 },
      { t: 1, event: 0 },
    ]);
    expect(end[2]).toBeCloseTo(1, 12);
  });

  test("a rise and fall, and a fall and rise, within one step are both found", () => {
    const system = compileSystem({
      ...clock,
      events: {
        inside: { when: "4 - abs(x - 50) > 0", set: {} },
        outside: { when: "abs(x - 50) - 4 > 0", set: {} },
      },
    });
    // In the step from 40 to 60 one is above zero from 46 to 54, the other is not.
    const { fired } = solve(system, { times: [100] }, { hFixed: 20 });
    expect(fired.map((f) => f.event)).toEqual([0, 1]);
    expect(fired[0]!.t).toBeCloseTo(46, 9);
    expect(fired[1]!.t).toBeCloseTo(54, 9);
  });

  test("only rises fire: a wave does once a period, its mirror half a period later", () => {
    const system = compileSystem({
      states: { s: 0, c: 1 },
      rates: { s: "c", c: "-s" },
      events: { up: { when: "s > 0.5", set: {} }, down: { when: "s < 0.5", set: {} } },
    });
    const { fired } = solve(system, { times: [19] });
    const of = (event: number): number[] => fired.filter((f) => f.event === event).map((f) => f.t);
    const wanted = (first: number): number[] => [0, 1, 2].map((i) => first + 2 * Math.PI * i);
    for (const [event, first] of [
      [0, Math.PI / 6],
      [1, (5 * Math.PI) / 6],
    ] as const) {
      expect(of(event).length).toBe(3);
      of(event).forEach((t, i) => {
        expect(t).toBeCloseTo(wanted(first)[i]!, 7);
      });
    }
  });

  test("time itself may trigger, once for each rise", () => {
    const system = compileSystem({
      states: { y: 0 },
      rates: { y: "0" },
      events: { tick: { when: "sin(2*t) > 0", set: { y: "y + 1" } } },
    });
    const { fired, end } = solve(system, { t0: 0.1, times: [10] }, { hMax: 0.5 });
    expect(end[0]).toBe(3);
    fired.forEach(({ t }, i) => {
      expect(t).toBeCloseTo(Math.PI * (i + 1), 9);
    });
  });

  const jump = compileSystem({ ...clock, events: { jump: { when: "x > 1", set: { x: "x + 10" } } } });

  test("at the time of an event the report is of before or after it as their times say, and after it always after", () => {
    const { states, fired, status } = solve(jump, { times: [0.5, 1, 1 + 1e-9, 2] });
    expect(status).toBe("done");
    expect(fired.length).toBe(1);
    expect(Math.abs(fired[0]!.t - 1)).toBeLessThan(1e-11);
    expect(states[1]).toBeCloseTo(fired[0]!.t <= 1 ? 11 : 1, 8);
    expect(states[2]).toBeCloseTo(11, 8);
    expect(states[3]).toBeCloseTo(12, 8);
  });

  test("an event at the end fires at it or not at all", () => {
    const { status, states, end, tEnd, fired } = solve(jump, { times: [1] });
    expect(status).toBe("done");
    expect(tEnd).toBe(1);
    expect(end[0]).toBeCloseTo(fired.length > 0 ? 11 : 1, 8);
    expect(states[0]).toBe(end[0]);
    for (const { t } of fired) expect(t).toBeCloseTo(1, 11);
  });

  test("a trigger at zero at the start fires when it rises and not when it falls", () => {
    const system = compileSystem({
      ...clock,
      events: { rises: { when: "x > 0", set: {} }, falls: { when: "x < 0", set: {} } },
    });
    const { fired } = solve(system, { times: [0, 1] });
    expect(fired.map((f) => f.event)).toEqual([0]);
    expect(fired[0]!.t).toBeLessThan(1e-9);
  });

  test("a trigger above zero at the start waits, unless asked to fire", () => {
    const system = compileSystem({ ...clock, events: { reset: { when: "x < 1", set: { x: "x + 5" } } } });
    expect(solve(system, { times: [0, 2] }).fired).toEqual([]);
    const { fired, states } = solve(system, { times: [0, 2] }, { fireAtStart: true });
    expect(fired).toEqual([{ t: 0, event: 0 }]);
    expect(states[0]).toBe(5);
    expect(states[1]).toBeCloseTo(7, 9);
  });

  test("after an event the algebraic states fit again, in what is reported at it too", () => {
    // A pool that is half free, half bound at equilibrium; a dose at 1, a second one set off by falling below 1.
    const system = compileSystem({
      states: { total: 4, free: 1 },
      rates: { total: "-free" },
      algebraic: { free: "free*free + free - total" },
      events: { give: { set: { total: "total + 8" } }, again: { when: "total < 1", set: { total: "2" } } },
    });
    const times = [0, 0.5, 1, 1 + 1e-9, 2, 3, 6, 12];
    const { states, status, fired } = solve(system, { times, schedule: [{ t: 1, fire: [0] }] });
    expect(status).toBe("done");
    expect(fired.length).toBeGreaterThan(0);
    times.forEach((_, k) => {
      const [total, free] = [states[2 * k]!, states[2 * k + 1]!];
      // Between the ends of steps it is the interpolant that is reported.
      expect(Math.abs(free * free + free - total) / total).toBeLessThan(k === 0 || k === 2 ? 1e-11 : 1e-6);
    });
    expect(states[4]! - states[6]!).toBeCloseTo(0, 7);
  });
});
