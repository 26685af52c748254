import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Potential beside barium. */
const claim: Claim = {
  id: "barium-depolarises",
  says: "Barium chloride of 100 µg/mL depolarises a tumour cell by more than 10 mV within an hour.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -4.90356 },
  distance: "change of potential − 10 mV, in mV",
  because:
    "Of 480 µM of Ba2+ the 0.8 mM of sulfate of the medium leave some 5 µM, a twentieth of what blocks half of KATP channels at −62 mV, and block is weaker still in a depolarised cell.",
  async worlds() {
    const results = await salted({
      agents: ["barium-chloride"],
      read: ["viability", "potential"],
      until: "1 h",
    });
    const arm = results.arms[0]!;
    return column(results, "barium-chloride", "potential").map(
      (v, w) => 1e3 * (v - results.read(arm, w, -1, "potential")) - 10,
    );
  },
};
export default claim;
