import { doseResponse } from "#study";
import { ln } from "#units";
import { ask, type Claim, caseDraws } from "../claim.ts";

const signals = ["ICD.calreticulin", "ICD.ATP", "ICD.HMGB1"] as const;
const points = 97;

/** Hours at which the signals of dying cells have risen to half of their maximum. */
const claim: Claim = {
  id: "calreticulin-before-atp-before-hmgb1",
  says: "Of a tumour cell that dies by 1 mM H2O2, calreticulin is on the surface before ATP is outside, and ATP before HMGB1, each at half of its maximum.",
  source: "breastCancerManag2013",
  kind: "fitted",
  expect: { verdict: "undecided", margin: -0.319531 },
  distance: "the lesser of ln(t(ATP)/t(calreticulin)) and ln(t(HMGB1)/t(ATP))",
  because:
    "HMGB1 waits for the loss of the membrane and is last in every world; calreticulin and ATP are 20 min apart in the median and change places in a quarter of the worlds, their paces being known to a factor of three. " +
    "After photodynamic therapy both were seen at once. The paces were set with the order in mind, so this is no prediction.",
  async worlds() {
    const study = doseResponse({
      title: "a case",
      agents: ["hydrogen-peroxide"],
      cells: { tumour: "tumour-generic" },
      environment: { tumour: "medium-ph7.4" },
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { list: ["1 mM"], basis: "amount" },
      until: "48 h",
      read: [...signals],
      with: ["immunogenic-death"],
      numerics: { points },
      uncertainty: { draws: caseDraws },
      seed: 1,
    });
    const results = await ask(study);
    const arm = results.arms[0]!;
    return Array.from({ length: results.plan.worlds.count }, (_, w) => w).flatMap((w) => {
      const series = signals.map((id) =>
        Float64Array.from({ length: points }, (_, i) => results.read(arm, w, 0, id, i)),
      );
      // Where next to nothing dies there is nothing to see.
      if (Math.max(...series[2]!) < 1e-3) return [];
      const [calreticulin, atp, hmgb1] = series.map(halfway) as [number, number, number];
      return [Math.min(ln(atp / calreticulin), ln(hmgb1 / atp))];
    });
  },
};
export default claim;

/** Rows until a signal has risen to half of its maximum. */
function halfway(values: Float64Array): number {
  const half = Math.max(...values) / 2;
  const after = values.findIndex((x) => x >= half);
  return after - 1 + (half - values[after - 1]!) / (values[after]! - values[after - 1]!);
}
