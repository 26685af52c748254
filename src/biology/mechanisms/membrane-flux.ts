import type { Draft } from "#model";

/** Faraday and gas constants, exact by the SI of 2019, as text of an expression. */
export const FARADAY = "96485.33212 [C/mol]";
export const GAS = "8.31446261815324 [J/mol/K]";

/**
 * The factors of the GHK flux at a potential, as rules: `u_x` = V·F/RT, `f_x` = f(u), `g_x` = f(−u), f(u) = u/(1 − e⁻ᵘ).
 *
 * f(u) = u/2 + s·coth(s) with s = |u|/2, taken as √(u²/4 + 10⁻⁸): defined at u = 0, and exact to 3·10⁻⁹.
 */
export function potentialFactors(draft: Draft, suffix: string, potential: string): void {
  const u = draft.has(`u_${suffix}`) ? `u_${suffix}` : reducedPotential(draft, suffix, potential);
  const s = draft.rule(`s_${suffix}`, "1", `sqrt(0.25*${u}^2 + 1e-8)`, "half of its size");
  const even = draft.rule(
    `even_${suffix}`,
    "1",
    `${s}*(1 + exp(-2*${s}))/(1 - exp(-2*${s}))`,
    "even part of the GHK factor",
  );
  draft.rule(`f_${suffix}`, "1", `${even} + 0.5*${u}`, "GHK factor of cations inside, anions outside");
  draft.rule(`g_${suffix}`, "1", `${even} - 0.5*${u}`, "GHK factor of cations outside, anions inside");
}

/** A potential over RT/F at the medium's temperature, as the rule `u_x`. */
export function reducedPotential(draft: Draft, suffix: string, potential: string): string {
  return draft.rule(`u_${suffix}`, "1", `${potential}*${FARADAY}/(${GAS}*T_medium)`, "potential over RT/F");
}

/** GHK flux outwards per permeability of an ion of charge 1 or −1, from concentrations inside and outside. */
export function fluxOut(inside: string, outside: string, charge: 1 | -1, suffix: string): string {
  const [a, b] = charge > 0 ? ["f", "g"] : ["g", "f"];
  return `(${inside}*${a}_${suffix} - ${outside}*${b}_${suffix})`;
}

/** max(0, x) with a rounded corner of width `eps`. */
export function positive(x: string, eps: string): string {
  return `(0.5*(${x} + sqrt((${x})^2 + (${eps})^2)))`;
}

/** a/b that stays finite where b passes zero: a·b/(b² + δ²). */
export function ratio(a: string, b: string, delta: string): string {
  return `((${a})*${b}/(${b}^2 + (${delta})^2))`;
}
