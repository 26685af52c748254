import { chains, infix, prefixStrength } from "./operators.ts";
import type { Expr, Operator } from "./types.ts";

const signs: ReadonlyMap<Operator, { sign: string; strength: number }> = new Map(
  Object.entries(infix).map(([sign, { op, strength }]) => [op, { sign, strength }]),
);

/**
 * An expression as text, with no more parentheses than needed; `parse` reads it back to the same tree, as far as numbers are
 * finite and units have a text.
 */
export function print(e: Expr): string {
  return write(e, 0);
}

function write(e: Expr, outer: number): string {
  if (e.kind === "symbol") return e.name;
  if (e.kind === "number") return number(e.value, e.unit?.text, outer);
  const rule = signs.get(e.op);
  if (rule && e.args.length >= 2) {
    const spaced = rule.strength <= 5 ? ` ${rule.sign} ` : rule.sign;
    const parts = e.args.map((arg, i) => write(arg, operandStrength(e.op, rule.strength, i, arg)));
    return wrap(parts.join(spaced), rule.strength, outer);
  }
  // -(5) is a minus before a number, -5 a number.
  if (e.op === "neg" && e.args[0]!.kind === "number")
    return wrap(`-(${write(e.args[0], 0)})`, prefixStrength, outer);
  if (e.op === "neg" || e.op === "not") {
    return wrap(
      `${e.op === "neg" ? "-" : "!"}${write(e.args[0]!, prefixStrength - 1)}`,
      prefixStrength,
      outer,
    );
  }
  return `${e.op}(${e.args.map((arg) => write(arg, 0)).join(", ")})`;
}

/** An operand is wrapped when it binds no tighter than this. */
function operandStrength(op: Operator, strength: number, index: number, arg: Expr): number {
  if (op === "pow") return index === 0 ? strength : strength - 1;
  // The first operand needs none, but a chain inside a chain of its kind is a node of its own.
  const own = chains.has(op) && arg.kind === "call" && arg.op === op;
  return index > 0 || own ? strength : strength - 1;
}

function wrap(text: string, strength: number, outer: number): string {
  return strength <= outer ? `(${text})` : text;
}

/** A negative number is wrapped as if it had a minus before it: -5^2 is not (-5)^2. */
function number(value: number, unit: string | undefined, outer: number): string {
  const digits = Object.is(value, -0) ? "-0" : String(value);
  const text = unit === undefined ? digits : `${digits} [${unit || "1"}]`;
  return text.startsWith("-") ? wrap(text, prefixStrength, outer) : text;
}
