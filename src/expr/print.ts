import { infix, prefixStrength } from "./operators.ts";
import type { Expr, Operator } from "./types.ts";

const signs: ReadonlyMap<Operator, { sign: string; strength: number }> = new Map(
  Object.entries(infix).map(([sign, { op, strength }]) => [op, { sign, strength }]),
);

/** An expression as text, with no more parentheses than needed; `parse` reads it back to the same tree. */
export function print(e: Expr): string {
  return write(e, 0);
}

function write(e: Expr, outer: number): string {
  if (e.kind === "symbol") return e.name;
  if (e.kind === "number") return number(e.value, e.unit?.text, outer);
  const rule = signs.get(e.op);
  if (rule && e.args.length >= 2) {
    const spaced = rule.strength <= 5 ? ` ${rule.sign} ` : rule.sign;
    const parts = e.args.map((arg, i) => write(arg, operandStrength(e.op, rule.strength, i)));
    return wrap(parts.join(spaced), rule.strength, outer);
  }
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
function operandStrength(op: Operator, strength: number, index: number): number {
  if (op === "pow") return index === 0 ? strength : strength - 1;
  // The first operand of a chain of the same kind needs none, except that a sum inside a sum is its own node.
  if (index > 0 || op === "add" || op === "mul")
    return op === "add" || op === "mul" ? chain(strength, index) : strength;
  return strength - 1;
}

function chain(strength: number, index: number): number {
  return index === 0 ? strength - 0.5 : strength;
}

function wrap(text: string, strength: number, outer: number): string {
  return strength <= outer || (outer % 1 !== 0 && strength < outer + 0.5) ? `(${text})` : text;
}

function number(value: number, unit: string | undefined, outer: number): string {
  const text = unit === undefined ? String(value) : `${value} [${unit || "1"}]`;
  return value < 0 && outer > 0 ? `(${text})` : text;
}
