import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Chelated barium peroxide with 6 Gy beside the independent action of both. */
const claim: Claim = {
  id: "barium-and-x-rays-beat-additivity",
  says: "Barium peroxide under its chelator and 6 Gy of X-rays kill a tenth more cells than both would independently.",
  source: "zhang2019",
  kind: "fitted",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.124875 },
  distance: "viability with particles, over a culture as irradiated: without X-rays − with 6 Gy − 0.1",
  because:
    "What X-rays add is the share of the chelator they take away, a fitted number of 0 to 0.2 per gray. Barium peroxide leaves its " +
    "particles within a day with or without it, and what barium does then does not ask whether the cell was irradiated.",
  async worlds() {
    const alive = async (dose: string): Promise<number[]> =>
      column(
        await salted({
          agents: ["gl-bao2"],
          read: ["viability"],
          without: [],
          until: "72 h",
          protocol: [{ at: "4 h", xray: { dose, rate: "2 Gy/min" } }],
        }),
        "gl-bao2",
        "viability",
      );
    const [dark, lit] = [await alive("1e-6 Gy"), await alive("6 Gy")];
    return dark.map((v, w) => v - lit[w]! - 0.1);
  },
};
export default claim;
