import { type Composition, parseFormula } from "./formula.ts";
import type { Finding, Model, Reaction } from "./types.ts";

/** What products have more of than reactants, by element; `charge` apart. Undefined when a participant has no formula, or a count that varies. */
export interface Imbalance {
  readonly atoms: ReadonlyMap<string, number>;
  readonly charge: number;
}

/** Composition of a species by its id: undefined without a formula. Each formula is read once, when it is asked for. */
type Compositions = (species: string) => Composition | undefined;

function compositionsOf(model: Model): Compositions {
  const formulas = new Map(model.species.map((s) => [s.id, s.formula]));
  const read = new Map<string, Composition>();
  return (species) => {
    const formula = formulas.get(species);
    if (formula === undefined) return undefined;
    let composition = read.get(formula);
    if (!composition) {
      composition = parseFormula(formula);
      read.set(formula, composition);
    }
    return composition;
  };
}

/**
 * Products minus reactants of a reaction, by element and charge; empty when balanced.
 * @throws `invalid-formula`
 */
export function imbalance(model: Model, reaction: Reaction): Imbalance | undefined {
  return difference(reaction, compositionsOf(model));
}

function difference(reaction: Reaction, compositions: Compositions): Imbalance | undefined {
  const atoms = new Map<string, number>();
  let charge = 0;
  for (const [side, sign] of [
    [reaction.products, 1],
    [reaction.reactants, -1],
  ] as const) {
    for (const { species, stoichiometry, by } of side) {
      const composition = by ? undefined : compositions(species);
      if (!composition) return undefined;
      charge += sign * stoichiometry * composition.charge;
      for (const [element, count] of composition.atoms) {
        atoms.set(element, (atoms.get(element) ?? 0) + sign * stoichiometry * count);
      }
    }
  }
  const off = [...atoms].filter(([, n]) => Math.abs(n) > 1e-9);
  return { atoms: new Map(off), charge: Math.abs(charge) > 1e-9 ? charge : 0 };
}

/**
 * Makes the check of the reactions of a model: unknown participants, mass or charge out of balance, or a note that it cannot be
 * checked. It is made once for all of them, because it knows every species.
 */
export function balanceFindings(model: Model): (reaction: Reaction, where: string) => Finding[] {
  const known = new Set(model.species.map((s) => s.id));
  const compositions = compositionsOf(model);
  return (reaction, where) => findingsOf(reaction, where, known, compositions);
}

function findingsOf(
  reaction: Reaction,
  where: string,
  known: ReadonlySet<string>,
  compositions: Compositions,
): Finding[] {
  const unknown = [...reaction.reactants, ...reaction.products].find((p) => !known.has(p.species));
  if (unknown) {
    return [
      {
        severity: "error",
        code: "unknown-species",
        what: `reaction ${reaction.id} names ${unknown.species}, no species`,
        where,
        why: "",
        fix: "declare the species before the model is finished",
      },
    ];
  }
  const found = difference(reaction, compositions);
  if (!found) {
    return [
      {
        severity: "note",
        code: "mismatch-mass",
        what: `the balance of ${reaction.id} is not checked`,
        where,
        why: "a participant has no formula (a lumped species), or a count that varies",
        fix: "give every participant a formula",
      },
    ];
  }
  const findings: Finding[] = [];
  if (found.atoms.size > 0) {
    const more = [...found.atoms].map(([element, n]) => `${n > 0 ? "+" : ""}${n} ${element}`).join(", ");
    findings.push({
      severity: "error",
      code: "mismatch-mass",
      what: `reaction ${reaction.id} does not conserve mass: ${more}`,
      where,
      why: "atoms of products and reactants differ",
      fix: "add the missing participants, water and H+ included",
    });
  }
  if (found.charge !== 0) {
    findings.push({
      severity: "error",
      code: "mismatch-charge",
      what: `reaction ${reaction.id} does not conserve charge: ${found.charge > 0 ? "+" : ""}${found.charge}`,
      where,
      why: "charges of products and reactants differ",
      fix: "add H+, OH- or the missing ion",
    });
  }
  return findings;
}
