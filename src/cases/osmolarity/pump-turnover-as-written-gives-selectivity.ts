import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike, between the rows as written. */
const claim: Claim = aloneGivesSelectivity({
  id: "pump-turnover-as-written-gives-selectivity",
  says: "The pump's turnover at rest of the generic tumour and normal cell as written, 1.6 against 1.0 × 10⁻⁸ mol/m²/s, alone gives a two-fold ratio of doses of salt particles.",
  path: "cells/tumour-generic/pumpTurnover",
  ends: ["1.6e-8 mol/m^2/s", "1.0e-8 mol/m^2/s"],
  expect: { verdict: "undecided", margin: -0.718096 },
  because:
    "The rows point the other way: the tumour cell's pump turns over more at rest, so it is the normal cell that dies first, at three quarters of the dose in the median. It takes the ends of what may be, a factor of ten, for a twofold ratio.",
});
export default claim;
