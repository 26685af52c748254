import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gated } from "./culture.ts";

/** Metal freed in a tumour cell in acid medium and in a normal cell in neutral medium by ms-mno2. */
const claim: Claim = {
  id: "ms-mno2-released-in-tumours",
  says: "MnO2-coated silica frees at least twice as much manganese in a tumour cell at pH 6.5 as in a normal cell at pH 7.4.",
  source: "angew2018mnO2",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.522344 },
  distance: "ln(freed in tumour / freed in normal) − ln 2",
  because:
    "The thiol of both cells suffices: what differs in the model is glutathione, and by less than the rate is uncertain.",
  async worlds() {
    return (await gated("ms-mno2")).map((ratio) => ratio - ln(2));
  },
};
export default claim;
