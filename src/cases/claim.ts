import { type Results, run, type Study, type Verdict, verdict } from "#study";
import type { TakenApart } from "./apart.ts";

/** A claim of the literature as something that can be computed. */
export interface Claim {
  readonly id: string;
  /** The claim in our words. */
  readonly says: string;
  /** Who says it: a key of the bibliography, or the review that orders the field. */
  readonly source: string;
  /** `encoded`: true by the form of a law; `fitted`; `emergent`: neither. Only emergent ones are quoted. */
  readonly kind: "encoded" | "fitted" | "emergent";
  /** Rests on a dose, pharmacokinetics or growth that nobody has reported: recorded as undecided. */
  readonly unsourced?: boolean;
  /** Worlds that must have a say; with fewer it is undecided, as it is asked where it does not arise. */
  readonly least?: number;
  /** What it was found to be; the test fails when that changes, never because the claim fails. */
  readonly expect: { readonly verdict: Verdict["verdict"]; readonly margin: number };
  /** What the distance measures: `ln(ratio)`. */
  readonly distance: string;
  /** Signed distance to the boundary in every world: positive where the claim is true. */
  readonly worlds: () => Promise<readonly number[]>;
  /** The budget or law behind the verdict, so that a failing claim reads as physics. */
  readonly because: string;
  /** What each difference between its two sides has to do with the distance; takes several times as long as the claim. */
  readonly apart?: () => Promise<TakenApart>;
}

/** A claim with its verdict as computed and as recorded. */
export interface CaseResult extends Verdict {
  readonly claim: Claim;
  /** The recorded verdict: undecided for a claim that rests on what nobody has reported. */
  readonly recorded: Verdict["verdict"];
  /** True when the computed verdict and margin are the recorded ones. */
  readonly unchanged: boolean;
}

/** Runs a claim. @returns its verdict beside the recorded one */
export async function runCase(claim: Claim): Promise<CaseResult> {
  const said = verdict(await claim.worlds());
  const found = said.worlds < (claim.least ?? 0) ? { ...said, verdict: "undecided" as const } : said;
  const word = claim.unsourced ? "undecided" : found.verdict;
  const near =
    Math.abs(found.margin - claim.expect.margin) <= 1e-3 * Math.max(1, Math.abs(claim.expect.margin));
  return {
    ...found,
    claim,
    recorded: claim.expect.verdict,
    unchanged: word === claim.expect.verdict && near,
  };
}

/** Worlds a case looks at: enough that a share of 5 % is six of them. */
export const caseDraws = 128;

/** Runs a case's study in this thread. */
export function ask(study: Study): Promise<Results> {
  return run(study, { workers: 1 });
}
