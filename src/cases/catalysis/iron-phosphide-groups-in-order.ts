import type { Results } from "#study";
import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, frame, treated } from "./culture.ts";

/** Deaths in the treatment groups of the nanorods. */
const claim: Claim = {
  id: "iron-phosphide-groups-in-order",
  says: "Treatment groups of Fe2P nanorods rank: light alone, nanorods, nanorods with light or ultrasound, nanorods with both; each kills more tumour cells than the one before.",
  source: "angew2019fe2p",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -1.19201 },
  distance: "smallest ln(hazard of a group / of the group before)",
  because:
    "Heat and ultrasound add to what iron does, in proportion to doses nobody has reported; the order is lost where light alone kills, or where sound frees nothing that is not freed anyway.",
  async worlds() {
    const groups = await Promise.all(
      [{}, { light: true }, { sound: true }, { light: true, sound: true }].map((on) =>
        ask(frame({ agents: ["fe2p-nanorods"], protocol: treated(on) })),
      ),
    );
    const [agent, lit, loud, both] = groups as [Results, Results, Results, Results];
    // Deaths as accumulated hazard, so that what is nearly all dead still ranks; untreated cells have none.
    const hazard = (r: Results, w: number, dose: number): number =>
      -ln(Math.max(1e-300, Math.min(1 - 1e-12, r.value(r.arms[0]!, w, dose, "viability"))));
    return Array.from({ length: agent.plan.worlds.count }, (_, w) => {
      const alone = hazard(agent, w, 0);
      const steps = [
        alone / hazard(lit, w, -1),
        hazard(lit, w, 0) / alone,
        hazard(loud, w, 0) / alone,
        hazard(both, w, 0) / Math.max(hazard(lit, w, 0), hazard(loud, w, 0)),
      ];
      return Math.min(...steps.map((s) => ln(s)));
    });
  },
};
export default claim;
