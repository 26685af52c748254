import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted, swift } from "./culture.ts";

/** Salt particles beside inhibitors of what takes a load of salt back. */
const claim: Claim = {
  id: "blocked-self-regulation-bursts-more-cells",
  says: "With the pump and VRAC blocked, by ouabain and DCPIB, the same salt particles burst at least twice as many cells.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.693147 },
  distance: "ln(share burst with inhibitors / without) − ln 2",
  because:
    "Both inhibitors are given together, so which of them it is that matters is not told apart. " +
    "Where a cell does not swell to half of what bursts it, neither matters.",
  async worlds() {
    const burst = async (blocked: boolean): Promise<number[]> =>
      column(
        await salted({
          agents: ["scnp"],
          set: swift,
          dose: "300 ug/mL",
          read: ["viability", "lysed"],
          until: "4 h",
          protocol: [
            { at: "0 h", drug: "ouabain", concentration: blocked ? "100 uM" : "1e-6 uM" },
            { at: "0 h", drug: "dcpib", concentration: blocked ? "50 uM" : "1e-6 uM" },
          ],
        }),
        "scnp",
        "lysed",
      );
    const [blocked, free] = [await burst(true), await burst(false)];
    return blocked.map((x, w) => ln((x + 1e-9) / (free[w]! + 1e-9)) - ln(2));
  },
};
export default claim;
