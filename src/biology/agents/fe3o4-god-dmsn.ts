import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Ultrasmall Fe3O4 and glucose oxidase in dendritic mesoporous silica (GFD): glucose to H2O2 to ·OH. */
export const fe3o4GodDmsn: Agent = agent({
  id: "fe3o4-god-dmsn",
  names: ["GOD-Fe3O4@DMSNs", "GFD NCs"],
  note: "Composition is read; sizes, loadings and viabilities are not. Silica and magnetite are followed as two kinds of particle in the stated shares, the enzyme on the silica.",
  cores: [
    {
      phase: "SiO2",
      shape: "sphere",
      radius: unread("50 nm", "25 nm", "100 nm"),
      spread: sourced("1.15", { grade: "C", range: ["1.05", "1.3"], why: "usual spread of such particles" }),
    },
    {
      phase: "Fe3O4",
      shape: "sphere",
      radius: unread("1.5 nm", "1 nm", "3 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
      share: unread("0.1", "0.02", "0.3"),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },
  cargo: [
    {
      enzyme: "glucose-oxidase",
      loading: unread("0.05", "0.01", "0.2"),
    },
  ],

  triggers: [],
});
