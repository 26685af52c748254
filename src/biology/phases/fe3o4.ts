import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";
import { surfaceActivity } from "./surface-activity.ts";

/** Magnetite: acid frees one Fe(II) and two Fe(III); days to weeks in the lysosome. */
export const fe3o4: Phase = phase({
  id: "Fe3O4",
  names: ["magnetite"],
  formula: "Fe3O4",
  metal: "Fe",
  molarVolume: sourced("4.47e-5 m^3/mol", {
    grade: "D",
    why: "molar mass over crystal density",
    dist: "fixed",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "Fe3O4 + 8 H+ -> Fe2 + 2 Fe3 + 4 H2O",
      pH: 4.75,
      rate: sourced("1e-10 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-11 mol/(m^2*s)", "1e-9 mol/(m^2*s)"],
        needsPaper: true,
        why: "lysosomal half-lives of iron-oxide particles are days to weeks",
      }),
      order: sourced("0.5", { grade: "C", range: ["0.3", "0.7"], why: "oxides 0.3–0.7" }),
    },
  ],
  surface: surfaceActivity("Fe3O4"),
});
