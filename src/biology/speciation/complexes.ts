import { KationError, nearest } from "#units";
import { biologicalComplexes } from "./biological.ts";
import { components } from "./components.ts";
import { copperRows } from "./copper.data.ts";
import { databaseComplex } from "./database.ts";
import { ferricComplexes } from "./ferric.ts";
import { ironRows } from "./iron.data.ts";
import { manganeseRows } from "./manganese.data.ts";
import { othersRows } from "./others.data.ts";
import { chargeOf, printSpecies, readReaction } from "./reaction.ts";
import { solids } from "./solids.ts";
import type { Complex, Component, Solid } from "./types.ts";
import { waterRows } from "./water.data.ts";

/** Every dissolved species beside the components and H⁺, each after those its reaction names. */
export const complexes: readonly Complex[] = [
  ...waterRows.map(databaseComplex),
  ...ferricComplexes,
  ...ironRows.map(databaseComplex),
  ...copperRows.map(databaseComplex),
  ...manganeseRows.map(databaseComplex),
  ...othersRows.map(databaseComplex),
  ...biologicalComplexes,
];

/** One step of what a species is built by: a constant and how many times it counts. */
export interface Step {
  readonly of: Complex | Solid;
  readonly times: number;
  /** Change of Σ z² over one turn of its reaction, water left out: what an ionic strength acts on. */
  readonly chargeSquares: number;
}

/** A species, or the dissolution of a solid, in components and H⁺, and the constants on the way. */
export interface Makeup {
  /** Numbers of components' species and of `H+`. */
  readonly parts: ReadonlyMap<string, number>;
  readonly steps: readonly Step[];
}

const bySpecies = new Map<string, Complex>(complexes.map((c) => [c.species, c]));
const known = new Map<string, Makeup>();
const basis = new Set(["H+", ...components.map((c) => c.species)]);

/** What a species is made of. @throws `unknown-species` */
export function makeup(species: string): Makeup {
  const found = known.get(species);
  if (found) return found;
  const made = basis.has(species) ? { parts: new Map([[species, 1]]), steps: [] } : formed(species);
  known.set(species, made);
  return made;
}

function formed(species: string): Makeup {
  const complex = bySpecies.get(species);
  if (!complex) {
    const near = nearest(species, [...bySpecies.keys()]);
    throw new KationError("unknown-species", `no species is called ${species}`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : "see the records of speciation",
    });
  }
  const turn = new Map(readReaction(complex.reaction));
  turn.delete(species);
  return gather(turn, -1, complex);
}

/** What a solid gives when it dissolves: `Fe+3` and −3 `H+` of ferrihydrite. */
export function solidMakeup(solid: Solid): Makeup {
  const turn = new Map(readReaction(solid.reaction));
  turn.delete(solid.reaction.split(" ")[0]!);
  return gather(turn, 1, solid);
}

/**
 * Replaces what a reaction names by components: constants of what it names count against its own. A species is what
 * its reaction uses (`sign` −1), a solid is what its dissolution gives (`sign` 1).
 */
function gather(turn: ReadonlyMap<string, number>, sign: 1 | -1, of: Complex | Solid): Makeup {
  const parts = new Map<string, number>();
  const steps: Step[] = [{ of, times: 1, chargeSquares: chargeSquares(of) }];
  for (const [name, count] of turn) {
    const inner = makeup(name);
    for (const [part, n] of inner.parts) parts.set(part, (parts.get(part) ?? 0) + sign * count * n);
    for (const step of inner.steps) steps.push({ ...step, times: -count * step.times });
  }
  for (const [part, n] of parts) if (n === 0) parts.delete(part);
  return { parts, steps };
}

/** Σ z² of products less that of reagents. The charge of a solid is nothing. */
function chargeSquares(of: Complex | Solid): number {
  const turn = readReaction(of.reaction);
  const solid = "forms" in of ? of.reaction.split(" ")[0]! : "";
  let sum = 0;
  for (const [name, n] of turn) if (name !== solid) sum += n * chargeOf(name) ** 2;
  return sum;
}

/** A component by id, species or another name, in any case. @throws `unknown-name` with the nearest */
export function findComponent(name: string): Component {
  const wanted = plain(name);
  const found = components.find((c) => [c.id, c.species, ...c.names].some((n) => plain(n) === wanted));
  if (found) return found;
  throw unknown("component", name, components);
}

/** A dissolved species by formula (`FeOH+2`, `FeOH²⁺`) or id of its log K, in any case. @throws `unknown-name` with the nearest */
export function findComplex(name: string): Complex {
  const wanted = name.toLowerCase();
  const found = complexes.find((c) =>
    [c.species, c.id, printSpecies(c.species)].some((n) => n.toLowerCase() === wanted),
  );
  if (found) return found;
  throw unknown(
    "complex",
    name,
    complexes.map((c) => ({ id: c.species, names: [] })),
  );
}

/** A solid by id or formula, in any case. @throws `unknown-name` with the nearest */
export function findSolid(name: string): Solid {
  const wanted = name.toLowerCase();
  const found = solids.find((s) => [s.id, ...s.names].some((n) => n.toLowerCase() === wanted));
  if (found) return found;
  throw unknown("solid", name, solids);
}

/** `Fe3+`, `Fe+3`, `Fe³⁺` and `fe3` are one name. */
function plain(name: string): string {
  const digits = name.toLowerCase().normalize("NFKC").replace("−", "-");
  return digits.replace(/([+-])(\d+)$/, "$2").replace(/[+-]$/, "");
}

function unknown(
  kind: string,
  name: string,
  list: readonly { readonly id: string; readonly names: readonly string[] }[],
): KationError {
  const near = nearest(
    name,
    list.flatMap((r) => [r.id, ...r.names]),
  );
  return new KationError("unknown-name", `no ${kind} is called "${name}"`, {
    fix:
      near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${list.map((r) => r.id).join(", ")}`,
  });
}
