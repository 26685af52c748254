import { describe, expect, test } from "vitest";
import * as all from "#units";
import { type ElementaryName, elementary, elementaryNames } from "./elementary.ts";
import { Module } from "./module.ts";

const units: typeof all = { ...all };
const PAGE = 65536;
const LENGTH = 4096;
const X = PAGE;
const Y = X + 8 * LENGTH;
const Z = Y + 8 * LENGTH;

/** A module that carries functions over an array. */
function built(names: readonly ElementaryName[]) {
  const module = new Module(Z + 8 * LENGTH);
  const functions = elementary(module, 1024);
  for (const name of names) {
    const index = functions[name];
    const run = module.function({ takes: [] }, (f) =>
      f.sweep(8 * LENGTH, 16, 1, (at, offset) => {
        const x = f.vector();
        f.set(x, f.loadV(at(), X + offset));
        const y = f.vector();
        f.set(y, f.loadV(at(), Y + offset));
        const z = f.vector();
        f.set(z, f.call(index, name.startsWith("pow") ? [f.get(x), f.get(y)] : [f.get(x)], 1));
        f.storeV(at(), f.get(z), Z + offset);
      }),
    );
    module.export(name, run);
  }
  const bytes = module.toBytes();
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
  const { buffer } = exports["memory"] as WebAssembly.Memory;
  return {
    bytes,
    run: (name: ElementaryName) => (exports[name] as () => void)(),
    x: new Float64Array(buffer, X, LENGTH),
    y: new Float64Array(buffer, Y, LENGTH),
    z: new Float64Array(buffer, Z, LENGTH),
  };
}

/** Mulberry32: 32 random bits a call. */
function seeded(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const special = [
  ...[
    0, 5e-324, 1e-310, 2.2250738585072014e-308, 1e-20, 0.25, 0.5, 1, 1.5, 2, 3, 22, 707.99, 709.78, 710,
    745.2,
  ],
  ...[1e3, 1e6, 1e16, 9007199254740991, 9007199254740992, 1e80, 1e300, 1.7976931348623157e308, Infinity],
].flatMap((x) => [x, -x]);
special.push(Number.NaN, 1 - 2 ** -53, 1 + 2 ** -52, Math.PI / 2, Math.PI);

const random = seeded(7);
const uniform = (from: number, to: number): number => from + ((to - from) * (random() + 0.5)) / 4294967296;
const scratch = new DataView(new ArrayBuffer(8));
/** Any bits at all: every exponent alike. */
const anyBits = (): number => {
  scratch.setUint32(0, random());
  scratch.setUint32(4, random());
  return scratch.getFloat64(0);
};
const ways: readonly (() => number)[] = [
  () => uniform(-1, 1),
  () => uniform(0.5, 2),
  () => uniform(-30, 30),
  () => uniform(-760, 760),
  () => units.exp(uniform(-745, 709)),
  anyBits,
];

describe("bits are those of units", () => {
  const machine = built(elementaryNames);
  test.each(elementaryNames)("%s", (name) => {
    const f = units[name] as (x: number, y: number) => number;
    const two = name.startsWith("pow");
    const { x, y, z } = machine;
    const wrong: string[] = [];
    const check = (): void => {
      machine.run(name);
      for (let i = 0; i < LENGTH; i++)
        if (!Object.is(z[i], f(x[i]!, y[i]!))) wrong.push(`${x[i]} ${y[i]}: ${z[i]}, not ${f(x[i]!, y[i]!)}`);
    };
    for (let round = 0; round < 26; round++) {
      for (let i = 0; i < LENGTH; i++) {
        x[i] = ways[(round + (i & 1)) % ways.length]!();
        y[i] = two && round % 3 > 0 ? uniform(-6, 6) : ways[random() % ways.length]!();
        if (two && round % 4 === 0) x[i] = Math.abs(x[i]!);
        if (two && round % 5 === 0) y[i] = Math.round(y[i]!);
      }
      check();
    }
    // Every special value beside every other, in both halves.
    for (let i = 0; i < LENGTH; i++) {
      x[i] = special[i % special.length]!;
      y[i] = special[Math.floor(i / special.length) % special.length]!;
    }
    check();
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

test("only what is asked for is written, once", () => {
  const module = new Module(PAGE);
  const functions = elementary(module, 0);
  const first = functions.exp;
  expect(functions.exp).toBe(first);
  expect(built(["exp"]).bytes.length).toBeLessThan(built(["exp", "pow"]).bytes.length);
  expect(functions.ln).toBeGreaterThan(first);
});
