import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Glutathione 24 h after MS@MnO2. */
const claim: Claim = {
  id: "mno2-halves-glutathione",
  says: "50 µg/mL of MnO2-coated silica leaves less than half of a tumour cell's glutathione after 24 h.",
  source: "angew2018mnO2",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.655937 },
  distance: "ln(½ / share of glutathione left)",
  because:
    "Two GSH go per Mn2+ freed, but glutathione reductase returns them from GSSG: NADPH, not GSH, is what is spent.",
  async worlds() {
    const results = await ask(frame({ agents: ["ms-mno2"], dose: "50 ug/mL", read: ["viability", "GSH"] }));
    const left = column(results, "ms-mno2", "GSH");
    const arm = results.arms[0]!;
    return left.map((gsh, w) => ln((0.5 * results.read(arm, w, -1, "GSH")) / Math.max(gsh, 1e-30)));
  },
};
export default claim;
