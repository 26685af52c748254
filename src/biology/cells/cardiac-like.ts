import { type Sourced, sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** A number of the codes of heart cells at rest. */
const read = (value: string, range: readonly [string, string], at: string): Sourced =>
  sourced(value, { grade: "A(c)", range, source: "cortassa2003", at, tags: { line: "heart" } });

/** Heart muscle at rest: potential near that of K+, inward rectifiers that micromolar barium blocks, much Na/Ca exchange. */
export const cardiacLike: Cell = cell({
  id: "cardiac-like",
  names: ["cardiomyocyte", "heart muscle cell"],
  kind: "normal",
  pump: "cardiac",
  note: "Ions, potential and pump of heart muscle at rest, without action potentials or stores of calcium; size and all else are the generic cell.",
  own: {
    restSodium: read(
      "10.3 mM",
      ["6 mM", "15 mM"],
      "initial state of a heart cell, na_i 10.28 mM; mouse 14.2 mM",
    ),
    restPotassium: read("145.6 mM", ["138 mM", "150 mM"], "initial state, k_i 145.6 mM; mouse 143.7 mM"),
    restPotential: sourced("-82.4 mV", {
      grade: "A(c)",
      range: ["-86 mV", "-78 mV"],
      source: "bondarenko",
      at: "vm −82.42 mV; a heart cell of guinea pig −85.3 mV",
      dist: "normal",
      tags: { line: "heart" },
    }),
    chloridePlace: sourced("0.37", {
      grade: "C",
      range: ["0.15", "0.55"],
      why: "15 mM at −82 mV; 10–20 mM is recalled for heart muscle",
      needsPaper: true,
    }),
    pumpTurnover: sourced("9e-8 mol/m^2/s", {
      grade: "D",
      range: ["4e-8 mol/m^2/s", "1.6e-7 mol/m^2/s"],
      why: "4.5 µA/cm² of the code at 10 mM Na+, 5.4 mM K+ and −85 mV, 0.88 µA/cm²",
      source: "cortassa2003",
    }),
    nkccShare: sourced("0.1", {
      grade: "C",
      range: ["0.03", "0.3"],
      why: "chloride of heart muscle is a little above equilibrium",
      needsPaper: true,
    }),
    kccShare: sourced("0.03", {
      grade: "C",
      range: ["0.01", "0.2"],
      why: "1e-12 mol/m²/s/mM² as of other cells, over NKCC1's chloride",
      needsPaper: true,
    }),
    bariumShare: sourced("0.95", {
      grade: "C",
      range: ["0.8", "0.99"],
      why: "the K+ permeability at rest is that of inward rectifiers",
      needsPaper: true,
    }),
    bariumKd: sourced("6 uM", {
      grade: "B",
      range: ["2 uM", "20 uM"],
      why: "recalled, no source known: Kir2.x at −100 to −60 mV and 5 mM K+",
      needsPaper: true,
    }),
    ncx: sourced("1.1e4", {
      grade: "C",
      range: ["4e3", "2.4e4"],
      why: "a tenth of the code's 9000 µA/cm², 9e-5 mol/m²/s: all of it would carry more Na+ at rest than the pump",
      source: "cortassa2003",
    }),
  },
});
