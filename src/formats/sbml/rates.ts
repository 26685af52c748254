import { add, differentiate, div, type Expr, mul, num, simplify, sub, sym, symbolsOf } from "#expr";
import { KationError } from "#units";
import { describe, type SbmlModel } from "./document.ts";
import type { SbmlMath } from "./math.ts";
import type { Quantity } from "./quantities.ts";

/** What is needed of a model to tell rates of change. */
export interface RateSource {
  readonly model: SbmlModel;
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly name: (id: string) => string;
  readonly formula: (math: SbmlMath, where: string) => Expr;
  /** d(amount)/dt of a species from reactions. */
  readonly change: (id: string) => Expr;
}

/**
 * Makes a function from the id of a quantity to its rate of change, as an expression: of a concentration also through the
 * size of its compartment, of what a rule assigns by the chain rule.
 *
 * @throws the function returned throws `unsupported-feature` for what an algebraic rule determines
 */
export function rateFinder(source: RateSource): (id: string) => Expr {
  const { quantities, name, formula, change } = source;
  let ids: Map<string, string> | undefined;

  const rateOf = (id: string): Expr => {
    const q = quantities.get(id);
    if (!q) return ofReaction(id);
    switch (q.by) {
      case "rated":
        return formula(q.rule!, describe(q.element));
      case "assigned":
        return ofExpression(formula(q.rule!, describe(q.element)));
      case "solved":
        throw new KationError("unsupported-feature", "rateOf of what an algebraic rule determines", {
          where: describe(q.element),
        });
      default:
        return ofSpecies(q);
    }
  };

  const ofSpecies = (q: Quantity): Expr => {
    const { element } = q;
    if (element.kind !== "species") return num(0);
    const amount = q.by === "reacting" ? change(q.id) : num(0);
    if (element.hasOnlySubstanceUnits) return simplify(amount);
    const size = sym(name(element.compartment));
    const growth = rateOf(element.compartment);
    return simplify(sub(div(amount, size), div(mul(sym(name(q.id)), growth), size)));
  };

  const ofReaction = (id: string): Expr => {
    const law = source.model.reactions.find((r) => r.id === id)?.kineticLaw?.math;
    return law ? ofExpression(formula(law, `reaction ${id}`)) : num(0);
  };

  const ofExpression = (e: Expr): Expr => {
    ids ??= new Map(
      [...quantities.keys(), ...source.model.reactions.map((r) => r.id)].map((id) => [name(id), id]),
    );
    const terms = [...symbolsOf(e)].map((symbol) => {
      const slope = differentiate(e, symbol);
      if (symbol === "time") return slope;
      const id = ids!.get(symbol);
      return id === undefined ? num(0) : mul(slope, rateOf(id));
    });
    return terms.length === 0 ? num(0) : terms.length === 1 ? simplify(terms[0]!) : simplify(add(...terms));
  };

  return rateOf;
}
