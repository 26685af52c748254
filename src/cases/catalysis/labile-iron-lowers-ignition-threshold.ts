import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, frame } from "./culture.ts";

/** Half-effect dose of RSL3 against labile iron. */
const claim: Claim = {
  id: "labile-iron-lowers-ignition-threshold",
  says: "A cell with a tumour's labile iron (1 µM) dies of at most two thirds of the RSL3 that kills one with a normal cell's (0.35 µM).",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.467494 },
  distance: "ln(half-effect dose at 0.35 µM / half-effect dose at 1 µM / 1.5)",
  because:
    "With the numbers as written the dose doubles. In many worlds it hardly moves: most where chains that HO2· starts keep LOOH up without iron, whose rate is known to two decades only.",
  async worlds() {
    const half = async (iron: string): Promise<Float64Array> => {
      const doses = Array.from({ length: 11 }, (_, i) => `${(10 ** (i / 2 - 3)).toPrecision(4)} uM`);
      const results = await ask(
        frame({
          agents: ["rsl3"],
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
    return Array.from(little, (x, w) => ln(x / much[w]! / 1.5));
  },
};
export default claim;
