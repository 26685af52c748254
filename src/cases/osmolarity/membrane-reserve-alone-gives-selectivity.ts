import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike. */
const claim: Claim = aloneGivesSelectivity({
  id: "membrane-reserve-alone-gives-selectivity",
  says: "The membrane held in folds, 1.3 against 3 times a smooth sphere, alone gives a two-fold ratio of doses of salt particles.",
  path: "cells/tumour-generic/membraneFolding",
  ends: ["1.3", "3"],
  expect: { verdict: "undecided", margin: -0.313318 },
  because:
    "The volume of lysis is 1.6-fold at the one and 5.5-fold at the other end, but more membrane also leaks and pumps more; where calcium kills before any cell bursts, the reserve does not matter.",
});
export default claim;
