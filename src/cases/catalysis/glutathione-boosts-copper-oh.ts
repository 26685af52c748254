import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** ·OH made by copper with the cell's glutathione and with a tenth of it. */
const claim: Claim = {
  id: "glutathione-boosts-copper-oh",
  says: "Glutathione raises the ·OH that copper makes, by reducing Cu2+ to Cu+: a cell with its glutathione makes more than one with a tenth.",
  source: "kachur1998",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -7.18393 },
  distance: "ln(·OH with glutathione / ·OH with a tenth)",
  because:
    "While it exceeds copper, glutathione holds Cu(I) and shuts the reaction off; where iron of the cell makes most of the ·OH, " +
    "glutathione raises it by returning Fe(III). Which of the two wins hangs on how much copper the cell holds.",
  async worlds() {
    const made = async (set: Record<string, string>): Promise<number[]> =>
      column(
        await ask(frame({ agents: ["cu3p-nanocrystals"], set, dose: "50 ug/mL" })),
        "cu3p-nanocrystals",
        "OH.made",
      );
    // Nine tenths of the cystine uptake blocked leave a tenth of the glutathione, in every world its own.
    const [full, tenth] = [await made({}), await made({ xc_inhibition: "0.9" })];
    return full.map((x, w) => ln(x / tenth[w]!));
  },
};
export default claim;
