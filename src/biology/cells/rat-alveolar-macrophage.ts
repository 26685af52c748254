import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** Rat alveolar macrophages, by lavage: a normal cell that eats particles. */
export const ratAlveolarMacrophage: Cell = cell({
  id: "rat-alveolar-macrophage",
  names: ["rat alveolar macrophages", "alveolar macrophages"],
  kind: "normal",
  note: "Size alone is measured; all else, uptake of particles too, is the generic cell.",
  own: {
    volume: sourced("1.46 pL", {
      grade: "A",
      range: ["1.1 pL", "1.9 pL"],
      source: "bionumbers103957",
      at: "mean cell volume of 1456 µm³ by Coulter counter",
    }),
  },
});
