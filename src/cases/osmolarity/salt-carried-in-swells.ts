import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Volume after four hours with salt particles. */
const claim: Claim = {
  id: "salt-carried-in-swells",
  says: "Sodium chloride particles of 100 µg/mL swell a tumour cell by a tenth within four hours.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.0948868 },
  distance: "ln(volume over rest) − ln 1.1",
  because:
    "A tenth of swelling asks for 15 mM of salt in the cell, two thousand cubes of 77 nm in minutes; what comes in by plain uptake over hours is pumped out as it comes, and the medium, saltier by 3 mOsm, draws water the other way.",
  async worlds() {
    const results = await salted({ agents: ["scnp"], read: ["viability", "volume"], until: "4 h" });
    return column(results, "scnp", "volume").map((v) => ln(v) - ln(1.1));
  },
};
export default claim;
