import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** The same salt carried in and left outside. */
const claim: Claim = {
  id: "salt-particles-kill-where-salt-does-not",
  says: "Sodium chloride kills as particles of 100 µg/mL and does nothing as the same mass of salt in the medium: a fifth more cells die.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.199837 },
  distance: "viability beside salt − viability with particles − 0.2",
  because:
    "100 µg/mL is 1.7 mM outside, which shrinks a cell by a hundredth. With a coat of 1 h and the uptake of plain particles, nearly all of it is out before it is in: the particles do no more.",
  async worlds() {
    const results = await salted({ agents: ["scnp", "sodium-chloride"], read: ["viability"] });
    const particles = column(results, "scnp", "viability");
    return column(results, "sodium-chloride", "viability").map((v, w) => v - particles[w]! - 0.2);
  },
};
export default claim;
