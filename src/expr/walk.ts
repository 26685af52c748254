import { KationError } from "#units";
import { operators } from "./operators.ts";
import type { Expr } from "./types.ts";

/** Names an expression uses. */
export function symbolsOf(e: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  // Without recursion: a long sum of differences is as deep as it has terms.
  const open = [e];
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind === "symbol") names.add(part.name);
    else if (part.kind === "call") for (let i = part.args.length - 1; i >= 0; i--) open.push(part.args[i]!);
  }
  return names;
}

/** The expression with names replaced. */
export function substitute(e: Expr, by: ReadonlyMap<string, Expr>): Expr {
  if (e.kind === "symbol") return by.get(e.name) ?? e;
  if (e.kind === "number") return e;
  return { kind: "call", op: e.op, args: e.args.map((arg) => substitute(arg, by)) };
}

/**
 * Value in base units.
 * @param lookup  value of a name in base units
 * @throws `unknown-name` for a name that `lookup` does not know
 */
export function evaluate(e: Expr, lookup: (name: string) => number | undefined): number {
  if (e.kind === "number") return e.unit === undefined ? e.value : e.value * e.unit.factor + e.unit.offset;
  if (e.kind === "symbol") {
    const value = lookup(e.name);
    if (value === undefined) throw new KationError("unknown-name", `nothing is called ${e.name}`);
    return value;
  }
  return operators[e.op].value(e.args.map((arg) => evaluate(arg, lookup)));
}
