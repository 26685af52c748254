import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Sodium-free persulfate particles, a control. */
const claim: Claim = {
  id: "persulfate-without-sodium-kills-as-well",
  says: "Persulfate kills by its radical and not by its sodium: potassium persulfate particles kill at least four fifths as many cells as sodium persulfate particles.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -1.26939 },
  distance: "ln(killed with potassium persulfate / with sodium persulfate) − ln 0.8",
  because:
    "Both bring the same anion and nearly the same osmoles per mass, and where many die the two kill alike; in some worlds the potassium salt kills several times more, why was not taken apart. No such control has been published.",
  async worlds() {
    const results = await salted({ agents: ["pnso", "pkso"], read: ["viability"], without: [] });
    const sodium = column(results, "pnso", "viability");
    return column(results, "pkso", "viability").map(
      (v, w) => ln((1 - v + 1e-6) / (1 - sodium[w]! + 1e-6)) - ln(0.8),
    );
  },
};
export default claim;
