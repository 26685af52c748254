import { describe, expect, test } from "vitest";
import { Code, type F64, type I32, type V128 } from "./code.ts";
import { Module, type Signature } from "./module.ts";

const binary: Signature = { takes: ["f64", "f64"], gives: "f64" };
const whole: Signature = { takes: ["i32"], gives: "i32" };

type Host = Record<string, Record<string, (...args: number[]) => number | undefined>>;

/** A module of one function `run`, valid and instantiated; its memory as numbers. */
function built(signature: Signature, write: (f: Code) => void, module = new Module(65536), host: Host = {}) {
  module.export("run", module.function(signature, write));
  // Compiling checks it: an invalid module throws here.
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()), host);
  const { buffer } = exports["memory"] as WebAssembly.Memory;
  return {
    run: exports["run"] as (...args: number[]) => number,
    floats: new Float64Array(buffer),
    words: new Int32Array(buffer),
  };
}

const int = (f: Code, k: number): I32 => f.get(f.parameter<I32>(k, "i32"));
const float = (f: Code, k: number): F64 => f.get(f.parameter<F64>(k, "f64"));

/** Every number beside every other. */
const numbers = [0, -0, 1, -1, 0.5, -2.5, 3, 1e300, -1e-300, 5e-324, Infinity, -Infinity, Number.NaN];
const pairs = numbers.flatMap((a) => numbers.map((b) => [a, b] as const));
const wholes = [0, 1, -1, 2, 7, -8, 2 ** 31 - 1, -(2 ** 31)];

const truth = (b: boolean): number => (b ? 1 : 0);

describe("single instructions", () => {
  const floats: Record<
    string,
    readonly [(f: Code, a: F64, b: F64) => F64, (a: number, b: number) => number]
  > = {
    add: [(f, a, b) => f.add(a, b), (a, b) => a + b],
    sub: [(f, a, b) => f.sub(a, b), (a, b) => a - b],
    mul: [(f, a, b) => f.mul(a, b), (a, b) => a * b],
    div: [(f, a, b) => f.div(a, b), (a, b) => a / b],
    min: [(f, a, b) => f.min(a, b), Math.min],
    max: [(f, a, b) => f.max(a, b), Math.max],
    eq: [(f, a, b) => f.truth(f.eq(a, b)), (a, b) => truth(a === b)],
    ne: [(f, a, b) => f.truth(f.ne(a, b)), (a, b) => truth(a !== b)],
    lt: [(f, a, b) => f.truth(f.lt(a, b)), (a, b) => truth(a < b)],
    gt: [(f, a, b) => f.truth(f.gt(a, b)), (a, b) => truth(a > b)],
    le: [(f, a, b) => f.truth(f.le(a, b)), (a, b) => truth(a <= b)],
    ge: [(f, a, b) => f.truth(f.ge(a, b)), (a, b) => truth(a >= b)],
  };
  const singles: Record<string, readonly [(f: Code, a: F64) => F64, (a: number) => number]> = {
    abs: [(f, a) => f.abs(a), Math.abs],
    neg: [(f, a) => f.neg(a), (a) => -a],
    ceil: [(f, a) => f.ceil(a), Math.ceil],
    floor: [(f, a) => f.floor(a), Math.floor],
    sqrt: [(f, a) => f.sqrt(a), Math.sqrt],
  };
  /** The same on pairs; a mask becomes a number by its bits. */
  const vectors: Record<string, (f: Code, a: V128, b: V128) => V128> = {
    add: (f, a, b) => f.vadd(a, b),
    sub: (f, a, b) => f.vsub(a, b),
    mul: (f, a, b) => f.vmul(a, b),
    div: (f, a, b) => f.vdiv(a, b),
    min: (f, a, b) => f.vmin(a, b),
    max: (f, a, b) => f.vmax(a, b),
    eq: (f, a, b) => f.vand(f.veq(a, b), f.v64(1)),
    ne: (f, a, b) => f.vand(f.vne(a, b), f.v64(1)),
    lt: (f, a, b) => f.vand(f.vlt(a, b), f.v64(1)),
    gt: (f, a, b) => f.vand(f.vgt(a, b), f.v64(1)),
    le: (f, a, b) => f.vand(f.vle(a, b), f.v64(1)),
    ge: (f, a, b) => f.vand(f.vge(a, b), f.v64(1)),
  };
  const vectorSingles: Record<string, (f: Code, a: V128) => V128> = {
    abs: (f, a) => f.vabs(a),
    neg: (f, a) => f.vneg(a),
    ceil: (f, a) => f.vceil(a),
    floor: (f, a) => f.vfloor(a),
    sqrt: (f, a) => f.vsqrt(a),
  };

  test.each(Object.keys(floats))("%s of two numbers, alone and in pairs", (name) => {
    const [write, value] = floats[name]!;
    const { run } = built(binary, (f) => write(f, float(f, 0), float(f, 1)));
    const vector = built({ takes: [] }, (f) =>
      f.storeV(f.i32(32), vectors[name]!(f, f.loadV(f.i32(0)), f.loadV(f.i32(16)))),
    );
    for (const [a, b] of pairs) {
      const expected = value(a, b);
      expect(run(a, b), `${name}(${a}, ${b})`).toBe(expected);
      vector.floats.set([a, b, b, a]);
      vector.run();
      expect([...vector.floats.subarray(4, 6)], `pair ${name}(${a}, ${b})`).toEqual([expected, value(b, a)]);
    }
  });

  test.each(Object.keys(singles))("%s of a number, alone and in pairs", (name) => {
    const [write, value] = singles[name]!;
    const { run } = built({ takes: ["f64"], gives: "f64" }, (f) => write(f, float(f, 0)));
    const vector = built({ takes: [] }, (f) =>
      f.storeV(f.i32(16), vectorSingles[name]!(f, f.loadV(f.i32(0)))),
    );
    for (const [a, b] of pairs) {
      expect(run(a), `${name}(${a})`).toBe(value(a));
      vector.floats.set([a, b]);
      vector.run();
      expect([...vector.floats.subarray(2, 4)]).toEqual([value(a), value(b)]);
    }
  });

  const ints: Record<string, readonly [(f: Code, a: I32, b: I32) => I32, (a: number, b: number) => number]> =
    {
      ieq: [(f, a, b) => f.ieq(a, b), (a, b) => truth(a === b)],
      ine: [(f, a, b) => f.ine(a, b), (a, b) => truth(a !== b)],
      ilt: [(f, a, b) => f.ilt(a, b), (a, b) => truth(a < b)],
      iltu: [(f, a, b) => f.iltu(a, b), (a, b) => truth(a >>> 0 < b >>> 0)],
      igt: [(f, a, b) => f.igt(a, b), (a, b) => truth(a > b)],
      ile: [(f, a, b) => f.ile(a, b), (a, b) => truth(a <= b)],
      ige: [(f, a, b) => f.ige(a, b), (a, b) => truth(a >= b)],
      iadd: [(f, a, b) => f.iadd(a, b), (a, b) => (a + b) | 0],
      isub: [(f, a, b) => f.isub(a, b), (a, b) => (a - b) | 0],
      imul: [(f, a, b) => f.imul(a, b), Math.imul],
      iand: [(f, a, b) => f.iand(a, b), (a, b) => a & b],
      ior: [(f, a, b) => f.ior(a, b), (a, b) => a | b],
      ishl: [(f, a, b) => f.ishl(a, b), (a, b) => a << b],
      ishru: [(f, a, b) => f.ishru(a, b), (a, b) => (a >>> b) | 0],
    };
  test.each(Object.keys(ints))("%s", (name) => {
    const [write, value] = ints[name]!;
    const { run } = built({ takes: ["i32", "i32"], gives: "i32" }, (f) => write(f, int(f, 0), int(f, 1)));
    for (const a of wholes)
      for (const b of wholes) expect(run(a, b), `${name}(${a}, ${b})`).toBe(value(a, b));
  });

  test("constants, the zero test and the choice between two", () => {
    for (const k of wholes) expect(built({ takes: [], gives: "i32" }, (f) => f.i32(k)).run()).toBe(k);
    for (const x of numbers) expect(built({ takes: [], gives: "f64" }, (f) => f.f64(x)).run()).toBe(x);
    const zero = built(whole, (f) => f.ieqz(int(f, 0)));
    expect(wholes.map((k) => zero.run(k))).toEqual(wholes.map((k) => truth(k === 0)));
    const choice = built({ takes: ["f64", "f64", "i32"], gives: "f64" }, (f) =>
      f.select(float(f, 0), float(f, 1), int(f, 2)),
    );
    expect([choice.run(1, 2, 0), choice.run(1, 2, 5)]).toEqual([2, 1]);
  });
});

describe("control", () => {
  test("an if takes its branch, with and without another", () => {
    const both = built(whole, (f) => {
      const out = f.int();
      f.if(
        int(f, 0),
        () => f.set(out, f.i32(10)),
        () => f.set(out, f.i32(20)),
      );
      f.if(f.ieq(int(f, 0), f.i32(3)), () => f.set(out, f.iadd(f.get(out), f.i32(1))));
      f.get(out);
    });
    expect([0, 1, 3].map((k) => both.run(k))).toEqual([20, 10, 11]);
  });

  test("a loop in a loop in a block is left from the innermost", () => {
    // Counts pairs (i, j < i) up to the one asked for.
    const { run } = built(whole, (f) => {
      const [i, j, count] = [f.int(), f.int(), f.int()];
      f.set(i, f.i32(0));
      f.set(count, f.i32(0));
      f.block((leave) => {
        f.loop((outer) => {
          f.set(i, f.iadd(f.get(i), f.i32(1)));
          f.set(j, f.i32(0));
          f.loop((inner) => {
            f.if(f.ieq(f.get(count), int(f, 0)), () => leave());
            f.set(count, f.iadd(f.get(count), f.i32(1)));
            inner(f.ilt(f.tee(j, f.iadd(f.get(j), f.i32(1))), f.get(i)));
          });
          leave(f.ige(f.get(i), f.i32(100)));
          outer(f.i32(1));
        });
      });
      f.iadd(f.imul(f.get(i), f.i32(1000)), f.get(j));
    });
    expect([0, 1, 2, 3, 6, 5050, 9999].map((k) => run(k))).toEqual([
      1000, 2000, 2001, 3000, 4000, 100100, 100100,
    ]);
  });

  test.each([1, 2, 5])("a switch runs one of %i cases, or none", (count) => {
    const { run } = built(whole, (f) => {
      const out = f.int();
      f.set(out, f.i32(-1));
      f.switch(
        () => int(f, 0),
        Array.from({ length: count }, (_, k) => () => f.set(out, f.i32(100 + k))),
      );
      f.get(out);
    });
    for (let k = -2; k < count + 3; k++) expect(run(k)).toBe(k >= 0 && k < count ? 100 + k : -1);
  });

  test("a sweep meets every offset once, in order, whatever its length and copies", () => {
    for (const copies of [1, 2, 3, 4]) {
      for (let count = 0; count <= 14; count++) {
        const { run, floats } = built({ takes: [] }, (f) => {
          const order = f.float();
          f.set(order, f.f64(0));
          f.sweep(8 * count, 8, copies, (at, offset) => {
            f.set(order, f.add(f.get(order), f.f64(1)));
            f.store(at(), f.add(f.load(at(), 1024 + offset), f.get(order)), 1024 + offset);
          });
        });
        run();
        expect([...floats.subarray(128, 128 + 16)], `${count} by ${copies}`).toEqual(
          Array.from({ length: 16 }, (_, k) => (k < count ? k + 1 : 0)),
        );
      }
    }
  });

  test("calls reach functions declared later, imports and themselves; return leaves early", () => {
    const module = new Module(65536);
    const heard: number[] = [];
    const tell = module.import("host", "tell", { takes: ["i32"] });
    const twice = module.import("host", "twice", whole);
    const factorial = module.declare(whole);
    module.define(factorial, (f) => {
      f.if(f.ile(int(f, 0), f.i32(1)), () => f.return(f.i32(1)));
      f.call(tell, [int(f, 0)]);
      f.imul(int(f, 0), f.call(factorial, [f.isub(int(f, 0), f.i32(1))], 1));
    });
    const { run } = built(whole, (f) => f.call(twice, [f.call(factorial, [int(f, 0)], 1)], 1), module, {
      host: {
        tell: (k) => {
          heard.push(k!);
          return undefined;
        },
        twice: (k) => 2 * k!,
      },
    });
    expect(run(5)).toBe(240);
    expect(heard).toEqual([5, 4, 3, 2]);
  });

  test("locals given back are used again; those of all types stand side by side", () => {
    const { run, floats } = built({ takes: ["i32", "f64"], gives: "f64" }, (f) => {
      const [a, x, v] = [f.int(), f.float(), f.vector()];
      f.set(a, int(f, 0));
      f.set(x, float(f, 1));
      f.set(v, f.vsplat(f.get(x)));
      f.release(x);
      const again = f.float();
      expect(again.index).toBe(x.index);
      f.set(again, f.f64(100));
      f.drop(f.get(a));
      f.storeV(f.i32(0), f.get(v));
      f.add(f.get(again), f.truth(f.get(a)));
    });
    expect(run(7, 2.5)).toBe(107);
    expect([...floats.subarray(0, 2)]).toEqual([2.5, 2.5]);
  });
});

describe("memory", () => {
  test("loads and stores of every width heed address and offset", () => {
    const { run, floats, words } = built({ takes: ["i32"] }, (f) => {
      f.storeI32(int(f, 0), f.iadd(f.loadI32(int(f, 0), 4), f.i32(1)), 8);
      f.store(int(f, 0), f.mul(f.load(int(f, 0), 16), f.f64(2)), 24);
      f.storeV(int(f, 0), f.vadd(f.loadSplat(int(f, 0), 16), f.loadV(int(f, 0), 32)), 48);
      f.storeLane(int(f, 0), f.loadV(int(f, 0), 32), 1, 64);
      f.storeLane(int(f, 0), f.loadV(int(f, 0), 32), 0, 72);
    });
    words[1 + 16] = -9;
    floats.set([1.5, 0, 10, 20], 2 + 8);
    run(64);
    expect(words[2 + 16]).toBe(-8);
    expect([...floats.subarray(3 + 8, 10 + 8)]).toEqual([3, 10, 20, 11.5, 21.5, 20, 10]);
  });

  test("data stand in memory from the start, and memory is as large as asked for", () => {
    const module = new Module(3 * 65536 - 1);
    module.data(65536 + 8, new Uint8Array(Float64Array.of(1, 2).buffer));
    module.data(16, Uint8Array.of(1));
    const { floats, words } = built({ takes: [] }, () => {}, module);
    expect([floats[8193], floats[8194], words[4], floats.length]).toEqual([1, 2, 1, 3 * 8192]);
  });
});

describe("pairs", () => {
  /** What a function of two pairs gives, as numbers and as bits. */
  function pair(write: (f: Code, a: V128, b: V128) => V128, a: readonly number[], b: readonly number[]) {
    const { run, floats } = built({ takes: [] }, (f) => {
      const [x, y] = [f.vector(), f.vector()];
      f.set(x, f.loadV(f.i32(0)));
      f.set(y, f.loadV(f.i32(16)));
      f.storeV(f.i32(32), write(f, f.get(x), f.get(y)));
    });
    floats.set([...a, ...b]);
    run();
    return { numbers: [...floats.subarray(4, 6)], bits: [...new BigUint64Array(floats.buffer, 32, 2)] };
  }
  /** A function of one pair. */
  const single = (write: (f: Code, a: V128) => V128, a: readonly number[]) => {
    const { run, floats } = built({ takes: [] }, (f) => f.storeV(f.i32(32), write(f, f.loadV(f.i32(0)))));
    floats.set(a);
    run();
    return { numbers: [...floats.subarray(4, 6)], bits: [...new BigUint64Array(floats.buffer, 32, 2)] };
  };
  const bitsOf = (x: number): bigint => new BigUint64Array(Float64Array.of(x).buffer)[0]!;
  const ALL = 2n ** 64n - 1n;

  test("bits are combined, added, chosen and shifted", () => {
    const [x, y] = [bitsOf(1.5), bitsOf(-2.25)];
    const by = (write: (f: Code, a: V128, b: V128) => V128) => pair(write, [1.5, -2.25], [-2.25, 1.5]).bits;
    expect(by((f, a, b) => f.vand(a, b))).toEqual([x & y, x & y]);
    expect(by((f, a, b) => f.vor(a, b))).toEqual([x | y, x | y]);
    expect(by((f, a, b) => f.vxor(a, b))).toEqual([x ^ y, x ^ y]);
    expect(by((f, a, b) => f.vandnot(a, b))).toEqual([x & (ALL ^ y), y & (ALL ^ x)]);
    expect(by((f, a, b) => f.vadd64(a, b))).toEqual([(x + y) & ALL, (x + y) & ALL]);
    expect(by((f, a, b) => f.vsub64(a, b))).toEqual([(x - y) & ALL, (y - x) & ALL]);
    const of = (write: (f: Code, a: V128) => V128) => single(write, [1.5, -2.25]).bits;
    expect(of((f, a) => f.vnot(a))).toEqual([ALL ^ x, ALL ^ y]);
    expect(of((f, a) => f.vshl64(a, f.i32(5)))).toEqual([(x << 5n) & ALL, (y << 5n) & ALL]);
    expect(of((f, a) => f.vshru64(a, f.i32(5)))).toEqual([x >> 5n, y >> 5n]);
    expect(of((f, a) => f.vshr64(a, f.i32(5)))).toEqual([
      x >> 5n,
      BigInt.asUintN(64, BigInt.asIntN(64, y) >> 5n),
    ]);
    const mask = 0xffffffffn;
    expect(pair((f, a, b) => f.vselect(a, b, f.vbits(mask)), [1, 2], [3.1, 4.1]).bits).toEqual([
      (bitsOf(3.1) & ~mask) | (bitsOf(1) & mask),
      (bitsOf(4.1) & ~mask) | (bitsOf(2) & mask),
    ]);
  });

  test("halves are taken, replaced, spread and zipped", () => {
    const [a, b] = [
      [1, 2],
      [3, 4],
    ] as const;
    expect(pair((f, x, y) => f.vzip(x, y, 0), a, b).numbers).toEqual([1, 3]);
    expect(pair((f, x, y) => f.vzip(x, y, 1), a, b).numbers).toEqual([2, 4]);
    expect(single((f, x) => f.vsplat(f.vlane(x, 1)), a).numbers).toEqual([2, 2]);
    expect(single((f, x) => f.vreplace(x, 0, f.f64(9)), a).numbers).toEqual([9, 2]);
    expect(single((f, x) => f.vreplace(x, 1, f.f64(9)), a).numbers).toEqual([1, 9]);
    const { run, floats } = built({ takes: ["i32"], gives: "i32" }, (f) => {
      const low = f.int();
      f.set(low, f.vint(f.loadV(f.i32(0)), 0));
      f.iadd(f.imul(int(f, 0), f.get(low)), f.vint(f.loadV(f.i32(0)), 1));
    });
    new BigInt64Array(floats.buffer).set([7n + 2n ** 40n, -3n]);
    expect(run(10)).toBe(67);
  });

  test("rounding goes down, up, to zero and to even", () => {
    const x = [2.5, -3.5];
    expect(single((f, a) => f.vfloor(a), x).numbers).toEqual([2, -4]);
    expect(single((f, a) => f.vceil(a), x).numbers).toEqual([3, -3]);
    expect(single((f, a) => f.vtrunc(a), x).numbers).toEqual([2, -3]);
    expect(single((f, a) => f.vnearest(a), x).numbers).toEqual([2, -4]);
  });

  test("the one-instruction extremes keep the first of two that do not compare", () => {
    // Two numbers, b < a ? b : a, and a < b ? b : a.
    const cases = [
      [1, 2, 1, 2],
      [2, 1, 1, 2],
      [Number.NaN, 1, Number.NaN, Number.NaN],
      [1, Number.NaN, 1, 1],
      [0, -0, 0, 0],
      [-0, 0, -0, -0],
    ] as const;
    for (const [a, b, least, most] of cases) {
      expect(pair((f, x, y) => f.vpmin(x, y), [a, a], [b, b]).numbers).toEqual([least, least]);
      expect(pair((f, x, y) => f.vpmax(x, y), [a, a], [b, b]).numbers).toEqual([most, most]);
    }
  });

  test("truth of pairs as whole numbers", () => {
    const { run, floats } = built({ takes: ["i32"], gives: "i32" }, (f) => {
      const out = f.int();
      f.switch(
        () => int(f, 0),
        [
          () => f.set(out, f.vany(f.loadV(f.i32(0)))),
          () => f.set(out, f.vall64(f.loadV(f.i32(0)))),
          () => f.set(out, f.vsigns(f.loadV(f.i32(0)))),
        ],
      );
      f.get(out);
    });
    const of = (a: number, b: number): number[] => {
      floats.set([a, b]);
      return [0, 1, 2].map((k) => run(k));
    };
    expect(of(0, 0)).toEqual([0, 0, 0]);
    expect(of(1, 0)).toEqual([1, 0, 0]);
    expect(of(-1, 1)).toEqual([1, 1, 1]);
    expect(of(1, -0)).toEqual([1, 1, 2]);
    expect(of(-1, -1)).toEqual([1, 1, 3]);
  });
});

describe("the builder refuses", () => {
  const body = (write: (f: Code) => void): void => {
    const f = new Code(["f64", "f64"]);
    write(f);
    f.finish();
  };
  test.each<[string, (f: Code) => void]>([
    [
      "a value that nothing takes before a store",
      (f) => {
        f.f64(1);
        f.store(f.i32(0), f.f64(2));
      },
    ],
    ["a value left at the end of a block", (f) => f.block(() => f.i32(1))],
    ["a value left at the end of a loop", (f) => f.loop(() => f.f64(1))],
    [
      "a value left in a branch",
      (f) =>
        f.if(
          f.i32(1),
          () => f.v64(1),
          () => {},
        ),
    ],
    [
      "a value left in a branch, taken in the other",
      (f) =>
        f.if(
          f.i32(1),
          () => f.f64(1),
          () => f.drop(undefined as never),
        ),
    ],
    [
      "a value under a call that gives none",
      (f) => {
        f.f64(1);
        f.call(0, [f.f64(2)]);
      },
    ],
    [
      "a return with a value under it",
      (f) => {
        f.f64(1);
        f.return(f.f64(2));
      },
    ],
    [
      "a store of a lane with a value under it",
      (f) => {
        f.f64(1);
        f.storeLane(f.i32(0), f.v64(1), 0);
      },
    ],
    ["a local set from nothing", (f) => f.set(f.float(), undefined as never)],
    [
      "two values at the end",
      (f) => {
        f.f64(1);
        f.f64(2);
      },
    ],
  ])("%s", (_, write) => {
    expect(() => body(write)).toThrow(/left on the stack|on the stack/);
  });
  test("an import after a function, and a function without a body", () => {
    const late = new Module(0);
    late.function({ takes: [] }, () => {});
    expect(() => late.import("a", "b", { takes: [] })).toThrow("imports come before functions");
    const empty = new Module(0);
    empty.declare({ takes: [] });
    expect(() => empty.toBytes()).toThrow("function 0 has no body");
  });
});
