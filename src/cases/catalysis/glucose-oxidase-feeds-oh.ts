import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** ·OH of Fe3O4 with glucose oxidase in silica, with the enzyme and without. */
const claim: Claim = {
  id: "glucose-oxidase-feeds-oh",
  says: "Glucose oxidase on magnetite in silica at least doubles the ·OH that is made in a tumour cell in 24 h.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.107796 },
  distance: "ln(·OH with enzyme / without) − ln 2",
  because:
    "The enzyme makes as much H2O2 as O2 arrives, some tens of nanomolar per second in the medium and more in the cell that has taken it up: far above what a cell makes near its iron.",
  async worlds() {
    const made = async (set: Record<string, string>): Promise<number[]> =>
      column(await ask(frame({ agents: ["fe3o4-god-dmsn"], set })), "fe3o4-god-dmsn", "OH.made");
    const [enzyme, bare] = [await made({}), await made({ gox_activity: "0" })];
    return enzyme.map((x, w) => ln(x / bare[w]!) - ln(2));
  },
};
export default claim;
