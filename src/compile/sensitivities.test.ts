import fc from "fast-check";
import { expect, test } from "vitest";
import { Engine } from "#solve";
import {
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

test("what they cannot follow is refused by name", () => {
  const moved = { states: { y: 1 }, parameters: { k: 1 }, rates: { y: "-k*y" } };
  const triggered = compileSystem({ ...moved, events: { low: { when: "y < 0.5", set: { y: "1" } } } });
  expect(() => compileSensitivities(triggered, ["k"])).toThrow(
    expect.objectContaining({ code: "unsupported-feature" }),
  );
  const set = compileSystem({ ...moved, events: { change: { set: { k: "2*y" } } } });
  expect(() => compileSensitivities(set, ["k"])).toThrow(
    expect.objectContaining({ code: "unsupported-feature" }),
  );
  expect(() => compileSensitivities(compileSystem(moved), ["q"])).toThrow(
    expect.objectContaining({ code: "unknown-name" }),
  );
});
