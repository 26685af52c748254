import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** iron(II) chloride, dissolved: the comparator that enters cells by transporters only. */
export const ironSalt: Agent = agent({
  id: "iron-salt",
  names: ["iron(II) chloride"],
  note: "Given as a powder that dissolves at once.",
  cores: [
    {
      phase: "FeCl2",
      shape: "sphere",
      radius: sourced("50 nm", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
      spread: sourced("1", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
