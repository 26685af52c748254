import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** MnO2-coated mesoporous silica (MS@MnO2): glutathione takes the shell off as Mn2+, two GSH each. */
export const msMno2: Agent = agent({
  id: "ms-mno2",
  names: ["MS@MnO2", "MnO2-coated mesoporous silica", "MS@MnO2 NPs"],
  note: "The mechanism is read in the abstract; sizes, doses and viabilities are not readable there.",
  cores: [
    {
      phase: "SiO2",
      shape: "sphere",
      radius: unread("50 nm", "25 nm", "100 nm"),
      spread: sourced("1.15", { grade: "C", range: ["1.05", "1.3"], why: "typical of mesoporous silica" }),
      shells: [
        {
          phase: "MnO2",
          thickness: unread("5 nm", "2 nm", "10 nm"),
        },
      ],
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "the shell is the outer surface", dist: "fixed" }),
  },
  triggers: [],
});
