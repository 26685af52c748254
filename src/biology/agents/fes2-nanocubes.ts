import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Pyrite nanocubes: H2O2 oxidises their surface, and what is freed oxidises it further; light heats them. */
export const fes2Nanocubes: Agent = agent({
  id: "fes2-nanocubes",
  names: ["FeS2 nanocubes", "pyrite nanocubes"],
  note: "The mechanism is read in the abstract; doses and viabilities are not readable there.",
  cores: [
    {
      phase: "FeS2",
      shape: "sphere",
      radius: sourced("40 nm", {
        grade: "C",
        range: ["15 nm", "175 nm"],
        why: "other works compare 30 with 350 nm; of this one not readable",
        needsPaper: true,
      }),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
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
          range: ["780 nm", "1064 nm"],
          why: "not reported where it could be read; another group used 915 nm",
          needsPaper: true,
        }),
        efficiency: unread("0.3", "0.1", "0.6"),
        extinction: unread("10 L/g/cm", "2 L/g/cm", "40 L/g/cm"),
      },
    },
  ],
});
