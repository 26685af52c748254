import type { Claim } from "../claim.ts";
import { largestExcess } from "./culture.ts";

/** A grid of chelated barium peroxide and X-rays beside the independent action of both. */
const claim: Claim = {
  id: "barium-and-x-rays-beat-additivity",
  says: "Barium peroxide under its chelator and X-rays kill a tenth more of the cells than both would independently, at one point at least of a grid of 30 µg/mL to 1 mg/mL and 2 to 8 Gy.",
  source: "zhang2019",
  kind: "fitted",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.0998226 },
  distance:
    "largest of [survival with particles × survival with X-rays − survival with both] over the grid − 0.1, 72 h, over cells with neither",
  because:
    "What X-rays add is the share of the chelator they take away, a fitted number of 0 to 0.2 per gray. Without it the largest excess is 0.002 in the median, by the dose that barium gains for the cell; " +
    "without that too the two are independent, to a thousandth. It is largest at 300 µg/mL and 2 to 4 Gy, 0.3 or more in a quarter of worlds; at 6 and 8 Gy X-rays leave few cells to kill, and in some worlds an opened coat spares cells. " +
    "Counted by colonies, 0.05 instead of 0.06 in the median. Over equally irradiated cells, as viability is told elsewhere, the same would look larger.",
  worlds: () => largestExcess({ agents: ["gl-bao2"], without: [] }),
};
export default claim;
