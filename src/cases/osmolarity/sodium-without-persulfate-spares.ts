import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Sodium persulfate particles beside sodium chloride particles. */
const claim: Claim = {
  id: "sodium-without-persulfate-spares",
  says: "Sodium chloride particles at the same mass (about twice the sodium) kill at least a fifth fewer cells than sodium persulfate particles.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.19995 },
  distance: "viability with sodium chloride − with sodium persulfate − 0.2",
  because:
    "At 100 µg/mL neither swells a cell, so what persulfate kills it kills by its radical; how many cells that is hangs on how much of the radical " +
    "reaches the nucleus, a share that is drawn over two decades.",
  async worlds() {
    const results = await salted({ agents: ["scnp", "pnso"], read: ["viability"], without: [] });
    const persulfate = column(results, "pnso", "viability");
    return column(results, "scnp", "viability").map((v, w) => v - persulfate[w]! - 0.2);
  },
};
export default claim;
