import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Copper oxide under calcium peroxide (CuO@CaO2), a comparator: it brings its own H2O2. */
export const cuoCao2: Agent = agent({
  id: "cuo-cao2",
  names: ["CuO@CaO2"],
  note: "Read: glutathione goes twice as fast as with CuO; 25 °C of warming by near-infrared light. Sizes and doses are not.",
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

  triggers: [],
});
