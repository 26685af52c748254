import { type FreeSystem, fluxes, genericPoint } from "./free-system.ts";

/** Linear sums w·y that no rate changes, one per dependent state. */
export interface ConservedSums {
  /** State (place among the free ones) that each sum gives when the others are known; its weight is 1. */
  readonly dependent: readonly number[];
  /** Weights over the free states, 0 for algebraic ones. */
  readonly weights: readonly Float64Array[];
}

/**
 * Pivots below this count as zero; the one with the most sums that hold is taken. Coarse ones are for Jacobians
 * by differences, fine ones for rates that differ by many decades.
 */
const THRESHOLDS = [1e-2, 1e-4, 1e-7, 1e-10, 1e-13] as const;

/** So near to a whole number, or a part of one, a weight may be it: the rates are asked, not the Jacobian. */
const WHOLE = 0.02;

/**
 * Points at which a sum must hold, wide ones after the near; at the first {@link BASIS} of them the Jacobian
 * tells what sums there are.
 */
const POINTS = 12;
const NEAR = 4;
const BASIS = 2;

/** Rounding errors, in units of the fluxes through its states, that a sum of rates may show. */
const ROUNDING = 64 * 2 ** -52;

/** As many times more for weights that are not whole: they are found no better. */
const LOOSE = 100;

interface Point {
  readonly f: Float64Array;
  readonly jac: Float64Array;
  /** {@link fluxes} */
  readonly size: Float64Array;
}

/**
 * Finds conserved sums from numbers alone: the common left null space of Jacobians at generic points, by
 * Gauss–Jordan elimination with complete pivoting, each candidate then held against the rates themselves:
 *
 *     w·J(y) = 0 for all y   and   |w·f(y)| ≤ 64·2⁻⁵²·Σ_i |w_i|·(|f_i| + Σ_j |J_ij·y_j| + Σ_j |J_ji·y_i|)
 *
 * The right side is the rounding error of the {@link fluxes} through the states of the sum. A leak slower than
 * some 10⁻¹⁴ of them at every point cannot be told from none.
 *
 * @param y  free part of the start
 * @source   Reder, J. Theor. Biol. 135, 175 (1988), doi:10.1016/S0022-5193(88)80073-0 (conservation from the
 *           null space)
 */
export function conservedSums(system: FreeSystem, y: Float64Array): ConservedSums {
  const points = Array.from({ length: POINTS }, (_, which) =>
    pointAt(system, genericPoint(y, which, which >= NEAR)),
  ).filter((point) => point !== undefined);
  let held: ConservedSums = { dependent: [], weights: [] };
  if (points.length < BASIS) return held;
  for (const threshold of THRESHOLDS) {
    const found = candidates(system, points.slice(0, BASIS), threshold);
    // A finer one leaves no more of them.
    if (found.length <= held.dependent.length) break;
    const dependent: number[] = [];
    const weights: Float64Array[] = [];
    for (const { state, w } of found) {
      const sound = confirmed(w, points);
      if (!sound || system.mass[state] === 0) continue;
      dependent.push(state);
      weights.push(sound.map((v, i) => (system.mass[i] === 0 ? 0 : v)));
    }
    if (dependent.length > held.dependent.length) held = { dependent, weights };
  }
  return held;
}

function pointAt(system: FreeSystem, y: Float64Array): Point | undefined {
  const { m } = system;
  const f = new Float64Array(m);
  const jac = new Float64Array(m * m);
  system.rates(y, f);
  system.jacobian(y, jac);
  if (!f.every(Number.isFinite) || !jac.every(Number.isFinite)) return undefined;
  return { f, jac, size: fluxes(f, jac, y) };
}

/**
 * The sum as it holds at all points: with weights made whole numbers, halves, … twelfths, as they are in most
 * networks, or else as found, to the accuracy that fast rates beside slow ones leave.
 */
function confirmed(w: Float64Array, points: readonly Point[]): Float64Array | undefined {
  for (let parts = 1; parts <= 12; parts++) {
    const whole = w.map((v) => Math.round(v * parts) / parts);
    if (!whole.every((v, i) => Math.abs(v - w[i]!) < WHOLE)) continue;
    if (points.every((point) => holds(whole, point))) return whole;
  }
  return points.every((point) => holds(w, point, LOOSE)) ? w : undefined;
}

function holds(w: Float64Array, { f, size }: Point, slack = 1): boolean {
  let [sum, most] = [0, 0];
  for (let i = 0; i < w.length; i++) {
    sum += w[i]! * f[i]!;
    most += Math.abs(w[i]!) * size[i]!;
  }
  return Math.abs(sum) <= slack * ROUNDING * most;
}

/**
 * Null vectors of the Jacobians' columns, each with weight 1 at a state of its own and 0 at those of the
 * others.
 */
function candidates(
  { m, mass }: FreeSystem,
  points: readonly Point[],
  threshold: number,
): { state: number; w: Float64Array }[] {
  // One row per column of each Jacobian, scaled to a largest entry of 1.
  const rows: Float64Array[] = [];
  for (const { jac } of points) {
    for (let j = 0; j < m; j++) {
      const column = Float64Array.from({ length: m }, (_, i) => jac[i * m + j]!);
      const most = column.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      if (most > 0) rows.push(column.map((v) => v / most));
    }
  }
  const open = new Uint8Array(m);
  const pivots: number[] = [];
  // Algebraic states first, so that what is left over are differential ones.
  for (const late of mass.includes(0) ? [false, true] : [true]) {
    for (let j = 0; j < m; j++) open[j] = !pivots.includes(j) && (late || mass[j] === 0) ? 1 : 0;
    // The column of each row's largest entry; rows that an elimination leaves alone keep it.
    const best = rows.map((row) => largest(row, open));
    while (pivots.length < rows.length) {
      const step = pivots.length;
      let [chosen, most] = [-1, threshold];
      for (let r = step; r < rows.length; r++) {
        const size = best[r]! < 0 ? 0 : Math.abs(rows[r]![best[r]!]!);
        if (size > most) [chosen, most] = [r, size];
      }
      if (chosen < 0) break;
      const column = best[chosen]!;
      [rows[step], rows[chosen]] = [rows[chosen]!, rows[step]!];
      [best[step], best[chosen]] = [best[chosen]!, best[step]!];
      open[column] = 0;
      pivots.push(column);
      for (const r of eliminate(rows, step, column)) best[r] = largest(rows[r]!, open);
    }
  }
  const left = Array.from({ length: m }, (_, j) => j).filter((j) => !pivots.includes(j));
  return left.map((state) => {
    const w = new Float64Array(m);
    w[state] = 1;
    pivots.forEach((column, r) => {
      w[column] = -rows[r]![state]!;
    });
    return { state, w };
  });
}

/** Place of the largest open entry, −1 when all are zero. */
function largest(row: Float64Array, open: Uint8Array): number {
  let [place, most] = [-1, 0];
  for (let j = 0; j < row.length; j++) {
    if (open[j] !== 0 && Math.abs(row[j]!) > most) [place, most] = [j, Math.abs(row[j]!)];
  }
  return place;
}

/** Makes the pivot 1 and every other entry of its column 0; returns the rows that changed. */
function eliminate(rows: readonly Float64Array[], step: number, column: number): number[] {
  const pivot = rows[step]!;
  const inverse = 1 / pivot[column]!;
  const filled: number[] = [];
  for (let j = 0; j < pivot.length; j++) {
    if (pivot[j] !== 0) filled.push(j);
    pivot[j]! *= inverse;
  }
  pivot[column] = 1;
  const changed: number[] = [];
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const factor = row[column]!;
    if (r === step || factor === 0) continue;
    for (const j of filled) row[j]! -= factor * pivot[j]!;
    row[column] = 0;
    changed.push(r);
  }
  return changed;
}
