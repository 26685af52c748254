import type { ModelElement, SbmlModel } from "./document.ts";
import type { SbmlMath } from "./math.ts";

/** A quantity that a formula determines. */
export interface CycleStep {
  readonly id: string;
  readonly element: ModelElement;
}

interface Node extends CycleStep {
  readonly needs: readonly string[];
}

/**
 * Circles among assignment rules, initial assignments and the rates of reactions, one for each group that is tangled.
 *
 * A concentration also depends on the size of its compartment. What stands in `delay` or `rateOf` is of another time, or
 * another quantity, and makes no circle.
 */
export function cyclesOf(model: SbmlModel): CycleStep[][] {
  const nodes = new Map<string, Node>();
  const species = new Map(model.species.map((s) => [s.id, s]));
  const add = (
    id: string,
    element: ModelElement,
    math: SbmlMath | undefined,
    local: readonly string[] = [],
  ): void => {
    if (math) nodes.set(id, { id, element, needs: [...needed(math, new Set(local))] });
  };
  for (const r of model.rules) if (r.kind === "assignmentRule") add(r.variable, r, r.math);
  for (const a of model.initialAssignments) if (!nodes.has(a.symbol)) add(a.symbol, a, a.math);
  for (const r of model.reactions)
    add(
      r.id,
      r,
      r.kineticLaw?.math,
      r.kineticLaw?.localParameters.map((p) => p.id),
    );
  // A species without a formula of its own is its amount over the size of its compartment.
  for (const s of species.values())
    if (!nodes.has(s.id) && !s.hasOnlySubstanceUnits && nodes.has(s.compartment))
      nodes.set(s.id, { id: s.id, element: s, needs: [s.compartment] });
  return circles(nodes);
}

function needed(math: SbmlMath, local: ReadonlySet<string>, out: Set<string> = new Set()): Set<string> {
  if (math.kind === "symbol" && !local.has(math.id)) out.add(math.id);
  if (math.kind !== "call" && (math.kind !== "apply" || math.op === "rateOf")) return out;
  const first = math.kind === "apply" && math.op === "delay" ? 1 : 0;
  for (let i = first; i < math.args.length; i++) needed(math.args[i]!, local, out);
  return out;
}

/** Depth first, with a stack of its own: chains of assignments may be long. */
function circles(nodes: ReadonlyMap<string, Node>): CycleStep[][] {
  const found: CycleStep[][] = [];
  const done = new Set<string>();
  for (const start of nodes.values()) {
    const path: Node[] = [];
    const onPath = new Map<string, number>();
    const next: number[] = [];
    const enter = (node: Node): void => {
      onPath.set(node.id, path.length);
      path.push(node);
      next.push(0);
    };
    if (!done.has(start.id)) enter(start);
    while (path.length > 0) {
      const node = path.at(-1)!;
      const need = node.needs[next[next.length - 1]!++];
      if (need === undefined) {
        done.add(node.id);
        onPath.delete(node.id);
        path.pop();
        next.pop();
        continue;
      }
      const inner = nodes.get(need);
      if (!inner || done.has(need)) continue;
      const at = onPath.get(need);
      if (at === undefined) enter(inner);
      else if (found.length < 10) found.push(path.slice(at).map(({ id, element }) => ({ id, element })));
    }
  }
  return found;
}
