import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gated } from "./culture.ts";

/** Metal freed in a tumour cell in acid medium and in a normal cell in neutral medium by cuo2-nanodots. */
const claim: Claim = {
  id: "cuo2-released-in-tumours",
  says: "Copper peroxide nanodots free at least twice as much copper in a tumour cell at pH 6.5 as in a normal cell at pH 7.4.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.794754 },
  distance: "ln(freed in tumour / freed in normal) − ln 2",
  because:
    "What is freed after uptake is freed at the pH of lysosomes, the same in both cells; before it, a medium at pH 6.5 frees eight times faster, but of ions little is taken up.",
  async worlds() {
    return (await gated("cuo2-nanodots")).map((ratio) => ratio - ln(2));
  },
};
export default claim;
