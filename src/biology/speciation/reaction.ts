import { KationError } from "#units";

/** What one turn of a reaction makes and uses: species with their numbers, products above zero. Water is left out. */
export type Turn = ReadonlyMap<string, number>;

const term = /^(?:(\d+(?:\.\d+)?) )?(\S+)$/;

/**
 * Reads `"Cu+2 + 2 H2O = Cu(OH)2 + 2 H+"`. Terms are parted by ` + `, numbers by a space, so charges need no quoting.
 * @throws `invalid-syntax` for what is no such equation
 */
export function readReaction(text: string): Turn {
  const sides = text.split(" = ");
  const turn = new Map<string, number>();
  if (sides.length !== 2) throw broken(text, "it has no two sides");
  sides.forEach((side, i) => {
    for (const part of side.split(" + ")) {
      const found = term.exec(part.trim());
      if (!found) throw broken(text, `"${part}" is no number and species`);
      const species = found[2]!;
      if (species === "H2O") continue;
      turn.set(species, (turn.get(species) ?? 0) + (i === 0 ? -1 : 1) * Number(found[1] ?? 1));
    }
  });
  return turn;
}

function broken(text: string, why: string): KationError {
  return new KationError("invalid-syntax", `"${text}" is no reaction`, {
    why,
    fix: "Fe+3 + H2O = FeOH+2 + H+",
  });
}

/** Charge a species carries at the end of its name: 2 of `FeOH+2`, -1 of `Cl-`, 0 of `FeCit`. */
export function chargeOf(species: string): number {
  const found = /([+-])(\d*)$/.exec(species);
  return found ? (found[1] === "+" ? 1 : -1) * Number(found[2] || 1) : 0;
}

const above = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

/** A species as people print it: `FeOH²⁺`, `CuCl2⁻`. */
export function printSpecies(species: string): string {
  return species.replace(
    /([+-])(\d*)$/,
    (_, sign: string, n: string) => [...n].map((d) => above[Number(d)]).join("") + (sign === "+" ? "⁺" : "⁻"),
  );
}

/** An id made of a species: `FeOH+2` gives `FeOH_p2`, `CuCl2-` gives `CuCl2_m1`. */
export function speciesId(species: string): string {
  return species
    .replace(
      /([+-])(\d*)$/,
      (_, sign: string, n: string) => `${sign === "+" ? "_p" : "_m"}${n === "" ? "1" : n}`,
    )
    .replace(/\W/g, "_")
    .replace(/_+/g, "_");
}
