import { describe, expect, test } from "vitest";
import { sources } from "#biology";
import { cases, foldText, runCase, validate } from "./index.ts";
import { leastWorlds, whereSomeDie } from "./osmolarity/culture.ts";

describe.each(cases.map((c) => [c.id, c] as const))("%s", (_id, claim) => {
  test("has the verdict and the margin on record", async () => {
    const found = await runCase(claim);
    expect(claim.unsourced ? "undecided" : found.verdict).toBe(claim.expect.verdict);
    expect(Math.abs(found.margin - claim.expect.margin)).toBeLessThanOrEqual(
      1e-3 * Math.max(1, Math.abs(claim.expect.margin)),
    );
    expect(found.unchanged).toBe(true);
  }, 60_000);
  test("cites a work and says what decides it", () => {
    expect(Object.keys(sources)).toContain(claim.source);
    expect(claim.because.length).toBeGreaterThan(40);
  });
});

test("worlds in which nobody dies have no say, and too few that do leave a claim undecided", async () => {
  expect(whereSomeDie([1, 2, 3], [1, 0.96, 0.9], [0.94, 0.99, 1])).toEqual([1, 3]);
  const [claim] = cases.filter((c) => c.least !== undefined);
  const asked = (worlds: number): ReturnType<typeof runCase> =>
    runCase({ ...claim!, unsourced: false, worlds: async () => Array.from({ length: worlds }, () => 1) });
  expect((await asked(leastWorlds)).verdict).toBe("holds");
  expect((await asked(leastWorlds - 1)).verdict).toBe("undecided");
});

test("every fact has a prediction with a band and a fold error", async () => {
  const results = await validate();
  expect(results.length).toBeGreaterThanOrEqual(3);
  for (const r of results) {
    expect(r.predicted.low).toBeLessThanOrEqual(r.predicted.median);
    expect(r.predicted.median).toBeLessThanOrEqual(r.predicted.high);
    expect(foldText(r)).toMatch(/×|not reached/);
    expect(r.standing).toMatch(/calibrated/);
    expect(Object.keys(sources)).toContain(r.fact.source);
  }
  // The calibration saw copper and iron oxides at 24 h, and nothing else of what is held against predictions.
  expect(results.filter((r) => r.fact.fitted).map((r) => r.fact.agent)).toEqual([
    "cuo-spheres",
    "cu2o-spheres",
    "fe3o4-spheres",
  ]);
  // What a fact names is in the library, and a share is a share.
  const shares = results.filter((r) => r.fact.asks === "viability");
  expect(shares.length).toBeGreaterThan(0);
  for (const { predicted } of shares) expect(predicted.high).toBeLessThanOrEqual(1 + 1e-6);
}, 180_000);
