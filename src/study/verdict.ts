import { quantile } from "#results";

/** What worlds say of a claim. */
export interface Verdict {
  readonly verdict: "holds" | "fails" | "undecided";
  /** Share of worlds in which the claim is true. */
  readonly probability: number;
  /** 5 % quantile of the distance to the boundary for a claim that holds or is undecided, 95 % for one that fails. */
  readonly margin: number;
  readonly worlds: number;
}

/**
 * The verdict on a claim from its signed distance to the boundary in each world (positive: true there).
 *
 * Holds with a share of at least 0.95, fails with at most 0.05, else undecided. A world without a number counts
 * against the claim.
 */
export function verdict(distances: readonly number[]): Verdict {
  const worlds = distances.length;
  const probability = distances.filter((d) => d > 0).length / Math.max(1, worlds);
  const word = probability >= 0.95 ? "holds" : probability <= 0.05 ? "fails" : "undecided";
  const margin = quantile(
    distances.filter((d) => !Number.isNaN(d)),
    word === "fails" ? 0.95 : 0.05,
  );
  return { verdict: word, probability, margin, worlds };
}
