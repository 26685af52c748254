import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Methyl linoleate hydroperoxide and erastin in one carrier against each alone. */
const claim: Claim = {
  id: "hydroperoxide-and-erastin-beat-each-alone",
  says: "Methyl linoleate hydroperoxide and erastin in one micelle leave fewer cells alive than either of them alone, by at least 5 % of the culture.",
  source: "jacs2020mlh",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.05 },
  distance: "viability with the better of the two alone − viability with both − 0.05",
  because:
    "Fuel helps only in the window where erastin starves GPX4 almost enough. Below it GPX4 clears the hydroperoxide, above it erastin kills alone: at loadings nobody has reported, a fifth of the worlds lies in the window.",
  async worlds() {
    const agent = "mlh-era-peg-pdpa";
    // Loadings are pinned in all three, so that the worlds are the same.
    const alive = async (mlh: string, erastin: string): Promise<number[]> =>
      column(
        await ask(
          frame({
            agents: [agent],
            medium: "medium-ph7.4",
            dose: "50 ug/mL",
            read: ["viability"],
            set: { [`agents/${agent}/cargo/0/loading`]: mlh, [`agents/${agent}/cargo/1/loading`]: erastin },
          }),
        ),
        agent,
        "viability",
      );
    const [both, fuel, block] = [
      await alive("0.1", "0.05"),
      await alive("0.1", "1e-12"),
      await alive("1e-12", "0.05"),
    ];
    return both.map((v, w) => Math.min(fuel[w]!, block[w]!) - v - 0.05);
  },
};
export default claim;
