import type { Claim } from "../claim.ts";
import { column, salted, swift } from "./culture.ts";

/** What cells die of beside a high dose of salt particles. */
const claim: Claim = {
  id: "most-dead-of-salt-have-burst",
  says: "Four fifths of the tumour cells that die of 1 mg/mL of salt particles within a day have burst.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.799902 },
  distance: "share of the dead that burst − 0.8",
  because:
    "Calcium is what else kills: with next to no Na/Ca exchange nearly all of the dead have burst, in 126 of 128 worlds. With membrane of 1.3 instead of 3 times a smooth sphere the median share that burst goes from a half to 0.86. The uptake is raised 240-fold.",
  async worlds() {
    const results = await salted({
      agents: ["scnp"],
      set: swift,
      dose: "1 mg/mL",
      read: ["viability", "death.osmotic"],
    });
    const alive = column(results, "scnp", "viability");
    return column(results, "scnp", "death.osmotic").map((x, w) => x / (1 - alive[w]! + 1e-9) - 0.8);
  },
};
export default claim;
