import type { Claim } from "../claim.ts";
import { alike, column, salted, swift } from "./culture.ts";

/**
 * Salt particles fresh and after six hours in water. They are the same particle at two ages, so coat and size of both are held
 * as written: a half-life of one hour, of which six hours are six.
 */
const claim: Claim = {
  id: "aged-particles-have-lost-their-salt",
  says: "Salt particles that have stood in water for six half-lives of their coat kill at least a fifth fewer cells than fresh ones.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.2 },
  distance: "viability with aged − with fresh particles − 0.2",
  because:
    "What has left the coat is salt outside, 1.7 mM, which does nothing. The difference is all that fresh ones do: at 100 µg/mL they kill a fifth " +
    "or more in a third of worlds, and that with the uptake raised 240-fold.",
  async worlds() {
    const agents = ["scnp", "aged-scnp"];
    const set = { ...swift, ...alike(agents, "particle"), "agents/aged-scnp/coating/age": "6 h" };
    const results = await salted({ agents, set, read: ["viability"] });
    const fresh = column(results, "scnp", "viability");
    return column(results, "aged-scnp", "viability").map((v, w) => v - fresh[w]! - 0.2);
  },
};
export default claim;
