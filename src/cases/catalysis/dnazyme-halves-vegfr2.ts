import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** VEGFR2 mRNA of a tumour cell 24 h after Cu-DNAzyme nanohybrids. */
const claim: Claim = {
  id: "dnazyme-halves-vegfr2",
  says: "20 µg/mL of Cu-DNAzyme nanohybrids leave less than half of the VEGFR2 mRNA of a tumour cell after 24 h.",
  source: "angew2021cuDna",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.692911 },
  distance: "ln(½ / mRNA left)",
  because: "How many strands leave the lysosome and how fast they cut in a cell are known to decades only.",
  async worlds() {
    const results = await ask(
      frame({ agents: ["cu-dnazyme-nanohybrids"], read: ["viability", "VEGFR2.mRNA"] }),
    );
    return column(results, "cu-dnazyme-nanohybrids", "VEGFR2.mRNA").map((left) =>
      ln(0.5 / Math.max(left, 1e-30)),
    );
  },
};
export default claim;
