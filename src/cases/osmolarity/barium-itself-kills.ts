import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Death by barium, without the H2O2 that comes with it. */
const claim: Claim = {
  id: "barium-itself-kills",
  says: "The barium of barium peroxide particles, without their H2O2, kills a tenth of tumour cells within three days at 100 µg/mL.",
  source: "zhang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.0740307 },
  distance: "share of cells killed, redox chemistry left out − 0.1",
  because:
    "It depolarises, swells by a few per cent, and neither kills. With redox chemistry the particles kill a tenth in 54 of 128 worlds, and in as many where Ba2+ blocks no channel: it is their H2O2. " +
    "That cells die because potassium cannot move, as is told of it, asks for something that potassium does beyond volume and potential.",
  async worlds() {
    const results = await salted({ agents: ["bao2"], read: ["viability"], until: "72 h" });
    return column(results, "bao2", "viability").map((v) => 0.9 - v);
  },
};
export default claim;
