import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike, between the rows as written. */
const claim: Claim = aloneGivesSelectivity({
  id: "chloride-as-written-gives-selectivity",
  says: "Where chloride lies at rest in the generic tumour and normal cell as written, 0.42 against 0.41, alone gives a two-fold ratio of doses of salt particles.",
  path: "cells/tumour-generic/chloridePlace",
  ends: ["0.42", "0.41"],
  expect: { verdict: "undecided", margin: -0.693056 },
  because:
    "The two places differ by a hundredth of the way between the equilibria of chloride, and so do the doses. What the permeability of either cell is nobody has measured; the ends of what may be are asked apart.",
});
export default claim;
