export { add, call, div, mul, neg, num, pow, sub, sym } from "./build.ts";
export { differentiate } from "./differentiate.ts";
export { inferUnit } from "./infer-unit.ts";
export { operators } from "./operators.ts";
export { parse } from "./parse.ts";
export { print } from "./print.ts";
export { simplify } from "./simplify.ts";
export type { CallExpr, Expr, NumberExpr, Operator, SymbolExpr } from "./types.ts";
export { evaluate, substitute, symbolsOf } from "./walk.ts";
