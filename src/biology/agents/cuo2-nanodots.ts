import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Copper peroxide nanodots: acid frees copper and H2O2 together. */
export const cuo2Nanodots: Agent = agent({
  id: "cuo2-nanodots",
  names: ["CuO2 nanodots", "CP nanodots"],
  note: "Size recalled with low confidence; doses and viabilities are not readable.",
  cores: [
    {
      phase: "CuO2",
      shape: "sphere",
      radius: sourced("2.5 nm", {
        grade: "C",
        range: ["1.5 nm", "5 nm"],
        why: "about 5 nm across, recalled with low confidence",
        needsPaper: true,
      }),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "PVP",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
