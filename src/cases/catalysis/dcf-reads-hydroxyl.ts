import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** What makes the DCF signal of a tumour cell with nanorods. */
const claim: Claim = {
  id: "dcf-reads-hydroxyl",
  says: "The green of DCFH-DA in a tumour cell with Fe2P nanorods comes mostly from ·OH.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -3.56198 },
  distance: "ln(signal by ·OH / by all else)",
  because:
    "The cell takes ·OH at 1e9 1/s, CO3·⁻ and ferryl at some 1e5: a dye of 20 µM catches one ·OH in five thousand, and one in a few of the others.",
  async worlds() {
    const read = ["probe.DCF.OH_share"];
    const results = await ask(frame({ agents: ["fe2p-nanorods"], read }));
    return column(results, "fe2p-nanorods", "probe.DCF.OH_share").map((s) => ln(s / (1 - s)));
  },
};
export default claim;
