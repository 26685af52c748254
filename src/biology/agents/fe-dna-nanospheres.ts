import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Fe-DNA nanospheres: a coordination polymer of iron and DNA that acid, competitors and nucleases take apart. */
export const feDnaNanospheres: Agent = agent({
  id: "fe-dna-nanospheres",
  names: ["Fe-DNA nanospheres"],
  note: "Only the kind of agent is readable; composition, size, doses and viabilities are not.",
  cores: [
    {
      phase: "FeDNA",
      shape: "sphere",
      radius: unread("50 nm", "15 nm", "150 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  triggers: [],
});
