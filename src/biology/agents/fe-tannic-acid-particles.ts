import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Iron–tannic acid particles, a comparator. */
export const feTannicAcidParticles: Agent = agent({
  id: "fe-tannic-acid-particles",
  names: ["Fe-TA particles"],
  note: "Read: kills HepG2.2.15 and not AML12; sizes and doses are not.",
  cores: [
    {
      phase: "FeTA",
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
