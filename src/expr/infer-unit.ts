import {
  dimensionless,
  divide,
  KationError,
  multiply,
  power,
  printUnit,
  sameDimension,
  type Unit,
} from "#units";
import { print } from "./print.ts";
import type { CallExpr, Expr } from "./types.ts";

/** Zero fits every unit; a plain non-zero number is dimensionless. */
const any = Symbol("any unit");
type Found = Unit | typeof any;

/**
 * Unit of an expression.
 *
 * Sums, comparisons and branches need one dimension; functions and exponents take plain numbers; a power of something
 * with a unit needs a constant exponent.
 *
 * @throws `mismatch-unit` naming the sub-expression; `unknown-name`
 */
export function inferUnit(e: Expr, unitOf: (name: string) => Unit | undefined): Unit {
  const found = infer(e, unitOf);
  return found === any ? dimensionless : found;
}

function infer(e: Expr, unitOf: (name: string) => Unit | undefined): Found {
  if (e.kind === "number") return e.unit ?? (e.value === 0 ? any : dimensionless);
  if (e.kind === "symbol") {
    const found = unitOf(e.name);
    if (!found) throw new KationError("unknown-name", `nothing is called ${e.name}`);
    return found;
  }
  const units = e.args.map((arg) => infer(arg, unitOf));
  switch (e.op) {
    case "add":
    case "sub":
    case "min":
    case "max":
      return common(e, units, e.args);
    case "neg":
    case "abs":
    case "floor":
    case "ceil":
      return units[0]!;
    case "mul":
      return units.includes(any) ? any : (units as Unit[]).reduce(multiply);
    case "div":
      return units[0] === any ? any : divide(units[0]!, plain(units[1]!));
    case "sqrt":
      return units[0] === any ? any : power(units[0]!, 0.5);
    case "pow":
      return powerUnit(e, units);
    case "lt":
    case "le":
    case "gt":
    case "ge":
    case "eq":
    case "ne":
      common(e, units, e.args);
      return dimensionless;
    case "and":
    case "or":
    case "not":
      return dimensionless;
    case "piecewise": {
      const values = e.args.map((_, i) => i).filter((i) => i % 2 === 0);
      return common(
        e,
        values.map((i) => units[i]!),
        values.map((i) => e.args[i]!),
      );
    }
    default:
      requirePlain(e, units[0]!, "the argument of");
      return dimensionless;
  }
}

function plain(u: Found): Unit {
  return u === any ? dimensionless : u;
}

function common(e: CallExpr, units: readonly Found[], args: readonly Expr[]): Found {
  const at = units.findIndex((u) => u !== any);
  if (at < 0) return any;
  const first = units[at] as Unit;
  units.forEach((u, i) => {
    if (u === any || sameDimension(first, u)) return;
    throw new KationError(
      "mismatch-unit",
      `${print(args[at]!)} in ${name(first)} meets ${print(args[i]!)} in ${name(u)}`,
      {
        where: shortened(print(e)),
        why: "both must measure the same kind of thing",
        fix: "give one of them the missing unit",
      },
    );
  });
  return first;
}

function powerUnit(e: CallExpr, units: readonly Found[]): Found {
  requirePlain(e, units[1]!, "the exponent of");
  const base = plain(units[0]!);
  if (sameDimension(base, dimensionless)) return dimensionless;
  const exponent = constant(e.args[1]!);
  if (exponent === undefined) {
    throw new KationError(
      "mismatch-unit",
      `${print(e.args[0]!)} in ${name(base)} has an exponent that varies`,
      {
        where: shortened(print(e)),
        fix: "divide the base by a reference of the same unit first",
      },
    );
  }
  return power(base, exponent);
}

function constant(e: Expr): number | undefined {
  if (e.kind === "number") return e.value;
  if (e.kind === "call" && e.op === "neg") {
    const inner = constant(e.args[0]!);
    return inner === undefined ? undefined : -inner;
  }
  if (e.kind === "call" && e.op === "div") {
    const [a, b] = [constant(e.args[0]!), constant(e.args[1]!)];
    return a === undefined || b === undefined ? undefined : a / b;
  }
  return undefined;
}

function requirePlain(e: CallExpr, u: Found, what: string): void {
  if (u === any || sameDimension(u, dimensionless)) return;
  throw new KationError("mismatch-unit", `${what} ${e.op} has unit ${name(u)}, expected a plain number`, {
    where: shortened(print(e)),
    fix: "divide it by a reference of the same unit",
  });
}

function name(u: Unit): string {
  return printUnit(u) || "plain numbers";
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
