import type { Unit } from "#units";

/** Functions and operators an expression may apply. Relations and logic give 1 or 0. */
export type Operator =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "pow"
  | "neg"
  | "exp"
  | "ln"
  | "log10"
  | "sqrt"
  | "abs"
  | "min"
  | "max"
  | "floor"
  | "ceil"
  | "sin"
  | "cos"
  | "tan"
  | "asin"
  | "acos"
  | "atan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "lt"
  | "le"
  | "gt"
  | "ge"
  | "eq"
  | "ne"
  | "and"
  | "or"
  | "not"
  /** `piecewise(value1, condition1, value2, condition2, …, otherwise)` */
  | "piecewise";

/** A number; with `unit` a quantity written in brackets, `0.87 [1/(M*s)]`, whose `value` is in that unit. */
export interface NumberExpr {
  readonly kind: "number";
  readonly value: number;
  readonly unit?: Unit;
}
/** A name: a species, parameter, compartment, rule, or `time`. */
export interface SymbolExpr {
  readonly kind: "symbol";
  readonly name: string;
}
/** An operator or function applied to its arguments; `add` and `mul` may have two or more. */
export interface CallExpr {
  readonly kind: "call";
  readonly op: Operator;
  readonly args: readonly Expr[];
}
/** A symbolic expression: immutable, plain data, safe to share between models and threads. */
export type Expr = NumberExpr | SymbolExpr | CallExpr;
