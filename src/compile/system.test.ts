import { expect, test } from "vitest";
import { solve } from "#solve";
import { compileSystem, instantiate, type System } from "./index.ts";

const decay: System = { states: { y: "a" }, parameters: { a: 3, k: 0.5 }, rates: { y: "-k*y" } };

test("a system follows its analytic solution", () => {
  const compiled = compileSystem(decay);
  const run = solve(
    {
      kernel: instantiate(compiled.program),
      parameters: compiled.nominal(),
      t0: 0,
      times: Float64Array.of(2),
    },
    { rtol: 1e-8, atol: 1e-12 },
  );
  expect(run.states[0]).toBeCloseTo(3 * Math.exp(-1), 6);
  expect(compiled.program.shape.mass).toBeUndefined();
});

test("algebraic rows stay out of the shift", () => {
  const { program } = compileSystem({
    states: { z: 1, y: 1 },
    rates: { y: "-2*y + z" },
    algebraic: { z: "y - 4*z" },
  });
  const kernel = instantiate(program);
  expect([...kernel.mass!]).toEqual([0, 1]);
  const jac = new Float64Array(kernel.pattern.columns.length);
  kernel.jacobian(0, Float64Array.of(1, 1), new Float64Array(kernel.constants), jac);
  const lu = new Float64Array(kernel.luLength);
  expect(kernel.factor(10, jac, lu)).toBe(true);
  const b = Float64Array.of(3, 11);
  kernel.backsolve(lu, b);
  // [4 −1; −1 12]·(z, y) = (3, 11)
  expect(b[0]).toBeCloseTo(1, 12);
  expect(b[1]).toBeCloseTo(1, 12);
});

test.each<[string, Partial<System>, string]>([
  ["an unknown name", { rates: { y: "-kk*y" } }, "unknown-name"],
  ["a state without an equation", { rates: {} }, "invalid-value"],
  ["a state with two", { algebraic: { y: "y" } }, "invalid-value"],
  ["defines in a circle", { define: { b: "c", c: "b" } }, "invalid-value"],
  ["a name used twice", { define: { k: "1" } }, "duplicate-id"],
  ["a name of time", { define: { t: "1" } }, "duplicate-id"],
  ["a start that hangs on a state", { states: { y: "y" } }, "invalid-value"],
])("%s is refused", (_, change, code) => {
  expect(() => compileSystem({ ...decay, ...change })).toThrow(expect.objectContaining({ code }));
});
