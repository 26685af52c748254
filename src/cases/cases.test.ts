import { describe, expect, test } from "vitest";
import { sources } from "#biology";
import { cases, foldText, runCase, validate } from "./index.ts";

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
