import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Copper oxide under calcium peroxide (CuO@CaO2), a comparator: it brings its own H2O2. */
export const cuoCao2: Agent = agent({
  id: "cuo-cao2",
  names: ["CuO@CaO2"],
  note: "Read: glutathione goes twice as fast as with CuO; 25 °C of warming by near-infrared light, whose wavelength, power and share turned to heat are not. Nor are sizes and doses.",
  cores: [
    {
      phase: "CuO",
      shape: "sphere",
      radius: unread("20 nm", "10 nm", "50 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
      shells: [
        {
          phase: "CaO2",
          thickness: unread("10 nm", "3 nm", "30 nm"),
        },
      ],
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },
  triggers: [
    {
      laser: {
        wavelength: sourced("808 nm", {
          grade: "C",
          why: "near infrared; the wavelength is not readable",
          dist: "fixed",
          needsPaper: true,
        }),
        efficiency: unread("0.3", "0.1", "0.6"),
        extinction: unread("10 L/g/cm", "2 L/g/cm", "40 L/g/cm"),
      },
    },
  ],
});
