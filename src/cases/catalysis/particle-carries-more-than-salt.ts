import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Iron in the cell from nanorods and from the same mass of iron as dissolved salt. */
const claim: Claim = {
  id: "particle-carries-more-than-salt",
  says: "Particles taken up by endocytosis bring more iron into the cell in 24 h than the same mass of iron as a dissolved salt.",
  source: "angew2019fe2p",
  kind: "emergent",
  expect: { verdict: "holds", margin: 3.20268 },
  distance: "ln(iron from particles / iron from salt)",
  because: "Endocytosis clears medium in proportion to dose; transporters for ions saturate at micromolar.",
  async worlds() {
    const results = await ask(
      frame({ agents: ["fe2p-nanorods", "iron-salt"], basis: "metal", dose: "20 ug/mL" }),
    );
    const salt = column(results, "iron-salt", "metal", true);
    return column(results, "fe2p-nanorods", "metal", true).map((x, w) => ln(x / salt[w]!));
  },
};
export default claim;
