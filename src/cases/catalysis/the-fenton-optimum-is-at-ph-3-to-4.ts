import type { Claim } from "../claim.ts";
import { beaker } from "./beaker.ts";

/** pH of the greatest ·OH from Fe(III), from 0.5 to 500 µM of it. */
const claim: Claim = {
  id: "the-fenton-optimum-is-at-ph-3-to-4",
  says: "Iron with H2O2 makes most ·OH at pH 3–4, whatever the amount of iron.",
  source: "angew2021cuDna",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.54 },
  distance: "½ − |pH of the optimum − 3.5|",
  because:
    "Recycling starts from dissolved Fe(III), and the less iron there is the more of it stays dissolved: from Fe(III) " +
    "the optimum moves from pH 2.4 at 500 µM to 4.1 at 0.5 µM. 3–4 is what 50 to 1 µM do; cells hold about 1 µM.",
  async worlds() {
    const acids = Array.from({ length: 31 }, (_, i) => 2 + i * 0.1);
    return [0.5e-6, 1e-6, 5e-6, 20e-6, 50e-6, 200e-6, 500e-6].map((ferric) => {
      const made = acids.map((pH) => beaker({ pH, ferric }));
      const best = acids[made.indexOf(Math.max(...made))]!;
      return 0.5 - Math.abs(best - 3.5);
    });
  },
};
export default claim;
