import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Manganese dioxide: thiols reduce it to Mn2+, two GSH each; H2O2 does so with release of O2. */
export const mnO2: Phase = phase({
  id: "MnO2",
  names: ["manganese dioxide"],
  formula: "MnO2",
  metal: "Mn",
  molarVolume: sourced("1.74e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "thiol",
      equation: "MnO2 + 2 GSH + 2 H+ -> Mn2 + GSSG + 2 H2O",
      pH: 7.2,
      reagent: "5 mM",
      rate: sourced("1e-7 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-8 mol/(m^2*s)", "1e-6 mol/(m^2*s)"],
        source: "mnO2Sheets2017",
        why: "5 nm in about 0.8 h at 5 mM GSH; consistent with thin sheets gone in under 2 min at pH 3.6",
      }),
      order: sourced("0.6", { grade: "C", range: ["0.3", "0.95"], why: "0.3–1 is all that is known" }),
    },
    {
      by: "peroxide",
      equation: "MnO2 + H2O2 + 2 H+ -> Mn2 + O2 + 2 H2O",
      pH: 7.2,
      reagent: "100 uM",
      rate: sourced("1e-9 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-11 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
        needsPaper: true,
        why: "surface reaction with micromolar H2O2, no rate readable; below the thiol's",
      }),
      order: sourced("0.75", { grade: "C", range: ["0.5", "0.95"], why: "oxides 0.5–1" }),
    },
  ],
});
