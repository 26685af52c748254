import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gatedKilling } from "./culture.ts";

/** Half-effect dose of cuo2-nanodots in a normal cell in neutral medium over that in a tumour cell in acid medium. */
const claim: Claim = {
  id: "cuo2-kills-tumours-first",
  says: "Copper peroxide nanodots, opened by acid, kill half of tumour cells at pH 6.5 at half the dose or less that kills half of normal cells at pH 7.4.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -2.64122 },
  distance: "ln(IC50 of normal / of tumour) − ln 2",
  because:
    "Copper and H2O2 are freed in the lysosomes of both. The tumour cell in both media has a median ratio of 0.96, both cells at pH 6.5 0.91, " +
    "the two together 0.56. That the normal cell holds less glutathione may be why; it was not taken apart.",
  async worlds() {
    return (await gatedKilling("cuo2-nanodots")).map((ratio) => ratio - ln(2));
  },
};
export default claim;
