import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted, swift } from "./culture.ts";

/** Salt particles at once and in portions over half an hour. */
const claim: Claim = {
  id: "delivery-rate-matters-more-than-dose",
  says: "How fast salt comes matters more than how much: half the dose at once bursts more cells than the whole dose in six portions over half an hour.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -12.3306 },
  distance: "ln(share burst by half the dose at once / by the whole in portions)",
  because:
    "Salt put straight into the cytosol does so (see salt-delivered-faster-bursts-more). Particles blur it, since uptake and the coat spread even a dose at once over an hour; then the amount decides.",
  async worlds() {
    const burst = async (dose: string, portions: number): Promise<number[]> =>
      column(
        await salted({
          agents: ["scnp"],
          dose,
          set: swift,
          read: ["viability", "lysed"],
          until: "4 h",
          protocol: Array.from({ length: portions - 1 }, (_, i) => ({ at: `${6 * (i + 1)} min`, dose: 1 })),
        }),
        "scnp",
        "lysed",
      );
    const [half, whole] = [await burst("150 ug/mL", 1), await burst("50 ug/mL", 6)];
    return half.map((x, w) => ln((x + 1e-9) / (whole[w]! + 1e-9)));
  },
};
export default claim;
