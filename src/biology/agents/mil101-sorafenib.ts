import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** MIL-101(Fe) that carries sorafenib, a comparator: iron and a blocked cystine uptake. */
export const mil101Sorafenib: Agent = agent({
  id: "mil101-sorafenib",
  names: ["MIL-101(Fe)@sorafenib"],
  note: "Read in the abstract for HepG2; sizes, loadings and doses are not.",
  cores: [
    {
      phase: "MIL101",
      shape: "sphere",
      radius: unread("100 nm", "40 nm", "250 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },
  cargo: [
    {
      drug: "sorafenib",
      loading: unread("0.1", "0.02", "0.3"),
    },
  ],
  triggers: [],
});
