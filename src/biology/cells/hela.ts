import { type Sourced, sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** A number of the stored model code of this line's mitochondria. */
const read = (value: string, range: readonly [string, string], at: string): Sourced =>
  sourced(value, {
    grade: "A(c)",
    range,
    source: "stein",
    at: `HeLa mitochondria, ${at}`,
    tags: { line: "HeLa" },
  });

/** HeLa: cells of a human cervical carcinoma; what a model of their mitochondria says, taken for the whole cell. */
export const hela: Cell = cell({
  id: "hela",
  names: ["HeLa"],
  kind: "tumour",
  receptors: ["FOLR1"],
  note: "Folate receptor: particles with folate were taken up some threefold against normal cells (read in an abstract). NADPH, its regeneration, GPX4, H2O2 production and the level of GSH from a model of the mitochondria; all else is the generic cell.",
  own: {
    nadp: read("3.03e-5 M", ["1.5e-5 M", "6e-5 M"], "NADPH 30 µM, NADP+ 0.3 µM"),
    g6pdh: read("3.75e-4 M/s", ["1e-4 M/s", "1e-3 M/s"], "k20, regeneration of NADPH 375 µM/s"),
    gpx4: read("2.3e-7 M", ["1.2e-7 M", "4.6e-7 M"], "GPX4 0.23 µM"),
    peroxideSource: sourced("4e-7 M/s", {
      grade: "D",
      range: ["1e-7 M/s", "4e-6 M/s"],
      why: "4 µM/s in the mitochondria, a tenth of the cell; all of it in the cell is the upper bound",
      source: "stein",
    }),
    gshSynthesis: sourced("1e-6 M/s", {
      grade: "D",
      range: ["4e-7 M/s", "2e-6 M/s"],
      why: "holds the 5 mM GSH of the code against the generic loss",
      source: "stein",
    }),
  },
});
