import { agent } from "../record.ts";
import { phospholipid } from "../salt-particle.ts";
import type { Agent } from "../types.ts";
import { pnso } from "./pnso.ts";

/** Potassium persulfate in the same coat: the control of PNSO without sodium. */
export const pkso: Agent = agent({
  id: "pkso",
  names: ["PKSO", "K2S2O8 nanoparticles"],
  note: "A virtual control, not made by anyone: the persulfate of PNSO with potassium in place of sodium, size and coat alike.",
  cores: pnso.cores.map((core) => ({ ...core, phase: "K2S2O8" })),
  coating: phospholipid,
  triggers: [],
});
