import { differentiate, div, type Expr, neg, num, simplify, substitute, symbolsOf } from "#expr";
import type { Quantity } from "./quantities.ts";

/** An unknown with the expression that is 0 at its value. */
export interface Unknown {
  readonly id: string;
  readonly zero: Expr;
  /** Where its value is looked for. */
  readonly guess: Expr;
}

/** Unknowns of algebraic rules: those that could be written out, and those that are left to be solved for. */
export interface Solved {
  readonly rules: readonly { readonly id: string; readonly expr: Expr }[];
  readonly variables: readonly Unknown[];
}

/**
 * Solves algebraic rules for their unknowns where they are linear in them and no other unknown stands in the way; the rest
 * becomes algebraic variables.
 *
 * @param rules  assignment rules, which unknowns may hide in
 */
export function solvedRules(
  quantities: readonly Quantity[],
  unknownOf: (q: Quantity) => Unknown,
  rules: readonly { readonly id: string; readonly expr: Expr }[],
): Solved {
  const unknowns = quantities.map(unknownOf);
  const ids = new Set(unknowns.map((u) => u.id));
  const spelled = spellOut(rules, ids);
  const solved: { id: string; expr: Expr }[] = [];
  const variables: Unknown[] = [];
  const needs = new Map<string, ReadonlySet<string>>();
  for (const u of unknowns) {
    const zero = simplify(substitute(u.zero, spelled));
    const slope = differentiate(zero, u.id);
    const others = new Set([...symbolsOf(zero)].filter((id) => id !== u.id && ids.has(id)));
    if (symbolsOf(slope).has(u.id) || isZero(slope) || leadsBack(u.id, others, needs)) {
      variables.push({ ...u, guess: known(u.guess) });
      continue;
    }
    needs.set(u.id, others);
    const rest = simplify(substitute(zero, new Map([[u.id, num(0)]])));
    solved.push({ id: u.id, expr: simplify(div(neg(rest), slope)) });
  }
  return { rules: solved, variables };
}

/** Rules that hide unknowns, with all rules in them written out. */
function spellOut(
  rules: readonly { readonly id: string; readonly expr: Expr }[],
  unknowns: ReadonlySet<string>,
): ReadonlyMap<string, Expr> {
  const byId = new Map(rules.map((r) => [r.id, r.expr]));
  const done = new Map<string, Expr>();
  const hides = new Map<string, boolean>();
  const visit = (id: string): boolean => {
    const before = hides.get(id);
    if (before !== undefined) return before;
    hides.set(id, false);
    const expr = byId.get(id)!;
    let hidden = false;
    for (const name of symbolsOf(expr))
      if (unknowns.has(name) || (byId.has(name) && visit(name))) hidden = true;
    hides.set(id, hidden);
    if (hidden) done.set(id, substitute(expr, done));
    return hidden;
  };
  for (const id of byId.keys()) visit(id);
  return done;
}

function leadsBack(
  id: string,
  others: ReadonlySet<string>,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const seen = new Set(others);
  for (const other of seen) {
    if (other === id) return true;
    for (const next of needs.get(other) ?? []) seen.add(next);
  }
  return false;
}

function isZero(e: Expr): boolean {
  return e.kind === "number" && e.value === 0;
}

/** A guess that is no number is replaced by 1. */
function known(guess: Expr): Expr {
  return guess.kind === "number" && Number.isNaN(guess.value) ? num(1) : guess;
}
