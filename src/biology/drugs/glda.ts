import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** GLDA, dissolved: the chelator of GL-BaO2 without particles, held against its cover on them. */
export const glda: Drug = drug({
  id: "glda",
  names: ["GLDA", "L-glutamic acid N,N-diacetic acid"],
  note: "Binds Ba2+ of the medium beside Ca2+, one to one, by the constants of the chemistry of barium; an anion that stays outside. What it takes of Ca2+ is not taken from the medium's.",
  formula: "C9H13NO8",
  acts: [{ chelates: "barium" }],
});
