import type { Model } from "./types.ts";

/** A conserved sum: Σ factor × amount of species stays what it was at the start. */
export interface Invariant {
  readonly terms: readonly { readonly species: string; readonly factor: number }[];
}

/**
 * Conserved sums of a network: a basis of the left null space of its stoichiometric matrix over the species that
 * reactions change (boundary species left out), by Gaussian elimination with exact small rationals in doubles.
 *
 * @returns one entry per conserved sum; species that no reaction touches are their own trivial sum and are left out
 */
export function invariants(model: Model): Invariant[] {
  const species = model.species.filter((s) => !s.boundary);
  const index = new Map(species.map((s, i) => [s.id, i]));
  // A count that varies is balanced by no other: it has a column of its own.
  const varying = model.reactions.flatMap((r) => [...r.reactants, ...r.products]).filter((p) => p.by);
  const columns = model.reactions.length + varying.length;
  const rows = species.map((_, i) => {
    const identity = new Float64Array(species.length);
    identity[i] = 1;
    return { reactions: new Float64Array(columns), identity };
  });
  const touched = new Set<number>();
  model.reactions.forEach((reaction, j) => {
    for (const [side, sign] of [
      [reaction.products, 1],
      [reaction.reactants, -1],
    ] as const) {
      for (const p of side) {
        const i = index.get(p.species);
        if (i === undefined) continue;
        rows[i]!.reactions[p.by ? model.reactions.length + varying.indexOf(p) : j]! += sign * p.stoichiometry;
        touched.add(i);
      }
    }
  });
  const free = eliminate(
    rows.filter((_, i) => touched.has(i)),
    columns,
  );
  return free.map((row) => ({
    terms: species.flatMap((s, i) =>
      row.identity[i] === 0 ? [] : [{ species: s.id, factor: row.identity[i]! }],
    ),
  }));
}

interface Row {
  readonly reactions: Float64Array;
  readonly identity: Float64Array;
}

/** Reduces the reaction part to echelon form; rows whose reaction part vanishes hold the conserved sums. */
function eliminate(rows: Row[], columns: number): Row[] {
  let top = 0;
  for (let j = 0; j < columns && top < rows.length; j++) {
    const pivot = rows.findIndex((row, i) => i >= top && Math.abs(row.reactions[j]!) > 1e-12);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    for (let i = top + 1; i < rows.length; i++) {
      const factor = rows[i]!.reactions[j]! / rows[top]!.reactions[j]!;
      if (factor === 0) continue;
      subtract(rows[i]!.reactions, rows[top]!.reactions, factor);
      subtract(rows[i]!.identity, rows[top]!.identity, factor);
    }
    top++;
  }
  return rows.slice(top);
}

function subtract(from: Float64Array, what: Float64Array, factor: number): void {
  for (let k = 0; k < from.length; k++) {
    const value = from[k]! - factor * what[k]!;
    from[k] = Math.abs(value) < 1e-12 ? 0 : value;
  }
}
