import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Amorphous zero-valent iron nanoparticles: they free Fe(II) in acid and make H2O2 of O2. */
export const fe0Nanoparticles: Agent = agent({
  id: "fe0-nanoparticles",
  names: ["amorphous iron nanoparticles", "AFeNPs", "Fe(0)"],
  note: "Only the kind of agent is readable; size, doses and viabilities are not.",
  cores: [
    {
      phase: "Fe0",
      shape: "sphere",
      radius: unread("5 nm", "2 nm", "15 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
