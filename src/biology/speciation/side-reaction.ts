import type { Constants } from "../mechanisms/constants.ts";
import { complexes, findComponent, makeup } from "./complexes.ts";
import { shiftOf } from "./constants.ts";
import { chargeOf } from "./reaction.ts";
import type { Complex } from "./types.ts";
import { debyeHueckelSlope } from "./water.ts";

/** What surrounds a metal, as expressions of a model. */
export interface Surroundings {
  /** Expression of the pH. */
  readonly pH: string;
  /**
   * Expressions of concentrations by component: of ligands all that the metal does not hold, of metals that compete
   * for ligands (`Mg`) what is free.
   */
  readonly ligands?: Readonly<Record<string, string>>;
  /** Temperature, K; 298.15 when absent. */
  readonly temperature?: number;
  /** Expression of A·f(I), such as the id of a rule by {@link daviesExpression}; absent: γ = 1. */
  readonly davies?: string;
}

/** A side-reaction coefficient as text, and what it is made of. */
export interface SideReaction {
  /** Total over free component, dimensionless, ≥ 1. */
  readonly text: string;
  /** Each species over the free component; `text` is their sum. */
  readonly terms: ReadonlyMap<string, string>;
  /** Numbers to declare as parameters (by `constants` of the mechanisms). */
  readonly constants: Constants;
}

/**
 * Side-reaction coefficient of a metal or ligand among ligands that are held constant, as an expression for a rule.
 *
 *     α = [M]total/[M] = 1 + Σ β·[L]ˡ·10^(−h·pH),   [L] = [L]not held by M/α(L)
 *
 * The parameters are log K as the records state them; what turns them to `temperature` and to I = 0 is written into
 * the expression. Species with two or more of the component (Fe2(OH)2⁴⁺) have no constant share and are left out.
 *
 * @param name          component, `"Fe3"` or another of its names
 * @param surroundings  pH and ligands as expressions
 * @returns `text` over parameters in `constants`; the free share is `1/(text)`
 * @throws  `unknown-name` for a component that does not exist
 * @valid   ligands in excess of the metal; pH 2–12; with `davies`, I ≤ 0.5 M
 * @limits  no ligands and low pH: α → 1; always α ≥ 1
 * @example sideReaction("Fe3", { pH: "pH__med", ligands: { citrate: "citrate__med" } })
 */
export function sideReaction(name: string, surroundings: Surroundings): SideReaction {
  const { species } = findComponent(name);
  const around = new Map(
    Object.entries(surroundings.ligands ?? {}).map(([key, text]) => [findComponent(key).species, text]),
  );
  around.delete(species);
  const used = new Map<string, Complex>();
  const write = { ...surroundings, T: surroundings.temperature ?? 298.15, used };
  const free = new Map<string, string>();
  for (const [ligand, text] of around) {
    const amount = `(${text})/1 [M]`;
    if (chargeOf(ligand) > 0) free.set(ligand, `(${amount})`);
    else free.set(ligand, `(${amount}/(${sum(terms(ligand, cations(around), write))}))`);
  }
  const found = terms(species, free, write);
  const constants: Record<string, Constants[string]> = {};
  for (const { id, label, logK } of used.values()) constants[id] = { label, number: logK };
  return { text: sum(found), terms: found, constants };
}

/** A·f(I) of Davies as text: `A*(√I/(1 + √I) − 0.3·I)`, of an expression of ionic strength in concentration. */
export function daviesExpression(I: string, temperature = 298.15): string {
  const i = `((${I})/1 [M])`;
  return `${plain(debyeHueckelSlope(temperature))}*(sqrt(${i})/(1 + sqrt(${i})) - 0.3*${i})`;
}

interface Writing extends Surroundings {
  readonly T: number;
  readonly used: Map<string, Complex>;
}

function cations(around: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...around].filter(([s]) => chargeOf(s) > 0).map(([s, text]) => [s, `((${text})/1 [M])`] as const),
  );
}

/** Every species of one `centre` and of H⁺ and what stands in `free`, over the free centre. */
function terms(centre: string, free: ReadonlyMap<string, string>, writing: Writing): Map<string, string> {
  const found = new Map([[centre, "1"]]);
  for (const complex of complexes) {
    const { parts } = makeup(complex.species);
    if (parts.get(centre) !== 1) continue;
    const others = [...parts].filter(([p]) => p !== centre && p !== "H+");
    if (others.some(([p]) => !free.has(p))) continue;
    const factors = others.map(([p, n]) => (n === 1 ? free.get(p)! : `${free.get(p)!}^${n}`));
    found.set(complex.species, [`10^(${exponent(complex, writing)})`, ...factors].join("*"));
  }
  return found;
}

function exponent(complex: Complex, { pH, T, davies, used }: Writing): string {
  const { parts, steps } = makeup(complex.species);
  let text = "";
  let shift = 0;
  for (const { of, times, chargeSquares } of steps) {
    const step = of as Complex;
    used.set(step.id, step);
    text += signed(times, step.id, text === "");
    shift += times * shiftOf(step, chargeSquares, T);
  }
  if (Math.abs(shift) > 1e-12) text += signed(Math.sign(shift), plain(Math.abs(shift)), false);
  const protons = parts.get("H+") ?? 0;
  if (protons !== 0) text += signed(-protons, /^\w+$/.test(pH) ? pH : `(${pH})`, false);
  if (davies === undefined) return text;
  let squares = chargeOf(complex.species) ** 2;
  for (const [part, n] of parts) if (part !== "H+") squares -= n * chargeOf(part) ** 2;
  return squares === 0 ? text : text + signed(squares, /^\w+$/.test(davies) ? davies : `(${davies})`, false);
}

function signed(n: number, what: string, first: boolean): string {
  const size = Math.abs(n) === 1 ? what : `${Math.abs(n)}*${what}`;
  return first ? (n < 0 ? `-${size}` : size) : n < 0 ? ` - ${size}` : ` + ${size}`;
}

function sum(of: ReadonlyMap<string, string>): string {
  return [...of.values()].join(" + ");
}

/** Nine digits, without an exponent where none is needed. */
function plain(x: number): string {
  return String(Number(x.toPrecision(9)));
}
