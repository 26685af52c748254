import {
  type Component,
  chargeOf,
  combinedLogK,
  complexes,
  type Makeup,
  makeup,
  type Solid,
  solidMakeup,
} from "#biology";
import { ln } from "#units";

/** Rows of a sparse table: what each species or solid is made of. Column `components.length` is H⁺. */
export interface Rows {
  readonly from: Int32Array;
  readonly column: Int32Array;
  readonly count: Float64Array;
}

/** Species, solids and constants of a solution, as numbers: concentrations in M, constants as logarithms to e. */
export interface Equilibrium {
  readonly components: readonly Component[];
  /** Dissolved species: each component's own first, then `H+`, then complexes. */
  readonly species: readonly string[];
  readonly charges: Float64Array;
  readonly makeup: Rows;
  /** ln of the constant that builds each species from components, at I = 0. */
  readonly lnK: Float64Array;
  readonly solids: readonly Solid[];
  readonly solidMakeup: Rows;
  /** ln of the ion product at saturation. */
  readonly lnKs: Float64Array;
  /** Temperature, K. */
  readonly temperature: number;
}

/**
 * Gathers all species that some components can form, with H⁺ and OH⁻, and the solids that can form from them.
 *
 * @param options.values  log K by parameter id instead of the records' own
 */
export function equilibrium(options: {
  readonly components: readonly Component[];
  readonly solids: readonly Solid[];
  readonly temperature: number;
  readonly values?: Readonly<Record<string, number>>;
}): Equilibrium {
  const { components, temperature, values } = options;
  const columns = new Map([...components.map((c) => c.species), "H+"].map((s, i) => [s, i] as const));
  const can = (made: Makeup): boolean => [...made.parts.keys()].every((p) => columns.has(p));
  const species = [...columns.keys(), ...complexes.map((c) => c.species).filter((s) => can(makeup(s)))];
  const made = species.map(makeup);
  const solids = options.solids.filter((s) => can(solidMakeup(s)));
  const dissolved = solids.map(solidMakeup);
  const natural = (m: Makeup): number => combinedLogK(m, temperature, values) * ln(10);
  return {
    components,
    species,
    charges: Float64Array.from(species, chargeOf),
    makeup: rowsOf(made, columns),
    lnK: Float64Array.from(made, natural),
    solids,
    solidMakeup: rowsOf(dissolved, columns),
    lnKs: Float64Array.from(dissolved, natural),
    temperature,
  };
}

function rowsOf(made: readonly Makeup[], columns: ReadonlyMap<string, number>): Rows {
  const from = new Int32Array(made.length + 1);
  const column: number[] = [];
  const count: number[] = [];
  made.forEach(({ parts }, i) => {
    for (const [part, n] of parts) {
      column.push(columns.get(part)!);
      count.push(n);
    }
    from[i + 1] = column.length;
  });
  return { from, column: Int32Array.from(column), count: Float64Array.from(count) };
}
