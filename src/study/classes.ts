import { KationError, normalQuantile } from "#units";

/** Cells of a class of uptake: standard deviations from the median, and their share of the culture. */
export interface CellClass {
  readonly node: number;
  readonly weight: number;
}

/** Classes when a study names no number: see docs/why/uptake-spread.md. */
export const usualClasses = 8;

const known = new Map<number, readonly CellClass[]>();

/**
 * Classes of a standard normal number: the Gauss–Legendre rule over its probability, nodes at its quantiles.
 *
 * What is averaged falls from 1 to 0 over the classes, in some worlds like a step. A rule whose greatest weight is small
 * errs least there; Gauss–Hermite, whose middle weights are twice as great, errs twice as much (docs/why/uptake-spread.md).
 *
 * The roots of each Legendre polynomial lie between those of the one before; they are found by bisection, to the last bit
 * and the same on every machine. The weight of a root is 1/Σ (2j + 1)·P_j², over all lower polynomials.
 *
 * @param count  classes, 1 … 64
 */
export function cellClasses(count: number): readonly CellClass[] {
  if (!(Number.isInteger(count) && count >= 1 && count <= 64))
    throw new KationError("out-of-range", `${count} is no number of classes of cells`, {
      where: "numerics/classes",
      fix: "give a whole number from 1 to 64",
    });
  const found = known.get(count) ?? rule(count);
  known.set(count, found);
  return found;
}

function rule(count: number): readonly CellClass[] {
  let roots: number[] = [];
  for (let n = 1; n <= count; n++) {
    const bounds = [-1, ...roots, 1];
    roots = Array.from({ length: n }, (_, i) => root(n, bounds[i]!, bounds[i + 1]!));
  }
  return roots.map((t) => ({
    node: normalQuantile((1 + t) / 2),
    weight: 1 / legendre(count - 1, t).reduce((sum, p, j) => sum + (2 * j + 1) * p * p, 0),
  }));
}

/** Legendre polynomials of degree 0 … n at a place. */
function legendre(n: number, t: number): number[] {
  const p = [1];
  for (let j = 0; j < n; j++) p.push(((2 * j + 1) * t * p[j]! - (j > 0 ? j * p[j - 1]! : 0)) / (j + 1));
  return p;
}

/** The one root of the polynomial of degree n between two places. */
function root(n: number, low: number, high: number): number {
  const rises = legendre(n, high)[n]! > 0;
  let [a, b] = [low, high];
  for (;;) {
    const middle = (a + b) / 2;
    if (middle <= a || middle >= b) return middle;
    const p = legendre(n, middle)[n]!;
    if (p === 0) return middle;
    if (p > 0 === rises) b = middle;
    else a = middle;
  }
}
