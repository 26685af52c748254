import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Ferric oxyhydroxide as small clusters: what iron on silica is taken for. Acid and glutathione free it. */
export const feooh: Phase = phase({
  id: "FeOOH",
  names: ["ferric oxyhydroxide", "iron on silica"],
  formula: "FeOOH",
  metal: "Fe",
  molarVolume: sourced("2.1e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "FeOOH + 3 H+ -> Fe3 + 2 H2O",
      pH: 4.75,
      rate: sourced("1e-9 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-11 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
        why: "less ordered than hematite; no rate of iron on silica is readable",
        needsPaper: true,
      }),
      order: sourced("0.5", { grade: "C", range: ["0.3", "0.7"], why: "oxides 0.3–0.7" }),
    },
    {
      by: "thiol",
      equation: "2 FeOOH + 2 GSH + 4 H+ -> 2 Fe2 + GSSG + 4 H2O",
      pH: 7.2,
      reagent: "5 mM",
      rate: sourced("1e-10 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-12 mol/(m^2*s)", "1e-8 mol/(m^2*s)"],
        why: "reduction by thiols, no rate readable",
        needsPaper: true,
      }),
      order: sourced("0.5", { grade: "C", range: ["0.3", "0.7"], why: "oxides 0.3–0.7" }),
    },
  ],
});
