/*
 * SBML's mathematics keeps its own small tree instead of stretching `Expr`. Three reasons: a document must be written back
 * with the words it was read in (sec, root with degree, n-ary relations); delay, rateOf and calls of function definitions
 * are no functions of numbers, so no expression can hold them; and numbers carry the units of the document, by name.
 * `lower.ts` goes from here to expressions, where everything that is a function of numbers is.
 */

/** Constants of SBML's MathML. */
export type MathConstant =
  | "pi"
  | "exponentiale"
  | "true"
  | "false"
  | "infinity"
  | "notanumber"
  /** 6.02214179e23, the value SBML fixes (CODATA 2006). */
  | "avogadro";

/** Operators and functions, under their names in MathML; `delay` and `rateOf` are csymbols there. */
export type MathOperator = keyof typeof arity;

/** A number as written; with `units` the id of a unit definition or base unit. */
export interface MathNumber {
  readonly kind: "number";
  readonly value: number;
  readonly units?: string | undefined;
}
/** A constant by name. */
export interface MathConstantUse {
  readonly kind: "constant";
  readonly name: MathConstant;
}
/** The time of the simulation. */
export interface MathTime {
  readonly kind: "time";
}
/** An id: of a species, parameter, compartment, reaction, species reference, local parameter, or a function's argument. */
export interface MathSymbol {
  readonly kind: "symbol";
  readonly id: string;
}
/**
 * An operator applied: `root` has degree and radicand, `log` base and argument; `piecewise` has value, condition, …, and
 * when their number is odd the last is the otherwise.
 */
export interface MathApply {
  readonly kind: "apply";
  readonly op: MathOperator;
  readonly args: readonly SbmlMath[];
}
/** A function definition called. */
export interface MathCall {
  readonly kind: "call";
  readonly function: string;
  readonly args: readonly SbmlMath[];
}
/** A formula of an SBML document: immutable, plain data. */
export type SbmlMath = MathNumber | MathConstantUse | MathTime | MathSymbol | MathApply | MathCall;

/** How many arguments each operator takes: least and most. */
export const arity: {
  readonly [op in
    | "plus"
    | "minus"
    | "times"
    | "divide"
    | "power"
    | "root"
    | "exp"
    | "ln"
    | "log"
    | "abs"
    | "floor"
    | "ceiling"
    | "factorial"
    | "min"
    | "max"
    | "rem"
    | "quotient"
    | Trigonometric
    | "piecewise"
    | "eq"
    | "neq"
    | "lt"
    | "leq"
    | "gt"
    | "geq"
    | "and"
    | "or"
    | "xor"
    | "not"
    | "implies"
    | "delay"
    | "rateOf"]: readonly [number, number];
} = {
  plus: [0, Number.POSITIVE_INFINITY],
  minus: [1, 2],
  times: [0, Number.POSITIVE_INFINITY],
  divide: [2, 2],
  power: [2, 2],
  root: [2, 2],
  exp: [1, 1],
  ln: [1, 1],
  log: [2, 2],
  abs: [1, 1],
  floor: [1, 1],
  ceiling: [1, 1],
  factorial: [1, 1],
  min: [1, Number.POSITIVE_INFINITY],
  max: [1, Number.POSITIVE_INFINITY],
  rem: [2, 2],
  quotient: [2, 2],
  sin: [1, 1],
  cos: [1, 1],
  tan: [1, 1],
  sec: [1, 1],
  csc: [1, 1],
  cot: [1, 1],
  sinh: [1, 1],
  cosh: [1, 1],
  tanh: [1, 1],
  sech: [1, 1],
  csch: [1, 1],
  coth: [1, 1],
  arcsin: [1, 1],
  arccos: [1, 1],
  arctan: [1, 1],
  arcsec: [1, 1],
  arccsc: [1, 1],
  arccot: [1, 1],
  arcsinh: [1, 1],
  arccosh: [1, 1],
  arctanh: [1, 1],
  arcsech: [1, 1],
  arccsch: [1, 1],
  arccoth: [1, 1],
  piecewise: [0, Number.POSITIVE_INFINITY],
  eq: [2, Number.POSITIVE_INFINITY],
  neq: [2, 2],
  lt: [2, Number.POSITIVE_INFINITY],
  leq: [2, Number.POSITIVE_INFINITY],
  gt: [2, Number.POSITIVE_INFINITY],
  geq: [2, Number.POSITIVE_INFINITY],
  and: [0, Number.POSITIVE_INFINITY],
  or: [0, Number.POSITIVE_INFINITY],
  xor: [0, Number.POSITIVE_INFINITY],
  not: [1, 1],
  implies: [2, 2],
  delay: [2, 2],
  rateOf: [1, 1],
};

/** The trigonometric and hyperbolic functions, their reciprocals and inverses. */
export type Trigonometric = `${"" | "arc"}${"sin" | "cos" | "tan" | "sec" | "csc" | "cot"}${"" | "h"}`;

/** A number; what is not finite becomes the constant of that name, as MathML has it. */
export function mathNumber(value: number, units?: string): SbmlMath {
  if (Number.isNaN(value)) return { kind: "constant", name: "notanumber" };
  if (value === Number.POSITIVE_INFINITY) return { kind: "constant", name: "infinity" };
  if (value === Number.NEGATIVE_INFINITY) return mathApply("minus", { kind: "constant", name: "infinity" });
  return units === undefined ? { kind: "number", value } : { kind: "number", value, units };
}

/** An id. */
export function mathSymbol(id: string): SbmlMath {
  return { kind: "symbol", id };
}

/** An operator applied to arguments. */
export function mathApply(op: MathOperator, ...args: SbmlMath[]): SbmlMath {
  return { kind: "apply", op, args };
}

const none: readonly SbmlMath[] = [];

/** Arguments of a node; none of a leaf. */
export function argumentsOf(math: SbmlMath): readonly SbmlMath[] {
  return math.kind === "apply" || math.kind === "call" ? math.args : none;
}

/** Visits a formula and all its parts, outer ones first. */
export function visitMath(math: SbmlMath, visit: (part: SbmlMath) => void): void {
  visit(math);
  // Counted, because an iterator makes an object at each step until the loop is compiled.
  const args = argumentsOf(math);
  for (let i = 0; i < args.length; i++) visitMath(args[i]!, visit);
}

/** The formula with other arguments. */
export function withArguments(math: SbmlMath, args: readonly SbmlMath[]): SbmlMath {
  return math.kind === "apply" || math.kind === "call" ? { ...math, args } : math;
}
