import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Barium in a cell that rests on inward rectifiers, beside a tumour cell. */
const claim: Claim = {
  id: "free-barium-hurts-heart-cells",
  says: "Free barium depolarises a cell like heart muscle at least twice as much as a tumour cell in the same medium.",
  source: "quayle1988",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: 0.683568 },
  distance: "change of potential of the heart-like cell − twice that of the tumour cell, in mV",
  because:
    "A heart cell rests on Kir channels, which micromolar Ba2+ blocks; the tumour cell rests on less and is depolarised already. What sulfate leaves free is enough for the first. " +
    "Narrow: 0.945, 0.955, 0.971 and 0.959 of 128, 512, 1024 and 2048 worlds.",
  async worlds() {
    const shift = async (cell: string): Promise<number[]> => {
      const results = await salted({
        agents: ["barium-chloride"],
        cell,
        // So near the boundary of a share of 0.95 that 128 worlds would not tell.
        draws: 1024,
        read: ["viability", "potential"],
        until: "1 h",
      });
      const arm = results.arms[0]!;
      return column(results, "barium-chloride", "potential").map(
        (v, w) => 1e3 * (v - results.read(arm, w, -1, "potential")),
      );
    };
    const [heart, tumour] = [await shift("cardiac-like"), await shift("tumour-generic")];
    return heart.map((v, w) => v - 2 * tumour[w]!);
  },
};
export default claim;
