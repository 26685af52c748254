import { log10 } from "#units";
import type { Claim } from "../claim.ts";

/** ·OH of a dose of X-rays against the chelator it is said to destroy. */
const claim: Claim = {
  id: "x-rays-destroy-the-chelator-by-hydroxyl",
  says: "The ·OH that 6 Gy of X-rays make destroys the chelator that holds barium, a millimolar of it.",
  source: "zhang2019",
  kind: "encoded",
  expect: { verdict: "fails", margin: -2.77937 },
  distance: "log10(·OH of 6 Gy / 1 mM)",
  because:
    "Radiolysis makes 0.277 µM of ·OH per gray, 1.7 µM in all, before proteins and glutathione have taken their 99 %. What opens the particles, if X-rays do, is something else; the opening is a fitted number of the coating.",
  async worlds() {
    return [log10((6 * 0.277e-3) / 1)];
  },
};
export default claim;
