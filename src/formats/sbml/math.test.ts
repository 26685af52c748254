import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, parse, print } from "#expr";
import { functionExpander } from "./expand.ts";
import { fromExpr, toExpr } from "./lower.ts";
import { arity, type MathOperator, mathApply, mathNumber, mathSymbol, type SbmlMath } from "./math.ts";
import { type Lambda, mathmlNamespace, readMath, writeMath } from "./mathml.ts";
import { readXml } from "./xml.ts";
import { writeXml } from "./xml-write.ts";

const sbml = "http://www.sbml.org/sbml/level3/version2/core";

function read(inside: string): SbmlMath | undefined {
  const tree = readXml(`<math xmlns="${mathmlNamespace}" xmlns:sbml="${sbml}">${inside}</math>`, "f.xml");
  return readMath(tree.root, { place: tree.place, namespace: sbml });
}

function value(math: SbmlMath, values: Readonly<Record<string, number>> = {}): number {
  return evaluate(toExpr(math), (name) => values[name]);
}

const applied = (op: MathOperator, ...args: number[]): number =>
  value(mathApply(op, ...args.map((x) => mathNumber(x))));

describe("numbers", () => {
  test.each([
    ["<cn> 12 </cn>", 12],
    ['<cn type="integer">-3</cn>', -3],
    ['<cn type="e-notation"> 1.5 <sep/> -3 </cn>', 1.5e-3],
    ['<cn type="rational"> 1 <sep/> 4 </cn>', 0.25],
    ["<cn>2e3</cn>", 2000],
    ["<pi/>", Math.PI],
    ["<exponentiale/>", Math.E],
    ["<infinity/>", Number.POSITIVE_INFINITY],
    ["<notanumber/>", Number.NaN],
    ["<true/>", 1],
    ['<csymbol definitionURL="http://www.sbml.org/sbml/symbols/avogadro">x</csymbol>', 6.02214179e23],
  ])("%s", (text, expected) => expect(value(read(text)!)).toBe(expected));
  test("keep their units", () => {
    expect(read('<cn sbml:units="mole"> 1 </cn>')).toEqual({ kind: "number", value: 1, units: "mole" });
  });
  test.each([
    "<cn>INF</cn>",
    "<cn>1 2</cn>",
    '<cn type="integer" base="16">ff</cn>',
    '<cn type="rational">1</cn>',
  ])("%s is refused", (text) => expect(() => read(text)).toThrow(/cannot read the number/));
});

describe("functions have the values of mathematics", () => {
  const x = 0.3;
  const y = 2.5;
  test.each<[MathOperator, number, number]>([
    ["sec", x, 1 / Math.cos(x)],
    ["csc", x, 1 / Math.sin(x)],
    ["cot", x, 1 / Math.tan(x)],
    ["sech", x, 1 / Math.cosh(x)],
    ["csch", x, 1 / Math.sinh(x)],
    ["coth", x, 1 / Math.tanh(x)],
    ["arcsec", y, Math.acos(1 / y)],
    ["arccsc", y, Math.asin(1 / y)],
    ["arccot", y, Math.atan(1 / y)],
    ["arccot", 0, Math.PI / 2],
    ["arcsinh", x, Math.asinh(x)],
    ["arcsinh", -1e8, Math.asinh(-1e8)],
    ["arccosh", y, Math.acosh(y)],
    ["arctanh", x, Math.atanh(x)],
    ["arcsech", x, Math.acosh(1 / x)],
    ["arccsch", x, Math.asinh(1 / x)],
    ["arccoth", y, Math.atanh(1 / y)],
    ["factorial", 5, 120],
    ["floor", -1.5, -2],
    ["ceiling", -1.5, -1],
    ["minus", y, -y],
    ["not", 2, 0],
  ])("%s of %d", (op, argument, expected) => expect(applied(op, argument)).toBeCloseTo(expected, 12));
  test.each<[MathOperator, number, number, number]>([
    ["quotient", -7, 2, -3],
    ["rem", -7, 2, -1],
    ["rem", 7, -2, 1],
    ["root", 3, 8, 2],
    ["log", 2, 8, 3],
    ["log", 10, 1000, 3],
    ["implies", 1, 0, 0],
    ["implies", 0, 0, 1],
    ["min", 3, 2, 2],
  ])("%s of %d and %d", (op, a, b, expected) => expect(applied(op, a, b)).toBeCloseTo(expected, 12));
  test("factorial of a quantity is the gamma function", () => {
    for (const n of [0, 1, 2.5, 7, 20]) {
      const found = value(mathApply("factorial", mathSymbol("n")), { n });
      const known = new Map([
        [0, 1],
        [1, 1],
        [2.5, 3.3233509704478426],
        [7, 5040],
        [20, 2432902008176640000],
      ]).get(n)!;
      expect(found / known).toBeCloseTo(1, 12);
    }
  });
  test("relations and logic take as many arguments as MathML allows", () => {
    expect([applied("lt", 1, 2, 3), applied("lt", 1, 3, 2), applied("eq", 2, 2, 2)]).toEqual([1, 0, 1]);
    expect([applied("xor", 1, 1, 1), applied("xor", 5, 0, 2), applied("xor")]).toEqual([1, 0, 0]);
    expect([applied("and"), applied("or"), applied("and", 5), applied("plus"), applied("times")]).toEqual([
      1, 0, 1, 0, 1,
    ]);
  });
  test("piecewise without a piece that holds is NaN", () => {
    expect([applied("piecewise", 1, 0), applied("piecewise", 1, 0, 7), applied("piecewise", 7)]).toEqual([
      NaN,
      7,
      7,
    ]);
  });
});

describe("delay and rateOf", () => {
  const delay = mathApply("delay", mathSymbol("x"), mathNumber(1));
  test("mean what the caller says", () => {
    const e = toExpr(mathApply("plus", delay, mathApply("rateOf", mathSymbol("x"))), {
      delay: (of, by) => parse(of.kind === "symbol" && print(by) === "1" ? "x_before" : "wrong"),
      rateOf: (id) => parse(`rate_${id}`),
    });
    expect(print(e)).toBe("x_before + rate_x");
  });
  test("are refused where nothing is said", () =>
    expect(() => toExpr(delay)).toThrow(/unsupported-feature: delay/));
});

describe("function definitions", () => {
  const double: Lambda = { parameters: ["x"], body: mathApply("plus", mathSymbol("x"), mathSymbol("x")) };
  const call = (id: string, ...args: SbmlMath[]): SbmlMath => ({ kind: "call", function: id, args });
  test("are put in place, arguments first", () => {
    const expand = functionExpander(new Map([["f", double]]));
    expect(print(toExpr(expand(call("f", call("f", mathSymbol("x"))))))).toBe("(x + x) + (x + x)");
  });
  test.each<[string, SbmlMath, string]>([
    ["unknown", call("g"), "unknown-function"],
    ["with too many arguments", call("f", mathNumber(1), mathNumber(2)), "invalid-value"],
    ["that call themselves", call("loop"), "invalid-value"],
    ["without a body", call("none"), "invalid-value"],
  ])("%s are refused", (_, math, code) => {
    const loop: Lambda = { parameters: [], body: call("loop") };
    const expand = functionExpander(
      new Map([
        ["f", double],
        ["loop", loop],
        ["none", { parameters: [] }],
      ]),
    );
    expect(() => expand(math)).toThrow(expect.objectContaining({ code }));
  });
  test("that double without end are refused before they fill the memory", () => {
    const expand = functionExpander(new Map([["f", double]]));
    let math: SbmlMath = mathSymbol("x");
    for (let i = 0; i < 100; i++) math = call("f", math);
    expect(() => expand(math)).toThrow(/too large/);
  });
});

test("every formula is read back from what was written", () => {
  const leaf = fc.oneof(
    fc.double().map((x) => mathNumber(x)),
    fc.constantFrom("a", "__proto__", "é").map(mathSymbol),
    fc.constant<SbmlMath>({ kind: "time" }),
    fc
      .constantFrom("pi", "avogadro", "true")
      .map((name): SbmlMath => ({ kind: "constant", name }) as SbmlMath),
    fc.integer().map((x) => mathNumber(x, "mole")),
  );
  const operators = (Object.keys(arity) as MathOperator[]).filter((op) => op !== "rateOf");
  const { math } = fc.letrec<{ math: SbmlMath }>((tie) => ({
    math: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(fc.constantFrom(...operators), fc.array(tie("math"), { maxLength: 4 })).map(([op, args]) => {
        const [least, most] = arity[op];
        const filled = [...args, mathSymbol("x"), mathSymbol("y")].slice(
          0,
          Math.min(most, Math.max(least, args.length)),
        );
        return mathApply(op, ...filled);
      }),
      fc
        .array(tie("math"), { maxLength: 3 })
        .map((args): SbmlMath => ({ kind: "call", function: "f", args })),
    ),
  }));
  fc.assert(
    fc.property(math, (m) => {
      const tree = readXml(writeXml(writeMath(m, sbml), new Map([[sbml, "sbml"]])), "f.xml");
      expect(readMath(tree.root, { place: tree.place, namespace: sbml })).toEqual(m);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test("an expression becomes a formula and comes back", () => {
  const text = "piecewise(a*log10(b), a < 1 && !c, sqrt(a) - -b^2) + min(a, b, c) + asin(a)/exp(time)";
  const values = new Map(Object.entries({ a: 0.4, b: 3, c: 0, time: 2 }));
  const there = fromExpr(parse(text));
  const back = toExpr(there);
  expect(evaluate(back, (n) => values.get(n))).toBe(evaluate(parse(text), (n) => values.get(n)));
});

test.each([
  ["<apply><foo/></apply>", /<foo> is not in the MathML/],
  ["<apply><minus/></apply>", /cannot take 0 arguments/],
  ["<apply><power/><cn>1</cn></apply>", /cannot take 1 argument/],
  ["<apply><plus/><piece/></apply>", /<piece> is not in/],
  ["<apply/>", /<apply> is empty/],
  ['<csymbol definitionURL="http://www.sbml.org/sbml/symbols/distrib/normal"/>', /csymbol distrib\/normal/],
  ["<ci/>", /<ci> is empty/],
  ["<cn>1</cn><cn>2</cn>", /holds one formula/],
  ["<toString/>", /<toString> is not in/],
])("%s is refused with its place", (text, what) => {
  expect(() => read(text)).toThrow(what);
  expect(() => read(text)).toThrow(
    expect.objectContaining({ where: expect.stringMatching(/^f\.xml:1:\d+$/) }),
  );
});
