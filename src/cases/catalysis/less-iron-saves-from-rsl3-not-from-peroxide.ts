import type { Claim } from "../claim.ts";
import { ask, frame } from "./culture.ts";

/** The control that tells ferroptosis from death by H2O2: less labile iron. */
const claim: Claim = {
  id: "less-iron-saves-from-rsl3-not-from-peroxide",
  says: "A third of the labile iron saves more of the cells that 2 µM RSL3 kills than of those that 100 µM H2O2 kills, by at least 30 % of the dead.",
  source: "ellipticine2024",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.00805998 },
  distance: "share of the dead saved from RSL3 − share saved from H2O2 − 0.3",
  because:
    "At 2 µM RSL3 no GPX4 is left, and a third of the iron still branches faster than LOOH is cleared: iron moves the threshold and helps only near it. The few cells that 100 µM H2O2 kills beside pyruvate die by ·OH made on labile iron, so there it does help: the model lacks a death by H2O2 that needs no iron.",
  async worlds() {
    const alive = async (share: number): Promise<(agent: string, dose: number) => number[]> => {
      const results = await ask(
        frame({
          agents: ["rsl3", "hydrogen-peroxide"],
          medium: "medium-ph7.4",
          basis: "amount",
          doses: ["2 uM", "100 uM"],
          read: ["viability"],
          set: { "cells/tumour-generic/labileIron": `${share} uM` },
        }),
      );
      return (agent, dose) => {
        const arm = results.arms.find((a) => a.agent.id === agent)!;
        return Array.from({ length: results.plan.worlds.count }, (_, w) =>
          results.read(arm, w, dose, "viability"),
        );
      };
    };
    const [before, after] = [await alive(1), await alive(1 / 3)];
    const saved = (agent: string, dose: number): number[] =>
      before(agent, dose).map((v, w) => (1 - v > 1e-3 ? (after(agent, dose)[w]! - v) / (1 - v) : 0));
    const [lipid, bolus] = [saved("rsl3", 0), saved("hydrogen-peroxide", 1)];
    return lipid.map((x, w) => x - bolus[w]! - 0.3);
  },
};
export default claim;
