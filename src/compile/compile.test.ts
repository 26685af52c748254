import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "#expr";
import { Draft, type Model, sourced } from "#model";
import { planLu, type SparsePattern, solve } from "#solve";
import { compile, equations, instantiate } from "./index.ts";

const known = (text: string): ReturnType<typeof sourced> =>
  sourced(text, { grade: "C", why: "a test", dist: "fixed" });

/** A → B → C with a saturating step, in one compartment. */
function chain(): Model {
  const d = new Draft("chain");
  d.setting("V", "1 L", "L", "volume");
  d.compartment("pot", { label: "pot", size: "V" });
  d.parameter("k", known("0.5 1/s"));
  d.parameter("V_max", known("2 mM/s"));
  d.parameter("K", known("0.7 mM"));
  d.species("A", { label: "A", at: "pot", initial: "3 [mM]" });
  d.species("B", { label: "B", at: "pot" });
  d.species("C", { label: "C", at: "pot" });
  d.reaction("one", "A -> B", { at: "pot", rate: "k*A" });
  d.reaction("two", "B -> C", { at: "pot", rate: "V_max*B/(K + B)" });
  d.observe("sum", { label: "sum", unit: "mM", expr: "A + B + C" });
  return d.finish();
}

describe("a compiled network", () => {
  const compiled = compile(chain());
  const kernel = instantiate(compiled.program);
  test("has the states in the order of declaration and the initial values in base units", () => {
    expect(compiled.states).toEqual(["A", "B", "C"]);
    const y = new Float64Array(3);
    kernel.initial(withConstants(compiled), y);
    expect([...y]).toEqual([3, 0, 0]);
  });
  test("follows its analytic solution", () => {
    const run = solve(
      { kernel, parameters: compiled.nominal(), t0: 0, times: Float64Array.of(1, 4) },
      { rtol: 1e-8, atol: 1e-12 },
    );
    expect(run.states[0]).toBeCloseTo(3 * Math.exp(-0.5), 6);
    expect(run.observed[1]).toBeCloseTo(3, 9);
  });
  test("new parameters need no new code: what hangs on them is found anew by prepare", () => {
    const c = withConstants(compiled);
    c[compiled.parameters.indexOf("k")] = 2;
    kernel.prepare(c);
    const out = new Float64Array(3);
    kernel.rates(0, Float64Array.of(1, 0, 0), c, out);
    expect(out[0]).toBe(-2);
  });
  test("has one hash for one structure, and one kernel", () => {
    expect(compile(chain()).program.hash).toBe(compiled.program.hash);
    expect(instantiate(compile(chain()).program)).toBe(kernel);
  });
});

function withConstants(compiled: ReturnType<typeof compile>): Float64Array {
  const kernel = instantiate(compiled.program);
  const c = new Float64Array(kernel.constants);
  c.set(compiled.nominal());
  kernel.prepare(c);
  return c;
}

/** Rate laws of many shapes over four species. */
const laws = [
  "k1*A",
  "k1*A*B",
  "V1*A/(K1 + A)",
  "V1*A^n/(K1^n + A^n)",
  "k1*A*exp(-B/K1)",
  "k1*sqrt(A^2 + B^2)",
  "V1*max(A - B, 0 [mM])/K1",
  "piecewise(k1*A, A > B, k1*B)",
  "V1*tanh(A/K1)",
  "k1*A^2.5/K1^1.5",
  "V1*ln(1 + A/K1)",
  "k1*abs(A - B)",
];

function randomModel(picks: readonly { law: number; a: number; b: number; to: number }[]): Model {
  const d = new Draft("random");
  d.setting("V", "1 L", "L", "volume");
  d.compartment("pot", { label: "pot", size: "V" });
  const names = ["W", "X", "Y", "Z"];
  for (const name of names) d.species(name, { label: name, at: "pot", initial: "1 [mM]" });
  d.parameter("k1", known("0.8 1/s"));
  d.parameter("V1", known("1.3 mM/s"));
  d.parameter("K1", known("0.6 mM"));
  d.parameter("n", known("2.2"));
  picks.forEach(({ law, a, b, to }, i) => {
    const rate = laws[law]!.replace("k1*A*B", "k1*A*B/K1").replaceAll(
      /\b[AB]\b/g,
      (x) => names[x === "A" ? a : b]!,
    );
    d.reaction(`r${i}`, `${names[a]} -> ${names[to === a ? (to + 1) % 4 : to]}`, { at: "pot", rate });
  });
  return d.finish();
}
const picks = fc.array(
  fc.record({ law: fc.nat(laws.length - 1), a: fc.nat(3), b: fc.nat(3), to: fc.nat(3) }),
  { minLength: 1, maxLength: 7 },
);
const state = fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });

describe("any network", () => {
  test("has the rates of its laws and the Jacobian of their differences", () => {
    fc.assert(
      fc.property(picks, state, (chosen, values) => {
        const model = randomModel(chosen);
        const compiled = compile(model);
        const kernel = instantiate(compiled.program);
        const c = withConstants(compiled);
        const y = Float64Array.from(values);
        const rates = new Float64Array(4);
        kernel.rates(0, y, c, rates);
        const expected = new Float64Array(4);
        const lookup = (name: string): number | undefined => {
          const i = compiled.states.indexOf(name);
          return i >= 0 ? y[i]! : c[compiled.parameters.indexOf(name)];
        };
        for (const r of model.reactions) {
          const rate = evaluate(r.rate, lookup);
          for (const p of r.reactants) expected[compiled.states.indexOf(p.species)]! -= rate;
          for (const p of r.products) expected[compiled.states.indexOf(p.species)]! += rate;
        }

        const off = expected.map((x, i) => Math.abs(x - rates[i]!) - 1e-12 * Math.max(1, Math.abs(x)));
        expect(Math.max(...off)).toBeLessThanOrEqual(0);
        checkJacobian(kernel, c, y);
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});

function checkJacobian(kernel: ReturnType<typeof instantiate>, c: Float64Array, y: Float64Array): void {
  const { n, pattern } = kernel;
  const values = new Float64Array(pattern.columns.length);
  kernel.jacobian(0, y, c, values);
  const [up, down] = [new Float64Array(n), new Float64Array(n)];
  for (let j = 0; j < n; j++) {
    const h = 1e-6;
    const moved = y.slice();
    moved[j] = y[j]! + h;
    kernel.rates(0, moved, c, up);
    moved[j] = y[j]! - h;
    kernel.rates(0, moved, c, down);
    for (let i = 0; i < n; i++) {
      const estimate = (up[i]! - down[i]!) / (2 * h);
      const row = pattern.columns.subarray(pattern.starts[i]!, pattern.starts[i + 1]!);
      const at = row.indexOf(j);
      const exact = at < 0 ? 0 : values[pattern.starts[i]! + at]!;
      // A kink between the two points halves the estimate: such a pair of points says nothing.
      if (Math.abs(estimate - exact) > 1e-5 * Math.max(1, Math.abs(exact)))
        expect(kinkNear(kernel, c, y, j, h), `${i},${j}`).toBe(true);
    }
  }
}

function kinkNear(
  kernel: ReturnType<typeof instantiate>,
  c: Float64Array,
  y: Float64Array,
  j: number,
  h: number,
): boolean {
  const slopes = [-1, 1].map((side) => {
    const [a, b] = [new Float64Array(kernel.n), new Float64Array(kernel.n)];
    kernel.rates(0, y, c, a);
    const moved = y.slice();
    moved[j]! += side * h;
    kernel.rates(0, moved, c, b);
    return b.map((x, i) => (x - a[i]!) / (side * h));
  });
  return slopes[0]!.some((x, i) => Math.abs(x - slopes[1]![i]!) > 1e-4 * Math.max(1, Math.abs(x)));
}

describe("factorisation", () => {
  test("solves what a dense elimination solves, whatever the pattern", () => {
    fc.assert(
      fc.property(picks, state, fc.double({ min: 0.5, max: 50, noNaN: true }), (chosen, values, shift) => {
        const compiled = compile(randomModel(chosen));
        const kernel = instantiate(compiled.program);
        const jac = new Float64Array(kernel.pattern.columns.length);
        kernel.jacobian(0, Float64Array.from(values), withConstants(compiled), jac);
        const lu = new Float64Array(kernel.luLength);
        fc.pre(kernel.factor(shift + 20, jac, lu));
        const b = Float64Array.of(1, -2, 3, 0.5);
        const x = b.slice();
        kernel.backsolve(lu, x);
        for (let i = 0; i < 4; i++) {
          let sum = (shift + 20) * x[i]!;
          for (let k = kernel.pattern.starts[i]!; k < kernel.pattern.starts[i + 1]!; k++)
            sum -= jac[k]! * x[kernel.pattern.columns[k]!]!;
          expect(Math.abs(sum - b[i]!)).toBeLessThanOrEqual(1e-9);
        }
      }),
      { seed: 12, numRuns: 150 },
    );
  });
  test("says so when a pivot is zero or no number", () => {
    const kernel = instantiate(compile(chain()).program);
    const jac = new Float64Array(kernel.pattern.columns.length);
    expect(kernel.factor(0, jac, new Float64Array(kernel.luLength))).toBe(false);
    expect(kernel.factor(Number.NaN, jac, new Float64Array(kernel.luLength))).toBe(false);
  });
  test("an arrow matrix is eliminated from its tips, without fill-in", () => {
    const n = 6;
    const rows = Array.from({ length: n }, (_, i) => (i === 0 ? [0, 1, 2, 3, 4, 5] : [0, i]));
    const starts = Int32Array.from({ length: n + 1 }, (_, i) => rows.slice(0, i).flat().length);
    const pattern: SparsePattern = { n, starts, columns: Int32Array.from(rows.flat()) };
    expect(planLu(pattern).order.indexOf(0)).toBeGreaterThanOrEqual(n - 2);
  });
});

describe("semantics", () => {
  test("a growing compartment dilutes what is in it", () => {
    const d = new Draft("growing");
    d.variable("V", { label: "volume", unit: "L", initial: "1 [L]", rate: "0.5 [L/s]" });
    d.compartment("bag", { label: "bag", size: "V" });
    d.species("A", { label: "A", at: "bag", initial: "2 [mM]" });
    d.observe("A", { label: "A", unit: "mM", expr: "A" });
    const compiled = compile(d.finish());
    const run = solve(
      {
        kernel: instantiate(compiled.program),
        parameters: compiled.nominal(),
        t0: 0,
        times: Float64Array.of(2),
      },
      { rtol: 1e-8, atol: 1e-14 },
    );
    expect(run.observed[0]).toBeCloseTo(1, 8);
  });
  test("transport without a place is an amount per time", () => {
    const d = new Draft("two pots");
    d.setting("V1", "1 L", "L", "volume");
    d.setting("V2", "3 L", "L", "volume");
    d.compartment("a", { label: "a", size: "V1" });
    d.compartment("b", { label: "b", size: "V2" });
    d.species("A", { label: "A", at: "a", initial: "3 [mM]" });
    d.species("B", { label: "B", at: "b" });
    d.parameter("q", known("0.1 L/s"));
    d.reaction("move", "A -> B", { rate: "q*A" });
    const compiled = compile(d.finish());
    const run = solve(
      {
        kernel: instantiate(compiled.program),
        parameters: compiled.nominal(),
        t0: 0,
        times: Float64Array.of(1000),
      },
      { rtol: 1e-8, atol: 1e-12 },
    );
    expect(run.states[1]).toBeCloseTo(1, 6);
  });
  test("time in a rate makes the kernel non-autonomous, with its derivative", () => {
    const d = new Draft("driven");
    d.variable("x", { label: "x", unit: "1", rate: "sin(time/1 [s])/1 [s]" });
    const compiled = compile(d.finish());
    expect(compiled.program.shape.autonomous).toBe(false);
    const run = solve(
      {
        kernel: instantiate(compiled.program),
        parameters: compiled.nominal(),
        t0: 0,
        times: Float64Array.of(2),
      },
      { rtol: 1e-8, atol: 1e-12 },
    );
    expect(run.states[0]).toBeCloseTo(1 - Math.cos(2), 6);
  });
  test("rules in a circle are named", () => {
    const d = new Draft("circle");
    d.rule("a", "1", "b + 1");
    d.rule("b", "1", "a*2");
    d.variable("x", { label: "x", unit: "1", rate: "a/1 [s]" });
    expect(() => equations(d.finish())).toThrow(
      expect.objectContaining({ what: expect.stringContaining("a → b → a") }),
    );
  });
  test("an event sees all old values before it changes any", () => {
    const d = new Draft("swap");
    d.variable("x", { label: "x", unit: "1", initial: "1", rate: "0 [1/s]" });
    d.variable("y", { label: "y", unit: "1", initial: "2", rate: "0 [1/s]" });
    d.event("swap", {
      assignments: [
        ["x", "y"],
        ["y", "x"],
      ],
    });
    const compiled = compile(d.finish());
    const run = solve(
      {
        kernel: instantiate(compiled.program),
        parameters: compiled.nominal(),
        t0: 0,
        times: Float64Array.of(1),
        schedule: [{ t: 0.5, fire: [0] }],
      },
      { rtol: 1e-6, atol: 1e-9 },
    );
    expect([...run.states]).toEqual([2, 1]);
  });
  test("ids that are words of JavaScript are only names, and reach no code", () => {
    const d = new Draft("names");
    d.variable("constructor", { label: "x", unit: "1", initial: "1", rate: "-constructor/1 [s]" });
    d.variable("__proto__", { label: "y", unit: "1", initial: "1", rate: "-__proto__/2 [s]" });
    const compiled = compile(d.finish());
    expect(compiled.program.javascript.code).not.toMatch(/constructor|__proto__/);
    const run = solve(
      {
        kernel: instantiate(compiled.program),
        parameters: compiled.nominal(),
        t0: 0,
        times: Float64Array.of(1),
      },
      { rtol: 1e-8, atol: 1e-12 },
    );
    expect(run.states[0]).toBeCloseTo(Math.exp(-1), 6);
    expect(run.states[1]).toBeCloseTo(Math.exp(-0.5), 6);
  });
});
