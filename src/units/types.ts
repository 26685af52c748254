/** Exponents of metre, kilogram, second, ampere, kelvin, mole, candela. Rational, stored as numbers. */
export type Dimension = readonly [number, number, number, number, number, number, number];

/**
 * A unit of measurement: value in base units = value × `factor` + `offset`.
 *
 * Base units are the coherent SI ones, so an amount per volume is mol/m³ ≡ mM and a potential is V.
 * `offset` is non-zero for °C alone and such a unit may stand only by itself.
 */
export interface Unit {
  readonly dimension: Dimension;
  readonly factor: number;
  readonly offset: number;
  /** The text it was read from, or was given for printing: `"1/(mM*s)"`. */
  readonly text: string;
}

/** A number with its unit, as written. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
}
