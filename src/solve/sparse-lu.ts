import { planLu } from "./lu-plan.ts";
import type { Kernel, SparsePattern } from "./types.ts";

/** Factorisation and solution of shift·M − J in the form a kernel needs. */
export type SparseLu = Pick<Kernel, "luLength" | "factor" | "backsolve">;

/**
 * Sparse LU by lists of indices, in the order of {@link planLu}: what the straight-line code of a compiled
 * kernel does, in a form to read, to test it against and to use where code is too large to be written out.
 *
 *     L·U = P(shift·M − J)Pᵀ,  L with unit diagonal,  1/U_kk kept in place of U_kk
 *
 * @param pattern  of J by rows; the diagonal need not be in it
 * @param mass     diagonal of M: 0 for algebraic rows, which are eliminated last; all 1 when absent
 * @returns `factor` is false when a pivot is zero or not finite
 */
export function sparseLu(pattern: SparsePattern, mass?: Uint8Array): SparseLu {
  const plan = planLu(pattern, mass);
  const { n, order } = plan;
  const at = places(plan.order, plan.below, plan.right);
  const load = loadList(pattern, at);
  const updates = updateList(plan.order, plan.below, plan.right, at);
  const { lower, lowerStarts, upper, upperStarts } = solveLists(plan.order, plan.below, plan.right, at);

  function factor(shift: number, jac: Float64Array, lu: Float64Array): boolean {
    lu.fill(0);
    for (let k = 0; k < n; k++) lu[k] = mass?.[order[k]!] === 0 ? 0 : shift;
    for (let k = 0; k < load.length; k++) lu[load[k]!]! -= jac[k]!;
    let p = 0;
    for (let step = 0; step < n; step++) {
      const inverse = 1 / lu[step]!;
      if (!Number.isFinite(inverse)) return false;
      lu[step] = inverse;
      for (let count = updates[p++]!; count > 0; count--) {
        const l = updates[p++]!;
        const factor = lu[l]! * inverse;
        lu[l] = factor;
        for (let terms = updates[p++]!; terms > 0; terms--) {
          const u = updates[p++]!;
          lu[updates[p++]!]! -= factor * lu[u]!;
        }
      }
    }
    return true;
  }

  function backsolve(lu: Float64Array, b: Float64Array): void {
    for (let step = 0; step < n; step++) {
      const value = b[order[step]!]!;
      for (let p = lowerStarts[step]!; p < lowerStarts[step + 1]!; p += 2) {
        b[lower[p]!]! -= lu[lower[p + 1]!]! * value;
      }
    }
    for (let step = n - 1; step >= 0; step--) {
      let value = b[order[step]!]!;
      for (let p = upperStarts[step]!; p < upperStarts[step + 1]!; p += 2) {
        value -= lu[upper[p + 1]!]! * b[upper[p]!]!;
      }
      b[order[step]!] = value * lu[step]!;
    }
  }

  return { luLength: plan.entries, factor, backsolve };
}

type Lists = readonly (readonly number[])[];
type Place = (row: number, column: number) => number;

/** Where an entry stands in the work array: diagonals first, in order of elimination. */
function places(order: Int32Array, below: Lists, right: Lists): Place {
  const n = order.length;
  const known = new Map<number, number>();
  order.forEach((pivot, step) => {
    known.set(pivot * n + pivot, step);
  });
  let next = n;
  order.forEach((pivot, step) => {
    for (const j of right[step]!) known.set(pivot * n + j, next++);
    for (const i of below[step]!) known.set(i * n + pivot, next++);
  });
  return (row, column) => known.get(row * n + column)!;
}

function loadList(pattern: SparsePattern, at: Place): Int32Array {
  const list: number[] = [];
  for (let i = 0; i < pattern.n; i++) {
    for (let k = pattern.starts[i]!; k < pattern.starts[i + 1]!; k++) list.push(at(i, pattern.columns[k]!));
  }
  return Int32Array.from(list);
}

/**
 * Per step: number of rows; per row: its factor, number of terms, and per term the entry of U and its target.
 */
function updateList(order: Int32Array, below: Lists, right: Lists, at: Place): Int32Array {
  const list: number[] = [];
  order.forEach((pivot, step) => {
    list.push(below[step]!.length);
    for (const i of below[step]!) {
      list.push(at(i, pivot), right[step]!.length);
      for (const j of right[step]!) list.push(at(pivot, j), at(i, j));
    }
  });
  return Int32Array.from(list);
}

function solveLists(order: Int32Array, below: Lists, right: Lists, at: Place) {
  const [lower, upper]: [number[], number[]] = [[], []];
  const [lowerStarts, upperStarts] = [[0], [0]];
  order.forEach((pivot, step) => {
    for (const i of below[step]!) lower.push(i, at(i, pivot));
    for (const j of right[step]!) upper.push(j, at(pivot, j));
    lowerStarts.push(lower.length);
    upperStarts.push(upper.length);
  });
  return {
    lower: Int32Array.from(lower),
    upper: Int32Array.from(upper),
    lowerStarts: Int32Array.from(lowerStarts),
    upperStarts: Int32Array.from(upperStarts),
  };
}
