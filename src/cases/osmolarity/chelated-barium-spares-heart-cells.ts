import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Barium peroxide bare and under its chelator, in a cell like heart muscle. */
const claim: Claim = {
  id: "chelated-barium-spares-heart-cells",
  says: "Under its chelator and without X-rays barium peroxide depolarises a heart-like cell by less than half of what bare particles do in four hours.",
  source: "zhang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -45.4754 },
  distance: "change of potential with bare particles − twice that with chelated ones, in mV",
  because:
    "The chelator slows what leaves the particles, by how much is not reported; sulfate holds free Ba2+ of the medium at micromolar either " +
    "way, and inward rectifiers are blocked by that.",
  async worlds() {
    const results = await salted({
      agents: ["bao2", "gl-bao2"],
      cell: "cardiac-like",
      read: ["viability", "potential"],
      without: [],
      until: "4 h",
    });
    const shift = (agent: string): number[] => {
      const arm = results.arms.find((a) => a.agent.id === agent)!;
      return column(results, agent, "potential").map(
        (v, w) => 1e3 * (v - results.read(arm, w, -1, "potential")),
      );
    };
    const chelated = shift("gl-bao2");
    return shift("bao2").map((v, w) => v - 2 * chelated[w]!);
  },
};
export default claim;
