import type { Unit } from "#units";
import type { CallExpr, Expr, NumberExpr, Operator, SymbolExpr } from "./types.ts";

/** A number; with a unit, a quantity. */
export function num(value: number, unit?: Unit): NumberExpr {
  return unit === undefined ? { kind: "number", value } : { kind: "number", value, unit };
}

/** A name. */
export function sym(name: string): SymbolExpr {
  return { kind: "symbol", name };
}

/** An operator or function applied to arguments. */
export function call(op: Operator, ...args: Expr[]): CallExpr {
  return { kind: "call", op, args };
}

/** Sum of two or more. */
export function add(...args: Expr[]): Expr {
  return call("add", ...args);
}

/** Product of two or more. */
export function mul(...args: Expr[]): Expr {
  return call("mul", ...args);
}

/** a − b. */
export function sub(a: Expr, b: Expr): Expr {
  return call("sub", a, b);
}

/** a / b. */
export function div(a: Expr, b: Expr): Expr {
  return call("div", a, b);
}

/** a^b. */
export function pow(a: Expr, b: Expr): Expr {
  return call("pow", a, b);
}

/** −a. */
export function neg(a: Expr): Expr {
  return call("neg", a);
}
