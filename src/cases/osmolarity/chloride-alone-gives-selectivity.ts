import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike. */
const claim: Claim = aloneGivesSelectivity({
  id: "chloride-alone-gives-selectivity",
  says: "Where chloride lies at rest, and with it its permeability, alone gives a two-fold ratio of doses of salt particles.",
  path: "cells/tumour-generic/chloridePlace",
  ends: ["0.1", "0.9"],
  expect: { verdict: "undecided", margin: -0.692792 },
  because:
    "Chloride near equilibrium goes with a large permeability: carried salt then leaves at once. The permeability of a tumour cell is not measured.",
});
export default claim;
