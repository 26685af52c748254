import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Copper-cysteine particles (Cu-Cys): glutathione first, then H2O2. */
export const cuCysteineNps: Agent = agent({
  id: "cu-cysteine-nps",
  names: ["Cu-Cys NPs", "copper-cysteine particles"],
  note: "Composition recalled; sizes, doses and viabilities are not readable. Not the copper-cysteamine of other groups.",
  cores: [
    {
      phase: "CuCys2",
      shape: "sphere",
      radius: unread("25 nm", "10 nm", "75 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
