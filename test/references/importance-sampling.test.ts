import { describe, expect, test } from "vitest";
import { sourced } from "#model";
import {
  draw,
  fitted,
  logRatios,
  moments,
  normalised,
  priorOf,
  proposalOf,
  resampled,
  temper,
} from "../../bench/calibrate/population.ts";

/** Two normal scores of which the data give the sum, 2 ± 0.5: mean 8/9 each, spread √(5/9), correlation −0.8. */
const logLikelihood = ([x, y]: readonly number[]): number => -0.5 * ((x! + y! - 2) / 0.5) ** 2;

function sampled(rounds: number, draws: number): { z: number[][]; weights: number[]; effective: number } {
  const z: number[][] = [];
  const proposals = [];
  let next = priorOf(2);
  for (let round = 0; round < rounds; round++) {
    const shares = round === 0 ? [draws, 0] : [0.1 * draws, 0.9 * draws];
    for (const [k, of] of [priorOf(2), next].entries()) {
      if (shares[k] === 0) continue;
      z.push(...draw(of, shares[k]!, 1, 2 * round + k));
      proposals.push({ of, count: shares[k]! });
    }
    const ratios = logRatios(z, proposals);
    const power = temper(z.map(logLikelihood), ratios, 100);
    const { weights, effective } = normalised(z.map((row, i) => power * logLikelihood(row) + ratios[i]!));
    next = proposalOf(moments(z, weights), effective, 1.15);
  }
  const ratios = logRatios(z, proposals);
  return { z, ...normalised(z.map((row, i) => logLikelihood(row) + ratios[i]!)) };
}

describe("the sampler of the calibration", () => {
  test("finds the mean, spread and correlation of a posterior that is known", () => {
    const { z, weights } = sampled(4, 2000);
    const { mean, covariance } = moments(z, weights);
    for (const j of [0, 1]) {
      expect(Math.abs(mean[j]! - 8 / 9)).toBeLessThan(0.03);
      expect(Math.abs(Math.sqrt(covariance[j]![j]!) - Math.sqrt(5 / 9))).toBeLessThan(0.03);
    }
    const rho = covariance[0]![1]! / Math.sqrt(covariance[0]![0]! * covariance[1]![1]!);
    expect(Math.abs(rho + 0.8)).toBeLessThan(0.03);
  });

  test("is worth more than as many draws of the prior", () => {
    expect(sampled(4, 500).effective).toBeGreaterThan(2 * sampled(1, 2000).effective);
  });

  test("gives no draw more than the share of the prior among the draws allows", () => {
    const far = { mean: [3, 3], factor: priorOf(2).factor };
    const z = [...draw(priorOf(2), 250, 1, 1), ...draw(far, 750, 1, 2)];
    const ratios = logRatios(z, [
      { of: priorOf(2), count: 250 },
      { of: far, count: 750 },
    ]);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(Math.log(4) + 1e-12);
  });

  test("draws rows again in proportion to their weights", () => {
    expect(resampled(["a", "b", "c"], [0.5, 0, 0.5], 4)).toEqual(["a", "a", "c", "c"]);
    expect(resampled(["a", "b"], [0.25, 0.75], 8).filter((x) => x === "b")).toHaveLength(6);
  });

  test("takes a number from its prior's median and ends at scores of 0 and ±1.645", () => {
    const { at } = fitted(
      "x",
      "x",
      sourced("2 mM", { grade: "C", range: ["1 mM", "8 mM"], why: "an example" }),
    );
    expect(at(0)).toBeCloseTo(2, 12);
    expect(at(-1.6448536269514722)).toBeCloseTo(1, 12);
    expect(at(1.6448536269514722)).toBeCloseTo(8, 12);
  });
});
