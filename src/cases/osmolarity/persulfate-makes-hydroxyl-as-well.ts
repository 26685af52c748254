import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** What sulfate radicals of persulfate become. */
const claim: Claim = {
  id: "persulfate-makes-hydroxyl-as-well",
  says: "Persulfate makes hydroxyl radicals as well as sulfate radicals: at least one sulfate radical of a cell in twenty becomes ·OH in the cytosol.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "fails", margin: -8.28938 },
  distance: "ln(·OH that SO4·- left in the cytosol / SO4·- made) − ln 0.05",
  because:
    "Water takes 640 of them per second at 37 °C, organics, chloride and glutathione 1.3e8: five in a million become ·OH (median), and in nineteen worlds of twenty no more than " +
    "thirteen. A persulfate makes two sulfate radicals at most, so its share is no more than twice that. Where probes find ·OH there is nothing but water to meet.",
  async worlds() {
    const results = await salted({
      agents: ["pnso"],
      read: ["viability", "SO4.made", "SO4.hydroxyl"],
      without: [],
    });
    const made = column(results, "pnso", "SO4.made");
    return column(results, "pnso", "SO4.hydroxyl").map((x, w) => ln(x / made[w]!) - ln(0.05));
  },
};
export default claim;
