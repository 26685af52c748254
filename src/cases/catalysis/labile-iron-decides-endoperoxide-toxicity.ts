import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, frame } from "./culture.ts";

/** Half-effect dose of artesunate against labile iron. */
const claim: Claim = {
  id: "labile-iron-decides-endoperoxide-toxicity",
  says: "A cell with a tumour's labile iron (1 µM) dies of at most half of the artesunate that kills one with a normal cell's (0.35 µM).",
  source: "chan2013",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.693147 },
  distance: "ln(half-effect dose at 0.35 µM / half-effect dose at 1 µM) − ln 2, doses from 1 µM to 10 mM",
  because:
    "Where a dose kills at 1 µM the ratio is 3.6 in the median, a little above that of the iron: nearly all die of alkylated proteins, made by iron alone. " +
    "But in 60 of 128 worlds 10 mM does not kill half, and in three quarters 0.45 mM does not: labile iron alone splits them slowly. " +
    "Heme, which is read to degrade such drugs rapidly, is not in the model.",
  async worlds() {
    const doses = Array.from({ length: 9 }, (_, i) => `${(10 ** (i / 2)).toPrecision(4)} uM`);
    const half = async (iron: string): Promise<Float64Array> => {
      const results = await ask(
        frame({
          agents: ["artesunate"],
          medium: "medium-ph7.4",
          basis: "amount",
          doses,
          read: ["viability"],
          set: { "cells/tumour-generic/labileIron": iron },
        }),
      );
      const arm = results.arms[0]!;
      // A world that never dies, or dies of the lowest dose, stands at the end of the range.
      const ends = [arm.particleDoses[0]!, arm.particleDoses.at(-1)!] as const;
      return results.halfEffects(arm).map((x) => Math.min(Math.max(x, ends[0]), ends[1]));
    };
    const [much, little] = [await half("1 uM"), await half("0.35 uM")];
    return Array.from(little, (x, w) => ln(x / much[w]! / 2));
  },
};
export default claim;
