/**
 * Numbers of the step size controller, for the loop in JavaScript and the compiled one alike.
 *
 * Chosen for the fewest steps of Rodas5P to an error of 1e-4 over 67 published models of 2 to 150 states; between
 * neighbours on any of them counts differ by one or two per cent.
 */
export const stepControl = {
  /** Share of the step that would have the error of the tolerance. */
  safety: 0.85,
  /** A step grows by no more; the second after a start may, since a first step is a guess. */
  growth: 10,
  firstGrowth: 30,
  /** A step shrinks by no more, as long as its error is a number. */
  shrink: 0.2,
  /** A first step in units of where a relaxation would meet the tolerance: the error constants of the methods are small. */
  start: 4,
  /** Least error that is remembered. */
  floor: 1e-2,
} as const;

/** error^(−1/5) from q = error^(1/4), as numerator and denominator: 2 + 3q and q·(3 + 2q). */
export function fifthRoot(q: number): number {
  return (2 + 3 * q) / (q * (3 + 2 * q));
}
