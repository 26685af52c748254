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

  test("serves a dense system of 120 states, as JavaScript does", () => {
    const compiled = compileSystem(coupled(120, 119));
    expect(compiled.program.operations.factor).toBeGreaterThan(500_000);
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
