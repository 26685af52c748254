import type { Expr } from "kation/expr";
import { type EngineModel, rateOf } from "./models.ts";

const elements: Readonly<Record<string, string>> = {
  add: "plus",
  sub: "minus",
  mul: "times",
  div: "divide",
  pow: "power",
  neg: "minus",
  exp: "exp",
  ln: "ln",
  sqrt: "root",
  abs: "abs",
};

/**
 * An engine model as SBML Level 3 Version 1: amounts in one compartment of size 1, kinetic laws in MathML. Species are
 * `y0`, `y1`, … and parameters `p0`, `p1`, …, as in the rates.
 */
export function toSbml(model: EngineModel): string {
  const index = new Map(model.species.map((s, i) => [s.id, i]));
  const species = model.species.map(
    (s, i) =>
      `<species id="y${i}" compartment="c" initialAmount="${s.initial}" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"/>`,
  );
  const parameters = model.parameters.map((p, i) => `<parameter id="p${i}" value="${p}" constant="true"/>`);
  const reactions = model.reactions.map((reaction, r) => {
    const rate = rateOf(reaction.rate);
    const entries = Object.entries(reaction.stoichiometry).map(([id, factor]) => ({
      at: index.get(id)!,
      factor,
    }));
    const named = new Set<number>();
    collect(rate, named);
    const refer = (list: readonly { at: number; factor: number }[]): string =>
      list
        .map(
          ({ at, factor }) =>
            `<speciesReference species="y${at}" stoichiometry="${Math.abs(factor)}" constant="true"/>`,
        )
        .join("");
    const wrap = (tag: string, inner: string): string => (inner === "" ? "" : `<${tag}>${inner}</${tag}>`);
    const reactants = entries.filter((e) => e.factor < 0);
    const products = entries.filter((e) => e.factor > 0);
    const changed = new Set(reactants.concat(products).map((e) => e.at));
    const modifiers = [...named].filter((at) => !changed.has(at));
    return [
      `<reaction id="r${r}" reversible="false" fast="false">`,
      wrap("listOfReactants", refer(reactants)),
      wrap("listOfProducts", refer(products)),
      wrap("listOfModifiers", modifiers.map((at) => `<modifierSpeciesReference species="y${at}"/>`).join("")),
      `<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">${mathml(rate)}</math></kineticLaw>`,
      "</reaction>",
    ].join("");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">',
    `<model id="${model.name}">`,
    '<listOfCompartments><compartment id="c" spatialDimensions="3" size="1" constant="true"/></listOfCompartments>',
    `<listOfSpecies>${species.join("\n")}</listOfSpecies>`,
    `<listOfParameters>${parameters.join("\n")}</listOfParameters>`,
    `<listOfReactions>${reactions.join("\n")}</listOfReactions>`,
    "</model></sbml>",
    "",
  ].join("\n");
}

function collect(e: Expr, into: Set<number>): void {
  if (e.kind === "symbol" && e.name.startsWith("y")) into.add(Number(e.name.slice(1)));
  if (e.kind === "call") for (const arg of e.args) collect(arg, into);
}

function mathml(e: Expr): string {
  if (e.kind === "symbol") return `<ci>${e.name}</ci>`;
  if (e.kind === "number") {
    const [mantissa, exponent] = String(e.value).split("e");
    return exponent === undefined
      ? `<cn>${mantissa}</cn>`
      : `<cn type="e-notation">${mantissa}<sep/>${Number(exponent)}</cn>`;
  }
  const element = elements[e.op];
  if (element === undefined) throw new Error(`no MathML for ${e.op}`);
  return `<apply><${element}/>${e.args.map(mathml).join("")}</apply>`;
}
