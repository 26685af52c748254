import type { Claim } from "../claim.ts";
import { aloneGivesSelectivity } from "./culture.ts";

/** One difference between two cells, all else alike. */
const claim: Claim = aloneGivesSelectivity({
  id: "resting-sodium-alone-gives-selectivity",
  says: "Normal cells are spared by salt particles since their resting sodium is lower: 12 mM against 28 mM alone gives a two-fold ratio of doses.",
  path: "cells/tumour-generic/restSodium",
  ends: ["28 mM", "12 mM"],
  expect: { verdict: "undecided", margin: -0.534754 },
  because:
    "At equilibrium a salt swells a cell by 1 + 2Δ/300 mM whatever it held before. What a low resting sodium brings is a pump with 6-fold instead of 2.5-fold reserve, and less calcium by exchange: the ratio, where there is one, is the pump's.",
});
export default claim;
