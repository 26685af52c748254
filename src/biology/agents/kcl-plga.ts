import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Potassium chloride in PLGA and cancer cell membrane: an osmotic payload that lysosomes open. */
export const kclPlga: Agent = agent({
  id: "kcl-plga",
  names: ["PC@P-CCM", "KCl nanoparticles"],
  note:
    "Opening by lysosomal acid, rupture and signs of immunogenic death are read (kclPlga2023), without numbers: size, " +
    "loading and release are estimates. The polymer counts as coat; a dose counts the salt.",
  cores: [
    {
      phase: "KCl",
      shape: "cube",
      radius: unread("50 nm", "25 nm", "100 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "PLGA and cancer cell membrane",
    delay: sourced("0 h", { grade: "C", why: "the coat has a half-life instead", dist: "fixed" }),
    permeation: {
      halfLife: sourced("24 h", {
        grade: "C",
        range: ["6 h", "96 h"],
        why: "PLGA holds small solutes for a day to days at pH 7.4; not readable for this agent",
        source: "kclPlga2023",
        needsPaper: true,
        dist: "log-normal",
      }),
      acid: sourced("3", {
        grade: "C",
        range: ["1.5", "10"],
        why: "opens in acid; by how much is not readable",
        source: "kclPlga2023",
        needsPaper: true,
        dist: "log-normal",
      }),
    },
  },
  triggers: [],
});
