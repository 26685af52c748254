import { drawWorlds, plan } from "#study";
import { ln } from "#units";
import { type Claim, caseDraws } from "../claim.ts";
import { frame } from "./culture.ts";

/** Rate constants with H2O2 at pH 6.5 of free Cu(I) and chelated Fe(II). */
const claim: Claim = {
  id: "copper-faster-than-iron-at-ph-6-5",
  says: "At pH 6.5 Cu+ reacts with H2O2 faster than Fe2+ does, both with the ligands they meet in a cell.",
  source: "chemSci2021",
  kind: "encoded",
  expect: { verdict: "undecided", margin: -1.32756 },
  distance: "ln(k Cu(I) / k Fe(II)-citrate)",
  because:
    "4.7e3 (1e3–1e4) against 4.2e3 (1.4e3–7e3) 1/(M·s) of citrate: the same order. Copper's advantages are reduction and solubility.",
  async worlds() {
    const { arms } = plan(frame({ agents: ["cu3p-nanocrystals"] }));
    const parameters = arms.flatMap((a) => a.compiled.model.parameters);
    const pair = ["chemistry/k_fenton_Cu1_H2O2", "chemistry/k_fenton_Fe2_citrate"];
    const { values } = drawWorlds(parameters, { draws: caseDraws, sampler: "latin", vary: pair, seed: 1 });
    return Array.from({ length: caseDraws }, (_, w) => ln(values[2 * w]! / values[2 * w + 1]!));
  },
};
export default claim;
