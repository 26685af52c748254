import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

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
        efficiency: sourced("0.3", {
          grade: "C",
          range: ["0.1", "0.6"],
          why: "not reported where it could be read",
          needsPaper: true,
        }),
        extinction: sourced("10 L/g/cm", {
          grade: "C",
          range: ["2 L/g/cm", "40 L/g/cm"],
          why: "not reported where it could be read",
          needsPaper: true,
        }),
      },
    },
  ],
});
