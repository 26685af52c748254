import type { Claim } from "../claim.ts";
import { largestExcess, swift } from "./culture.ts";

/** A grid of salt particles and X-rays beside the independent action of both. */
const claim: Claim = {
  id: "salt-particles-sensitise-to-x-rays",
  says: "Salt particles and X-rays kill a tenth more of the cells than both would independently, at one point at least of a grid of 30 µg/mL to 1 mg/mL and 2 to 8 Gy.",
  source: "scnpRadiation2025",
  kind: "encoded",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.0999996 },
  distance:
    "largest of [survival with particles × survival with X-rays − survival with both] over the grid − 0.1, 72 h, over cells with neither",
  because:
    "Encoded: what calcium and bursting kill and what X-rays kill are hazards that add, so both are independent whatever their sizes. That calcium amplifies the damage " +
    "of X-rays is said without a number; the gain of their linear term is there to take one and nothing sets it. What immunity adds is not in a culture.",
  worlds: () => largestExcess({ agents: ["scnp"], set: swift }),
};
export default claim;
