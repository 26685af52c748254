import { ln, toBase } from "#units";
import type { Makeup } from "./complexes.ts";
import type { Complex, Solid } from "./types.ts";
import { daviesTerm, debyeHueckelSlope } from "./water.ts";

/** Gas constant, J/(mol·K). */
const R = 8.314462618;
/** Temperature at which log K is stated, K. */
const reference = 298.15;

/**
 * What turns a log K as its source states it into one at I = 0 and temperature T: the ionic strength it was measured
 * at, by Davies, and its enthalpy, by van 't Hoff.
 */
export function shiftOf(of: Complex | Solid, chargeSquares: number, T: number): number {
  const I = of.logK.when?.["I"];
  const measured = typeof I === "string" ? toBase(I, "M") / 1000 : 0;
  const toZero =
    measured > 0 && chargeSquares !== 0
      ? -debyeHueckelSlope(reference) * daviesTerm(measured) * chargeSquares
      : 0;
  const heat = of.enthalpy ? toBase(of.enthalpy.value, "J/mol") : 0;
  return toZero - (heat / (R * ln(10))) * (1 / T - 1 / reference);
}

/**
 * Log10 of the constant that builds a species from components, or dissolves a solid into them, at I = 0 and T.
 * @param values  log K by parameter id instead of the records' own
 */
export function combinedLogK(made: Makeup, T: number, values?: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const { of, times, chargeSquares } of made.steps) {
    const id = "forms" in of ? of.parameter : of.id;
    sum += times * ((values?.[id] ?? of.logK.value.value) + shiftOf(of, chargeSquares, T));
  }
  return sum;
}
