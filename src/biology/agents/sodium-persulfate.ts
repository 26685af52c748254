import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Sodium persulfate, dissolved: the control of its particles, outside of the cell. */
export const sodiumPersulfate: Agent = agent({
  id: "sodium-persulfate",
  names: ["Na2S2O8"],
  note: "Given as a powder that dissolves at once.",
  cores: [
    {
      phase: "Na2S2O8",
      shape: "cube",
      radius: sourced("50 nm", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
      spread: sourced("1", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
