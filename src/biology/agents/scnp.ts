import { agent } from "../record.ts";
import { phospholipid, saltParticle } from "../salt-particle.ts";
import type { Agent } from "../types.ts";

/** Sodium chloride nanoparticles in phospholipid: salt that passes the membrane as a particle. */
export const scnp: Agent = agent({
  id: "scnp",
  names: ["SCNP", "NaCl nanoparticles"],
  note:
    "That particles kill and salt does not, by osmolarity after endocytosis, is read (jiang2019); size and the coat's " +
    "half-life are recalled, doses and viabilities are not readable.",
  cores: [
    { phase: "NaCl", ...saltParticle("cube", "38.5 nm", ["30 nm", "60 nm"], "77 nm edge", "jiang2019") },
  ],
  coating: phospholipid,
  triggers: [],
});
