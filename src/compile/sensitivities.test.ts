import fc from "fast-check";
import { expect, test } from "vitest";
import { Engine } from "#solve";
import {
  CompiledProgram,
  type CompiledSystem,
  compileSensitivities,
  compileSystem,
  instantiate,
  type System,
} from "./index.ts";

const tight = { rtol: 1e-9, atol: 1e-12 };

/** What is observed at a time, with some parameters changed. */
function observe(
  compiled: CompiledSystem,
  t: number,
  change: Readonly<Record<string, number>> = {},
  schedule: readonly { readonly t: number; readonly fire: readonly number[] }[] = [],
): Record<string, number> {
  const parameters = compiled.nominal();
  for (const [name, value] of Object.entries(change)) parameters[compiled.parameters.indexOf(name)] = value;
  const problem = { parameters, t0: 0, times: Float64Array.of(t), schedule };
  const { status, observed } = new Engine(compiled.program).solve(problem, tight);
  expect(status).toBe("done");
  return Object.fromEntries(compiled.observables.map((name, i) => [name, observed[i]!]));
}

test("of decay from a start that is a parameter they are what calculus says", () => {
  const decay = compileSystem({
    states: { y: "2*a" },
    parameters: { k: 0.7, a: 1.5 },
    rates: { y: "-k*y" },
    observables: { y: "y", square: "k*y^2" },
  });
  const found = observe(compileSensitivities(decay, ["k", "a"]), 2);
  const y = 3 * Math.exp(-1.4);
  expect(found["y"]).toBeCloseTo(y, 8);
  expect(found["y/k"]).toBeCloseTo(-2 * y, 8);
  expect(found["y/a"]).toBeCloseTo(y / 1.5, 8);
  expect(found["square/k"]).toBeCloseTo(y * y - 4 * 0.7 * y * y, 8);
  expect(found["square/a"]).toBeCloseTo((2 * 0.7 * y * y) / 1.5, 8);
});

test("doses that a schedule fires carry them over", () => {
  const dosed = compileSystem({
    states: { y: 1 },
    parameters: { k: 0.3, share: 0.25 },
    rates: { y: "-k*y" },
    events: { dose: { set: { y: "y*(1 - share) + 2*k" } } },
  });
  const found = observe(compileSensitivities(dosed, ["k", "share"]), 3, {}, [{ t: 1, fire: [0] }]);
  const [before, after] = [Math.exp(-0.3), Math.exp(-0.6)];
  expect(found["y"]).toBeCloseTo((before * 0.75 + 0.6) * after, 8);
  expect(found["y/k"]).toBeCloseTo((-before * 0.75 + 2) * after - 2 * (before * 0.75 + 0.6) * after, 8);
  expect(found["y/share"]).toBeCloseTo(-before * after, 8);
});

test("algebraic rows have them, too", () => {
  const buffered = compileSystem({
    states: { total: 1, free: 0.3 },
    parameters: { k: 0.5, K: 2 },
    rates: { total: "-k*free" },
    algebraic: { free: "total - free - free^2/K" },
  });
  const found = observe(compileSensitivities(buffered, ["K"]), 1.5);
  const h = 1e-4;
  const [above, below] = [observe(buffered, 1.5, { K: 2 + h }), observe(buffered, 1.5, { K: 2 - h })];
  for (const name of ["total", "free"])
    expect(found[`${name}/K`]).toBeCloseTo((above[name]! - below[name]!) / (2 * h), 6);
});

test("of random rate laws they are central differences of rates", () => {
  const law = fc.constantFrom(
    "k1*a*b",
    "k2*a/(k3 + a)",
    "k1*b^k2/(k3^k2 + b^k2)",
    "k3*exp(-k2*b)",
    "k1*max(a, k2)",
    "k2*ln(1 + k3*a)",
    "k1*sqrt(b + k3)",
    "k3*sin(k1*a)",
    "k1*tanh(k2 - b)",
  );
  fc.assert(
    fc.property(
      law,
      law,
      fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 }),
      (f, g, values) => {
        const system: System = {
          states: { a: 1, b: 1 },
          parameters: { k1: values[0]!, k2: values[1]!, k3: values[2]! },
          rates: { a: `${f} - a`, b: `${g} - b` },
        };
        const kernel = instantiate(compileSensitivities(compileSystem(system), ["k1", "k2", "k3"]).program);
        const y = new Float64Array(8);
        y.set(values.slice(3));
        const ratesAt = (p: readonly number[]): Float64Array => {
          const c = new Float64Array(kernel.constants);
          c.set(p);
          kernel.prepare(c);
          const out = new Float64Array(8);
          kernel.rates(0, y, c, out);
          return out;
        };
        const p = values.slice(0, 3);
        const exact = ratesAt(p);
        for (let k = 0; k < 3; k++) {
          const h = 1e-5;
          const moved = (by: number): Float64Array => ratesAt(p.map((x, i) => (i === k ? x + by : x)));
          const [above, below] = [moved(h), moved(-h)];
          for (let i = 0; i < 2; i++) {
            // Where a maximum changes hands a difference says nothing.
            if (Math.abs(values[3]! - values[1]!) < 1e-3) continue;
            const difference = (above[i]! - below[i]!) / (2 * h);
            expect(Math.abs(exact[2 * (k + 1) + i]! - difference)).toBeLessThan(
              1e-6 * (1 + Math.abs(difference)),
            );
          }
        }
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

test("of Michaelis–Menten they are what its implicit solution says", () => {
  // S + K·ln S = S0 + K·ln S0 − V·t, differentiated.
  const [V, K, S0, t] = [0.8, 0.6, 2, 2.1];
  const found = observe(
    compileSensitivities(
      compileSystem({ states: { S: "S0" }, parameters: { V, K, S0 }, rates: { S: "-V*S/(K + S)" } }),
      ["V", "K", "S0"],
    ),
    t,
  );
  const S = found["S"]!;
  expect(S + K * Math.log(S)).toBeCloseTo(S0 + K * Math.log(S0) - V * t, 8);
  expect(found["S/V"]).toBeCloseTo(-t / (1 + K / S), 7);
  expect(found["S/K"]).toBeCloseTo(Math.log(S0 / S) / (1 + K / S), 7);
  expect(found["S/S0"]).toBeCloseTo((1 + K / S0) / (1 + K / S), 7);
});

test("a parameter that an event sets takes its own with it", () => {
  const set = compileSystem({
    states: { y: 1 },
    parameters: { k: 0.4, q: 1, still: 3 },
    rates: { y: "-k*q*y" },
    events: { change: { set: { q: "2*y + k" } }, hold: { set: { k: "0.1", still: "7" } } },
  });
  const both = compileSensitivities(set, ["k", "q"]);
  // A state for each of k and q by each of k and q; `still` needs none.
  expect(both.states.slice(3)).toEqual(["k/k", "q/k", "k/q", "q/q"]);
  const found = observe(both, 3, {}, [
    { t: 1, fire: [0] },
    { t: 2, fire: [1] },
  ]);
  // y(1) = e^−kq, q₁ = 2·y(1) + k, ln y(2) = ln y(1) − k·q₁, ln y(3) = ln y(2) − 0.1·q₁.
  const first = Math.exp(-0.4);
  const q1 = 2 * first + 0.4;
  const y = first * Math.exp(-0.5 * q1);
  expect(found["y"]).toBeCloseTo(y, 8);
  expect(found["y/k"]).toBeCloseTo(y * (-1 - q1 - 0.5 * (1 - 2 * first)), 8);
  expect(found["y/q"]).toBeCloseTo(y * (-0.4 - 0.5 * 2 * first * -0.4), 8);
});

test("doses into a system with algebraic rows carry them over", () => {
  const buffered = compileSystem({
    states: { total: 1, free: 0.3 },
    parameters: { k: 0.5, K: 2, dose: 0.4 },
    rates: { total: "-k*free" },
    algebraic: { free: "total - free - free^2/K" },
    events: { dose: { set: { total: "total + dose*K" } } },
  });
  const names = ["k", "K", "dose"];
  const schedule = [
    { t: 0.5, fire: [0] },
    { t: 1, fire: [0] },
  ];
  const found = observe(compileSensitivities(buffered, names), 1.5, {}, schedule);
  const h = 1e-4;
  names.forEach((p, i) => {
    const at = (by: number) => observe(buffered, 1.5, { [p]: buffered.nominal()[i]! + by }, schedule);
    for (const name of ["total", "free"])
      expect(found[`${name}/${p}`]).toBeCloseTo((at(h)[name]! - at(-h)[name]!) / (2 * h), 6);
  });
});

test("of random networks they are central differences of runs, alone and in two lanes", () => {
  const species = fc.nat(3);
  const reaction = fc.record({ kind: fc.nat(2), from: species, with: species, to: species });
  const rate = fc.double({ min: 0.3, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(reaction, { minLength: 3, maxLength: 6 }),
      fc.array(rate, { minLength: 6, maxLength: 6 }),
      (reactions, constants) => {
        const rates: string[][] = [[], [], [], []];
        reactions.forEach((r, i) => {
          const law = [
            `p${i}*y${r.from}`,
            `p${i}*y${r.from}*y${r.with}`,
            `p${i}*y${r.from}/(p0 + y${r.from})`,
          ];
          rates[r.from]!.push(`-${law[r.kind]}`);
          rates[r.to]!.push(`+${law[r.kind]}`);
        });
        const compiled = compileSystem({
          states: { y0: "1 + p1", y1: 0.5, y2: 0.8, y3: "p2" },
          parameters: Object.fromEntries(constants.map((k, i) => [`p${i}`, k])),
          rates: Object.fromEntries(rates.map((terms, i) => [`y${i}`, `0${terms.join("")}`])),
        });
        const asked = ["p0", "p1", "p2"];
        const all = compileSensitivities(compiled, asked);
        const found = observe(all, 2);
        for (const p of asked) {
          const nominal = compiled.nominal()[compiled.parameters.indexOf(p)]!;
          const h = 1e-3 * nominal;
          const [above, below] = [h, -h].map((by) => observe(compiled, 2, { [p]: nominal + by })) as [
            Record<string, number>,
            Record<string, number>,
          ];
          for (const y of compiled.states) {
            const difference = (above[y]! - below[y]!) / (2 * h);
            expect(Math.abs(found[`${y}/${p}`]! - difference)).toBeLessThan(
              1e-5 * (1 + Math.abs(difference)),
            );
          }
        }
        const ends = [0, 1].map(() => new Float64Array(all.states.length));
        new Engine(all.program).run(
          [{ parameters: all.nominal() }, { parameters: all.nominal().map((p) => 1.1 * p) }],
          { t0: 0, tEnd: 2, times: new Float64Array(0), maxSteps: 100_000, ...tight },
          { end: (m) => ends[m]!, outcome: (_, { status }) => expect(status).toBe("done") },
        );
        expect(Array.from(ends[0]!)).toEqual(all.observables.map((name) => found[name]));
      },
    ),
    { seed: 6, numRuns: 30 },
  );
});

test("steps are held to their tolerance, even where the states themselves rest", () => {
  const swing = compileSystem({
    states: { x: 1, v: 0 },
    parameters: { k: 1 },
    rates: { x: "v", v: "-25*(x - k)" },
  });
  const compiled = compileSensitivities(swing, ["k"]);
  const problem = { parameters: compiled.nominal(), t0: 0, times: Float64Array.of(7) };
  const { end, stats } = new Engine(compiled.program).solve(problem, { rtol: 1e-6, atol: 1e-6 });
  expect(end[0]).toBeCloseTo(1, 12);
  expect(Math.abs(end[2]! - (1 - Math.cos(35)))).toBeLessThan(1e-4);
  expect(stats.steps).toBeGreaterThan(50);
});

test("counters of a model stay counters in its sensitivities", () => {
  const system = compileSystem({
    states: { a: 1, made: 0 },
    parameters: { k: 1 },
    rates: { a: "1 - k*a", made: "k*a" },
  });
  const counting = { ...system, program: new CompiledProgram(system.equations, 1, [], Int32Array.of(1)) };
  expect([...compileSensitivities(counting, ["k"]).program.counters]).toEqual([1, 3]);
});

test("what they cannot follow is refused by name", () => {
  const moved = { states: { y: 1 }, parameters: { k: 1 }, rates: { y: "-k*y" } };
  const triggered = compileSystem({ ...moved, events: { low: { when: "y < 0.5", set: { y: "1" } } } });
  expect(() => compileSensitivities(triggered, ["k"])).toThrow(
    expect.objectContaining({ code: "unsupported-feature" }),
  );
  expect(() => compileSensitivities(compileSystem(moved), ["q"])).toThrow(
    expect.objectContaining({ code: "unknown-name" }),
  );
});
