import { sourced } from "#model";
import type { MetalKey } from "../../types.ts";
import { type CellNumber, unknownHere } from "./number.ts";

/** Resting pools, storage, import and export of iron, copper and manganese. */
export const genericMetals: Readonly<Record<MetalKey, CellNumber>> = {
  labileIron: {
    label: "labile iron pool at rest",
    number: sourced("0.6 uM", {
      grade: "C",
      range: ["0.2 uM", "1.5 uM"],
      why: "between K562 0.35 µM and the hepatocyte model's 1.3 µM",
    }),
  },
  ironReduction: {
    label: "reduction of chelated Fe(III) at 5 mM GSH",
    number: sourced("1e-2 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-1 1/s"],
      why: "0.1–100 1/(M·s) with GSH and ascorbate is all that is known",
      needsPaper: true,
    }),
  },
  ironStorage: {
    label: "return of labile iron to its resting level",
    number: sourced("4.3e-4 1/s", {
      grade: "D",
      range: ["1.8e-4 1/s", "7e-4 1/s"],
      why: "ln 2 over recovery times 17–65 min of K562 after iron load",
      source: "breuer1996",
    }),
  },
  ferritinCapacity: {
    label: "iron that storage can take beyond rest, per cell volume",
    number: sourced("0.5 mM", {
      grade: "C",
      range: ["0.05 mM", "5 mM"],
      why: `${unknownHere}: ferritin 0.17 nM × 4500 Fe at rest, induced within hours`,
      needsPaper: true,
    }),
  },
  ironImport: {
    label: "uptake of ferrous iron from the medium, Vmax",
    number: sourced("1e-20 mol/s/cell", {
      grade: "C",
      range: ["1e-21 mol/s/cell", "1e-19 mol/s/cell"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  metallothionein: {
    label: "metallothionein copper sites",
    number: sourced("50 uM", {
      grade: "C",
      range: ["5 uM", "500 uM"],
      why: "10 Cu per MT2A; µM amounts of MT, up to tenfold induced",
      needsPaper: true,
    }),
  },
  copperExport: {
    label: "copper export by ATP7A, first order",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-4 1/s"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  copperImport: {
    label: "uptake of copper from the medium by CTR1, Vmax",
    number: sourced("1e-21 mol/s/cell", {
      grade: "C",
      range: ["3e-22 mol/s/cell", "5e-21 mol/s/cell"],
      why: "refill of 30 µM copper in 24–48 h",
    }),
  },
  manganeseExport: {
    label: "manganese export, first order",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-4 1/s"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
  manganeseImport: {
    label: "uptake of manganese from the medium, Vmax",
    number: sourced("1e-20 mol/s/cell", {
      grade: "C",
      range: ["1e-21 mol/s/cell", "1e-19 mol/s/cell"],
      why: unknownHere,
      needsPaper: true,
    }),
  },
};
