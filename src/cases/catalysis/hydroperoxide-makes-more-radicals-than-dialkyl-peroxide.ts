import type { Claim } from "../claim.ts";
import { hydroperoxideAgainst } from "./peroxides.ts";

/** Radicals from a lipid hydroperoxide and from the same amount of a dialkyl peroxide, with the cell's own labile iron. */
const claim: Claim = {
  id: "hydroperoxide-makes-more-radicals-than-dialkyl-peroxide",
  says: "With the cell's labile iron a lipid hydroperoxide makes more radicals in 24 h than the same amount of a dialkyl peroxide.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -3.41749 },
  distance:
    "ln(radicals from 10 µM methyl linoleate hydroperoxide / from 10 µM di-tert-butyl peroxide), both above the untreated cell",
  because:
    "How fast iron splits a dialkyl peroxide is known to four decades only, and that alone orders the worlds (rank correlation −0.88): " +
    "slower than 0.1 1/(M·s) the claim is true. Nothing else removes it, while GPX4 clears the hydroperoxide: " +
    "without GPX4 the median ratio is not nine but fifty thousand.",
  worlds: () => hydroperoxideAgainst("di-tert-butyl-peroxide"),
};
export default claim;
