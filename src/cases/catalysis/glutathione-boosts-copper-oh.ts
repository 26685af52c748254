import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** ·OH made by copper with the cell's glutathione and with a tenth of it. */
const claim: Claim = {
  id: "glutathione-boosts-copper-oh",
  says: "Glutathione raises the ·OH that copper makes, by reducing Cu2+ to Cu+: a cell with its glutathione makes more than one with a tenth.",
  source: "kachur1998",
  kind: "emergent",
  expect: { verdict: "fails", margin: 0 },
  distance: "ln(·OH with glutathione / ·OH with a tenth)",
  because: "Cu(I) is held by two thiolates (log β 17.5): as long as glutathione exceeds copper, free Cu(I) is too little to react.",
  async worlds() {
    const made = async (set: Record<string, string>): Promise<number[]> =>
      column(await ask(frame({ agents: ["cu3p-nanocrystals"], set, dose: "50 ug/mL" })), "cu3p-nanocrystals", "OH.made");
    // Nine tenths of the cystine uptake blocked leave a tenth of the glutathione, in every world its own.
    const [full, tenth] = [await made({}), await made({ xc_inhibition: "0.9" })];
    return full.map((x, w) => ln(x / tenth[w]!));
  },
};
export default claim;
