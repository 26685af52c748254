import { KationError, nearest } from "#units";
import { argumentsOf, type SbmlMath, withArguments } from "./math.ts";
import type { Lambda } from "./mathml.ts";

/** Most nodes the formulae of one model may have together once function definitions are expanded. */
const mostNodes = 2e6;
const deepest = 1000;

/**
 * Makes the pass that replaces calls of function definitions by their bodies.
 *
 * The pass keeps count over all formulae it is given: definitions that double at each step, or that call themselves, are
 * refused before they fill the memory. Arguments are shared, not copied.
 *
 * @returns a function from a formula, and what it belongs to, to the formula without calls
 * @throws  the function returned throws `unknown-function`, `invalid-value` (wrong number of arguments, a definition that
 *          calls itself or has no body) and `out-of-range`
 */
export function functionExpander(
  functions: ReadonlyMap<string, Lambda>,
): (math: SbmlMath, where?: string) => SbmlMath {
  const sizes = new Map<SbmlMath, number>();
  const active = new Set<string>();
  let total = 0;

  const tooLarge = (where: string): KationError =>
    new KationError("out-of-range", "function definitions expand to a formula that is too large", {
      where,
      why: `more than ${mostNodes} operations in all, or ${deepest} levels deep`,
      fix: "use assignment rules for the intermediate results",
    });

  const expand = (
    math: SbmlMath,
    bound: ReadonlyMap<string, SbmlMath> | undefined,
    depth: number,
    where: string,
  ): SbmlMath => {
    if (depth > deepest) throw tooLarge(where);
    if (math.kind === "symbol") return bound?.get(math.id) ?? math;
    const given = argumentsOf(math);
    if (given.length === 0 && math.kind !== "call") return math;
    const args = given.map((arg) => expand(arg, bound, depth + 1, where));
    if (math.kind === "call") {
      const lambda = lookUp(functions, math.function, args.length, active, where);
      const inner = new Map(lambda.parameters.map((name, i) => [name, args[i]!]));
      active.add(math.function);
      const body = expand(lambda.body, inner, depth + 1, where);
      active.delete(math.function);
      return body;
    }
    const made = args.every((arg, i) => arg === given[i]) ? math : withArguments(math, args);
    const size = args.reduce((sum, arg) => sum + (sizes.get(arg) ?? 1), 1);
    if (size > mostNodes || sizes.size > mostNodes) throw tooLarge(where);
    sizes.set(made, size);
    return made;
  };

  return (math, where = "formula") => {
    // Most formulae call nothing: they are only counted.
    const plain = plainSize(math, 0);
    if (plain >= 0) {
      total += plain;
      if (total > mostNodes) throw tooLarge(where);
      return math;
    }
    sizes.clear();
    active.clear();
    const made = expand(math, undefined, 0, where);
    total += sizes.get(made) ?? 1;
    if (total > mostNodes) throw tooLarge(where);
    return made;
  };
}

/** Operations and operands of a formula that calls nothing; −1 when it does, or is deeper or larger than it may be. */
function plainSize(math: SbmlMath, depth: number): number {
  if (math.kind === "call" || depth > deepest) return -1;
  let size = 1;
  if (math.kind === "apply")
    for (let i = 0; i < math.args.length; i++) {
      const inner = plainSize(math.args[i]!, depth + 1);
      size += inner;
      if (inner < 0 || size > mostNodes) return -1;
    }
  return size;
}

function lookUp(
  functions: ReadonlyMap<string, Lambda>,
  id: string,
  given: number,
  active: ReadonlySet<string>,
  where: string,
): Lambda & { readonly body: SbmlMath } {
  const { parameters, body } = functions.get(id) ?? {};
  if (!parameters) {
    const near = nearest(id, functions.keys());
    throw new KationError("unknown-function", `no function definition is called ${id}`, {
      where,
      ...(near.length > 0 ? { fix: `did you mean ${near.join(" or ")}?` } : {}),
    });
  }
  if (active.has(id)) throw new KationError("invalid-value", `function ${id} calls itself`, { where });
  if (!body) throw new KationError("invalid-value", `function ${id} is called but has no formula`, { where });
  if (parameters.length !== given)
    throw new KationError(
      "invalid-value",
      `function ${id} takes ${parameters.length} arguments and is given ${given}`,
      { where },
    );
  return { parameters, body };
}
