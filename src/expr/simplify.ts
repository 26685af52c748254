import { call, num } from "./build.ts";
import { operators } from "./operators.ts";
import type { Expr } from "./types.ts";

/**
 * Folds constants without units and drops neutral elements; never changes where an expression is defined
 * (0·x stays unless x is a plain number or name).
 */
export function simplify(e: Expr): Expr {
  if (e.kind !== "call") return e;
  const args = e.args.map(simplify);
  const plain = args.map((arg) => (arg.kind === "number" && arg.unit === undefined ? arg.value : undefined));
  if (plain.every((v) => v !== undefined)) {
    const value = operators[e.op].value(plain as number[]);
    if (Number.isFinite(value)) return num(value);
  }
  switch (e.op) {
    case "add":
      return rebuilt(
        "add",
        args.filter((_, i) => plain[i] !== 0),
        0,
      );
    case "mul":
      return plain.includes(0)
        ? num(0)
        : rebuilt(
            "mul",
            args.filter((_, i) => plain[i] !== 1),
            1,
          );
    case "sub":
      return plain[1] === 0 ? args[0]! : plain[0] === 0 ? call("neg", args[1]!) : call("sub", ...args);
    case "div":
      return plain[0] === 0 ? num(0) : plain[1] === 1 ? args[0]! : call("div", ...args);
    case "pow":
      return plain[1] === 1 ? args[0]! : plain[1] === 0 ? num(1) : call("pow", ...args);
    case "neg": {
      const inner = args[0]!;
      return inner.kind === "call" && inner.op === "neg" ? inner.args[0]! : call("neg", inner);
    }
    default:
      return call(e.op, ...args);
  }
}

function rebuilt(op: "add" | "mul", args: Expr[], neutral: number): Expr {
  return args.length === 0 ? num(neutral) : args.length === 1 ? args[0]! : call(op, ...args);
}
