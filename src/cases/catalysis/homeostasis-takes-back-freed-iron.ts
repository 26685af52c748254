import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Labile iron 72 h after a particle, with and without homeostasis. */
const claim: Claim = {
  id: "homeostasis-takes-back-freed-iron",
  says: "Within 72 h iron homeostasis takes back nine tenths of the labile iron that a particle frees.",
  source: "mitchell2013",
  kind: "emergent",
  expect: { verdict: "holds", margin: 10.368 },
  distance: "ln(a tenth of the labile iron gained without storage / that gained with homeostasis)",
  because:
    "In the liver model ferritin holds tens of times the labile pool and ferroportin exports within seconds; cells that recover in half an hour, as K562 do, are slower, but 72 h are long for them too.",
  async worlds() {
    const gained = async (options: { with?: string[]; without?: string[] }): Promise<number[]> =>
      column(
        await ask(
          frame({
            agents: ["fe2p-nanorods"],
            until: "72 h",
            read: ["viability", "labile iron"],
            vary: ["agents", "phases", "cells"],
            ...options,
          }),
        ),
        "fe2p-nanorods",
        "labile iron",
        true,
      );
    const [free, kept] = [
      await gained({ without: ["iron-storage"] }),
      await gained({ with: ["iron-homeostasis"] }),
    ];
    // A nanomolar is as good as nothing.
    return free.map((x, w) => ln((0.1 * Math.max(x, 1e-6)) / Math.max(kept[w]!, 1e-6)));
  },
};
export default claim;
