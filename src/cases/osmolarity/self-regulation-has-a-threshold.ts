import { ln } from "#units";
import { ask, frame } from "../catalysis/culture.ts";
import type { Claim } from "../claim.ts";
import { swift } from "./culture.ts";

/** How steeply bursting rises with the dose of salt particles. */
const claim: Claim = {
  id: "self-regulation-has-a-threshold",
  says: "A cell copes with salt up to a threshold: the odds of bursting rise with more than the third power of the dose somewhere between 30 µg/mL and 3 mg/mL.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.917106 },
  distance: "steepest d ln odds / d ln dose − 3",
  because:
    "Pump and VRAC hold the volume until the load outruns them, and the odds of bursting go with volume to the power of 1.7 over the spread of volumes " +
    "at which cells burst, 8 as written. Where that spread is wide the threshold is blurred.",
  async worlds() {
    const doses = [30, 100, 300, 1000, 3000];
    const results = await ask(
      frame({
        agents: ["scnp"],
        medium: "medium-ph7.4",
        doses: doses.map((d) => `${d} ug/mL`),
        set: swift,
        read: ["viability", "lysed"],
        until: "4 h",
        without: ["redox"],
      }),
    );
    const arm = results.arms[0]!;
    const odds = (world: number, i: number): number => {
      const burst = Math.min(Math.max(results.read(arm, world, i, "lysed"), 1e-9), 1 - 1e-9);
      return ln(burst / (1 - burst));
    };
    return Array.from({ length: results.plan.worlds.count }, (_, world) =>
      Math.max(
        ...doses.slice(1).map((d, i) => (odds(world, i + 1) - odds(world, i)) / ln(d / doses[i]!) - 3),
      ),
    );
  },
};
export default claim;
