import { sourced } from "#model";
import type { MilieuKey } from "../../types.ts";
import { type CellNumber, unknownHere } from "./number.ts";

/** What the cell is made of where reactions take place: volume, pH, gases, small ligands, sugar, growth. */
export const genericMilieu: Readonly<Record<MilieuKey, CellNumber>> = {
  volume: {
    label: "cell volume",
    number: sourced("1.7 pL", {
      grade: "A(c)",
      range: ["1.1 pL", "2.5 pL"],
      source: "selvaggio2018",
      at: "cell constants: MCF7 1760 µm³, HEK293 1150 µm³",
      tags: { line: "MCF7" },
    }),
  },
  pH: {
    label: "cytosolic pH",
    number: sourced("7.2", { grade: "C", range: ["7.0", "7.4"], why: "textbook range" }),
  },
  oxygen: {
    label: "oxygen in the cytosol",
    number: sourced("5e-5 M", {
      grade: "A(c)",
      range: ["1e-5 M", "2e-4 M"],
      source: "flash",
      at: "tissue O2 of the code; hypoxic 5 µM, air 210 µM",
    }),
  },
  bicarbonate: {
    label: "bicarbonate in the cytosol",
    number: sourced("12 mM", {
      grade: "B",
      range: ["8 mM", "18 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  phosphate: {
    label: "phosphate in the cytosol",
    number: sourced("1 mM", {
      grade: "B",
      range: ["0.5 mM", "5 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  citrate: {
    label: "citrate in the cytosol",
    number: sourced("0.2 mM", {
      grade: "B",
      range: ["0.1 mM", "0.5 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  freeATP: {
    label: "ATP in the cytosol that magnesium leaves free",
    number: sourced("0.3 mM", {
      grade: "C",
      range: ["0.1 mM", "1 mM"],
      why: "a tenth of 3 mM: 0.5–1 mM of free magnesium against log K about 4",
      needsPaper: true,
    }),
  },
  vesicleCitrate: {
    label: "citrate and the like in the lysosome",
    number: sourced("0.2 mM", {
      grade: "C",
      range: ["0.02 mM", "2 mM"],
      why: "the cytosol's; small chelators of the lysosome are not measured",
      needsPaper: true,
    }),
  },
  vesicleChloride: {
    label: "chloride in the lysosome",
    number: sourced("80 mM", {
      grade: "B",
      range: ["50 mM", "120 mM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  ligands: {
    label: "phosphate and ATP that compete for metals in the cytosol",
    number: sourced("4 mM", {
      grade: "B",
      range: ["2 mM", "8 mM"],
      why: "recalled, no source known: ATP 3 mM and phosphate 1 mM",
      needsPaper: true,
    }),
  },
  glucose: {
    label: "glucose in cytosol and lysosome",
    number: sourced("1 mM", {
      grade: "C",
      range: ["0.1 mM", "5 mM"],
      why: `${unknownHere}; tissue 0.5–5 mM`,
      needsPaper: true,
    }),
  },
  glucoseUse: {
    label: "glucose a cell can take up, per volume of cell",
    number: sourced("4.5e-5 M/s", {
      grade: "D",
      range: ["4e-5 M/s", "5e-5 M/s"],
      why: "80–100 amol per cell and second at 5e11 cells per litre",
    }),
  },
  growth: {
    label: "growth rate without treatment",
    number: sourced("0.029 1/h", {
      grade: "C",
      range: ["0.014 1/h", "0.046 1/h"],
      why: "doubling in 24 (15–48) h; cancels in viability",
    }),
  },
};
