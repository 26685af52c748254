/**
 * Writes src/biology/mechanisms/iron-homeostasis.data.ts from BIOMD0000000498 as BioModels holds it (CC0), read by
 * Kation's own reader. Ids and values stay; the two compartments, both of size 1, become the cell; the units that the
 * file leaves to SBML's defaults (mole, litre, second) are written out.
 *
 *     node --conditions=kation:source --import tsx test/references/iron-homeostasis/write-data.ts BIOMD0000000498.xml
 */
import { readFileSync } from "node:fs";
import { type Expr, num, print, simplify, substitute, symbolsOf } from "#expr";
import { openSbml, sbmlModel } from "#formats";

const file = process.argv[2]!;
const model = sbmlModel(openSbml(readFileSync(file, "utf8"), file).document);
const species = new Set(model.species.map((s) => s.id));
const concentrations = new Set([...species, "species_43", "species_11"]);
const exponent = /_n$/;

const value = new Map(model.parameters.map((p) => [p.id, p.value]));
const known = (id: string): Expr | undefined =>
  id.startsWith("size_of_") ? num(1) : exponent.test(id) ? num(value.get(id)!) : undefined;
const plain = (expr: Expr): Expr =>
  simplify(
    substitute(expr, new Map([...symbolsOf(expr)].flatMap((id) => (known(id) ? [[id, known(id)!]] : [])))),
  );

/** Unit of a reaction's constant: half-saturations are concentrations, all else is what makes the rate M/s. */
function unitOf(id: string, reactants: number): string {
  const role = id.replace(/^reaction_\d+_/, "");
  if (/^K(m|1)?$/.test(role) && id !== "reaction_73_K") return "M";
  if (concentrations.has(id)) return "M";
  if (["reaction_1_a", "reaction_11_a", "reaction_15_a"].includes(id) || /^(kloss|C)$/.test(role))
    return "1/s";
  if (/^(a|a1|v|V|basal)$/.test(role)) return "M/s";
  return ["M/s", "1/s", "1/(M*s)", "1/(M^2*s)"][reactants]!;
}

/** Concentrations a mass-action rate multiplies, held ones included. */
function order(rate: Expr): number {
  return [...print(rate).matchAll(/species_\d+(?:\^(\d+))?/g)].reduce((n, m) => n + Number(m[1] ?? 1), 0);
}

const quote = (text: string): string => JSON.stringify(text);
const side = (part: readonly { species: string; stoichiometry: number }[]): string =>
  part.map((p) => (p.stoichiometry === 1 ? p.species : `${p.stoichiometry} ${p.species}`)).join(" + ");
const rates = new Map(model.reactions.map((r) => [r.id, plain(r.rate)]));
const numbers = model.parameters
  .filter((p) => !known(p.id))
  .map((p) => {
    const owner = [...rates].find(([, rate]) => symbolsOf(rate).has(p.id));
    const unit = unitOf(p.id, p.id === "reaction_73_K" ? 1 : owner ? order(owner[1]) : 0);
    return `  { id: ${quote(p.id)}, value: ${quote(`${p.value} ${unit}`)} },`;
  });
console.log(`// Written by test/references/iron-homeostasis/write-data.ts from BIOMD0000000498; do not edit.
// Mitchell S., Mendes P. A computational model of liver iron metabolism. PLoS Comput. Biol. 9, e1003299 (2013).
// The encoded model was dedicated to the public domain by BioModels (CC0 1.0).

/** Species that change: id, name and initial concentration as in the file. */
export const ironSpecies: readonly { readonly id: string; readonly name: string; readonly initial: string }[] = [
${model.species.map((s) => `  { id: ${quote(s.id)}, name: ${quote(s.label)}, initial: ${quote(`${print(s.initial)} [M]`)} },`).join("\n")}
];

/** Constants, and the concentrations that the surroundings hold. */
export const ironNumbers: readonly { readonly id: string; readonly value: string }[] = [
${numbers.join("\n")}
];

/** Reactions with their rates in M/s. */
export const ironReactions: readonly {
  readonly id: string;
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly rate: string;
}[] = [
${model.reactions
  .map(
    (r) =>
      `  { id: ${quote(r.id)}, name: ${quote(r.label)}, left: ${quote(side(r.reactants))}, right: ${quote(side(r.products))}, rate: ${quote(print(rates.get(r.id)!))} },`,
  )
  .join("\n")}
];`);
