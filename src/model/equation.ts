import type { Reaction } from "./types.ts";

/** A reaction as its equation: `2 GSH__cyt → GSSG__cyt`; `∅` for what comes from or goes to nothing. */
export function equation({ reactants, products }: Pick<Reaction, "reactants" | "products">): string {
  const side = (list: Reaction["reactants"]): string =>
    list.map((p) => (p.stoichiometry === 1 ? p.species : `${p.stoichiometry} ${p.species}`)).join(" + ") ||
    "∅";
  return `${side(reactants)} → ${side(products)}`;
}
