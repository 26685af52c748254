/**
 * Time of elementary functions: nanoseconds per pair of numbers in WebAssembly and per number in JavaScript, each the
 * least of many sweeps over 1024 independent arguments.
 *
 *     npm run bench -- elementary
 */
import * as units from "#units";
import { elementary, Module } from "#wasm";

const LENGTH = 1024;
const X = 65536;
const Y = X + 8 * LENGTH;
const Z = Y + 8 * LENGTH;
const names = ["exp", "ln", "log10", "pow", "powPositive", "sin", "tan", "atan", "sinh", "tanh"] as const;
const sweeps = 20;
const repeats = 400;

const functions: typeof units = { ...units };
const module = new Module(Z + 8 * LENGTH);
const indices = elementary(module, 1024);
for (const name of names) {
  const index = indices[name];
  module.export(
    name,
    module.function({ takes: [] }, (f) => {
      f.sweep(8 * LENGTH, 16, 2, (at, offset) => {
        // The address comes first on the stack, then the value.
        const value = f.vector();
        const x = f.vector();
        const y = f.vector();
        f.set(x, f.loadV(at(), X + offset));
        f.set(y, f.loadV(at(), Y + offset));
        f.set(value, f.call(index, name.startsWith("pow") ? [f.get(x), f.get(y)] : [f.get(x)], 1));
        f.storeV(at(), f.get(value), Z + offset);
      });
    }),
  );
}
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()), {});
const { buffer } = exports["memory"] as WebAssembly.Memory;
const x = new Float64Array(buffer, X, LENGTH);
const y = new Float64Array(buffer, Y, LENGTH);
const z = new Float64Array(LENGTH);

/** Least time of a call, ns. */
async function least(run: () => void): Promise<number> {
  let best = Infinity;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    for (let k = 0; k < sweeps; k++) run();
    best = Math.min(best, performance.now() - start);
    // Gives the engine's background compiler a moment to hand over.
    if (repeat < 10) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return (1e6 * best) / sweeps;
}

console.log("function      wasm/ns a pair   js/ns a number");
for (const name of names) {
  for (let i = 0; i < LENGTH; i++) {
    const u = ((i * 389) % LENGTH) / LENGTH;
    const v = ((i * 641) % LENGTH) / LENGTH - 0.5;
    x[i] =
      name === "ln" || name === "log10" || name.startsWith("pow")
        ? units.exp(20 * (u - 0.5))
        : 20 * (u - 0.5);
    y[i] = 6 * v;
  }
  const f = functions[name] as (x: number, y: number) => number;
  const here = new Function(
    "f",
    "x",
    "y",
    "z",
    `return () => { for (let i = 0; i < ${LENGTH}; i++) z[i] = f(x[i], y[i]); }`,
  )(f, x, y, z) as () => void;
  const pair = (await least(exports[name] as () => void)) / (LENGTH / 2);
  const single = (await least(here)) / LENGTH;
  console.log([name.padEnd(13), pair.toFixed(1).padStart(14), single.toFixed(1).padStart(16)].join(" "));
}
