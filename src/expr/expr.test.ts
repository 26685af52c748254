import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KationError, printUnit, unit } from "#units";
import {
  call,
  differentiate,
  type Expr,
  evaluate,
  inferUnit,
  num,
  parse,
  print,
  simplify,
  substitute,
  sym,
  symbolsOf,
} from "./index.ts";

/** Random expressions over x and y that have a value and a slope wherever x, y > 0. */
const smooth: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
  e: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Expr>(sym("x"), sym("y")),
    fc.double({ min: 0.1, max: 5, noNaN: true }).map((v) => num(Math.round(v * 100) / 100)),
    fc
      .tuple(fc.constantFrom("add", "sub", "mul"), tie("e"), tie("e"))
      .map(([op, a, b]) => call(op as "add", a, b)),
    fc.tuple(tie("e"), tie("e")).map(([a, b]) => call("div", a, call("add", num(2), call("pow", b, num(2))))),
    tie("e").map((a) => call("pow", a, num(2))),
    tie("e").map((a) => call("tanh", a)),
    tie("e").map((a) => call("sin", a)),
    tie("e").map((a) => call("ln", call("add", num(2), call("pow", a, num(2))))),
    tie("e").map((a) => call("exp", call("tanh", a))),
    tie("e").map((a) => call("neg", a)),
  ),
})).e;
const at =
  (x: number, y: number) =>
  (name: string): number | undefined =>
    ({ x, y })[name];

describe("parsing and printing", () => {
  test("what is printed is read back as the same tree", () => {
    fc.assert(
      fc.property(smooth, (e) => {
        const once = parse(print(e));
        expect(parse(print(once))).toEqual(once);
        const [a, b] = [evaluate(e, at(1.3, 0.7)), evaluate(once, at(1.3, 0.7))];
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(a)));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
  test("any tree is printed so that it is read back as it was", () => {
    const binary = ["add", "sub", "mul", "div", "pow", "lt", "ge", "eq", "ne", "and", "or", "min"] as const;
    const any: fc.Arbitrary<Expr> = fc.letrec<{ e: Expr }>((tie) => ({
      e: fc.oneof(
        { depthSize: "medium", withCrossShrink: true },
        fc.constantFrom<Expr>(sym("x"), sym("y"), num(-0), num(1e-30, unit("mM")), num(-5, unit("degC"))),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => num(v)),
        fc.tuple(fc.constantFrom(...binary), tie("e"), tie("e")).map(([op, a, b]) => call(op, a, b)),
        fc
          .tuple(fc.constantFrom("add", "mul", "and", "or", "piecewise"), tie("e"), tie("e"), tie("e"))
          .map(([op, a, b, c]) => call(op as "add", a, b, c)),
        fc.tuple(fc.constantFrom("neg", "not", "exp"), tie("e")).map(([op, a]) => call(op as "neg", a)),
      ),
    })).e;
    fc.assert(
      fc.property(any, (e) => {
        expect(parse(print(e))).toEqual(e);
      }),
      { seed: 6, numRuns: 1000 },
    );
  });
  test.each([
    ["(x+x)+(x+x)", "(x + x) + (x + x)"],
    ["a*b/c*d - e + f", "a*b/c*d - e + f"],
    ["-5 + -(5) - -5^2", "-5 + -(5) - -5^2"],
    ["-5 [degC]", "-5 [degC]"],
    ["exp(-2*x^-2)", "exp(-2*x^(-2))"],
    ["(a && b) && c || d || e", "(a && b) && c || d || e"],
    ["a+b*c^2^d", "a + b*c^2^d"],
    ["a-(b-c)", "a - (b - c)"],
    ["-x^2", "-x^2"],
    ["(-x)^2", "(-x)^2"],
    ["a/(b/c)", "a/(b/c)"],
    ["!a && b || c<d", "!a && b || c < d"],
  ])("%s", (text, printed) => {
    expect(print(parse(text))).toBe(printed);
  });
  test("power binds to the right, minus below it", () => {
    expect(evaluate(parse("2^3^2"), () => 0)).toBe(512);
    expect(evaluate(parse("-2^2"), () => 0)).toBe(-4);
  });
  test("numbers carry units", () => expect(evaluate(parse("5 [uM]"), () => 0)).toBeCloseTo(5e-3, 15));
  test.each([
    ["a +", "invalid-syntax"],
    ["(a", "invalid-syntax"],
    ["a b", "invalid-syntax"],
    ["lnn(a)", "unknown-function"],
    ["exp(a, b)", "invalid-syntax"],
    ["1e999", "invalid-syntax"],
    ["a $ b", "invalid-syntax"],
    ["5 [uMM]", "unknown-unit"],
  ])("%j is refused with its place", (text, code) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code }));
  });
  test("line and column are told", () => {
    expect(() => parse("a +\n b * )")).toThrow(
      expect.objectContaining({ where: expect.stringContaining("line 2, column 6") }),
    );
  });
  test("depth and length have limits", () => {
    expect(() => parse(`${"(".repeat(2000)}a`)).toThrow(KationError);
    expect(() => parse("a+".repeat(60_000))).toThrow(KationError);
  });
  test("names of JavaScript are names", () =>
    expect([...symbolsOf(parse("__proto__ + constructor"))]).toEqual(["__proto__", "constructor"]));
});

describe("derivatives", () => {
  test("are those of central differences", () => {
    fc.assert(
      fc.property(
        smooth,
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        (e, x, y) => {
          const h = 1e-5;
          const exact = evaluate(differentiate(e, "x"), at(x, y));
          const estimate = (evaluate(e, at(x + h, y)) - evaluate(e, at(x - h, y))) / (2 * h);
          const wild = Math.max(...[-h, 0, h].map((d) => Math.abs(evaluate(e, at(x + d, y)))));
          fc.pre(wild < 1e6 && Math.abs(exact) < 1e6);
          expect(Math.abs(exact - estimate)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(exact), wild));
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
  test.each([
    ["k*x^2/(K + x)", 2],
    ["piecewise(x^2, x > 1, 3*x)", 2],
    ["min(x, 3)", 1],
    ["abs(-x)", 1],
    ["x^y", 0.7 * 2 ** -0.3],
    ["log10(x)", 0.4342944819032518 / 2],
  ])("of %s", (text, _value) => {
    const lookup = (n: string): number | undefined => ({ x: 2, y: 0.7, k: 1.5, K: 0.4 })[n];
    const h = 1e-6;
    const f = (x: number): number => evaluate(parse(text), (n) => (n === "x" ? x : lookup(n)));
    expect(evaluate(differentiate(parse(text), "x"), lookup)).toBeCloseTo((f(2 + h) - f(2 - h)) / (2 * h), 6);
  });
});

test("simplifying keeps the value", () => {
  fc.assert(
    fc.property(smooth, (e) => {
      const [a, b] = [evaluate(e, at(0.9, 1.4)), evaluate(simplify(e), at(0.9, 1.4))];
      expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(a)));
    }),
    { seed: 5, numRuns: 300 },
  );
});
test("names are replaced", () =>
  expect(print(substitute(parse("a*b"), new Map([["a", parse("c + d")]])))).toBe("(c + d)*b"));

describe("units of expressions", () => {
  const of = (n: string): ReturnType<typeof unit> | undefined =>
    ({ k: unit("1/(M*s)"), A: unit("mM"), B: unit("uM"), t: unit("s") })[n];
  test("follow from their parts", () => {
    expect(printUnit(inferUnit(parse("k*A*B"), of))).toContain("mM");
    expect(inferUnit(parse("exp(-k*A*t)"), of).dimension.every((e) => e === 0)).toBe(true);
    expect(inferUnit(parse("sqrt(A*B)"), of).dimension).toEqual(unit("M").dimension);
    expect(inferUnit(parse("A + 0"), of).dimension).toEqual(unit("M").dimension);
  });
  test.each(["k + A", "exp(A)", "A^t", "A < t", "piecewise(A, t > 0 [s], t)", "A^B", "A + 1"])(
    "%s is a mismatch",
    (text) => {
      expect(() => inferUnit(parse(text), of)).toThrow(expect.objectContaining({ code: "mismatch-unit" }));
    },
  );
});
