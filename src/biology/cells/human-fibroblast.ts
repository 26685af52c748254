import { sourced } from "#model";
import { cell } from "../record.ts";
import type { Cell } from "../types.ts";

/** Human fibroblasts: diploid cells of skin or lung, early in their life span. */
export const humanFibroblast: Cell = cell({
  id: "human-fibroblast",
  names: ["human fibroblasts", "HDF", "normal human fibroblasts"],
  kind: "normal",
  note: "Growth is measured over five lines, size is recalled; all else is the generic cell.",
  own: {
    volume: sourced("2 pL", {
      grade: "B",
      range: ["1.2 pL", "4 pL"],
      source: "bionumbersBook",
      why: "recalled, not re-read: 2000 µm³ in the table of sizes",
    }),
    growth: sourced("0.035 1/h", {
      grade: "A",
      range: ["0.0248 1/h", "0.0433 1/h"],
      source: "tamm1984",
      at: "abstract, doubling in 16–28 h, mean 20 h; slower by 1.3 to 4.7 after 30 doublings",
    }),
  },
});
