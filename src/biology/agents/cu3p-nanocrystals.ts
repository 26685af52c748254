import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Cu3P nanocrystals (CP NCs): acid and oxidants free Cu+; near-infrared light heats them. */
export const cu3pNanocrystals: Agent = agent({
  id: "cu3p-nanocrystals",
  names: ["Cu3P nanocrystals", "CP NCs"],
  note: "No number of the paper could be read: size, dose, heating and viability are priors.",
  cores: [
    {
      phase: "Cu3P",
      shape: "sphere",
      radius: unread("10 nm", "3 nm", "20 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "typical of thermal synthesis" }),
    },
  ],
  coating: {
    material: "none known",
    delay: sourced("0 h", { grade: "C", why: "no coating is named where it could be read", dist: "fixed" }),
  },
  triggers: [
    {
      laser: {
        wavelength: sourced("1064 nm", {
          grade: "C",
          why: "near infrared; the wavelength is not readable",
          dist: "fixed",
          needsPaper: true,
        }),
        efficiency: sourced("0.35", {
          grade: "C",
          range: ["0.2", "0.6"],
          why: "typical of copper phosphides and sulfides",
          needsPaper: true,
        }),
        extinction: unread("10 L/g/cm", "2 L/g/cm", "40 L/g/cm"),
      },
    },
  ],
});
