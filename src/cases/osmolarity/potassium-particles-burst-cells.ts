import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Potassium chloride in PLGA and membrane. */
const claim: Claim = {
  id: "potassium-particles-burst-cells",
  says: "Potassium chloride in PLGA and cancer-cell membrane, freed in lysosomes, bursts half of the tumour cells at 100 µg/mL within a day.",
  source: "kclPlga2023",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.49102 },
  distance: "share that has burst − 0.5",
  because:
    "Carried past the medium by a coat that holds there, the salt does arrive; with plain uptake it comes over a day, swells the cell by a few " +
    "hundredths and leaves as it comes.",
  async worlds() {
    return column(
      await salted({ agents: ["kcl-plga"], read: ["viability", "lysed"] }),
      "kcl-plga",
      "lysed",
    ).map((x) => x - 0.5);
  },
};
export default claim;
