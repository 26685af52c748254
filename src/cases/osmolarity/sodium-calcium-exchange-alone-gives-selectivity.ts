import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike. */
const claim: Claim = aloneGivesSelectivity({
  id: "sodium-calcium-exchange-alone-gives-selectivity",
  says: "A cell with Na/Ca exchange dies of salt particles at half the dose or less of one with nearly none.",
  path: "cells/tumour-generic/ncx",
  ends: ["100", "1"],
  expect: { verdict: "undecided", margin: -0.760916 },
  because:
    "Sodium brings calcium by exchange and by nothing else here; without the exchanger a load of sodium is pumped out in an hour and does no harm.",
});
export default claim;
