import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Sulfate radicals with more labile iron. */
const claim: Claim = {
  id: "labile-iron-limits-persulfate",
  says: "Labile iron is what persulfate waits for in a cell: three times as much makes at least half as many sulfate radicals again.",
  source: "chemSci2021",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.0466113 },
  distance: "ln(SO4·- with three times the labile iron / with what there is) − ln 1.5",
  because:
    "Iron and glutathione race for it: at 24 h little is left in most worlds, and three times the iron makes 2.7 times the radicals (median) of it. " +
    "It makes no more where iron takes all of it anyway: with the reaction of glutathione at its slowest the 5 % quantile is 1.04, at its fastest 2.4; " +
    "with ligated iron ten times as fast 1.05, ten times as slow 2.2. Iron storage does not matter. In the one world in which more iron makes fewer, it kills cells without persulfate.",
  async worlds() {
    const made = async (iron: string): Promise<number[]> =>
      column(
        await salted({
          agents: ["pnso"],
          read: ["viability", "SO4.made"],
          without: [],
          set: { "cells/tumour-generic/labileIron": iron },
        }),
        "pnso",
        "SO4.made",
      );
    const [more, as] = [await made("3 uM"), await made("1 uM")];
    return more.map((x, w) => ln(x / as[w]!) - ln(1.5));
  },
};
export default claim;
