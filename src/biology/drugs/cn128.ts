import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Hydroxypyridinone chelator, bidentate, three to one iron; no kinetics are at hand, all numbers are priors. */
export const cn128: Drug = drug({
  id: "cn128",
  names: ["CN128"],
  note: "Hydroxypyridinone chelator, bidentate, three to one iron; no kinetics are at hand, all numbers are priors.",
  formula: "C15H17NO3",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  acts: [
    {
      chelates: "iron",
      ligands: 3,
      rate: sourced("1e2 1/(M*s)", {
        grade: "C",
        range: ["1e1 1/(M*s)", "1e4 1/(M*s)"],
        why: "bidentate: the first of three ligands competes with the cell’s own",
        needsPaper: true,
      }),
    },
  ],
});
