import { sourced } from "#model";
import { phase } from "../phase.ts";
import type { Phase } from "../types.ts";

/** Zero-valent iron: acid and O2 corrode it, and O2 leaves H2O2: it makes its own peroxide. */
export const fe0: Phase = phase({
  id: "Fe0",
  names: ["zero-valent iron", "amorphous iron"],
  formula: "Fe",
  metal: "Fe",
  molarVolume: sourced("7.5e-6 m^3/mol", {
    grade: "D",
    range: ["7.1e-6 m^3/mol", "7.9e-6 m^3/mol"],
    why: "molar mass over 7.1–7.9 g/cm³",
  }),
  dissolution: [
    {
      by: "acid",
      equation: "Fe0 + 2 H+ -> Fe2 + H2",
      pH: 5.5,
      rate: sourced("1e-8 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-10 mol/(m^2*s)", "1e-6 mol/(m^2*s)"],
        why: "hours to days for fine iron in water; amorphous iron faster, no surface rate readable",
        needsPaper: true,
      }),
      order: sourced("0.5", {
        grade: "C",
        range: ["0.05", "0.95"],
        why: "between 0 and 1 is all that is known",
      }),
    },
    {
      by: "oxygen",
      equation: "Fe0 + O2 + 2 H+ -> Fe2 + H2O2",
      pH: 7.2,
      rate: sourced("1e-8 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-10 mol/(m^2*s)", "1e-6 mol/(m^2*s)"],
        why: "as by acid; no surface rate readable",
        needsPaper: true,
      }),
      order: sourced("0.3", {
        grade: "C",
        range: ["0.02", "0.9"],
        why: "between 0 and 1 is all that is known",
      }),
      saturation: sourced("10 uM", {
        grade: "C",
        range: ["1 uM", "100 uM"],
        why: "half-saturation in O2 is not known",
        needsPaper: true,
      }),
    },
    {
      by: "peroxide",
      equation: "Fe0 + H2O2 + 2 H+ -> Fe2 + 2 H2O",
      pH: 7.2,
      reagent: "100 uM",
      rate: sourced("1e-9 mol/(m^2*s)", {
        grade: "C",
        range: ["1e-11 mol/(m^2*s)", "1e-7 mol/(m^2*s)"],
        why: "surface reaction with micromolar H2O2, no rate readable",
        needsPaper: true,
      }),
      order: sourced("0.3", {
        grade: "C",
        range: ["0.02", "0.9"],
        why: "between 0 and 1 is all that is known",
      }),
    },
  ],
});
