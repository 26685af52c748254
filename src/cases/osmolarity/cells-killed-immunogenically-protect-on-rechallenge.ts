import { vaccination } from "#study";
import { ln } from "#units";
import { ask, type Claim, caseDraws } from "../claim.ts";
import { swift } from "./culture.ts";

/** Cells killed by salt particles in culture, given to a host, and a million living ones a month later: one chain. */
const claim: Claim = {
  id: "cells-killed-immunogenically-protect-on-rechallenge",
  says: "A host given a million cells that salt particles have killed in culture holds a million living ones, a month later, at less than a tenth of the tumour of a naive host and of one given as many cells that died silently.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: 0 },
  distance: "ln(the smaller tumour, naive or after silent death / tumour after vaccination / 10)",
  because: "to be written from what is found, once it has been found",
  async worlds() {
    const results = await ask(
      vaccination({
        title: "a case",
        agents: ["scnp"],
        cells: { tumour: "tumour-generic" },
        environment: { tumour: "medium-ph7.4" },
        culture: { density: "1e5 1/mL", volume: "100 uL" },
        dose: { list: ["300 ug/mL"] },
        until: "4 h",
        host: {
          vaccine: { cells: "1e6 cells", living: "removed" },
          challenge: { cells: "1e6 cells", at: "30 d" },
          until: "58 d",
        },
        read: ["viability"],
        set: swift,
        without: ["redox"],
        numerics: { points: 3 },
        uncertainty: { draws: caseDraws },
        seed: 1,
      }),
    );
    const [arm, hosts] = [results.arms[0]!, results.hosts!];
    return Array.from({ length: results.plan.worlds.count }, (_, w) => {
      const [silent, warned] = (["silent", "vaccinated"] as const).map((kind) =>
        hosts.value(w, { arm, dose: 0, kind }),
      ) as [number, number];
      return ln(Math.min(hosts.value(w), silent) / Math.max(warned, 1) / 10);
    });
  },
};
export default claim;
