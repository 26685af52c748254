import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { surfaceActivity } from "./surface-activity.ts";

/** Copper ferrite: acid frees Cu(II) and Fe(III); its surface turns H2O2 over and makes O2. */
export const cuFe2O4: Phase = phase({
  id: "CuFe2O4",
  names: ["copper ferrite"],
  formula: "CuFe2O4",
  metal: "Fe",
  molarVolume: sourced("4.43e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "CuFe2O4 + 8 H+ -> Cu2 + 2 Fe3 + 4 H2O",
      pH: 4.75,
      rate: sourced("1e-10 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-12 mol/(m^2*s)", "1e-8 mol/(m^2*s)"],
        why: "taken as magnetite; no rate of this solid is readable",
        needsPaper: true,
      }),
      order: sourced("0.5", { grade: "C", range: ["0.3", "0.7"], why: "oxides 0.3–0.7" }),
    },
  ],
  surface: surfaceActivity("CuFe2O4", {
    catalase: sourced("1", {
      grade: "C",
      range: ["0.05", "20"],
      why: "O2 is seen to rise; its rate was not readable",
      needsPaper: true,
    }),
  }),
});
