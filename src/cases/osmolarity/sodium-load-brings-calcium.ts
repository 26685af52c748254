import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted, swift } from "./culture.ts";

/** Calcium under a load of sodium, with the uptake raised. */
const claim: Claim = {
  id: "sodium-load-brings-calcium",
  says: "A load of sodium by salt particles turns Na/Ca exchange round: free calcium doubles within four hours.",
  source: "scnpRadiation2025",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.698774 },
  distance: "ln(free calcium with particles / without) − ln 2",
  because:
    "At 60 mM of Na+ and −30 mV exchange stands still at 28 µM of Ca2+. Whether a tumour cell has the exchanger decides: its density is drawn over two decades. The uptake is raised 240-fold, else no sodium comes.",
  async worlds() {
    const results = await salted({ agents: ["scnp"], read: ["viability", "Ca"], until: "4 h", set: swift });
    const [load, rest] = [column(results, "scnp", "Ca"), results.arms[0]!];
    return load.map((c, w) => ln(c / results.read(rest, w, -1, "Ca")) - ln(2));
  },
};
export default claim;
