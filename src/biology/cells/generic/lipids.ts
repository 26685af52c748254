import { sourced } from "#model";
import type { LipidKey } from "../../types.ts";
import { type CellNumber, unknownHere } from "./number.ts";

/** The membrane as substrate of peroxidation, and what repairs it. */
export const genericLipids: Readonly<Record<LipidKey, CellNumber>> = {
  gpx4: {
    label: "glutathione peroxidase 4",
    number: sourced("2e-7 M", {
      grade: "A(c)",
      range: ["1e-7 M", "4e-7 M"],
      source: "stein",
      at: "GPX4 2.3e-7 M, mitochondria",
    }),
  },
  polyunsaturated: {
    label: "bis-allylic lipid in the membrane phase",
    number: sourced("0.3 M", { grade: "C", range: ["0.05 M", "1 M"], why: unknownHere, needsPaper: true }),
  },
  tocopherol: {
    label: "radical-trapping antioxidants in the membrane phase",
    number: sourced("1e-4 M", {
      grade: "C",
      range: ["5e-5 M", "4e-4 M"],
      source: "flash",
      why: "half of the 2e-4 M of the code, as cultured cells hold less than tissue, 2e-4 to 1e-3 M",
    }),
  },
  fsp1: {
    label: "regeneration of radical-trapping antioxidants (FSP1, CoQ), Vmax per cell volume",
    number: sourced("1e-8 M/s", {
      grade: "C",
      range: ["1e-9 M/s", "1e-6 M/s"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
};
