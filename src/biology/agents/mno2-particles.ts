import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Manganese dioxide particles: the shell of MS@MnO2 by itself. */
export const mno2Particles: Agent = agent({
  id: "mno2-particles",
  names: ["MnO2 particles", "manganese dioxide nanosheets"],
  note: "A comparator; the sheet is thin and wide.",
  cores: [
    {
      phase: "MnO2",
      shape: "sheet",
      radius: sourced("50 nm", {
        grade: "C",
        range: ["15 nm", "150 nm"],
        why: "usual width of such sheets",
        needsPaper: true,
      }),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
      thickness: sourced("2 nm", {
        grade: "C",
        range: ["0.7 nm", "10 nm"],
        why: "one to a dozen layers",
        needsPaper: true,
      }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
