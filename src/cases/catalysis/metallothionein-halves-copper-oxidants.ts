import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Oxidants made by copper in a normal cell with little and much metallothionein. */
const claim: Claim = {
  id: "metallothionein-halves-copper-oxidants",
  says: "A normal cell with a hundredfold of metallothionein sites (500 against 5 µM) makes at most half the oxidant of Cu2O particles at 5 µg/mL.",
  source: "reactomeMT",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.648594 },
  distance: "ln(oxidants by Cu at 5 µM / at 500 µM) − ln 2",
  because:
    "Copper makes its oxidant in the lysosome, before metallothionein sees it. In the cytosol metallothionein takes copper " +
    "from glutathione, which had kept it from H2O2 already.",
  async worlds() {
    const made = async (sites: string): Promise<number[]> =>
      column(
        await ask(
          frame({
            agents: ["cu2o-spheres"],
            cell: "normal-generic",
            medium: "medium-ph7.4",
            dose: "5 ug/mL",
            read: ["viability", "oxidant.Cu"],
            set: { "cells/generic/metallothionein": sites },
          }),
        ),
        "cu2o-spheres",
        "oxidant.Cu",
      );
    const [few, many] = [await made("5 uM"), await made("500 uM")];
    return few.map((x, w) => ln(Math.max(x, 1e-30) / Math.max(many[w]!, 1e-30)) - ln(2));
  },
};
export default claim;
