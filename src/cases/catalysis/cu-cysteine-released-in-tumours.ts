import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gated } from "./culture.ts";

/** Metal freed in a tumour cell in acid medium and in a normal cell in neutral medium by cu-cysteine-nps. */
const claim: Claim = {
  id: "cu-cysteine-released-in-tumours",
  says: "Copper-cysteine particles free at least twice as much copper in a tumour cell at pH 6.5 as in a normal cell at pH 7.4.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.644359 },
  distance: "ln(freed in tumour / freed in normal) − ln 2",
  because:
    "Glutathione of both cells lies in one range and both have enough of it to take the particle apart.",
  async worlds() {
    return (await gated("cu-cysteine-nps")).map((ratio) => ratio - ln(2));
  },
};
export default claim;
