import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { thresholdByIron } from "./culture.ts";

/** Half-effect dose of RSL3 against labile iron. */
const claim: Claim = {
  id: "labile-iron-lowers-ignition-threshold",
  says: "A cell with a tumour's labile iron (1 µM) dies of at most two thirds of the RSL3 that kills one with a normal cell's (0.35 µM).",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.467494 },
  distance: "ln(half-effect dose at 0.35 µM / half-effect dose at 1 µM / 1.5)",
  because:
    "With the numbers as written the dose doubles. In many worlds it hardly moves: most where chains that HO2· starts keep LOOH up without iron, whose rate is known to two decades only.",
  async worlds() {
    const doses = Array.from({ length: 11 }, (_, i) => `${(10 ** (i / 2 - 3)).toPrecision(4)} uM`);
    return (await thresholdByIron("rsl3", doses)).map((x) => x - ln(1.5));
  },
};
export default claim;
