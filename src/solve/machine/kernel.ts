import { sparseLu } from "../sparse-lu.ts";
import type { Kernel } from "../types.ts";
import type { Layout } from "./layout.ts";
import type { MachineCode } from "./machine.ts";

/** Functions of a module that stand for a kernel's. */
interface Functions {
  readonly memory: WebAssembly.Memory;
  prepare(lane: number): void;
  initial(lane: number): void;
  evaluate(): void;
  triggers(lane: number): void;
  fire(lane: number, event: number): void;
  observe(first: number, second: number, theta: number, other: number): void;
}

/**
 * The functions of a module as a kernel, by its first lane: what the step loop in JavaScript needs, where it has to
 * take over, and what looks at single rates, without any code made at run time.
 *
 * Every call copies what it is given into the module, so it is for a few calls, not for a whole ensemble.
 */
export function machineKernel({ module, shape, layout }: MachineCode): Kernel {
  const nothing = (): number => 0;
  const instance = new WebAssembly.Instance(module, {
    host: { consistent: nothing, fired: nothing, failed: nothing },
  });
  const functions = instance.exports as unknown as Functions;
  const { n, parameters, constants, observables, roots, pattern, mass, autonomous } = shape;
  const { memory } = functions;
  if (memory.buffer.byteLength < layout.heap + 16 * observables) memory.grow(1 + (observables >> 12));
  const floats = new Float64Array(memory.buffer);
  const { lanes } = layout;
  // What is observed stands in a step that goes nowhere; −0 is what leaves any number its sign.
  for (const k of layout.k) floats.fill(-0, k / 8, (k + layout.size) / 8);
  const put = (at: number, values: Float64Array): void => {
    for (let i = 0; i < values.length; i++) floats[at / 8 + i * lanes] = values[i]!;
  };
  const get = (at: number, out: Float64Array, count: number): void => {
    for (let i = 0; i < count; i++) out[i] = floats[at / 8 + i * lanes]!;
  };
  const at = (
    t: number,
    c: Float64Array,
    state: keyof Layout & ("y" | "at" | "yLast"),
    y: Float64Array,
  ): void => {
    put(layout.c, c);
    put(layout[state], y);
    floats[layout.lane.stageTime / 8] = t;
  };
  const evaluated =
    (address: number, count: number) =>
    (t: number, y: Float64Array, c: Float64Array, out: Float64Array): void => {
      at(t, c, "y", y);
      functions.evaluate();
      get(address, out, count);
    };
  return {
    ...shape,
    ...sparseLu(pattern, mass),
    prepare(c) {
      put(layout.c, c.subarray(0, parameters));
      functions.prepare(0);
      get(layout.c, c, constants);
    },
    initial(c, out) {
      put(layout.c, c);
      functions.initial(0);
      get(layout.y, out, n);
    },
    rates: evaluated(layout.f0, n),
    jacobian: evaluated(layout.jac, pattern.columns.length),
    timeDerivative: evaluated(layout.ft, autonomous ? 0 : n),
    triggers(t, y, c, out) {
      at(t, c, "at", y);
      functions.triggers(0);
      get(layout.now, out, roots);
    },
    observe(t, y, c, out) {
      put(layout.y, y);
      at(t, c, "yLast", y);
      functions.observe(layout.heap, layout.heap + 8 * observables, 0, 0);
      out.set(floats.subarray(layout.heap / 8, layout.heap / 8 + observables));
    },
    fire(index, t, y, c) {
      at(t, c, "y", y);
      functions.fire(0, index);
      get(layout.y, y, n);
      get(layout.c, c, constants);
    },
  };
}
