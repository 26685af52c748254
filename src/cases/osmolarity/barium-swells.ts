import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Barium in a cell's volume. */
const claim: Claim = {
  id: "barium-swells",
  says: "Barium peroxide particles of 100 µg/mL swell a tumour cell by more than a tenth within a day.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.0979418 },
  distance: "volume over that at rest − 1.1",
  because:
    "By 4 % in the median, by more than a tenth in 22 of 128 worlds. Most of it is block: with channels that Ba2+ does not block the median is 1 %, and a tenth is passed in 8 worlds, by what is carried in. " +
    "Barium chloride of the same mass, nearly all of which stays outside beside sulfate, swells no cell by a tenth.",
  async worlds() {
    const results = await salted({ agents: ["bao2"], read: ["viability", "volume"] });
    return column(results, "bao2", "volume").map((v) => v - 1.1);
  },
};
export default claim;
