import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** ·OH of magnetite in a tumour cell, from its surface and from the ions it frees. */
const claim: Claim = {
  id: "surface-outdoes-ions",
  says: "In a tumour cell, the surface of magnetite makes more ·OH in 24 h than the iron it frees.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -16.1712 },
  distance: "ln(·OH of the surface / ·OH of ions above the control)",
  because:
    "At nanomolar to micromolar H2O2 only k_cat/K_m of a surface counts, thousands of times below the rate constant of freed iron. It leads only in the worlds in which next to nothing dissolves.",
  async worlds() {
    const results = await ask(
      frame({ agents: ["fe3o4-spheres"], read: ["viability", "OH.made.surface", "OH.made.ions"] }),
    );
    const ions = column(results, "fe3o4-spheres", "OH.made.ions", true);
    return column(results, "fe3o4-spheres", "OH.made.surface").map((surface, w) =>
      ln(Math.max(surface, 1e-30) / Math.max(ions[w]!, 1e-30)),
    );
  },
};
export default claim;
