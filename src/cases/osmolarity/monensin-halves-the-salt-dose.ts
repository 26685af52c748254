import type { Claim } from "../claim.ts";
import { halvesTheSaltDose } from "./culture.ts";

/** Salt particles beside a sodium ionophore. */
const claim: Claim = halvesTheSaltDose({
  id: "monensin-halves-the-salt-dose",
  says: "With 1 µM of the sodium ionophore monensin half the dose of salt particles kills half of the tumour cells.",
  drug: "monensin",
  concentration: "1 uM",
  source: "jiang2019",
  expect: { verdict: "undecided", margin: -1.54405 },
  because:
    "The median dose falls by an eighth, and twofold in 37 of 128 worlds. In another 37 the ionophore alone kills more than half of the cells that doses are counted by, and there particles may even seem to do less. Without Na/Ca exchange it kills so in 14, and particles do twice as much in 13 of these. No paper gives it beside these particles.",
});
export default claim;
