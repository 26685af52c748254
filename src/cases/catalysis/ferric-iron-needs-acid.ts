import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { beaker } from "./beaker.ts";

/** ·OH from Fe(III) at pH 3 against pH 6.5 in a beaker. */
const claim: Claim = {
  id: "ferric-iron-needs-acid",
  says: "From Fe(III), the Fenton reaction makes at least tenfold more ·OH in an hour at pH 3 than at pH 6.5.",
  source: "stefansson2007",
  kind: "emergent",
  expect: { verdict: "holds", margin: 0.533346 },
  distance: "ln(·OH at pH 3 / at pH 6.5) − ln 10",
  because:
    "Dissolved Fe(III) falls from 29 µM at pH 3 to 1.8 nM at pH 6.5, and recycling starts from what is dissolved.",
  async worlds() {
    return [5e-6, 50e-6, 500e-6].map(
      (ferric) => ln(beaker({ pH: 3, ferric }) / beaker({ pH: 6.5, ferric })) - ln(10),
    );
  },
};
export default claim;
