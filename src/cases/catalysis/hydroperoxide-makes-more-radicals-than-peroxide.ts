import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Radicals from a lipid hydroperoxide and from the same amount of H2O2, with the cell's own labile iron. */
const claim: Claim = {
  id: "hydroperoxide-makes-more-radicals-than-peroxide",
  says: "With the cell's labile iron a lipid hydroperoxide makes more radicals in 24 h than the same amount of H2O2.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -2.13998 },
  distance:
    "ln(radicals from 10 µM methyl linoleate hydroperoxide / from 10 µM H2O2), both above the untreated cell",
  because:
    "What decides is how fast the hydroperoxide enters: fast, it gets ahead of GPX4, and iron and chains multiply it; in a tenth of the worlds it trickles in and is cleared, while H2O2 finds a cell of leaky membrane and little NADPH.",
  async worlds() {
    const reads = ["viability", "oxidant.made", "lipid radicals.made"];
    const results = await ask(
      frame({
        agents: ["mlh", "hydrogen-peroxide"],
        medium: "medium-ph7.4",
        basis: "amount",
        dose: "10 uM",
        read: reads,
      }),
    );
    const radicals = (agent: string): number[] => {
      const [oxidants, lipid] = [reads[1]!, reads[2]!].map((r) => column(results, agent, r, true));
      return oxidants!.map((x, w) => Math.max(x, 0) + Math.max(lipid![w]!, 0));
    };
    const peroxide = radicals("hydrogen-peroxide");
    return radicals("mlh").map((x, w) => ln(Math.max(x, 1e-12) / Math.max(peroxide[w]!, 1e-12)));
  },
};
export default claim;
