import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Share of the manganese in the cell that MS@MnO2 has freed after 24 h. */
const claim: Claim = {
  id: "mno2-frees-its-manganese",
  says: "Glutathione frees at least half of the manganese that MnO2-coated silica has brought into a tumour cell in 24 h.",
  source: "angew2018mnO2",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.0706366 },
  distance: "ln(share freed / ½)",
  because:
    "A shell of 5 nm goes in under an hour at 5 mM GSH, but particles sit in vesicles with a tenth of the cytosol's thiol first, " +
    "and the surface rate is known to two decades only.",
  async worlds() {
    const results = await ask(frame({ agents: ["ms-mno2"], read: ["viability", "metal.freed"] }));
    return column(results, "ms-mno2", "metal.freed").map((share) => ln(share / 0.5));
  },
};
export default claim;
