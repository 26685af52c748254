import { agent, agents } from "#biology";
import { type Sourced, sourced } from "#model";
import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { alike, ask, column, frame } from "./culture.ts";

/** Surface turnover per metal of single iron atoms on an inert host and of magnetite, both of the size that is said. */
const claim: Claim = {
  id: "single-atoms-use-their-metal",
  says: "Per metal atom in the cell, single atoms on a host turn over more H2O2 than magnetite of 8 nm does.",
  source: "chemSci2021",
  kind: "encoded",
  expect: { verdict: "undecided", margin: -2.49465 },
  distance: "ln(surface ·OH per iron as single atoms / as magnetite)",
  because:
    "A third or more of single atoms can be reached and each is taken as 1–1000 oxide sites; of magnetite of 8 nm a tenth of the iron is surface. The factor is an assumption, so is the verdict.",
  async worlds() {
    const number = (text: string, range: readonly [string, string]): Sourced =>
      sourced(text, { grade: "C", range, why: "design knob, as reviews state it", needsPaper: true });
    const host = agent({
      ...agents.tio2Spheres,
      id: "single-atom-host",
      cores: [
        {
          ...agents.tio2Spheres.cores[0]!,
          singleAtoms: {
            metal: "Fe",
            loading: number("0.02", ["0.005", "0.05"]),
            accessible: number("0.6", ["0.3", "0.9"]),
            factor: number("30", ["1", "1000"]),
          },
        },
      ],
    });
    const results = await ask(
      frame({
        agents: ["fe3o4-spheres", host],
        set: alike(["fe3o4-spheres", host], "particle"),
        read: ["viability", "OH.made.surface", "metal", "load"],
      }),
    );
    const { worlds } = results.plan;
    const at = worlds.varied.findIndex((v) => v.path.endsWith("singleAtoms/loading"));
    const surface = column(results, host.id, "OH.made.surface");
    const load = column(results, host.id, "load");
    const metal = column(results, "fe3o4-spheres", "metal", true);
    return column(results, "fe3o4-spheres", "OH.made.surface").map((oxide, w) => {
      const loading = worlds.values[w * worlds.varied.length + at]!;
      return ln(surface[w]! / (load[w]! * loading) / (oxide / metal[w]!));
    });
  },
};
export default claim;
