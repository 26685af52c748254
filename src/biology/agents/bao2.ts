import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";
import { unread } from "../unread.ts";

/** Barium peroxide nanoparticles without a coat: the control of GL-BaO2. */
export const bao2: Agent = agent({
  id: "bao2",
  names: ["BaO2 nanoparticles"],
  note:
    "Size not readable: that which its release rates are given for, 50 nm. Doses towards 1 mg/mL free tens of mM of barium in " +
    "a cell by the uptake of other particles; how much stays dissolved hangs on the growth of BaCO3, which is not known there.",
  cores: [
    {
      phase: "BaO2",
      shape: "sphere",
      radius: unread("25 nm", "10 nm", "60 nm"),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: { material: "none", delay: sourced("0 h", { grade: "D", why: "no coating", dist: "fixed" }) },
  triggers: [],
});
