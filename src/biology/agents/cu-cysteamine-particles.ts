import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Copper-cysteamine particles (Cu-Cy), a comparator. */
export const cuCysteamineParticles: Agent = agent({
  id: "cu-cysteamine-particles",
  names: ["Cu-Cy", "copper-cysteamine particles"],
  note: "Read: half-effect at 11 µg/mL in cancer and 50 µg/mL in normal cells, active at 100 µM H2O2 and pH 7.4, more at 6.5 and 5.5, little copper released.",
  cores: [
    {
      phase: "CuCy",
      shape: "sphere",
      radius: unread("50 nm", "20 nm", "150 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
