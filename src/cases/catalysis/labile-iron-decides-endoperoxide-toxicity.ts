import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { thresholdByIron } from "./culture.ts";

/** Half-effect dose of artesunate against labile iron. */
const claim: Claim = {
  id: "labile-iron-decides-endoperoxide-toxicity",
  says: "A cell with a tumour's labile iron (1 µM) dies of at most half of the artesunate that kills one with a normal cell's (0.35 µM).",
  source: "chan2013",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.693147 },
  distance: "ln(half-effect dose at 0.35 µM / half-effect dose at 1 µM) − ln 2, doses from 1 µM to 10 mM",
  because:
    "Where a dose kills at 1 µM the ratio is 3.6 in the median, a little above that of the iron: nearly all die of alkylated proteins, made by iron alone. " +
    "But in 60 of 128 worlds 10 mM does not kill half, and in three quarters 0.45 mM does not: labile iron alone splits them slowly. " +
    "Heme, which is read to degrade such drugs rapidly, is not in the model.",
  async worlds() {
    const doses = Array.from({ length: 9 }, (_, i) => `${(10 ** (i / 2)).toPrecision(4)} uM`);
    return (await thresholdByIron("artesunate", doses)).map((x) => x - ln(2));
  },
};
export default claim;
