import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Radicals from a lipid hydroperoxide and from the same amount of H2O2, with the cell's own labile iron. */
const claim: Claim = {
  id: "hydroperoxide-makes-more-radicals-than-peroxide",
  says: "With the cell's labile iron a lipid hydroperoxide makes more radicals in 24 h than the same amount of H2O2.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.581818 },
  distance:
    "ln(radicals from 10 µM methyl linoleate hydroperoxide / from 10 µM H2O2), both above the untreated cell",
  because:
    "In most worlds a chain multiplies each radical of the hydroperoxide and H2O2 is gone within minutes; in one of fourteen GPX4 clears the hydroperoxide before iron can split it, and with a membrane poor in bis-allylic lipid there is no chain.",
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
