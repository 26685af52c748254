import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Copper ferrite with methylene blue (MB-CuFe), in the dark, a comparator. */
export const mbCufe: Agent = agent({
  id: "mb-cufe",
  names: ["MB-CuFe"],
  note: "Read: HeLa viability above 80 % at 25 ppm in the dark. The dye acts in light only and is not followed.",
  cores: [
    {
      phase: "CuFe2O4",
      shape: "sphere",
      radius: unread("10 nm", "3 nm", "50 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
