import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { alike, ask, column, frame } from "./culture.ts";

/** ·OH per ion freed in the cell, copper against iron. Ions are asked and not particles, so sizes of both are held as written. */
const claim: Claim = {
  id: "copper-yields-more-oh-than-iron",
  says: "Per ion freed in a tumour cell, copper makes more ·OH in 24 h than iron, since Cu+ reacts faster and at tumour pH.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -10.1127 },
  distance: "ln(·OH per Cu / ·OH per Fe)",
  because:
    "Glutathione holds Cu(I) in the cytosol, and of what Cu(I) makes of H2O2 a tenth is ·OH at pH 6.5 and less above; but iron " +
    "with citrate and bicarbonate makes CO3·- instead as well. In the lysosome, where both meet H2O2, the constants are alike.",
  async worlds() {
    const agents = ["fe2p-nanorods", "cu3p-nanocrystals"];
    const results = await ask(
      frame({ agents, set: alike(agents, "particle"), read: ["viability", "OH.made", "ions"] }),
    );
    const perIon = (agent: string): number[] => {
      const ions = column(results, agent, "ions", true);
      return column(results, agent, "OH.made", true).map((oh, w) => Math.max(oh, 1e-30) / ions[w]!);
    };
    const iron = perIon("fe2p-nanorods");
    return perIon("cu3p-nanocrystals").map((copper, w) => ln(copper / iron[w]!));
  },
};
export default claim;
