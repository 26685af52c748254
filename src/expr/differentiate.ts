import { add, call, div, mul, neg, num, pow, sub } from "./build.ts";
import { simplify } from "./simplify.ts";
import type { Expr } from "./types.ts";

/**
 * Exact derivative of an expression with respect to a name, lightly simplified.
 *
 * `x^n` with a constant n gives `n·x^(n−1)`, infinite at 0 when n < 1. `piecewise` differentiates its values, `min`,
 * `max` and `abs` the branch taken; relations, `floor` and `ceil` have derivative 0.
 */
export function differentiate(e: Expr, name: string): Expr {
  return simplify(derivative(e, name));
}

const zero = num(0);

function isZero(e: Expr): boolean {
  return e.kind === "number" && e.value === 0;
}

function derivative(e: Expr, name: string): Expr {
  if (e.kind === "number") return zero;
  if (e.kind === "symbol") return e.name === name ? num(1) : zero;
  const a = e.args[0]!;
  const d = (i: number): Expr => derivative(e.args[i]!, name);
  switch (e.op) {
    case "add":
      return sumOf(e.args.map((arg) => derivative(arg, name)));
    case "sub":
      return sub(d(0), d(1));
    case "neg":
      return neg(d(0));
    case "mul":
      return sumOf(e.args.map((arg, i) => product(e.args, i, derivative(arg, name))));
    case "div":
      return sub(div(d(0), e.args[1]!), div(mul(a, d(1)), pow(e.args[1]!, num(2))));
    case "pow":
      return power(a, e.args[1]!, d(0), d(1));
    case "min":
    case "max":
      return branch(e.op, e.args, name);
    case "piecewise":
      return call(
        "piecewise",
        ...e.args.map((arg, i) =>
          i % 2 === 1 && i < e.args.length - (e.args.length % 2) ? arg : derivative(arg, name),
        ),
      );
    default: {
      const inner = d(0);
      const outer = isZero(inner) ? zero : outerDerivative(e.op, e, a);
      return isZero(outer) ? zero : mul(outer, inner);
    }
  }
}

function sumOf(terms: Expr[]): Expr {
  const kept = terms.filter((t) => !isZero(t));
  return kept.length === 0 ? zero : kept.length === 1 ? kept[0]! : add(...kept);
}

function product(args: readonly Expr[], index: number, by: Expr): Expr {
  return isZero(by) ? zero : mul(...args.map((arg, i) => (i === index ? by : arg)));
}

function power(base: Expr, exponent: Expr, dBase: Expr, dExponent: Expr): Expr {
  const terms: Expr[] = [];
  if (!isZero(dBase)) terms.push(mul(exponent, pow(base, sub(exponent, num(1))), dBase));
  if (!isZero(dExponent)) terms.push(mul(pow(base, exponent), call("ln", base), dExponent));
  return sumOf(terms);
}

function branch(op: "min" | "max", args: readonly Expr[], name: string): Expr {
  const rest = args.slice(1);
  if (rest.length === 0) return derivative(args[0]!, name);
  const other = rest.length === 1 ? rest[0]! : call(op, ...rest);
  const first = call(op === "min" ? "le" : "ge", args[0]!, other);
  return call("piecewise", derivative(args[0]!, name), first, derivative(other, name));
}

function outerDerivative(op: string, whole: Expr, a: Expr): Expr {
  const one = num(1);
  switch (op) {
    case "exp":
      return whole;
    case "ln":
      return div(one, a);
    case "log10":
      return div(num(0.4342944819032518), a);
    case "sqrt":
      return div(num(0.5), whole);
    case "abs":
      return call("piecewise", one, call("ge", a, num(0)), num(-1));
    case "sin":
      return call("cos", a);
    case "cos":
      return neg(call("sin", a));
    case "tan":
      return add(one, pow(whole, num(2)));
    case "asin":
      return div(one, call("sqrt", sub(one, pow(a, num(2)))));
    case "acos":
      return div(num(-1), call("sqrt", sub(one, pow(a, num(2)))));
    case "atan":
      return div(one, add(one, pow(a, num(2))));
    case "sinh":
      return call("cosh", a);
    case "cosh":
      return call("sinh", a);
    case "tanh":
      return sub(one, pow(whole, num(2)));
    default:
      return num(0);
  }
}
