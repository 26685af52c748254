import { describe, expect, test } from "vitest";
import { type CompiledSystem, compileSystem, instantiate, type System, systemEquations } from "#compile";
import { buildModule, Engine, Machine, rodas4, rodas5p, solve } from "#solve";
import { partsOf } from "../../src/compile/machine/parts.ts";
import { planKernel } from "../../src/compile/machine/plan.ts";

/** Every state loses to itself and is fed by `reach` others, nonlinearly: n² entries when all feed all. */
function coupled(n: number, reach: number): System {
  const states: Record<string, number> = {};
  const rates: Record<string, string> = {};
  for (let i = 0; i < n; i++) {
    states[`x${i}`] = 1 + (i % 3);
    const fed = Array.from({ length: reach }, (_, k) => `x${(i + 1 + k * 7) % n}`);
    rates[`x${i}`] = `-(2 + ${i % 5})*x${i} + k*(${fed.join(" + ")})/(1 + x${i}^2)`;
  }
  return { states, parameters: { k: 1 / reach }, rates };
}

/** End states in 1 and 2 lanes with the factorisation in one form. */
function ends(system: System, compiled: CompiledSystem, form: "straight" | "loops"): Float64Array[] {
  const parts = partsOf(planKernel(systemEquations(system), 1), [], form);
  const { shape } = compiled.program;
  return ([1, 2] as const).map((lanes) => {
    const { bytes, layout } = buildModule(parts, rodas5p, { lanes });
    const end = new Float64Array(shape.n);
    new Machine({ module: new WebAssembly.Module(bytes), shape, layout }).run(
      [{ parameters: compiled.nominal() }],
      { t0: 0, tEnd: 2, times: Float64Array.of(2), rtol: 1e-6, atol: 1e-9, maxSteps: 1000 },
      { end: () => end, outcome: (_, { status }) => expect(status).toBe("done") },
    );
    return end;
  });
}

describe("a factorisation in loops", () => {
  test.each([
    [10, 9],
    [24, 3],
    [40, 12],
  ])("leaves the bits of straight-line code: %i states, %i feeding each", (n, reach) => {
    const system = coupled(n, reach);
    const compiled = compileSystem(system);
    const [one, two] = ends(system, compiled, "straight");
    const [loopOne, loopTwo] = ends(system, compiled, "loops");
    expect(two).toEqual(one);
    expect(loopOne).toEqual(one);
    expect(loopTwo).toEqual(one);
  });

  test("leaves the bits of straight-line code where rows are algebraic", () => {
    const { states, parameters, rates } = coupled(30, 4);
    const system: System = {
      states: { sum: 0, ...states, root: 1 },
      ...(parameters && { parameters }),
      rates: { ...rates, x3: "sum/30 - x3*root" },
      algebraic: { sum: `sum - (${Object.keys(states).join(" + ")})`, root: "root + root^3 - x1 - x2" },
    };
    const compiled = compileSystem(system);
    const [one, two] = ends(system, compiled, "straight");
    expect(two).toEqual(one);
    expect(ends(system, compiled, "loops")).toEqual([one, one]);
  });

  // Those of 40 states are the smallest, those of 80 the largest that could as well be written out.
  test.each([40, 80, 160])("serves a dense system of %i states, as JavaScript does", (n) => {
    const compiled = compileSystem(coupled(n, n - 1));
    expect(compiled.program.operations.factor).toBeGreaterThan(20_000);
    const problem = { parameters: compiled.nominal(), t0: 0, times: Float64Array.of(2) };
    const options = { method: rodas4, rtol: 1e-8, atol: 1e-10 };
    const fast = new Engine(compiled.program).solve(problem, options);
    const plain = solve({ ...problem, kernel: instantiate(compiled.program) }, options);
    expect(fast.status).toBe("done");
    fast.end.forEach((y, i) => {
      expect(Math.abs(y / plain.end[i]! - 1)).toBeLessThan(1e-9);
    });
  });
});

describe("expressions thousands deep", () => {
  const count = 6000;
  const x = Array.from({ length: 10 }, (_, i) => 0.1 + i / 20);
  const term = (k: number): string => `x${(k * 7) % 10}`;
  const terms = Array.from({ length: count }, (_, k) => term(k));
  const value = (k: number): number => x[(k * 7) % 10]!;
  const total = terms.reduce((sum, _, k) => sum + value(k), 0);
  // Fewer: each state's derivative is as long a chain again, and one function in JavaScript holds only so many names.
  const last = 1500;
  const back = Array.from({ length: last + 1 }, (_, k) => last - k);
  const expected: Readonly<Record<string, readonly [string, number, Record<string, string>?]>> = {
    differences: [terms.join(" - "), 2 * value(0) - total],
    "alternating signs": [
      terms.map((t, k) => (k % 2 === 0 ? "+" : "-") + t).join(" "),
      terms.reduce((sum, _, k) => sum + (k % 2 === 0 ? 1 : -1) * value(k), 0),
    ],
    "quotients of quotients": [
      terms.map((t, k) => (k === 0 ? t : `/(1 + ${t}/1e3)`)).join(""),
      terms.reduce((left, _, k) => (k === 0 ? value(0) : left / (1 + value(k) / 1e3)), 0),
    ],
    conditions: [`piecewise(2, ${terms.map((t) => `${t} < 1`).join(" && ")}, 3)`, 2],
    "the largest of many": [`max(${terms.join(", ")})`, Math.max(...x)],
    "names that name the next": [
      `d${last}`,
      back.reduce((left, _, k) => (k === 0 ? value(0) : 1 / (1 + left * value(k))), 0),
      Object.fromEntries(back.map((k) => [`d${k}`, k === 0 ? term(0) : `1/(1 + d${k - 1}*${term(k)})`])),
    ],
  };
  test.each(Object.keys(expected))("%s are found, and derived, in both loops", (kind) => {
    const [text, found, define = {}] = expected[kind]!;
    const compiled = compileSystem({
      states: { ...Object.fromEntries(x.map((v, i) => [`x${i}`, v])), follower: 0 },
      define,
      rates: { ...Object.fromEntries(x.map((_, i) => [`x${i}`, "0"])), follower: `${text} - follower` },
      observables: { deep: text },
    });
    const problem = { parameters: compiled.nominal(), t0: 0, times: Float64Array.of(0, 2) };
    const options = { rtol: 1e-8, atol: 1e-10 };
    const fast = new Engine(compiled.program).solve(problem, options);
    const plain = solve({ ...problem, kernel: instantiate(compiled.program) }, options);
    for (const run of [fast, plain]) {
      expect(run.status).toBe("done");
      expect(Math.abs(run.observed[0]! - found)).toBeLessThan(1e-10 * (1 + Math.abs(found)));
      expect(run.end[10]! / (found * (1 - Math.exp(-2)))).toBeCloseTo(1, 6);
    }
  });
});

test("a sum over thousands of states is a shallow tree, and conserved", () => {
  const n = 3000;
  const names = Array.from({ length: n }, (_, i) => `x${i}`);
  const compiled = compileSystem({
    states: Object.fromEntries(names.map((name, i) => [name, i === 0 ? 1 : 0])),
    parameters: { k: 3 },
    rates: Object.fromEntries(
      names.map((name, i) => [name, `${i > 0 ? `k*x${i - 1}` : "0"} - ${i < n - 1 ? `k*${name}` : "0"}`]),
    ),
    observables: { total: names.join(" + ") },
  });
  const { status, observed } = new Engine(compiled.program).solve(
    { parameters: compiled.nominal(), t0: 0, times: Float64Array.of(5) },
    { rtol: 1e-5, atol: 1e-8 },
  );
  expect(status).toBe("done");
  expect(Math.abs(observed[0]! - 1)).toBeLessThan(1e-10);
});
