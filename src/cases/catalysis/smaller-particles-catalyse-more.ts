import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Turnover on the surface per metal, magnetite of 4 nm against 12 nm. */
const claim: Claim = {
  id: "smaller-particles-catalyse-more",
  says: "At the same mass of metal in the cell, smaller magnetite turns over more H2O2 on its surface.",
  source: "chemSci2021",
  kind: "encoded",
  expect: { verdict: "holds", margin: 0.818412 },
  distance: "ln(surface ·OH per metal at 4 nm / at 12 nm)",
  because:
    "Sites go with area, 3/r per volume: threefold here. Measured size series change K_m as well, which no number of sites explains.",
  async worlds() {
    const perMetal = async (radius: string): Promise<number[]> => {
      const set = { "agents/fe3o4-spheres/cores/0/radius": radius };
      const results = await ask(
        frame({ agents: ["fe3o4-spheres"], set, read: ["viability", "OH.made.surface", "metal"] }),
      );
      const metal = column(results, "fe3o4-spheres", "metal", true);
      return column(results, "fe3o4-spheres", "OH.made.surface").map((oh, w) => oh / metal[w]!);
    };
    const [small, large] = [await perMetal("4 nm"), await perMetal("12 nm")];
    return small.map((x, w) => ln(x / large[w]!));
  },
};
export default claim;
