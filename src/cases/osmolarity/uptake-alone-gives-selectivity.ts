import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike. */
const claim: Claim = aloneGivesSelectivity({
  id: "uptake-alone-gives-selectivity",
  says: "Three times the uptake alone gives a two-fold ratio of doses of salt particles.",
  path: "cells/generic/uptake",
  ends: ["5.0e-16 m^3/s/cell", "1.7e-16 m^3/s/cell"],
  expect: { verdict: "undecided", margin: -0.0310064 },
  because:
    "What is carried in goes with uptake until the medium is empty; with a coat of 1 h both race the same clock, so the dose goes as one over the uptake.",
});
export default claim;
