import type { SparsePattern } from "./types.ts";

/**
 * Symbolic LU factorisation without pivoting of a matrix with a full diagonal: the order of elimination and the
 * pattern with fill-in, as lists from which straight-line code is written.
 */
export interface LuPlan {
  readonly n: number;
  /** Row and column eliminated at each step. */
  readonly order: Int32Array;
  /** For step k: rows i below the pivot with an entry in its column. */
  readonly below: readonly (readonly number[])[];
  /** For step k: columns j right of the pivot with an entry in its row. */
  readonly right: readonly (readonly number[])[];
  /** Multiply–subtract operations of one factorisation. */
  readonly operations: number;
}

/**
 * Orders the elimination by Markowitz cost (row count − 1)(column count − 1) of the diagonal pivots; of equal cost the
 * one whose row waits for the fewest eliminations is taken, which keeps the chains of dependent operations short.
 */
export function planLu(pattern: SparsePattern): LuPlan {
  const n = pattern.n;
  const rows = Array.from({ length: n }, () => new Set<number>());
  const columns = Array.from({ length: n }, () => new Set<number>());
  for (let i = 0; i < n; i++) {
    for (let k = pattern.starts[i]!; k < pattern.starts[i + 1]!; k++) {
      rows[i]!.add(pattern.columns[k]!);
      columns[pattern.columns[k]!]!.add(i);
    }
    rows[i]!.add(i);
    columns[i]!.add(i);
  }
  const left = new Set(rows.keys());
  const level = new Int32Array(n);
  const order = new Int32Array(n);
  const below: number[][] = [];
  const right: number[][] = [];
  let operations = 0;
  for (let step = 0; step < n; step++) {
    const pivot = cheapest(left, rows, columns, level);
    left.delete(pivot);
    const down = [...columns[pivot]!].filter((i) => i !== pivot && left.has(i)).sort((a, b) => a - b);
    const across = [...rows[pivot]!].filter((j) => j !== pivot && left.has(j)).sort((a, b) => a - b);
    order[step] = pivot;
    below.push(down);
    right.push(across);
    operations += down.length * (across.length + 1);
    for (const i of down) {
      rows[i]!.delete(pivot);
      level[i] = Math.max(level[i]!, level[pivot]! + 1);
      for (const j of across) {
        rows[i]!.add(j);
        columns[j]!.add(i);
      }
    }
    for (const j of across) columns[j]!.delete(pivot);
  }
  return { n, order, below, right, operations };
}

function cheapest(
  left: ReadonlySet<number>,
  rows: readonly Set<number>[],
  columns: readonly Set<number>[],
  level: Int32Array,
): number {
  let best = -1;
  let bestCost = Infinity;
  for (const i of left) {
    const cost = (rows[i]!.size - 1) * (columns[i]!.size - 1) + level[i]! * 1e-3;
    if (cost < bestCost) {
      best = i;
      bestCost = cost;
    }
  }
  return best;
}
