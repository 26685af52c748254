import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Oxidants made by copper with the cell's glutathione and with a tenth of it. */
const claim: Claim = {
  id: "glutathione-boosts-copper-oh",
  says: "Glutathione raises the oxidants that copper makes, by reducing Cu2+ to Cu+: a cell with its glutathione makes more than one with a tenth.",
  source: "kachur1998",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -4.97144 },
  distance: "ln(oxidants by Cu with glutathione / with a tenth)",
  because:
    "Glutathione holds Cu(I), nearly all of it in the cytosol and some of it in the lysosome, and so shuts the reaction " +
    "off; its reduction of Cu2+ is never what limits. Where copper outnumbers glutathione either way, it does not matter.",
  async worlds() {
    const made = async (set: Record<string, string>): Promise<number[]> =>
      column(
        await ask(
          frame({ agents: ["cu3p-nanocrystals"], set, dose: "50 ug/mL", read: ["viability", "oxidant.Cu"] }),
        ),
        "cu3p-nanocrystals",
        "oxidant.Cu",
      );
    // Nine tenths of the cystine uptake blocked leave a tenth of the glutathione, in every world its own.
    const [full, tenth] = [await made({}), await made({ xc_inhibition: "0.9" })];
    return full.map((x, w) => ln(Math.max(x, 1e-30) / Math.max(tenth[w]!, 1e-30)));
  },
};
export default claim;
