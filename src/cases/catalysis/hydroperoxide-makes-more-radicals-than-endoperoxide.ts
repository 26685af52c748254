import type { Claim } from "../claim.ts";
import { hydroperoxideAgainst } from "./peroxides.ts";

/** Radicals from a lipid hydroperoxide and from the same amount of an endoperoxide, with the cell's own labile iron. */
const claim: Claim = {
  id: "hydroperoxide-makes-more-radicals-than-endoperoxide",
  says: "With the cell's labile iron a lipid hydroperoxide makes more radicals in 24 h than the same amount of an endoperoxide, artemisinin.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -5.17344 },
  distance:
    "ln(radicals from 10 µM methyl linoleate hydroperoxide / from 10 µM artemisinin), both above the untreated cell",
  because:
    "Iron splits the hydroperoxide a hundred times faster, but GPX4 clears it first, and nothing clears artemisinin, which is split all day: it makes " +
    "more radicals in two worlds of three, by a factor of three in the median. Without GPX4 the hydroperoxide makes 900 times more. The rate on " +
    "artemisinin (−0.63) and how fast the hydroperoxide enters (0.60) order the worlds: ten times faster entry turns the median to 3.3.",
  worlds: () => hydroperoxideAgainst("artemisinin"),
};
export default claim;
