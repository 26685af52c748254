import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledSystem, compileSystem, instantiate, systemEquations } from "#compile";
import { type Kernel, machineKernel, rodas5p } from "#solve";
import { planKernel } from "../../src/compile/machine/plan.ts";
import { anySystems, largeSystems } from "./random-systems.ts";

/** What two kernels of one system say that is not the same bits, by function. */
function differences(a: Kernel, b: Kernel, parameters: Float64Array, y: Float64Array, t: number): string[] {
  const found: string[] = [];
  const both = (
    what: string,
    length: number,
    call: (kernel: Kernel, c: Float64Array, out: Float64Array) => void,
  ) => {
    const [x, z] = [a, b].map((kernel) => {
      const c = new Float64Array(kernel.constants);
      c.set(parameters);
      kernel.prepare(c);
      const out = new Float64Array(length);
      call(kernel, c, out);
      return out;
    }) as [Float64Array, Float64Array];
    x.forEach((value, i) => {
      if (!Object.is(value, z[i])) found.push(`${what}[${i}]: ${value}, not ${z[i]}`);
    });
  };
  const { n, roots, observables, events, pattern, autonomous } = a;
  both("initial", n, (kernel, c, out) => kernel.initial(c, out));
  both("rates", n, (kernel, c, out) => kernel.rates(t, y, c, out));
  both("jacobian", pattern.columns.length, (kernel, c, out) => kernel.jacobian(t, y, c, out));
  if (!autonomous) both("timeDerivative", n, (kernel, c, out) => kernel.timeDerivative(t, y, c, out));
  both("triggers", roots, (kernel, c, out) => kernel.triggers(t, y, c, out));
  both("observe", observables, (kernel, c, out) => kernel.observe(t, y, c, out));
  for (let e = 0; e < events; e++)
    both(`fire ${e}`, n + parameters.length, (kernel, c, out) => {
      const after = y.slice();
      kernel.fire(e, t, after, c);
      out.set(after);
      out.set(c.subarray(0, parameters.length), n);
    });
  return found;
}

function kernels({ program }: CompiledSystem): readonly [Kernel, Kernel, Kernel] {
  return [
    instantiate(program),
    machineKernel(program.machine(rodas5p, 1)),
    machineKernel(program.machine(rodas5p, 2)),
  ];
}

/** Numbers that functions have their edges at, and any others. */
const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1, -1, 2, 1e-300, -1e-300, 1e9, -1e9) },
);

describe("functions in WebAssembly have the bits of those in JavaScript", () => {
  test("of any expressions, in one lane and in two", () => {
    fc.assert(
      fc.property(anySystems, fc.array(numbers, { minLength: 16, maxLength: 16 }), (system, at) => {
        const compiled = compileSystem(system);
        const { n, parameters } = compiled.program.shape;
        const [javascript, one, two] = kernels(compiled);
        const p = Float64Array.from(at.slice(8, 8 + parameters));
        const y = Float64Array.from(at.slice(0, n));
        expect(differences(javascript, one, p, y, at[15]!)).toEqual([]);
        expect(differences(javascript, two, p, y, at[15]!)).toEqual([]);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  test("of functions that are cut into pieces", () => {
    let cut = 0;
    fc.assert(
      fc.property(largeSystems, fc.array(numbers, { minLength: 12, maxLength: 12 }), (system, at) => {
        const compiled = compileSystem(system);
        const { n } = compiled.program.shape;
        const [javascript, one, two] = kernels(compiled);
        const p = Float64Array.from(at.slice(8, 10));
        const y = Float64Array.from({ length: n }, (_, i) => at[i % 8]! + (i >> 3) / 16);
        expect(differences(javascript, one, p, y, at[11]!)).toEqual([]);
        expect(differences(javascript, two, p, y, at[11]!)).toEqual([]);
        const { tasks, scratch } = planKernel(systemEquations(system), 2);
        if (tasks.rates.pieces.length > 1 && tasks.evaluate.pieces.length > 1 && scratch.size > 0) cut++;
      }),
      { seed: 4, numRuns: 12 },
    );
    expect(cut).toBeGreaterThan(6);
  });

  test("of sums of thousands of states", () => {
    const states = Array.from({ length: 2000 }, (_, i) => `y${i}`);
    const compiled = compileSystem({
      states: Object.fromEntries(states.map((s) => [s, 1])),
      parameters: { k: 2 },
      rates: Object.fromEntries(states.map((s) => [s, `-k*${s}`])),
      observables: { all: states.join(" + ") },
    });
    const [javascript, , two] = kernels(compiled);
    const y = Float64Array.from(states, (_, i) => 1 / (1 + i));
    expect(differences(javascript, two, Float64Array.of(2), y, 0)).toEqual([]);
  });
});
