import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { alike, ask, column, frame } from "./culture.ts";

/** ·OH per ion freed in the cell, iron against manganese. Ions are asked and not particles, so sizes of both are held as written. */
const claim: Claim = {
  id: "iron-yields-more-oh-than-manganese",
  says: "Per ion freed in a tumour cell, iron makes more ·OH in 24 h than manganese with bicarbonate.",
  source: "angew2018mnO2",
  kind: "emergent",
  expect: { verdict: "holds", margin: 3.94089 },
  distance: "ln(·OH per Fe / ·OH per Mn)",
  because:
    "The rate of Mn2+ with bicarbonate and H2O2 is unknown over four decades, yet all of them lie below iron's.",
  async worlds() {
    const agents = ["fe2p-nanorods", "ms-mno2"];
    const results = await ask(
      frame({ agents, set: alike(agents, "particle"), read: ["viability", "OH.made", "ions"] }),
    );
    const perIon = (agent: string): number[] => {
      const ions = column(results, agent, "ions", true);
      return column(results, agent, "OH.made", true).map((oh, w) => Math.max(oh, 1e-30) / ions[w]!);
    };
    const manganese = perIon("ms-mno2");
    return perIon("fe2p-nanorods").map((iron, w) => ln(iron / manganese[w]!));
  },
};
export default claim;
