import { doseResponse } from "#study";
import type { Claim } from "../claim.ts";
import { caseDraws } from "../claim.ts";
import { ask } from "./culture.ts";

/** Viability of a normal and a tumour cell in one medium after Cu2O particles. */
const claim: Claim = {
  id: "copper-spares-normal-cells",
  says: "Copper particles at 50 µg/mL leave at least a fifth more of normal cells alive than of tumour cells, in one medium.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.149968 },
  distance: "viability of normal − of tumour − 0.2",
  because:
    "Twice the catalase acts on H2O2 that Prx and GPx have taken already, labile iron is not what copper works by, and " +
    "normal cells hold less glutathione; uptake and metallothionein are not known to differ.",
  async worlds() {
    const results = await ask(
      doseResponse({
        title: "a case",
        agents: ["cu2o-spheres"],
        cells: { tumour: "tumour-generic", normal: "normal-generic" },
        environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
        culture: { density: "1e5 1/mL", volume: "100 uL" },
        dose: { list: ["50 ug/mL"] },
        until: "24 h",
        read: ["viability"],
        numerics: { points: 5 },
        uncertainty: { draws: caseDraws },
        seed: 1,
      }),
    );
    const alive = (role: string): ((w: number) => number) => {
      const arm = results.arms.find((a) => a.role === role)!;
      return (w) => results.read(arm, w, 0, "viability") / results.read(arm, w, -1, "viability");
    };
    const [tumour, normal] = [alive("tumour"), alive("normal")];
    return Array.from({ length: results.plan.worlds.count }, (_, w) => normal(w) - tumour(w) - 0.2);
  },
};
export default claim;
