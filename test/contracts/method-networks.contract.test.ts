import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledSystem, compileSystem, instantiate, type System } from "#compile";
import { engines, methods, ways } from "./engines.ts";

/** A closed mass-action network: every reaction turns one or two molecules into as many. */
interface Network {
  readonly species: number;
  /** Species used, species made, log10 of the rate constant. */
  readonly reactions: readonly { readonly from: number[]; readonly to: number[]; readonly log: number }[];
  readonly start: readonly number[];
}

const networks: fc.Arbitrary<Network> = fc.integer({ min: 2, max: 8 }).chain((species) => {
  const one = fc.integer({ min: 0, max: species - 1 });
  const side = (order: number): fc.Arbitrary<number[]> =>
    fc.array(one, { minLength: order, maxLength: order });
  return fc.record({
    species: fc.constant(species),
    reactions: fc.array(
      fc.integer({ min: 1, max: 2 }).chain((order) =>
        fc.record({
          from: side(order),
          to: side(order),
          log: fc.double({ min: -4, max: 4, noNaN: true }),
        }),
      ),
      { minLength: 1, maxLength: 12 },
    ),
    start: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: species, maxLength: species }),
  });
});

/** The network as a text system; rate constants are parameters. */
function written({ species, reactions, start }: Network): System {
  const names = Array.from({ length: species }, (_, i) => `s${i}`);
  const rates = names.map(() => "0");
  const define: Record<string, string> = {};
  reactions.forEach(({ from, to }, r) => {
    define[`v${r}`] = [`k${r}`, ...from.map((i) => names[i])].join("*");
    for (const i of from) rates[i] += ` - v${r}`;
    for (const i of to) rates[i] += ` + v${r}`;
  });
  return {
    states: Object.fromEntries(names.map((s, i) => [s, start[i]!])),
    parameters: Object.fromEntries(reactions.map(({ log }, r) => [`k${r}`, 10 ** log])),
    define,
    rates: Object.fromEntries(names.map((s, i) => [s, rates[i]!])),
  };
}

/** Functions that a rate law may hold, of states a and b between 0.2 and 2. */
const laws = [
  "p*a*b",
  "p*a/(q + a)",
  "p*a^2.5/(q^2.5 + a^2.5)",
  "p*exp(-a*b)",
  "ln(1 + a)*b",
  "sqrt(a + b)",
  "p*sin(a*t) + b",
  "tanh(a - b)",
  "(a + b)^3/(1 + a*b)",
  "max(a, b)*p",
  "p*a*exp(-q*t)",
];

const near = (a: number, b: number, scale: number, share: number): void => {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(share * scale);
};

/** The symbolic derivatives of a system against central differences of its rates, at one point. */
function expectDerivatives(system: CompiledSystem, t: number, y: Float64Array): void {
  const kernel = instantiate(system.program);
  const { n, pattern } = kernel;
  const c = new Float64Array(kernel.constants);
  c.set(system.nominal());
  kernel.prepare(c);
  const jac = new Float64Array(pattern.columns.length);
  kernel.jacobian(t, y, c, jac);
  const [above, below] = [new Float64Array(n), new Float64Array(n)];
  const moved = y.slice();
  for (let j = 0; j < n; j++) {
    const h = 2 ** -17 * Math.max(Math.abs(y[j]!), 2 ** -4);
    moved[j] = y[j]! + h;
    kernel.rates(t, moved, c, above);
    moved[j] = y[j]! - h;
    kernel.rates(t, moved, c, below);
    moved[j] = y[j]!;
    for (let i = 0; i < n; i++) {
      let exact = 0;
      for (let k = pattern.starts[i]!; k < pattern.starts[i + 1]!; k++)
        if (pattern.columns[k] === j) exact = jac[k]!;
      // Rounding of the difference, and its own error of h².
      const noise = Math.max(Math.abs(above[i]!), Math.abs(below[i]!)) / h;
      near((above[i]! - below[i]!) / (2 * h), exact, Math.abs(exact) + 1e-6 * noise + 1e-3, 1e-6);
    }
  }
  if (kernel.autonomous) return;
  const exact = new Float64Array(n);
  kernel.timeDerivative(t, y, c, exact);
  const h = 2 ** -17;
  kernel.rates(t + h, y, c, above);
  kernel.rates(t - h, y, c, below);
  for (let i = 0; i < n; i++)
    near((above[i]! - below[i]!) / (2 * h), exact[i]!, Math.abs(exact[i]!) + 1e-3, 1e-6);
}

describe("symbolic derivatives equal central differences", () => {
  test("of random mass-action networks", () => {
    fc.assert(
      fc.property(networks, (network) => {
        expectDerivatives(compileSystem(written(network)), 0, Float64Array.from(network.start));
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test("of random rate laws with time in them", () => {
    const value = fc.double({ min: 0.2, max: 2, noNaN: true });
    const sum = fc.array(fc.constantFrom(...laws), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sum, sum, fc.tuple(value, value, value, value, value), (one, two, [a, b, p, q, t]) => {
        // Not where max has its corner.
        fc.pre(Math.abs(a - b) > 1e-3);
        const system = compileSystem({
          states: { a: 1, b: 1 },
          parameters: { p, q },
          rates: { a: one.join(" + "), b: two.join(" - ") },
        });
        expectDerivatives(system, t, Float64Array.of(a, b));
      }),
      { seed: 12, numRuns: 60 },
    );
  });
});

describe.each(ways)("$name", ({ solve }) => {
  test("closed networks keep their sum to 1e-10", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const system = compileSystem(written(network));
        const { status, states } = solve(system, { times: [0.1, 1, 10] }, { rtol: 1e-4, atol: 1e-8 });
        expect(status).toBe("done");
        const total = network.start.reduce((a, b) => a + b, 0);
        for (let k = 0; k < 3; k++) {
          let sum = 0;
          for (let i = 0; i < network.species; i++) sum += states[k * network.species + i]!;
          near(sum, total, 1 + total, 1e-10);
        }
      }),
      { seed: 13, numRuns: 40 },
    );
  });

  test("amounts stay above zero but for the absolute tolerance", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const system = compileSystem(written(network));
        const { states } = solve(system, { times: [0.01, 0.1, 1, 10] }, { rtol: 1e-6, atol: 1e-9 });
        expect(states.every((y) => y > -1e-8)).toBe(true);
      }),
      { seed: 14, numRuns: 40 },
    );
  });
});

test("all engines and methods agree on random networks", () => {
  fc.assert(
    fc.property(networks, (network) => {
      const system = compileSystem(written(network));
      const [first, ...others] = ways.map(({ solve }) => {
        const { status, states } = solve(system, { times: [0.1, 1, 10] }, { rtol: 1e-8, atol: 1e-10 });
        expect(status).toBe("done");
        return states;
      });
      for (const states of others)
        states.forEach((y, k) => {
          near(y, first![k]!, 1 + Math.abs(y), 1e-6);
        });
    }),
    { seed: 15, numRuns: 40 },
  );
});

test("every way stands in the list once", () => {
  expect(new Set(ways.map(({ name }) => name)).size).toBe(engines.length * methods.length);
});
