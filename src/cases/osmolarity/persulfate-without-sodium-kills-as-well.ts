import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { alike, column, leastWorlds, salted, whereSomeDie } from "./culture.ts";

/** Sodium-free persulfate particles, a control: the same particle but for its salt, so coat and size of both are held as written. */
const claim: Claim = {
  id: "persulfate-without-sodium-kills-as-well",
  says: "Persulfate kills by its radical and not by its sodium: potassium persulfate particles kill at least four fifths as many cells as sodium persulfate particles.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  least: leastWorlds,
  expect: { verdict: "undecided", margin: 0.051558 },
  distance:
    "ln(killed with potassium persulfate / with sodium persulfate) − ln 0.8, in worlds in which one cell in twenty dies",
  because:
    "Held alike but for their salt the two kill alike. Drawn apart, the half-lives of their coats alone part them (5 and 95 % quantiles of the ratio 0.22 and 6.8); radius, spread and " +
    "the coat's answer to acid and enzymes do not. What potassium persulfate kills less is the 12 % less persulfate of one mass (at equal persulfate " +
    "the 5 % quantile is 2 % less). What it kills more it bursts: it swells a cell 1.75 times as far (median), and with bursting left out the 95 % quantile is even. " +
    "More than threefold it is in five worlds, in which fewer than one in a hundred die. No such control has been published.",
  async worlds() {
    const agents = ["pnso", "pkso"];
    const results = await salted({
      agents,
      read: ["viability"],
      without: [],
      set: alike(agents, "particle"),
    });
    const [sodium, potassium] = agents.map((agent) => column(results, agent, "viability"));
    return whereSomeDie(
      potassium!.map((v, w) => ln((1 - v + 1e-6) / (1 - sodium![w]! + 1e-6)) - ln(0.8)),
      sodium!,
      potassium!,
    );
  },
};
export default claim;
