import { type Expr, inferUnit, symbolsOf } from "#expr";
import { divide, KationError, nearest, printUnit, sameDimension, type Unit, unit } from "#units";
import { balanceFindings } from "./balance.ts";
import { faultOf } from "./sourced.ts";
import type { Finding, Model } from "./types.ts";

const second = unit("s");
const concentration = unit("mol/m^3");
const flow = unit("mol/s");
const size = { 0: unit("1"), 1: unit("m"), 2: unit("m^2"), 3: unit("m^3") } as const;

/**
 * Every fault of a model at once: unknown names, units of every rate law, rule, initial value, event and read-out,
 * mass and charge balance of every reaction whose participants have formulas, and numbers without a proper source.
 *
 * @returns findings in the order of the model's parts; a model may be compiled when none has severity `error`
 */
export function check(model: Model): Finding[] {
  const units = unitsOf(model);
  const findings: Finding[] = [];
  // Looking for the nearest name compares with all of them: it is done for the first few.
  let suggestions = 20;
  const suggest: Suggest = (name, known) => (suggestions-- > 0 ? nearest(name, known) : []);
  const inspect = (expr: Expr, expected: Unit, what: string, where: string): void => {
    const finding = inspectExpression(expr, expected, what, where, units, suggest);
    if (finding) findings.push(finding);
  };
  for (const c of model.compartments) {
    const found = units.get(c.size);
    if (!found || !sameDimension(found, size[c.dimensions])) {
      findings.push(unknownOrWrongSize(c.id, c.size, found));
    }
  }
  const compartments = model.compartments.map((c) => c.id);
  const places = new Set(compartments);
  for (const s of model.species) {
    inspect(s.initial, s.unit, `the initial value of ${s.id}`, `species ${s.id} (${s.module})`);
    if (!places.has(s.compartment))
      findings.push(unknownName(s.compartment, `species ${s.id}`, compartments, suggest));
  }
  for (const v of model.variables) {
    inspect(v.initial, v.unit, `the initial value of ${v.id}`, `variable ${v.id} (${v.module})`);
    inspect(v.rate, divide(v.unit, second), `the rate of ${v.id}`, `variable ${v.id} (${v.module})`);
  }
  const reactionUnit = { inside: divide(concentration, second), across: flow };
  const balance = balanceFindings(model);
  model.reactions.forEach((r, i) => {
    const where = `model "${model.title}", reaction ${i + 1} of ${model.reactions.length} (${r.module})`;
    inspect(
      r.rate,
      r.at === undefined ? reactionUnit.across : reactionUnit.inside,
      `the rate of reaction ${r.id}`,
      where,
    );
    findings.push(...balance(r, where));
  });
  for (const rule of model.rules)
    inspect(rule.expr, rule.unit, `rule ${rule.id}`, `rule ${rule.id} (${rule.module})`);
  for (const event of model.events) {
    for (const { symbol, expr } of event.assignments) {
      const target = units.get(symbol);
      if (!target)
        findings.push(unknownName(symbol, `event ${event.id} (${event.module})`, units.keys(), suggest));
      else inspect(expr, target, `the assignment to ${symbol}`, `event ${event.id} (${event.module})`);
    }
  }
  for (const o of model.observables) inspect(o.expr, o.unit, `read-out ${o.id}`, `read-out ${o.id}`);
  for (const p of model.parameters) {
    const fault = p.sourced && faultOf(p.sourced);
    if (fault) findings.push(asFinding(fault, `parameter ${p.id} (${p.path})`));
  }
  return findings;
}

type Suggest = (name: string, known: Iterable<string>) => string[];

/** Throws the first error-severity finding of {@link check}, naming how many there are; returns the model otherwise. */
export function checked(model: Model): Model {
  const faults = check(model).filter((f) => f.severity === "error");
  const first = faults[0];
  if (!first) return model;
  throw new KationError(first.code as "mismatch-unit", first.what, {
    where: first.where,
    why: first.why,
    fix: faults.length > 1 ? `${first.fix} (and ${faults.length - 1} more faults)` : first.fix,
  });
}

/** Unit of every symbol an expression of the model may use, `time` included. */
export function unitsOf(model: Model): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>([["time", second]]);
  for (const c of model.compartments) units.set(c.id, size[c.dimensions]);
  for (const list of [model.species, model.variables, model.parameters, model.rules]) {
    for (const part of list) units.set(part.id, part.unit);
  }
  return units;
}

function inspectExpression(
  expr: Expr,
  expected: Unit,
  what: string,
  where: string,
  units: ReadonlyMap<string, Unit>,
  suggest: Suggest,
): Finding | undefined {
  for (const name of symbolsOf(expr)) {
    if (!units.has(name)) return unknownName(name, where, units.keys(), suggest);
  }
  if (expr.kind === "number" && expr.value === 0) return undefined;
  try {
    const found = inferUnit(expr, (name) => units.get(name));
    if (sameDimension(found, expected)) return undefined;
    return {
      severity: "error",
      code: "mismatch-unit",
      what: `${what} has unit ${printUnit(found)}, expected ${printUnit(expected)}`,
      where,
      why: "both sides of an equation have one dimension",
      fix: "give a parameter of the expression the missing unit",
    };
  } catch (error) {
    if (error instanceof KationError) return asFinding(error, where);
    throw error;
  }
}

function asFinding(error: KationError, where: string): Finding {
  return {
    severity: "error",
    code: error.code,
    what: error.what,
    where: error.where ? `${where}: ${error.where}` : where,
    why: error.why,
    fix: error.fix,
  };
}

function unknownName(name: string, where: string, known: Iterable<string>, suggest: Suggest): Finding {
  const near = suggest(name, known);
  return {
    severity: "error",
    code: "unknown-name",
    what: `nothing in the model is called ${name}`,
    where,
    why: "",
    fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : "declare it first",
  };
}

function unknownOrWrongSize(id: string, symbol: string, found: Unit | undefined): Finding {
  const what = found
    ? `the size of compartment ${id} has unit ${printUnit(found)}`
    : `the size of compartment ${id}, ${symbol}, is not in the model`;
  return {
    severity: "error",
    code: found ? "mismatch-unit" : "unknown-name",
    what,
    where: `compartment ${id}`,
    why: "",
    fix: "declare a parameter with the unit of a volume (area, length) and name it as size",
  };
}
