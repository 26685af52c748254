import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** ·OH per ion freed in the cell, copper against iron. */
const claim: Claim = {
  id: "copper-yields-more-oh-than-iron",
  says: "Per ion freed in a tumour cell, copper makes more ·OH in 24 h than iron, since Cu+ reacts faster and at tumour pH.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -3.10315 },
  distance: "ln(·OH per Cu / ·OH per Fe)",
  because:
    "Glutathione holds Cu(I) at femtomolar free concentration until it is used up, while labile Fe(II) stays free to react.",
  async worlds() {
    const results = await ask(
      frame({ agents: ["fe2p-nanorods", "cu3p-nanocrystals"], read: ["viability", "OH.made", "ions"] }),
    );
    const perIon = (agent: string): number[] => {
      const ions = column(results, agent, "ions", true);
      return column(results, agent, "OH.made", true).map((oh, w) => oh / ions[w]!);
    };
    const iron = perIon("fe2p-nanorods");
    return perIon("cu3p-nanocrystals").map((copper, w) => ln(copper / iron[w]!));
  },
};
export default claim;
