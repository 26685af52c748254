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
  expect: { verdict: "undecided", margin: -0.088734 },
  distance: "ln(SO4·- with three times the labile iron / with what there is) − ln 1.5",
  because:
    "Uncatalysed persulfate lasts months; one Fe(II) gives one radical and has to be reduced again. The reduction, not the pool, may be what limits, and glutathione takes its share of persulfate without a radical.",
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
