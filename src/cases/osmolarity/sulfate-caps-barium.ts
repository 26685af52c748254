import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Free barium in a medium with sulfate. */
const claim: Claim = {
  id: "sulfate-caps-barium",
  says: "The sulfate of a medium keeps free Ba2+ of 100 µg/mL of barium chloride below what blocks half of KATP channels.",
  source: "quayle1988",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -1.13221 },
  distance: "ln(0.1 mM / free Ba2+ of the medium)",
  because:
    "BaSO4 at its solubility beside some tenths of a millimolar sulfate leaves micromolar barium; media of little sulfate leave the excess.",
  async worlds() {
    const results = await salted({
      agents: ["barium-chloride"],
      read: ["viability", "barium.free"],
      until: "1 h",
    });
    return column(results, "barium-chloride", "barium.free").map((c) => ln(0.1 / c));
  },
};
export default claim;
