import { sourced } from "#model";
import { agent } from "../record.ts";
import { phospholipid } from "../salt-particle.ts";
import type { Agent } from "../types.ts";
import { scnp } from "./scnp.ts";

/** The same particles after hours in water: most of the salt is outside, the coats are given with it. */
export const agedScnp: Agent = agent({
  id: "aged-scnp",
  names: ["aged SCNP"],
  note: "A control: particles that have stood in water, here for 6 h; the age is that of the experiment to be described.",
  cores: scnp.cores,
  coating: {
    ...phospholipid,
    age: sourced("6 h", {
      grade: "C",
      range: ["1 h", "24 h"],
      why: "long against a half-life of about 1 h; set it to the age in question",
    }),
  },
  triggers: [],
});
