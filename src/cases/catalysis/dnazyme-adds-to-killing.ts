import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Viability with both arms of Cu-DNAzyme nanohybrids and without the DNAzyme. */
const claim: Claim = {
  id: "dnazyme-adds-to-killing",
  says: "In a culture of tumour cells, Cu-DNAzyme nanohybrids kill more than the same particles without their DNAzyme.",
  source: "angew2021cuDna",
  kind: "encoded",
  expect: { verdict: "fails", margin: -0.01 },
  distance: "viability with copper alone − with both arms − 0.01",
  because:
    "VEGFR2 feeds a tumour by its vessels: in a culture of tumour cells silencing it kills nothing in this model. The two arms meet in an animal.",
  async worlds() {
    const survival = async (set: Record<string, string>): Promise<number[]> =>
      column(
        await ask(frame({ agents: ["cu-dnazyme-nanohybrids"], set, dose: "100 ug/mL", read: ["viability"] })),
        "cu-dnazyme-nanohybrids",
        "viability",
      );
    const [both, copper] = [await survival({}), await survival({ dnazyme_activity: "0" })];
    // A hundredth: beyond what the tolerance of the integration can tell.
    return copper.map((x, w) => x - both[w]! - 1e-2);
  },
};
export default claim;
