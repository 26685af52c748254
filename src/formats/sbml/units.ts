import type { Unit } from "#units";
import type { UnitDefinition, UnitFactor } from "./document.ts";

/** SBML's names of the base dimensions, in the order of `Dimension`. */
const bases = ["metre", "kilogram", "second", "ampere", "kelvin", "mole", "candela"] as const;

/** Unit definitions of SBML for the coherent units of Kation's dimensions, each made once. */
export class UnitWriter {
  readonly definitions: UnitDefinition[] = [];

  /** Id of the coherent unit of a dimension: a base unit's own name, `dimensionless`, or a definition's. */
  of(unit: Unit): string {
    const used = bases.flatMap((base, i) =>
      unit.dimension[i] === 0 ? [] : [{ base, exponent: unit.dimension[i]! }],
    );
    if (used.length === 0) return "dimensionless";
    if (used.length === 1 && used[0]!.exponent === 1) return used[0]!.base;
    return this.#define(used);
  }

  /** Id of a power of a base unit. */
  power(base: (typeof bases)[number], exponent: number): string {
    return this.#define([{ base, exponent }]);
  }

  #define(used: readonly { readonly base: string; readonly exponent: number }[]): string {
    const word = (exponent: number): string =>
      (exponent === 1 ? "" : String(Math.abs(exponent))).replace(/\W/g, "_");
    const name = (sign: number): string =>
      used
        .filter((u) => Math.sign(u.exponent) === sign)
        .map((u) => `${u.base}${word(Math.abs(u.exponent))}`)
        .join("_");
    const [above, below] = [name(1), name(-1)];
    const id = below === "" ? above : `${above === "" ? "" : `${above}_`}per_${below}`;
    if (!this.definitions.some((d) => d.id === id)) {
      const factors = used.map(
        ({ base, exponent }): UnitFactor => ({ kind: "unit", base, exponent, scale: 0, multiplier: 1 }),
      );
      this.definitions.push({ kind: "unitDefinition", id, factors });
    }
    return id;
  }
}
