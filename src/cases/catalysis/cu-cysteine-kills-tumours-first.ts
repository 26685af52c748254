import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gatedKilling } from "./culture.ts";

/** Half-effect dose of cu-cysteine-nps in a normal cell in neutral medium over that in a tumour cell in acid medium. */
const claim: Claim = {
  id: "cu-cysteine-kills-tumours-first",
  says: "Copper-cysteine particles, opened by glutathione, kill half of tumour cells at pH 6.5 at half the dose or less that kills half of normal cells at pH 7.4.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.573243 },
  distance: "ln(IC50 of normal / of tumour) − ln 2",
  because:
    "Both cells have the glutathione that opens the particle, and the one with more of it holds the copper better: the normal cell dies at " +
    "0.67 of the tumour's dose (median), and neither dies up to 3 mg/mL in a third of the worlds.",
  async worlds() {
    return (await gatedKilling("cu-cysteine-nps")).map((ratio) => ratio - ln(2));
  },
};
export default claim;
