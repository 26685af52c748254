import { sourced } from "#model";
import { carbonRadicals } from "../endoperoxide.ts";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** An endoperoxide that labile iron splits into radicals centred on carbon. Fe3+ reacts nearly as fast (8.5 1/(M s), abstract), but hardly any labile iron is Fe3+; heme is left out. */
export const artemisinin: Drug = drug({
  id: "artemisinin",
  names: ["qinghaosu", "ART"],
  note: "An endoperoxide that labile iron splits into radicals centred on carbon. Fe3+ reacts nearly as fast (8.5 1/(M s), abstract), but hardly any labile iron is Fe3+; heme is left out.",
  formula: "C15H22O5",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      splits: "O-O",
      rate: sourced("10 1/(M*s)", {
        grade: "C",
        range: ["1 1/(M*s)", "100 1/(M*s)"],
        why: "10 ± 0.5 read in the abstract, for ferrous ions in buffer; on the chelates of a cell it may be tenfold off",
        source: "sibmooh",
      }),
      ...carbonRadicals,
    },
  ],
});
