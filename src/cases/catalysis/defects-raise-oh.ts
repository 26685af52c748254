import { type Agent, agent, agents } from "#biology";
import { sourced } from "#model";
import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** ·OH that magnetite makes in a tumour cell, above the untreated control, with and without defects of its surface. */
const claim: Claim = {
  id: "defects-raise-oh",
  says: "Defects that quicken the surface of magnetite two- to tenfold raise the ·OH that it makes in a tumour cell in 24 h by at least a tenth.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.0954846 },
  distance: "ln(·OH above the control with defects / without) − ln 1.1",
  because:
    "In the median world the surface makes less than one in ten thousand of magnetite's ·OH, so that quickening it is not seen; in one world of eight, where it is quick or next to nothing dissolves, it is.",
  async worlds() {
    const defective: Agent = agent({
      ...agents.fe3o4Spheres,
      cores: [
        {
          ...agents.fe3o4Spheres.cores[0]!,
          defects: sourced("4.5", {
            grade: "C",
            range: ["2", "10"],
            why: "design knob, as reviews state it; no measurement in a cell",
            needsPaper: true,
          }),
        },
      ],
    });
    // Without defects is a factor of one, so that both sides have one model and the same worlds.
    const made = async (set: Readonly<Record<string, string>>): Promise<number[]> =>
      column(
        await ask(frame({ agents: [defective], set, read: ["viability", "OH.made"] })),
        defective.id,
        "OH.made",
        true,
      );
    const [with_, without] = [await made({}), await made({ "agents/fe3o4-spheres/cores/0/defects": "1" })];
    return with_.map((x, w) => ln(Math.max(x, 1e-30) / Math.max(without[w]!, 1e-30)) - ln(1.1));
  },
};
export default claim;
