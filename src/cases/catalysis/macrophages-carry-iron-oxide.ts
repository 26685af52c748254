import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Tumour cells that iron oxide kills with macrophages beside them, and without. */
const claim: Claim = {
  id: "macrophages-carry-iron-oxide",
  says: "Iron oxide particles kill at least twice as many tumour cells, as accumulated hazard, with macrophages beside them as without.",
  source: "natNano2016ferumoxytol",
  kind: "encoded",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.689923 },
  distance: "ln(hazard with macrophages / without) − ln 2",
  because:
    "That macrophages turned by iron kill is put in, with only its sign known; magnetite alone dissolves too slowly in a day to do more.",
  async worlds() {
    // Hardly any macrophages in place of none: one model, and worlds that can be compared.
    const few = { value: "1e-9", range: ["1e-10", "1e-8"], grade: "C", why: "the group without macrophages" };
    const [beside, alone] = await Promise.all(
      [{}, { "chemistry/macrophage_ratio": few }].map((set) =>
        ask(frame({ agents: ["fe3o4-spheres"], dose: "50 ug/mL", with: ["macrophages"], set })),
      ),
    );
    const hazards = [beside!, alone!].map((r) =>
      column(r, "fe3o4-spheres", "viability").map((v) => -ln(Math.max(1e-300, Math.min(1 - 1e-12, v)))),
    );
    return hazards[0]!.map((h, w) => ln(h / hazards[1]![w]!) - ln(2));
  },
};
export default claim;
