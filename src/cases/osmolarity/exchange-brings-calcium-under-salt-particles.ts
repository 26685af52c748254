import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { peak, salted, swift } from "./culture.ts";

/** Calcium under a load of sodium, with Na/Ca exchange and with next to none. */
const claim: Claim = {
  id: "exchange-brings-calcium-under-salt-particles",
  says: "Na/Ca exchange turned round by salt particles is what brings calcium into tumour cells: with it free calcium peaks at twice or more of what it does with next to no exchanger.",
  source: "scnpRadiation2025",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.685569 },
  distance: "ln(highest free calcium within a day with / without the exchanger) − ln 2",
  because:
    "Without the exchanger free calcium rises by 3 % (by 12 % at most in 95 % of worlds), so what comes, comes by it: 3.6-fold in the median (1.0 to 8,000). It stands still at 67 µM at the sodium that is reached; how near a cell comes in a day its density decides, drawn over two decades. The abstract gives the direction and no size. At the uptake of plain particles calcium rises by a hundredth.",
  async worlds() {
    const highest = async (set: Readonly<Record<string, string>>): Promise<number[]> =>
      peak(
        await salted({
          agents: ["scnp"],
          read: ["viability", "Ca"],
          set: { ...swift, ...set },
          points: 97,
        }),
        "scnp",
        "Ca",
      );
    const [there, gone] = [await highest({}), await highest({ "cells/tumour-generic/ncx": "1e-6" })];
    return there.map((c, w) => ln(c / gone[w]!) - ln(2));
  },
};
export default claim;
