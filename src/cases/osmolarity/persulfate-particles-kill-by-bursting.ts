import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** What cells die of beside persulfate particles. */
const claim: Claim = {
  id: "persulfate-particles-kill-by-bursting",
  says: "Sodium persulfate particles kill by osmotic rupture: most of the cells that die have burst.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.5 },
  distance: "share of the dead that burst − 0.5",
  because:
    "Persulfate of 100 µg/mL swells a cell by a few hundredths, far from the volume at which it bursts; the sulfate radical, at millimolar persulfate in a cell with labile iron, kills long before.",
  async worlds() {
    const results = await salted({ agents: ["pnso"], read: ["viability", "death.osmotic"], without: [] });
    const alive = column(results, "pnso", "viability");
    return column(results, "pnso", "death.osmotic").map((x, w) => x / (1 - alive[w]! + 1e-9) - 0.5);
  },
};
export default claim;
