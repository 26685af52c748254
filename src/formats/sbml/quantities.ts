import type { Compartment, Parameter, SbmlModel, Species, SpeciesReference } from "./document.ts";
import type { SbmlMath } from "./math.ts";
import { visitMath } from "./math.ts";

/** Everything in a model that has a value which formulas may set. */
export type SettableElement = Compartment | Species | Parameter | SpeciesReference;

/**
 * What determines a quantity between events: an assignment rule, a rate rule, an algebraic rule, reactions; or nothing, and
 * then it is held.
 */
export type Determined = "assigned" | "rated" | "solved" | "reacting" | "held";

/** A quantity of a model and what determines it. */
export interface Quantity {
  readonly id: string;
  readonly element: SettableElement;
  readonly by: Determined;
  /** Of its rule; of its initial assignment otherwise. */
  readonly rule?: SbmlMath | undefined;
  readonly start?: SbmlMath | undefined;
  /** True when an event sets it. */
  readonly set: boolean;
}

/** Quantities of a model by id, in the order of the file. Rules and assignments without a formula do nothing. */
export function quantitiesOf(model: SbmlModel): ReadonlyMap<string, Quantity> {
  const rules = new Map(
    model.rules.flatMap((r) => (r.kind === "algebraicRule" || !r.math ? [] : [[r.variable, r] as const])),
  );
  const starts = new Map(
    model.initialAssignments.flatMap((a) => (a.math ? [[a.symbol, a.math] as const] : [])),
  );
  const set = new Set(
    model.events.flatMap((e) =>
      e.trigger?.math ? e.assignments.flatMap((a) => (a.math ? [a.variable] : [])) : [],
    ),
  );
  const references = model.reactions.flatMap((r) => [...r.reactants, ...r.products]);
  const reacting = new Set(
    model.reactions
      .filter((r) => r.kineticLaw?.math)
      .flatMap((r) => [...r.reactants, ...r.products].map((s) => s.species)),
  );
  const found = new Map<string, Quantity>();
  const elements: readonly SettableElement[] = [
    ...model.compartments,
    ...model.species,
    ...model.parameters,
    ...references.filter((r) => r.id !== undefined),
  ];
  for (const element of elements) {
    const id = element.id!;
    const rule = rules.get(id);
    const free = element.kind === "species" && !element.boundaryCondition && !element.constant;
    const by: Determined = rule
      ? rule.kind === "assignmentRule"
        ? "assigned"
        : "rated"
      : free && reacting.has(id)
        ? "reacting"
        : "held";
    found.set(id, { id, element, by, rule: rule?.math, start: starts.get(id), set: set.has(id) });
  }
  return matched(model, found);
}

/** Gives every algebraic rule a quantity of its own that nothing else determines, as far as that is possible. */
function matched(model: SbmlModel, quantities: Map<string, Quantity>): ReadonlyMap<string, Quantity> {
  const rules = model.rules.flatMap((r) => (r.kind === "algebraicRule" && r.math ? [r.math] : []));
  if (rules.length === 0) return quantities;
  const laws = new Map(model.reactions.map((r) => [r.id, r.kineticLaw?.math]));
  const owner = new Map<string, number>();
  const choices = rules.map((math) => candidates(math, quantities, laws));
  const place = (rule: number, tried: Set<string>): boolean => {
    for (const id of choices[rule]!) {
      if (tried.has(id)) continue;
      tried.add(id);
      const other = owner.get(id);
      if (other !== undefined && !place(other, tried)) continue;
      owner.set(id, rule);
      return true;
    }
    return false;
  };
  for (let i = 0; i < rules.length; i++) place(i, new Set());
  for (const [id, rule] of owner)
    quantities.set(id, { ...quantities.get(id)!, by: "solved", rule: rules[rule] });
  return quantities;
}

/** Quantities a formula leads to, by way of assignment rules and rates, that may vary and that nothing determines. */
function candidates(
  math: SbmlMath,
  quantities: ReadonlyMap<string, Quantity>,
  laws: ReadonlyMap<string, SbmlMath | undefined>,
): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const visit = (part: SbmlMath): void =>
    visitMath(part, (inner) => {
      if (inner.kind !== "symbol" || seen.has(inner.id)) return;
      seen.add(inner.id);
      const quantity = quantities.get(inner.id);
      const more = quantity?.by === "assigned" ? quantity.rule : laws.get(inner.id);
      if (more) visit(more);
      if (quantity?.by !== "held" || quantity.element.constant) return;
      found.push(inner.id);
    });
  visit(math);
  // What events set is rather an input than an unknown.
  return found.sort((a, b) => Number(quantities.get(a)!.set) - Number(quantities.get(b)!.set));
}
