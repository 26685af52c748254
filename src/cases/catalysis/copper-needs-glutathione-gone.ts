import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { alike, ask, column, frame } from "./culture.ts";

/**
 * Oxidants per ion freed in the cell at pH 6.5, copper against iron, in a cell short of glutathione. Ions are asked and not
 * particles, so sizes of both are held as written.
 */
const claim: Claim = {
  id: "copper-needs-glutathione-gone",
  says: "In a medium of pH 6.5, and in a tumour cell left with a hundredth of its cystine uptake, copper makes more oxidant per ion than iron.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -3.26625 },
  distance: "ln(oxidants by Cu per Cu / by Fe per Fe)",
  because:
    "In the lysosome both metals react alike: 4.7e3 and 1.2e3 1/(M·s). Iron goes on in the cytosol; copper does so only in " +
    "worlds where it outnumbers what is left of glutathione, and there by far more.",
  async worlds() {
    const agents = ["fe2p-nanorods", "cu3p-nanocrystals"];
    const results = await ask(
      frame({
        agents,
        read: ["viability", "oxidant.Fe", "oxidant.made", "ions"],
        set: { xc_inhibition: "0.99", ...alike(agents, "particle") },
      }),
    );
    const perIon = (agent: string): number[] => {
      const ions = column(results, agent, "ions", true);
      const made = column(results, agent, "oxidant.made", true);
      const cells =
        agent === "fe2p-nanorods" ? made.map(() => 0) : column(results, agent, "oxidant.Fe", true);
      return made.map((x, w) => Math.max(x - cells[w]!, 1e-30) / ions[w]!);
    };
    const iron = perIon("fe2p-nanorods");
    return perIon("cu3p-nanocrystals").map((copper, w) => ln(copper / Math.max(iron[w]!, 1e-30)));
  },
};
export default claim;
