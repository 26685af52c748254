import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Cu-DNAzyme nanohybrids: copper held by DNA, and a DNAzyme that cuts the mRNA of VEGFR2. */
export const cuDnazymeNanohybrids: Agent = agent({
  id: "cu-dnazyme-nanohybrids",
  names: ["Cu-DNAzyme nanohybrids", "Cu/DNAzyme"],
  note: "The kind of agent and its two arms are read in the abstract; composition, size, doses and results are not readable there.",
  cores: [
    {
      phase: "CuDNA",
      shape: "sphere",
      radius: unread("50 nm", "15 nm", "150 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },
  cargo: [
    {
      nucleicAcid: "vegfr2-dnazyme",
      loading: unread("0.2", "0.05", "0.5"),
    },
  ],

  triggers: [],
});
