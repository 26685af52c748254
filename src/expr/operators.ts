import * as elementary from "#units";
import type { Operator } from "./types.ts";

/** What is known of an operator: how many arguments it takes and its value. */
export interface OperatorInfo {
  readonly least: number;
  readonly most: number;
  readonly value: (args: readonly number[]) => number;
}

const one = (f: (x: number) => number): OperatorInfo => ({ least: 1, most: 1, value: (a) => f(a[0]!) });
const two = (f: (x: number, y: number) => number): OperatorInfo => ({
  least: 2,
  most: 2,
  value: (a) => f(a[0]!, a[1]!),
});
const many = (f: (x: number, y: number) => number, least = 2): OperatorInfo => ({
  least,
  most: 10_000,
  value: (a) => a.reduce((x, y) => f(x, y)),
});
const truth = (b: boolean): number => (b ? 1 : 0);

/** Every operator by name. Relations and logic give 1 or 0; anything but 0 is true. */
export const operators: Readonly<Record<Operator, OperatorInfo>> = {
  add: many((x, y) => x + y),
  sub: two((x, y) => x - y),
  mul: many((x, y) => x * y),
  div: two((x, y) => x / y),
  pow: two((x, y) => elementary.pow(x, y)),
  neg: one((x) => -x),
  exp: one(elementary.exp),
  ln: one(elementary.ln),
  log10: one(elementary.log10),
  sqrt: one(Math.sqrt),
  abs: one(Math.abs),
  min: many((x, y) => Math.min(x, y), 1),
  max: many((x, y) => Math.max(x, y), 1),
  floor: one(Math.floor),
  ceil: one(Math.ceil),
  sin: one(elementary.sin),
  cos: one(elementary.cos),
  tan: one(elementary.tan),
  asin: one(elementary.asin),
  acos: one(elementary.acos),
  atan: one(elementary.atan),
  sinh: one(elementary.sinh),
  cosh: one(elementary.cosh),
  tanh: one(elementary.tanh),
  lt: two((x, y) => truth(x < y)),
  le: two((x, y) => truth(x <= y)),
  gt: two((x, y) => truth(x > y)),
  ge: two((x, y) => truth(x >= y)),
  eq: two((x, y) => truth(x === y)),
  ne: two((x, y) => truth(x !== y)),
  and: many((x, y) => truth(x !== 0 && y !== 0), 1),
  or: many((x, y) => truth(x !== 0 || y !== 0), 1),
  not: one((x) => truth(x === 0)),
  piecewise: {
    least: 3,
    most: 10_000,
    value: (a) => {
      for (let i = 0; i + 1 < a.length; i += 2) if (a[i + 1] !== 0) return a[i]!;
      return a.length % 2 === 1 ? a.at(-1)! : Number.NaN;
    },
  },
};

/** Names a person may write for a function; `log` is left out on purpose: `ln` and `log10` say which. */
export const functionNames: readonly string[] = Object.keys(operators).filter(
  (op) =>
    !["add", "sub", "mul", "div", "neg", "lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"].includes(op),
);

/** Infix signs with their binding strength. */
export const infix: Readonly<Record<string, { readonly op: Operator; readonly strength: number }>> = {
  "||": { op: "or", strength: 1 },
  "&&": { op: "and", strength: 2 },
  "==": { op: "eq", strength: 3 },
  "!=": { op: "ne", strength: 3 },
  "<": { op: "lt", strength: 4 },
  "<=": { op: "le", strength: 4 },
  ">": { op: "gt", strength: 4 },
  ">=": { op: "ge", strength: 4 },
  "+": { op: "add", strength: 5 },
  "-": { op: "sub", strength: 5 },
  "*": { op: "mul", strength: 6 },
  "/": { op: "div", strength: 6 },
  "^": { op: "pow", strength: 8 },
};
/** Operators that take any number of operands: `a + b + c` is one sum. */
export const chains: ReadonlySet<Operator> = new Set<Operator>(["add", "mul", "and", "or"]);
/** Binding strength of a leading minus or `!`, between product and power: −x² is −(x²). */
export const prefixStrength: number = 7;
