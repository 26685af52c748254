import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike, by bursting alone. */
const claim: Claim = aloneGivesSelectivity({
  id: "resting-sodium-alone-gives-selectivity-by-bursting",
  says: "Normal cells burst less of salt particles since their resting sodium is lower: 12 mM against 28 mM alone gives a two-fold ratio of the doses that burst half.",
  path: "cells/tumour-generic/restSodium",
  ends: ["28 mM", "12 mM"],
  bursting: true,
  expect: { verdict: "undecided", margin: -0.577863 },
  because:
    "What a low resting sodium brings is the reserve of the pump, and that is all: with the pump blocked by ouabain, or without reserve since it is at its half-effect at 0.1 mM Na+, the median ratio is 1.0, with it 2.0. Calcium has no part in it: without Na/Ca exchange the ratio is 2.1.",
});
export default claim;
