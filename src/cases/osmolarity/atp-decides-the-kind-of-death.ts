import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** A calcium ionophore in cells with and without ATP. */
const claim: Claim = {
  id: "atp-decides-the-kind-of-death",
  says: "A calcium ionophore kills by apoptosis where there is ATP and otherwise where there is none: oligomycin and 2-deoxyglucose take the apoptotic share of cells that die unburst to less than a hundredth.",
  source: "eguchi1997",
  kind: "encoded",
  expect: { verdict: "holds", margin: 8.33048 },
  distance: "ln(apoptotic share of those dead unburst with / without ATP) − ln 100",
  because:
    "That caspases need ATP is put in, as a gate at a quarter of its rest (steepness 4). With the gate held open the share falls all the same, from 0.54 to 0.11 in the median, since cells without ATP also die of that alone; without that death it falls as far as with it. The 39 worlds in which the ionophore kills fewer than one in a hundred are left out.",
  async worlds() {
    const dead = async (block: string): Promise<{ apoptotic: number; unburst: number }[]> => {
      const results = await salted({
        agents: ["sodium-chloride"],
        dose: "1 ng/mL",
        read: ["viability", "death.apoptotic", "death.other"],
        protocol: [
          { at: "0 h", drug: "oligomycin-2-deoxyglucose", concentration: block },
          { at: "1 h", drug: "a23187", concentration: "1 uM" },
        ],
      });
      const other = column(results, "sodium-chloride", "death.other");
      return column(results, "sodium-chloride", "death.apoptotic").map((apoptotic, w) => ({
        apoptotic,
        unburst: apoptotic + other[w]!,
      }));
    };
    const [without, beside] = [await dead("1 uM"), await dead("1e-12 M")];
    return beside.flatMap(({ apoptotic, unburst }, w) => {
      // Where the ionophore kills next to nobody there is nothing to see.
      if (unburst < 0.01) return [];
      const starved = without[w]!.apoptotic / without[w]!.unburst;
      return [ln((apoptotic / unburst + 1e-12) / (starved + 1e-12)) - ln(100)];
    });
  },
};
export default claim;
