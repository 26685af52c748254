import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Tridentate chelator, two to one iron; permeant. */
export const deferasirox: Drug = drug({
  id: "deferasirox",
  names: ["DFX", "ICL-670"],
  note: "Tridentate chelator, two to one iron; permeant.",
  formula: "C21H15N3O4",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      chelates: "iron",
      ligands: 2,
      rate: sourced("1e3 1/(M*s)", {
        grade: "C",
        range: ["1e2 1/(M*s)", "1e5 1/(M*s)"],
        why: "exchange from weak ligands within minutes at 10 µM",
        needsPaper: true,
      }),
    },
  ],
});
