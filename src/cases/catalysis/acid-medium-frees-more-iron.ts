import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Iron freed in the cell after uptake from a medium of pH 6.5 and of pH 7.4. */
const claim: Claim = {
  id: "acid-medium-frees-more-iron",
  says: "A medium at pH 6.5 instead of 7.4 makes Fe2P nanorods free at least half as much iron again inside the cell.",
  source: "angew2019fe2p",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.289059 },
  distance: "ln(iron freed at pH 6.5 / at pH 7.4) − ln 1.5",
  because:
    "What is freed after uptake is freed at the pH of endosomes and lysosomes, which do not know the pH of the medium.",
  async worlds() {
    const at = async (medium: string): Promise<number[]> =>
      column(
        await ask(frame({ agents: ["fe2p-nanorods"], medium, read: ["viability", "ions"] })),
        "fe2p-nanorods",
        "ions",
        true,
      );
    const [acid, neutral] = [await at("medium-ph6.5"), await at("medium-ph7.4")];
    return acid.map((x, w) => ln(x / neutral[w]!) - ln(1.5));
  },
};
export default claim;
