import { agent } from "../record.ts";
import { phospholipid, saltParticle } from "../salt-particle.ts";
import type { Agent } from "../types.ts";

/** Sodium persulfate nanoparticles in phospholipid: sodium and an oxidant that iron turns into radicals. */
export const pnso: Agent = agent({
  id: "pnso",
  names: ["PNSO", "Na2S2O8 nanoparticles"],
  note:
    "That sodium and radicals kill together is told of them; size is recalled, doses, half-life and viabilities are not " +
    "readable. Which of the two kills needs the controls pkso and scnp.",
  cores: [
    { phase: "Na2S2O8", ...saltParticle("sphere", "70 nm", ["50 nm", "100 nm"], "100 to 200 nm across") },
  ],
  coating: phospholipid,
  triggers: [],
});
