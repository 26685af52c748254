import {
  add,
  call,
  div,
  type Expr,
  mul,
  type NumberExpr,
  neg,
  num,
  type Operator,
  pow,
  sub,
  sym,
} from "#expr";
import { KationError } from "#units";
import {
  type MathApply,
  type MathConstant,
  type MathOperator,
  mathApply,
  mathNumber,
  mathSymbol,
  type SbmlMath,
} from "./math.ts";

/** What stands for the parts of a formula that are no functions of numbers. */
export interface Lowering {
  /** Expression of an id; its name unless given. */
  readonly symbol?: (id: string) => Expr;
  /** Expression of the time; the name `time` unless given. */
  readonly time?: Expr;
  /** The value a formula had some time ago; refused unless given. */
  readonly delay?: (of: SbmlMath, by: Expr) => Expr;
  /** The rate of change of a quantity; refused unless given. */
  readonly rateOf?: (id: string) => Expr;
}

/** Values of SBML's constants; true is 1. */
const constantValues: Readonly<Record<MathConstant, number>> = {
  pi: Math.PI,
  exponentiale: Math.E,
  true: 1,
  false: 0,
  infinity: Number.POSITIVE_INFINITY,
  notanumber: Number.NaN,
  avogadro: 6.02214179e23,
};

const same: Readonly<Partial<Record<MathOperator, Operator>>> = {
  divide: "div",
  power: "pow",
  exp: "exp",
  ln: "ln",
  abs: "abs",
  floor: "floor",
  ceiling: "ceil",
  min: "min",
  max: "max",
  sin: "sin",
  cos: "cos",
  tan: "tan",
  sinh: "sinh",
  cosh: "cosh",
  tanh: "tanh",
  arcsin: "asin",
  arccos: "acos",
  arctan: "atan",
  not: "not",
};
const relations: Readonly<Partial<Record<MathOperator, Operator>>> = {
  eq: "eq",
  neq: "ne",
  lt: "lt",
  leq: "le",
  gt: "gt",
  geq: "ge",
};
const one = num(1);

/**
 * Rewrites a formula as an expression; calls of function definitions must have been expanded.
 *
 * What the expression language has no word for is spelled out: sec as 1/cos, arccosh by ln, a root by a power, n-ary
 * relations as pairs, `quotient` towards zero. Relations and logic give 1 or 0, and any number but 0 is true, as Level 3
 * Version 2 wants it. A piecewise without otherwise is NaN where no piece holds.
 *
 * @limits  near 0 arcsinh and arctanh have an absolute, not a relative, error of 1e-16
 * @throws  `unsupported-feature` for delay or rateOf that was given no meaning; `unknown-function` for a call left over
 */
export function toExpr(math: SbmlMath, meaning: Lowering = {}): Expr {
  switch (math.kind) {
    case "number":
      return num(math.value);
    case "constant":
      return num(constantValues[math.name]);
    case "time":
      return meaning.time ?? sym("time");
    case "symbol":
      return meaning.symbol ? meaning.symbol(math.id) : sym(math.id);
    case "call":
      throw new KationError("unknown-function", `${math.function} was not expanded`);
    case "apply":
      return apply(math, meaning);
  }
}

function apply(math: MathApply, meaning: Lowering): Expr {
  const { op } = math;
  if (op === "rateOf" || op === "delay") return special(math, meaning);
  const args = math.args.map((arg) => toExpr(arg, meaning));
  const [a, b] = args as [Expr, Expr];
  const direct = same[op];
  if (direct) return call(direct, ...args);
  const relation = relations[op];
  if (relation)
    return args.length === 2
      ? call(relation, a, b)
      : call("and", ...args.slice(1).map((right, i) => call(relation, args[i]!, right)));
  switch (op) {
    case "plus":
      return args.length === 0 ? num(0) : args.length === 1 ? a : add(...args);
    case "times":
      return args.length === 0 ? one : args.length === 1 ? a : mul(...args);
    case "minus":
      return args.length === 1 ? neg(a) : sub(a, b);
    case "root":
      return isNumber(a, 2) ? call("sqrt", b) : pow(b, div(one, a));
    case "log":
      if (isNumber(a, 10)) return call("log10", b);
      return isNumber(a, Math.E) ? call("ln", b) : div(call("ln", b), call("ln", a));
    case "quotient":
      return towardsZero(div(a, b));
    case "rem":
      return sub(a, mul(b, towardsZero(div(a, b))));
    case "factorial":
      return factorial(a);
    case "and":
    case "or":
      if (args.length === 0) return num(op === "and" ? 1 : 0);
      return args.length === 1 ? truth(a) : call(op, ...args);
    case "xor":
      return args.length === 0
        ? num(0)
        : args.slice(1).reduce((x, y) => call("ne", call("not", x), call("not", y)), truth(a));
    case "implies":
      return call("or", call("not", a), b);
    case "piecewise": {
      const all = args.length % 2 === 0 ? [...args, num(Number.NaN)] : args;
      return all.length === 1 ? all[0]! : call("piecewise", ...all);
    }
    default:
      return reciprocal(op, a);
  }
}

function special(math: MathApply, meaning: Lowering): Expr {
  const [of, by] = math.args;
  if (math.op === "delay" && meaning.delay) return meaning.delay(of!, toExpr(by!, meaning));
  if (math.op === "rateOf" && meaning.rateOf && of?.kind === "symbol") return meaning.rateOf(of.id);
  throw new KationError("unsupported-feature", math.op, {
    why: `${math.op} cannot stand in this formula`,
  });
}

/** Trigonometric functions that expressions have no word for, by those they have. */
function reciprocal(op: MathOperator, x: Expr): Expr {
  const inverse = div(one, x);
  switch (op) {
    case "sec":
      return div(one, call("cos", x));
    case "csc":
      return div(one, call("sin", x));
    case "cot":
      return div(one, call("tan", x));
    case "sech":
      return div(one, call("cosh", x));
    case "csch":
      return div(one, call("sinh", x));
    case "coth":
      return div(one, call("tanh", x));
    case "arcsec":
      return call("acos", inverse);
    case "arccsc":
      return call("asin", inverse);
    case "arccot":
      return call("atan", inverse);
    case "arcsinh":
      return arcsinh(x);
    case "arccsch":
      return arcsinh(inverse);
    case "arccosh":
      return arccosh(x);
    case "arcsech":
      return arccosh(inverse);
    case "arctanh":
      return arctanh(x);
    case "arccoth":
      return arctanh(inverse);
    default:
      throw new KationError("unsupported-feature", op);
  }
}

/** Odd by construction: the plain logarithm cancels for large negative x. */
function arcsinh(x: Expr): Expr {
  const size = call("abs", x);
  const log = call("ln", add(size, call("sqrt", add(mul(x, x), one))));
  return call("piecewise", neg(log), call("lt", x, num(0)), log);
}

function arccosh(x: Expr): Expr {
  return call("ln", add(x, call("sqrt", mul(sub(x, one), add(x, one)))));
}

function arctanh(x: Expr): Expr {
  return mul(num(0.5), call("ln", div(add(one, x), sub(one, x))));
}

function truth(x: Expr): Expr {
  return call("not", call("not", x));
}

function towardsZero(x: Expr): Expr {
  return call("piecewise", call("ceil", x), call("lt", x, num(0)), call("floor", x));
}

function isNumber(e: Expr, value: number): boolean {
  return e.kind === "number" && e.value === value;
}

/** Lanczos' coefficients for g = 7 (Godfrey 2001); relative error below 1e-14 for x ≥ 0. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** x!: exact for a whole number that is written out, else Γ(x + 1) by Lanczos' sum. */
function factorial(x: Expr): Expr {
  if (x.kind === "number" && Number.isInteger(x.value) && x.value >= 0 && x.value <= 170) {
    let product = 1;
    for (let i = 2; i <= x.value; i++) product *= i;
    return num(product);
  }
  const shifted = add(x, num(7.5));
  const sum = add(...lanczos.map((c, i) => (i === 0 ? num(c) : div(num(c), add(x, num(i))))));
  return mul(num(Math.sqrt(2 * Math.PI)), pow(shifted, add(x, num(0.5))), call("exp", neg(shifted)), sum);
}

/** How names and numbers of an expression are written in SBML. */
export interface Raising {
  /** `time` is the time and any other name an id, unless given. */
  readonly symbol?: (name: string) => SbmlMath;
  /** A quantity is written by its value in base units, unless given. */
  readonly number?: (number: NumberExpr) => SbmlMath;
}

const raised: Readonly<Partial<Record<Operator, MathOperator>>> = {
  ...Object.fromEntries(Object.entries({ ...same, ...relations }).map(([op, name]) => [name, op])),
  add: "plus",
  sub: "minus",
  neg: "minus",
  mul: "times",
  and: "and",
  or: "or",
  piecewise: "piecewise",
};

/** Rewrites an expression as a formula of SBML; {@link toExpr} brings it back. */
export function fromExpr(e: Expr, meaning: Raising = {}): SbmlMath {
  if (e.kind === "number") {
    if (meaning.number) return meaning.number(e);
    return mathNumber(e.unit === undefined ? e.value : e.value * e.unit.factor + e.unit.offset);
  }
  if (e.kind === "symbol") {
    if (meaning.symbol) return meaning.symbol(e.name);
    return e.name === "time" ? { kind: "time" } : mathSymbol(e.name);
  }
  const args = e.args.map((arg) => fromExpr(arg, meaning));
  if (e.op === "sqrt") return mathApply("root", mathNumber(2), ...args);
  if (e.op === "log10") return mathApply("log", mathNumber(10), ...args);
  return mathApply(raised[e.op]!, ...args);
}
