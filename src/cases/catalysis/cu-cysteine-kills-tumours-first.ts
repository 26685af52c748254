import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gatedApart, gatedKilling } from "./culture.ts";

/** Half-effect dose of cu-cysteine-nps in a normal cell in neutral medium over that in a tumour cell in acid medium. */
const claim: Claim = {
  id: "cu-cysteine-kills-tumours-first",
  says: "Copper-cysteine particles, opened by glutathione, kill half of tumour cells at pH 6.5 at half the dose or less that kills half of normal cells at pH 7.4.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.573243 },
  distance: "ln(IC50 of normal / of tumour) − ln 2",
  because:
    "Taken apart into what the two sides differ in, the mean of ln(ratio), −0.37, is −0.26 of the normal cell’s slower supply of glutathione and " +
    "−0.13 of its medium, against +0.02 of catalase and next to nothing of labile iron: glutathione opens the particle in both cells, and the one that makes less of it " +
    "dies first. In most worlds each difference alone does nothing, as neither cell dies up to 3 mg/mL in a third of them.",
  async worlds() {
    return (await gatedKilling("cu-cysteine-nps")).map((ratio) => ratio - ln(2));
  },
  apart: () => gatedApart("cu-cysteine-nps"),
};
export default claim;
