import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** titania spheres as plain spheres without coating: no agent of the review but the record that measured particles are held against. */
export const tio2Spheres: Agent = agent({
  id: "tio2-spheres",
  names: ["titania spheres"],
  note: "Inert control.",
  cores: [
    {
      phase: "TiO2",
      shape: "sphere",
      radius: sourced("12 nm", {
        grade: "C",
        range: ["5 nm", "30 nm"],
        why: "usual primary sizes of such particles",
      }),
      spread: sourced("1.3", { grade: "C", range: ["1.1", "1.6"], why: "usual spread of such particles" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
