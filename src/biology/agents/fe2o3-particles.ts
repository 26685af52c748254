import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Iron(III) oxide particles. */
export const fe2o3Particles: Agent = agent({
  id: "fe2o3-particles",
  names: ["Fe2O3-type particles", "iron(III) oxide particles"],
  note: "An open-access work that is still to be read; nothing of it is in this record.",
  cores: [
    {
      phase: "Fe2O3",
      shape: "sphere",
      radius: unread("10 nm", "3 nm", "50 nm"),
      spread: sourced("1.3", { grade: "C", range: ["1.1", "1.6"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
