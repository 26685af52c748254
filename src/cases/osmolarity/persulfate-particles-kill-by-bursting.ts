import type { Claim } from "../claim.ts";
import { column, leastWorlds, salted, whereSomeDie } from "./culture.ts";

/** What cells die of beside persulfate particles. */
const claim: Claim = {
  id: "persulfate-particles-kill-by-bursting",
  says: "Sodium persulfate particles kill by osmotic rupture: most of the cells that die have burst.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  least: leastWorlds,
  expect: { verdict: "undecided", margin: -0.406229 },
  distance: "share of the dead that burst − 0.5, in worlds in which one cell in twenty dies",
  because:
    "In 84 of 128 worlds one cell in twenty dies, and in two of these most have burst; in nineteen of twenty a tenth of the dead at most. At 24 h " +
    "100 µg/mL have swollen a cell by 2 % (median; 19 % at the 95 % quantile), and the sulfate radical kills before a membrane gives way. Were it fewer than twenty worlds, the dose would be too low to ask.",
  async worlds() {
    const results = await salted({ agents: ["pnso"], read: ["viability", "death.osmotic"], without: [] });
    const alive = column(results, "pnso", "viability");
    const burst = column(results, "pnso", "death.osmotic");
    return whereSomeDie(
      burst.map((x, w) => x / (1 - alive[w]! + 1e-9) - 0.5),
      alive,
    );
  },
};
export default claim;
