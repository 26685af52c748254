import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gatedApart, gatedKilling } from "./culture.ts";

/** Half-effect dose of cuo2-nanodots in a normal cell in neutral medium over that in a tumour cell in acid medium. */
const claim: Claim = {
  id: "cuo2-kills-tumours-first",
  says: "Copper peroxide nanodots, opened by acid, kill half of tumour cells at pH 6.5 at half the dose or less that kills half of normal cells at pH 7.4.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -2.64122 },
  distance: "ln(IC50 of normal / of tumour) − ln 2",
  because:
    "Taken apart into what the two sides differ in, the mean of ln(ratio), −0.48, is −0.34 of the normal cell’s slower supply of glutathione and " +
    "−0.25 of its medium, against +0.06 each of catalase and labile iron. Acid opens the dots before they are taken up: the same cell takes up " +
    "2.9 times the copper at pH 7.4 (median, 30 µg/mL). Each share is half an e-fold wide between worlds, which is what lets a tenth reach a factor of two.",
  async worlds() {
    return (await gatedKilling("cuo2-nanodots")).map((ratio) => ratio - ln(2));
  },
  apart: () => gatedApart("cuo2-nanodots"),
};
export default claim;
