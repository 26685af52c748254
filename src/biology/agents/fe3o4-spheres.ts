import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** magnetite spheres as plain spheres without coating: no agent of the review but the record that measured particles are held against. */
export const fe3o4Spheres: Agent = agent({
  id: "fe3o4-spheres",
  names: ["magnetite spheres"],
  note: "Plain particle; missing rates are grade C.",
  cores: [
    {
      phase: "Fe3O4",
      shape: "sphere",
      radius: sourced("8 nm", {
        grade: "C",
        range: ["3 nm", "30 nm"],
        why: "usual primary sizes of such particles",
      }),
      spread: sourced("1.3", { grade: "C", range: ["1.1", "1.6"], why: "usual spread of such particles" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
