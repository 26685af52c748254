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
  expect: { verdict: "undecided", margin: -0.296129 },
  distance: "ln(the smaller tumour, naive or after silent death / tumour after vaccination / 10)",
  because:
    "As many dead cells do most of it without a signal: they hold the tumour below a tenth of the naive host's in 35 % of worlds, those killed by salt in 45 %, and below a tenth of the silent ones' in 4 %. " +
    "Cells that burst show no calreticulin and let their ATP out into a medium that is washed away: in the median world 4 % of the dead show the one and 2 % of their ATP is still to come, after 4 h; after a day, next to none. " +
    "How few of the dead are enough to warn, and how much of a signal, nobody knows; dose, time and washing are not reported where they could be read.",
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
