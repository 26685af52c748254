import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Radical-trapping antioxidant of membranes; regenerated, so not used up. */
export const liproxstatin1: Drug = drug({
  id: "liproxstatin-1",
  names: ["Lip-1"],
  note: "Radical-trapping antioxidant of membranes; regenerated, so not used up.",
  formula: "C19H21ClN4",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      traps: "peroxyl",
      rate: sourced("2.5e5 1/(M*s)", {
        grade: "C",
        range: ["1e5 1/(M*s)", "1e6 1/(M*s)"],
        source: "zilka2017",
        why: "above alpha-tocopherol in bilayers (abstract); at least 1e5 follows from its potency",
        needsPaper: true,
      }),
      partition: sourced("2e3", {
        grade: "C",
        range: ["300", "8000"],
        why: "calculated octanol–water coefficients above 3",
        needsPaper: true,
      }),
    },
  ],
});
