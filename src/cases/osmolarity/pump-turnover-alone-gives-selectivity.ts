import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike. */
const claim: Claim = aloneGivesSelectivity({
  id: "pump-turnover-alone-gives-selectivity",
  says: "A pump that turns over less at rest alone gives a two-fold ratio of doses of salt particles.",
  path: "cells/tumour-generic/pumpTurnover",
  ends: ["0.5e-8 mol/m^2/s", "5e-8 mol/m^2/s"],
  expect: { verdict: "undecided", margin: 0.528627 },
  because:
    "Turnover at rest and permeabilities go together: a cell that pumps ten times as much leaks ten times as much, and clears a load in a tenth of the time.",
});
export default claim;
