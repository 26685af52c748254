import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Potassium chloride, dissolved: it depolarises, and is outside of the cell. */
export const potassiumChloride: Agent = agent({
  id: "potassium-chloride",
  names: ["KCl"],
  note: "Given as a powder that dissolves at once.",
  cores: [
    {
      phase: "KCl",
      shape: "cube",
      radius: sourced("50 nm", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
      spread: sourced("1", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
