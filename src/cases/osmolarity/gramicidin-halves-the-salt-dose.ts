import type { Claim } from "../claim.ts";
import { halvesTheSaltDose } from "./culture.ts";

/** Salt particles beside channels for sodium and potassium. */
const claim: Claim = halvesTheSaltDose({
  id: "gramicidin-halves-the-salt-dose",
  says: "With 100 nM of gramicidin half the dose of salt particles kills half of the tumour cells.",
  drug: "gramicidin",
  concentration: "100 nM",
  source: "jiang2019",
  expect: { verdict: "undecided", margin: -1.72214 },
  because:
    "Alone it kills more than half of the cells that doses are counted by in 52 of 128 worlds, twofold lower doses are found in 8 of these and in 26 of the 73 in which it kills fewer than a tenth. Without Na/Ca exchange it kills half in 12. How many channels a concentration makes is drawn over two decades. No paper gives it beside these particles.",
});
export default claim;
