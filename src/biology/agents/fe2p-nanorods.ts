import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Fe2P nanorods (FP NRs): acid and oxidants free Fe2+; 1064 nm light heats them. */
export const fe2pNanorods: Agent = agent({
  id: "fe2p-nanorods",
  names: ["Fe2P nanorods", "FP NRs"],
  note: "Photothermal efficiency read in the abstract; sizes, doses and viabilities are not readable there.",
  cores: [
    {
      phase: "Fe2P",
      shape: "rod",
      radius: unread("5 nm", "2 nm", "10 nm"),
      length: unread("40 nm", "20 nm", "100 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "typical of thermal synthesis" }),
    },
  ],
  coating: {
    material: "PTMP-PMAA",
    delay: sourced("0 h", {
      grade: "C",
      why: "a polymer brush is taken as permeable to water and ions",
      dist: "fixed",
    }),
  },
  triggers: [
    {
      laser: {
        wavelength: sourced("1064 nm", {
          grade: "A",
          source: "angew2019fe2p",
          at: "abstract",
          dist: "fixed",
        }),
        efficiency: sourced("0.566", {
          grade: "A",
          range: ["0.5", "0.63"],
          source: "angew2019fe2p",
          at: "abstract; spread of the method",
        }),
        extinction: unread("10 L/g/cm", "2 L/g/cm", "40 L/g/cm"),
      },
    },
    "ultrasound",
  ],
  relaxivity: {
    r2: sourced("277.79 1/(mM*s)", {
      grade: "A",
      range: ["250 1/(mM*s)", "310 1/(mM*s)"],
      source: "angew2019fe2p",
      at: "abstract; spread of the method",
    }),
  },
});
