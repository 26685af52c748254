import type { Claim } from "../claim.ts";
import { alike, column, salted } from "./culture.ts";

/** Sodium persulfate particles beside sodium chloride particles. What they hold is asked, so coats of both are held as written. */
const claim: Claim = {
  id: "sodium-without-persulfate-spares",
  says: "Sodium chloride particles that bring the same sodium spare at least a fifth of the cells that sodium persulfate particles are given to.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.19994 },
  distance: "viability with sodium chloride − with sodium persulfate − 0.2",
  because:
    "Sodium chloride kills one cell in twenty or more in two worlds of 128, without bursting them. So the question is whether persulfate kills a fifth: it does in 69 worlds, and all of " +
    "them are spared. How many hangs on what a sulfate radical does to the nucleus: with its share, drawn over two decades, at its lowest 12 worlds, at its highest 115.",
  async worlds() {
    const alive = async (agent: string, dose: string): Promise<number[]> =>
      column(
        await salted({
          agents: [agent],
          dose,
          read: ["viability"],
          without: [],
          set: alike([agent], "coat"),
        }),
        agent,
        "viability",
      );
    // 100 µg/mL of Na2S2O8 (238.1 g/mol, 2 Na) hold as much sodium as 49.1 µg/mL of NaCl (58.44 g/mol).
    const [chloride, persulfate] = [await alive("scnp", "49.1 ug/mL"), await alive("pnso", "100 ug/mL")];
    return chloride.map((v, w) => v - persulfate[w]! - 0.2);
  },
};
export default claim;
