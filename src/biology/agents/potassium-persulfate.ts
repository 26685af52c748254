import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Potassium persulfate, dissolved: the oxidant without sodium. */
export const potassiumPersulfate: Agent = agent({
  id: "potassium-persulfate",
  names: ["K2S2O8"],
  note: "Given as a powder that dissolves at once.",
  cores: [
    {
      phase: "K2S2O8",
      shape: "cube",
      radius: sourced("50 nm", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
      spread: sourced("1", { grade: "D", why: "without meaning: it dissolves at once", dist: "fixed" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
