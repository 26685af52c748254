import fc from "fast-check";
import { expect, test } from "vitest";
import { Module } from "./module.ts";
import { type Lanes, type Mask, type Real, type RealLocal, Reals } from "./reals.ts";

type Text = (r: Reals, x: readonly RealLocal[], take: (most: number) => number) => Real;

/** Writes one random formula over locals; the same choices give the same formula, whatever the lanes. */
const formula: Text = (r, x, take) => {
  const value = (depth: number): Real => {
    if (depth === 0) return take(4) === 0 ? r.const([0, -1, 0.5, 3][take(4)]!) : r.get(x[take(x.length)]!);
    const choice = take(16);
    if (choice < 6)
      return r[(["add", "sub", "mul", "div", "min", "max"] as const)[choice]!](
        value(depth - 1),
        value(depth - 1),
      );
    if (choice < 11)
      return r[(["neg", "abs", "sqrt", "floor", "ceil"] as const)[choice - 6]!](value(depth - 1));
    if (choice < 13) return r.truth(mask(depth - 1));
    if (choice < 14) {
      const kept = r.local();
      const twice = r.mul(r.tee(kept, value(depth - 1)), r.get(kept));
      r.release(kept);
      return twice;
    }
    return r.select(value(depth - 1), value(depth - 1), mask(depth - 1));
  };
  const mask = (depth: number): Mask => {
    const choice = take(depth === 0 ? 6 : 9);
    if (choice < 6)
      return r.compare(
        value(Math.max(0, depth - 1)),
        value(Math.max(0, depth - 1)),
        (["eq", "ne", "lt", "le", "gt", "ge"] as const)[choice]!,
      );
    if (choice === 6) return r.not(mask(depth - 1));
    return r[choice === 7 ? "and" : "or"](mask(depth - 1), mask(depth - 1));
  };
  return value(4);
};

/** The formula that the choices give, carried out over three numbers in each lane. */
function run(
  lanes: Lanes,
  choices: readonly number[],
  members: readonly (readonly number[])[],
): BigUint64Array {
  let next = 0;
  const take = (most: number): number => choices[next++ % choices.length]! % most;
  const module = new Module(65536);
  module.export(
    "run",
    module.function({ takes: [] }, (f) => {
      const r = new Reals(f, lanes);
      const x = [0, 1, 2].map((k) => {
        const local = r.local();
        r.set(local, r.load(f.i32(0), 64 + k * r.stride));
        return local;
      });
      r.store(f.i32(0), formula(r, x, take), 0);
    }),
  );
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()), {});
  const { buffer } = exports["memory"] as WebAssembly.Memory;
  const floats = new Float64Array(buffer);
  members.forEach((values, lane) => {
    values.forEach((value, k) => {
      floats[8 + k * lanes + lane] = value;
    });
  });
  (exports["run"] as () => void)();
  // One bit pattern for all that is not a number: which of them comes out, WebAssembly leaves open.
  return new BigUint64Array(
    Float64Array.from(floats.subarray(0, lanes), (v) => (Number.isNaN(v) ? Number.NaN : v)).buffer,
  );
}

test("a formula gives each of two lanes the bits it gives one", () => {
  const numbers = fc.tuple(
    fc.double(),
    fc.double({ min: -5, max: 5 }),
    fc.constantFrom(0, -0, 1, -1, Infinity, Number.NaN),
  );
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 40, maxLength: 80 }),
      numbers,
      numbers,
      (choices, a, b) => {
        const two = run(2, choices, [a, b]);
        expect([run(1, choices, [a])[0], run(1, choices, [b])[0]]).toEqual([...two]);
      },
    ),
    { seed: 11, numRuns: 400 },
  );
});
