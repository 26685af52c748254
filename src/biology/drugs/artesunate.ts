import { sourced } from "#model";
import { carbonRadicals } from "../endoperoxide.ts";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** An endoperoxide; in water it becomes dihydroartemisinin, which has the same bond and counts as the same drug. Heme, which activates it, is left out. */
export const artesunate: Drug = drug({
  id: "artesunate",
  names: ["artesunic acid", "ATN"],
  note: "An endoperoxide; in water it becomes dihydroartemisinin, which has the same bond and counts as the same drug. Heme, which activates it, is left out.",
  formula: "C19H28O8",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  loss: sourced("3e-5 1/s", {
    grade: "C",
    range: ["1e-5 1/s", "6.4e-5 1/s"],
    why: "dihydroartemisinin loses half of its activity in 3 h of plasma and nearly all in 24 h (abstract); medium holds a tenth of serum",
    source: "dhaStability",
  }),
  acts: [
    {
      splits: "O-O",
      rate: sourced("10 1/(M*s)", {
        grade: "C",
        range: ["1 1/(M*s)", "100 1/(M*s)"],
        why: "that of artemisinin, whose trioxane it shares; not measured",
        source: "sibmooh",
        needsPaper: true,
      }),
      ...carbonRadicals,
    },
  ],
});
