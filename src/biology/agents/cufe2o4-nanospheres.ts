import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Copper ferrite nanospheres (CFNs): glutathione falls, O2 rises, light acts. */
export const cufe2o4Nanospheres: Agent = agent({
  id: "cufe2o4-nanospheres",
  names: ["CuFe2O4 nanospheres", "CFNs"],
  note: "That glutathione falls and O2 rises is read, without numbers.",
  cores: [
    {
      phase: "CuFe2O4",
      shape: "sphere",
      radius: sourced("50 nm", {
        grade: "C",
        range: ["20 nm", "150 nm"],
        why: "not reported where it could be read",
        needsPaper: true,
      }),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [
    {
      laser: {
        wavelength: sourced("650 nm", {
          grade: "C",
          range: ["635 nm", "808 nm"],
          why: "not reported where it could be read",
          needsPaper: true,
        }),
        efficiency: sourced("0.2", {
          grade: "C",
          range: ["0.05", "0.5"],
          why: "not reported where it could be read",
          needsPaper: true,
        }),
        extinction: sourced("10 L/g/cm", {
          grade: "C",
          range: ["2 L/g/cm", "40 L/g/cm"],
          why: "not reported where it could be read",
          needsPaper: true,
        }),
      },
    },
  ],
});
