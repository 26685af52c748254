import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** Rat hepatocytes, freshly isolated: the normal cell whose labile iron and glutathione are measured. */
export const ratHepatocyte: Cell = cell({
  id: "rat-hepatocyte",
  names: ["rat hepatocytes", "hepatocytes"],
  kind: "normal",
  note: "Labile iron and glutathione are measured, size is recalled. It does not divide, which the growth rate leaves out (it cancels in viability); all else is the generic cell.",
  own: {
    volume: sourced("3.4 pL", {
      grade: "B",
      range: ["2.5 pL", "6 pL"],
      why: "recalled, no source known: 3400 µm³ of a human hepatocyte",
      needsPaper: true,
    }),
    labileIron: sourced("0.2 uM", {
      grade: "A",
      range: ["0.13 uM", "0.36 uM"],
      source: "hepatocyteIron2002",
      at: "abstract, approximately 0.2 µM; 1.8-fold in iron-loaded rats, 0.66-fold by chelation",
    }),
    gshSynthesis: sourced("2.6e-6 M/s", {
      grade: "C",
      range: ["1.2e-6 M/s", "4e-6 M/s"],
      source: "hepatocyteGsh1977",
      why: "44 ± 3 nmol in a million cells (abstract) over 3.4 pL held against the generic loss",
    }),
  },
});
