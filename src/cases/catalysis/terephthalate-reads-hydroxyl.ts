import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** What makes the signal of terephthalate in a medium with nanorods. */
const claim: Claim = {
  id: "terephthalate-reads-hydroxyl",
  says: "Terephthalate in the medium of Fe2P nanorods reads ·OH: at least nine tenths of its signal are made by it.",
  source: "fang1996",
  kind: "emergent",
  expect: { verdict: "holds", margin: 0.283881 },
  distance: "ln(signal by ·OH / by all else) − ln 9",
  because:
    "Only what adds OH to a ring makes the product. Most of what Fe(II) makes at pH 6.5 is ferryl, though, and that the dye hardly meets it is an estimate.",
  async worlds() {
    const read = ["probe.TA", "probe.TA.OH_share"];
    const results = await ask(frame({ agents: ["fe2p-nanorods"], read }));
    const signal = column(results, "fe2p-nanorods", "probe.TA");
    // Where all iron of the medium has rusted there is nothing to read.
    return column(results, "fe2p-nanorods", "probe.TA.OH_share")
      .filter((_, w) => signal[w]! > 1e-12)
      .map((s) => ln(s / Math.max(1e-15, 1 - s)) - ln(9));
  },
};
export default claim;
