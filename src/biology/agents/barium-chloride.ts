import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Barium chloride, dissolved: barium ions outside of the cell, without peroxide. */
export const bariumChloride: Agent = agent({
  id: "barium-chloride",
  names: ["BaCl2"],
  note: "Given as a powder that dissolves at once.",
  cores: [
    {
      phase: "BaCl2",
      shape: "cube",
      radius: sourced("50 nm", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
      spread: sourced("1", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
