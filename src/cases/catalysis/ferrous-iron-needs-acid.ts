import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { beaker } from "./beaker.ts";

/** ·OH from Fe(II) at pH 3 against neutral pH in a beaker. */
const claim: Claim = {
  id: "ferrous-iron-needs-acid",
  says: "From Fe(II), the Fenton reaction needs pH 3–4: it makes at least twice as much oxidant at pH 3 as at pH 6.5.",
  source: "angew2021cuDna",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.692778 },
  distance: "ln(oxidant at pH 3 / at pH 6.5) − ln 2",
  because:
    "Fe(II) + H2O2 gets faster with pH: one oxidant per iron comes at any pH. The optimum at pH 3 is of Fe(III) recycling.",
  async worlds() {
    return [5e-6, 50e-6].map(
      (ferrous) => ln(beaker({ pH: 3, ferrous }) / beaker({ pH: 6.5, ferrous })) - ln(2),
    );
  },
};
export default claim;
