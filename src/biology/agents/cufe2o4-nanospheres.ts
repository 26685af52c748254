import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Copper ferrite nanospheres (CFNs): glutathione falls, O2 rises, light acts. */
export const cufe2o4Nanospheres: Agent = agent({
  id: "cufe2o4-nanospheres",
  names: ["CuFe2O4 nanospheres", "CFNs"],
  note: "That glutathione falls and O2 rises is read, without numbers.",
  cores: [
    {
      phase: "CuFe2O4",
      shape: "sphere",
      radius: unread("50 nm", "20 nm", "150 nm"),
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
        wavelength: unread("650 nm", "635 nm", "808 nm"),
        efficiency: unread("0.2", "0.05", "0.5"),
        extinction: unread("10 L/g/cm", "2 L/g/cm", "40 L/g/cm"),
      },
    },
  ],
});
