import { describe, expect, test } from "vitest";
import { type CompiledSystem, compileSystem, instantiate } from "#compile";
import { rodas5p } from "../methods/index.ts";
import { solve } from "../solve.ts";
import { Engine } from "./engine.ts";
import { Machine, type Member, type Outcome } from "./machine.ts";

const options = { rtol: 1e-7, atol: 1e-10 };
const times = Float64Array.of(0, 0.4, 0.8, 1.2, 2);

/** Runs members together; by member its outcome, rows of states, end and events. */
function together(compiled: CompiledSystem, members: readonly Member[], more: object = {}) {
  const { n } = compiled.program.shape;
  const all = members.map(() => ({
    states: new Float64Array(times.length * n),
    end: new Float64Array(n),
    fired: [] as { event: number; t: number }[],
    outcome: undefined as Outcome | undefined,
  }));
  new Engine(compiled.program).run(
    members,
    { ...options, t0: 0, tEnd: 2, times, maxSteps: 5000, ...more },
    {
      states: (m) => all[m]!.states,
      end: (m) => all[m]!.end,
      fired: (m, event, t) => all[m]!.fired.push({ event, t }),
      outcome: (m, outcome) => {
        all[m]!.outcome = outcome;
      },
    },
  );
  return all;
}

/** w = y and z = 2y where p is 0, when both diagonal entries of the algebraic rows vanish; `idle` states do nothing. */
function crossed(idle: number): CompiledSystem {
  const others = Array.from({ length: idle }, (_, i) => `idle${i}`);
  return compileSystem({
    states: { y: 1, count: 0, ...Object.fromEntries(others.map((s) => [s, 1])), z: 0, w: 0 },
    parameters: { p: 0, k: 1 },
    rates: { y: "-k*y", count: "0", ...Object.fromEntries(others.map((s) => [s, `-${s}`])) },
    algebraic: { z: "p*z + w - y", w: "z + p*w - 2*y" },
    events: {
      first: { when: "y < 0.7", set: { count: "count + 1" } },
      second: { when: "w + z < 0.6", set: { count: "count + 10" } },
    },
  });
}

describe.each([0, 8])("pivots that vanish, with %i idle states", (idle) => {
  const compiled = crossed(idle);
  const { n } = compiled.program.shape;
  const expectExact = (states: Float64Array, k: number): void => {
    times.forEach((t, row) => {
      const at = (i: number): number => states[row * n + i]!;
      const y = Math.exp(-k * t);
      expect(at(0)).toBeCloseTo(y, 6);
      expect(at(n - 2)).toBeCloseTo(2 * y, 6);
      expect(at(n - 1)).toBeCloseTo(y, 6);
    });
  };

  test("are left to exchanges, in the module's sight", () => {
    const code = compiled.program.machine(rodas5p, 2);
    const outcomes: number[] = [];
    const weak = new Machine(code).run(
      [Float64Array.of(0, 1), Float64Array.of(3, 1), Float64Array.of(0, 2)].map((parameters) => ({
        parameters,
      })),
      { ...options, t0: 0, tEnd: 2, times, maxSteps: 5000 },
      { outcome: (member) => outcomes.push(member) },
    );
    expect(weak.map(({ member }) => member)).toEqual([0, 2]);
    expect(outcomes).toEqual([1]);
  });

  test("give right results for one member", () => {
    const run = new Engine(compiled.program).solve(
      { parameters: Float64Array.of(0, 1), t0: 0, times },
      options,
    );
    expect(run.status).toBe("done");
    expectExact(run.states, 1);
    expect(run.fired.map(({ event }) => event)).toEqual([0, 1]);
    expect(run.fired[0]!.t).toBeCloseTo(-Math.log(0.7), 6);
    expect(run.fired[1]!.t).toBeCloseTo(Math.log(5), 6);
  });

  test("give right results among members without, each told once", () => {
    const members = [0, 3, 0, -2, 0.5, 0].map((p, i) => ({ parameters: Float64Array.of(p, 1 + i / 4) }));
    const all = together(compiled, members);
    all.forEach(({ states, outcome, fired, end }, i) => {
      const k = 1 + i / 4;
      expect(outcome!.status).toBe("done");
      expect(states[0]).toBe(1);
      if (members[i]!.parameters[0] === 0) expectExact(states, k);
      expect(fired.filter(({ event }) => event === 0)).toHaveLength(1);
      expect(fired.find(({ event }) => event === 0)!.t).toBeCloseTo(-Math.log(0.7) / k, 6);
      expect(end.slice(0, 1)).toEqual(states.slice(-n, 1 - n));
      const alone = together(compiled, [members[i]!])[0]!;
      expect(alone).toEqual(all[i]);
    });
  });

  test("that vanish on the way, too; events before that are not told again", () => {
    const schedule = [{ t: 1, set: [{ parameter: 0, value: 0 }] }];
    const weak = { parameters: Float64Array.of(3, 1), schedule };
    const [a, b] = together(compiled, [weak, { parameters: Float64Array.of(3, 1) }]);
    expect(a!.outcome!.status).toBe("done");
    expect(a!.fired.filter(({ event }) => event === 0)).toHaveLength(1);
    expect(a!.fired[0]!.t).toBeCloseTo(b!.fired[0]!.t, 8);
    expect(a!.states[4 * n + n - 1]).toBeCloseTo(Math.exp(-2), 6);
    expect(a!.states[4 * n + n - 2]).toBeCloseTo(2 * Math.exp(-2), 6);
    const javascript = solve({ ...weak, kernel: instantiate(compiled.program), t0: 0, times }, options);
    expect(a!.fired.map(({ event }) => event)).toEqual(javascript.fired.map(({ event }) => event));
    a!.states.forEach((x, i) => {
      expect(x).toBeCloseTo(javascript.states[i]!, 6);
    });
  });

  test("come to rest as well", () => {
    const rest = { t0: -100, tEnd: 0, times: new Float64Array(0), restTime: 100 };
    const [a, b] = together(
      compiled,
      [0, 3].map((p) => ({ parameters: Float64Array.of(p, 1) })),
      rest,
    );
    for (const { end, outcome } of [a!, b!]) {
      expect(outcome!.status).toBe("done");
      expect(outcome!.rest).toBeLessThanOrEqual(1);
      expect(outcome!.tEnd).toBeLessThan(0);
      expect(Math.max(...[0, n - 2, n - 1].map((i) => Math.abs(end[i]!)))).toBeLessThan(1e-9);
    }
  });
});

test("rows behind a failure are no numbers, rows before it are results, the end is where it stopped", () => {
  const compiled = compileSystem({
    states: { x: 1, y: 1 },
    parameters: { blow: 0 },
    rates: { x: "blow*x^2", y: "-y" },
  });
  const members = [1, 0, 0.1, 2, 1e300].map((blow) => ({ parameters: Float64Array.of(blow) }));
  const all = together(compiled, members);
  expect(all.map(({ outcome }) => outcome!.status === "done")).toEqual([false, true, true, false, false]);
  all.forEach(({ states, outcome, end }, i) => {
    const [blow] = members[i]!.parameters as unknown as [number];
    times.forEach((t, row) => {
      const [x, y] = states.subarray(2 * row, 2 * row + 2);
      if (t > outcome!.tEnd) {
        expect([x, y]).toEqual([Number.NaN, Number.NaN]);
        return;
      }
      expect(x! * (1 - blow * t)).toBeCloseTo(1, 5);
      expect(y).toBeCloseTo(Math.exp(-t), 6);
    });
    if (blow > 0.5 && blow < 10) expect(outcome!.tEnd).toBeCloseTo(1 / blow, 5);
    expect(outcome!.message === "").toBe(outcome!.status === "done");
    expect(end[1]).toBeCloseTo(Math.exp(-outcome!.tEnd), 6);
  });
});

test("members beyond a chunk of memory are carried as those within", () => {
  const compiled = compileSystem({ states: { y: 1 }, parameters: { k: 1 }, rates: { y: "-k*y" } });
  const rows = Float64Array.from({ length: 4001 }, (_, i) => i / 2000);
  const members = Array.from({ length: 200 }, (_, i) => ({ parameters: Float64Array.of(0.5 + i / 50) }));
  const last = new Float64Array(members.length);
  const place = new Float64Array(rows.length);
  new Engine(compiled.program).run(
    members,
    { ...options, t0: 0, tEnd: 2, times: rows, maxSteps: 5000 },
    {
      states: () => place,
      outcome: (member, { status }) => {
        expect(status).toBe("done");
        last[member] = place.at(-1)!;
      },
    },
  );
  members.forEach(({ parameters: [k] }, i) => {
    expect(last[i]).toBeCloseTo(Math.exp(-2 * k!), 6);
  });
});

test("a member that runs into a singularity ends there, whoever leaves and enters the lane beside it", () => {
  const compiled = compileSystem({
    states: { y: 1, z: 0, w: 0 },
    parameters: { p: 3, cut: 10 },
    rates: { y: "-y*sqrt(cut - t)" },
    algebraic: { z: "p*z + w - y", w: "z + p*w - 2*y" },
  });
  // No root of cut − t behind t = 1/2; without p every member is soon left to exchanges.
  const lost = { parameters: Float64Array.of(3, 0.5) };
  const weak = { parameters: Float64Array.of(0, 10) };
  const [alone] = together(compiled, [lost]);
  expect(alone!.outcome!.status).toBe("not-finite");
  expect(alone!.outcome!.tEnd).toBeCloseTo(0.5, 12);
  const all = together(compiled, [weak, lost, ...new Array<Member>(30).fill(weak)]);
  expect(all[1]).toEqual(alone);
});

test("a row is the same to the bit alone, beside the next one, beside another member's, and behind an event", () => {
  const compiled = compileSystem({
    states: { x: 1, y: 0, z: 2 },
    parameters: { k: 1 },
    rates: { x: "-k*x", y: "k*x - y", z: "sin(t) - z" },
    events: { dose: { when: "y > 0.3", set: { x: "x + 1" } } },
    observables: { ratio: "x/(1 + y)", wave: "exp(-t)*z + k", again: "x/(1 + y) + t" },
  });
  const engine = new Engine(compiled.program);
  const members = [1, 3, 0.2].map((k) => ({ parameters: Float64Array.of(k) }));
  const rows = Float64Array.from({ length: 25 }, (_, i) => i / 12);
  const [n, width] = [3, 3];
  const ensemble = members.map(() => ({
    states: new Float64Array(rows.length * n),
    observed: new Float64Array(rows.length * width),
  }));
  engine.run(
    members,
    { ...options, method: rodas5p, t0: 0, tEnd: 2, times: rows, maxSteps: 5000 },
    {
      states: (m) => ensemble[m]!.states,
      observed: (m) => ensemble[m]!.observed,
      outcome: (_m, { status }) => expect(status).toBe("done"),
    },
  );
  let events = 0;
  members.forEach((member, m) => {
    const single = { ...options, method: rodas5p };
    const all = engine.solve({ ...member, t0: 0, times: rows }, single);
    events += all.fired.length;
    expect(all.states).toEqual(ensemble[m]!.states);
    expect(all.observed).toEqual(ensemble[m]!.observed);
    rows.forEach((t, row) => {
      const few = engine.solve({ ...member, t0: 0, times: Float64Array.of(t, 2) }, single);
      expect(few.observed.subarray(0, width)).toEqual(all.observed.subarray(row * width, (row + 1) * width));
      const [x, y] = all.states.subarray(row * n, row * n + 2) as unknown as [number, number];
      const [ratio, , again] = few.observed;
      expect(ratio).toBeCloseTo(x / (1 + y), 14);
      expect(again).toBeCloseTo(ratio! + t, 14);
    });
  });
  expect(events).toBeGreaterThan(0);
});
