import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Barium peroxide: acid and water free Ba(II) and H2O2, one each. */
export const baO2: Phase = phase({
  id: "BaO2",
  names: ["barium peroxide"],
  formula: "BaO2",
  metal: "Ba",
  molarVolume: sourced("2.98e-5 m^3/mol", { grade: "D", why: "169.3 g/mol over 5680 kg/m³", dist: "fixed" }),
  dissolution: [
    {
      by: "acid",
      equation: "BaO2 + 2 H+ -> Ba2 + H2O2",
      pH: 6.3,
      rate: sourced("4.1e-8 mol/(m^2*s)", {
        grade: "C",
        range: ["4.1e-9 mol/(m^2*s)", "4.1e-7 mol/(m^2*s)"],
        why:
          "0.1, 0.5 and 3 of a 50 nm particle an hour at pH 7.4, 6.5 and 5.0, as of calcium peroxide, each within tenfold: " +
          "the line of log k on pH has 0.53 1/h at its middle, pH 6.3; times r/(3·V_m) = 25 nm/(3·2.98e-5 m³/mol)",
        needsPaper: true,
      }),
      order: sourced("0.61", {
        grade: "C",
        range: ["0.4", "0.9"],
        why: "slope of log k on pH over the same three points; 0.78 between the upper two, 0.52 between the lower two",
        needsPaper: true,
      }),
    },
    {
      by: "water",
      equation: "BaO2 + 2 H2O -> Ba2 + H2O2 + 2 OH-",
      pH: 7.4,
      rate: sourced("1e-9 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-10 mol/(m^2*s)", "1e-8 mol/(m^2*s)"],
        why: "what is left without acid: an eighth of the release at pH 7.4, which the acid's share explains alone",
        needsPaper: true,
      }),
      order: sourced("0", { grade: "D", why: "the way without acid", dist: "fixed" }),
    },
  ],
});
