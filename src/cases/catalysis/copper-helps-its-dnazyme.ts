import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** VEGFR2 mRNA with the copper that the nanohybrids free and without it. */
const claim: Claim = {
  id: "copper-helps-its-dnazyme",
  says: "The copper that nanohybrids free serves their DNAzyme: with it, at least a tenth less VEGFR2 mRNA is left than with Mg2+ alone.",
  source: "angew2021cuDna",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.0903623 },
  distance: "ln(mRNA without copper / with copper) − ln 1.1",
  because:
    "Less than 1e-4 counts as none. Glutathione reduces Cu(II) to Cu(I) in under a second and holds it: hardly any Cu2+ is left to be a cofactor, while Mg2+ is there anyway.",
  async worlds() {
    const left = async (set: Record<string, string>): Promise<number[]> =>
      column(
        await ask(frame({ agents: ["cu-dnazyme-nanohybrids"], set, read: ["viability", "VEGFR2.mRNA"] })),
        "cu-dnazyme-nanohybrids",
        "VEGFR2.mRNA",
      );
    const [both, strand] = [await left({}), await left({ copper_cofactor: "0" })];
    return strand.map((x, w) => ln(Math.max(x, 1e-4) / Math.max(both[w]!, 1e-4)) - ln(1.1));
  },
};
export default claim;
