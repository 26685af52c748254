import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Volume after a hypotonic shock. */
const claim: Claim = {
  id: "hypotonic-medium-swells-and-cells-take-it-back",
  says: "A medium of 200 mOsm swells a tumour cell by more than a fifth, and it takes back a third of that within half an hour.",
  source: "kay2017",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.285524 },
  distance: "the lesser of ln(V/V0 at 2 min) − ln 1.2 and the share taken back by 30 min − 1/3",
  because:
    "Water follows in tens of seconds; chloride and potassium leave through VRAC and its K+ channels, whose permeabilities and threshold are estimates held against one trace.",
  async worlds() {
    const volume = async (until: string): Promise<number[]> => {
      const results = await salted({
        agents: ["sodium-chloride"],
        dose: "1 ng/mL",
        protocol: [{ at: "0 h", medium: "hypotonic-200" }],
        read: ["viability", "volume"],
        until,
      });
      return column(results, "sodium-chloride", "volume");
    };
    const [early, late] = [await volume("2 min"), await volume("30 min")];
    return early.map((v, w) => Math.min(ln(v) - ln(1.2), (v - late[w]!) / (v - 1) - 1 / 3));
  },
};
export default claim;
