import { KationError } from "#units";
import { atomicMass } from "./elements.data.ts";

/** Atoms of a species by element, and its charge. Lumped parts stand in braces: `{Prx}H2`. */
export interface Composition {
  readonly atoms: ReadonlyMap<string, number>;
  readonly charge: number;
}

const token = /\{[A-Za-z0-9_]+\}|[A-Z][a-z]?|\(|\)|\d+(?:\.\d+)?|[+-]\d*$/gy;

/**
 * Reads a chemical formula: elements with counts, parentheses, lumped parts in braces, and the charge at the end.
 *
 * @param text  `"Fe2P"`, `"Fe+2"`, `"H2PO4-"`, `"Ca(OH)2"`, `"{Prx}H2"`, `"e-"` is not an element
 * @throws `invalid-formula` with the place that cannot be read
 */
export function parseFormula(text: string): Composition {
  const stack: Map<string, number>[] = [new Map()];
  let charge = 0;
  let last: Map<string, number> | undefined;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const part = token.exec(text)?.[0];
    if (part === undefined) throw unreadable(text, at);
    if (part === "(") {
      stack.push(new Map());
      last = undefined;
    } else if (part === ")") {
      last = stack.pop();
      if (!last || stack.length === 0) throw unreadable(text, at);
      merge(stack.at(-1)!, last, 1);
    } else if (/^[+-]/.test(part)) {
      charge = Number(part.length === 1 ? `${part}1` : part);
    } else if (/^\d/.test(part)) {
      if (!last) throw unreadable(text, at);
      merge(stack.at(-1)!, last, Number(part) - 1);
      last = undefined;
    } else {
      if (!part.startsWith("{") && atomicMass[part] === undefined) throw unreadable(text, at);
      last = new Map([[part, 1]]);
      merge(stack.at(-1)!, last, 1);
    }
  }
  if (stack.length !== 1 || text.length === 0) throw unreadable(text, text.length);
  return { atoms: stack[0]!, charge };
}

/**
 * Molar mass of a formula, g/mol, from standard atomic weights (the electron's mass is left out).
 * @throws `invalid-formula` when it cannot be read or has a lumped part
 */
export function molarMass(formula: string): number {
  let mass = 0;
  for (const [element, count] of parseFormula(formula).atoms) {
    const weight = atomicMass[element];
    if (weight === undefined) {
      throw new KationError(
        "invalid-formula",
        `"${formula}" has a lumped part ${element}: its molar mass is not known`,
      );
    }
    mass += weight * count;
  }
  return mass;
}

function merge(into: Map<string, number>, from: ReadonlyMap<string, number>, times: number): void {
  for (const [element, count] of from) into.set(element, (into.get(element) ?? 0) + count * times);
}

function unreadable(text: string, at: number): KationError {
  return new KationError("invalid-formula", `cannot read the formula "${text}" at character ${at + 1}`, {
    fix: 'write elements and counts, then the charge: "Fe+2", "H2PO4-"; lumped parts in braces: "{Prx}H2"',
  });
}
