import { beforeAll, describe, expect, test } from "vitest";
import { type CultureStudy, doseResponse } from "./questions/index.ts";
import type { Results } from "./results.ts";
import { run } from "./run.ts";

const frame: CultureStudy = {
  title: "cells that take up unequally",
  agents: ["fe2p-nanorods"],
  cells: { tumour: "tumour-generic" },
  environment: { tumour: "medium-ph7.4" },
  culture: { density: "1e5 1/mL", volume: "100 uL" },
  dose: { list: ["1 ug/mL", "3 ug/mL", "10 ug/mL", "30 ug/mL", "100 ug/mL"] },
  until: "24 h",
  read: ["viability", "load", "uptake.share", "death.ferroptotic", "death.apoptotic", "death.other"],
  with: ["uptake-spread"],
  uncertainty: { draws: 0 },
};
const ask = (options: Partial<CultureStudy> = {}): Promise<Results> =>
  run(doseResponse({ ...frame, ...options }), { workers: 1 });
const curve = (results: Results, read: string): number[] =>
  results.arms[0]!.particleDoses.map((_, d) => results.read(results.arms[0]!, 0, d, read));

describe("a culture whose cells take up unequally", () => {
  let usual: Results;
  let fine: Results;
  let mean: Results;
  beforeAll(async () => {
    usual = await ask();
    fine = await ask({ numerics: { classes: 64 } });
    mean = await ask({ with: [], read: ["viability", "load"] });
  }, 60_000);

  test("is as eight classes what it is as 64, within two thousandths of all cells", () => {
    curve(usual, "viability").forEach((v, d) => {
      expect(Math.abs(v - curve(fine, "viability")[d]!)).toBeLessThan(2e-3);
    });
  });
  test("is so within a twelfth where cells die like at a step: endosomes of salt burst or do not", async () => {
    const salt: Partial<CultureStudy> = {
      agents: ["scnp"],
      dose: { list: ["50 ug/mL", "100 ug/mL", "200 ug/mL"] },
      set: { "cells/generic/uptake": "2.9e-16 m^3/s/cell" },
      read: ["viability"],
      without: ["redox"],
    };
    const [few, many] = [await ask(salt), await ask({ ...salt, numerics: { classes: 64 } })];
    curve(few, "viability").forEach((v, d) => {
      expect(Math.abs(v - curve(many, "viability")[d]!)).toBeLessThan(1 / 12);
    });
  });
  test("dies over a wider range of doses than one of mean cells, and half of it later", () => {
    const [spread, alike] = [curve(usual, "viability"), curve(mean, "viability")];
    expect(spread[0]!).toBeLessThan(alike[0]! - 0.01);
    expect(spread[2]!).toBeGreaterThan(alike[2]! + 0.05);
    const ratio = usual.ic50()[0]!.median / mean.ic50()[0]!.median;
    expect(ratio).toBeGreaterThan(1.1);
    expect(ratio).toBeLessThan(1.6);
  });
  test("takes up what as many mean cells do, where nothing is saturated", () => {
    const [spread, alike] = [curve(fine, "load"), curve(mean, "load")];
    expect(spread[0]! / alike[0]!).toBeCloseTo(1, 2);
    for (const x of curve(fine, "uptake.share")) expect(x).toBeCloseTo(1, 2);
  });
  test("counts every death once, by the mean over its classes", () => {
    const arms = ["ferroptotic", "apoptotic", "other"].map((kind) => curve(usual, `death.${kind}`));
    curve(usual, "viability").forEach((v, d) => {
      expect(arms.reduce((sum, dead) => sum + dead[d]!, 0)).toBeCloseTo(1 - v, 3);
    });
  });
  test("runs one control, and each dose in every class, and tells all steps", () => {
    expect(usual.batch.runs).toBe(1 + 5 * 8);
    const { values } = usual.table().columns.find((c) => c.name === "steps")!;
    expect([...values].reduce<number>((sum, n) => sum + Number(n), 0)).toBe(
      usual.batch.steps.reduce((sum, n) => sum + n, 0),
    );
    expect(usual.table().columns.find((c) => c.name === "status")!.values).toEqual(Array(6).fill("done"));
  });
  test("with a spread of 1 is the culture of mean cells", async () => {
    const none = await ask({ set: { "cells/generic/uptakeSpread": "1" } });
    curve(none, "viability").forEach((v, d) => {
      expect(v).toBeCloseTo(curve(mean, "viability")[d]!, 3);
    });
  });
  test("draws its spread, and the same bytes on any number of workers", async () => {
    const drawn = { uncertainty: { draws: 6 }, dose: { list: ["3 ug/mL", "10 ug/mL"] } };
    const here = await ask(drawn);
    const there = await run(doseResponse({ ...frame, ...drawn }), { workers: 2 });
    expect(here.plan.worlds.varied.map((v) => v.path)).toContain("cells/generic/uptakeSpread");
    expect([...there.batch.observed]).toEqual([...here.batch.observed]);
  }, 60_000);
  test("is one of single cells where the agent is in solution: all meet the same", async () => {
    const dissolved = await ask({ agents: ["hydrogen-peroxide"], read: ["viability"] });
    expect(dissolved.batch.runs).toBe(6);
  });
  test("empties its medium as the culture does: every class leaves the same there", async () => {
    const seen = await ask({
      agents: ["sio2-spheres"],
      set: { "cells/generic/uptake": "3e-16 m^3/s/cell", "cells/generic/loadMax": "1 ug/cell" },
      dose: { list: ["1 ug/mL"] },
      read: ["viability", "load"],
    });
    const alike = await ask({
      agents: ["sio2-spheres"],
      set: { "cells/generic/uptake": "3e-16 m^3/s/cell", "cells/generic/loadMax": "1 ug/cell" },
      dose: { list: ["1 ug/mL"] },
      read: ["viability", "load"],
      with: [],
    });
    const arm = seen.arms[0]!;
    const column = arm.compiled.observables.indexOf("load");
    const last = (seen.batch.times.length - 1) * arm.compiled.observables.length + column;
    const loads = arm.classes.map((_, cell) => seen.batch.observed[seen.batch.offsets[1 + cell]! + last]!);
    const whole = alike.value(alike.arms[0]!, 0, 0, "load");
    // The mean cell takes three quarters of the dose; one of the highest class three times that: its neighbours' particles.
    expect(whole).toBeGreaterThan(0.7 * 1e-14);
    arm.classes.forEach(({ node }, cell) => {
      const share = Math.exp(Math.log(1.84) * (node - Math.log(1.84) / 2));
      expect(loads[cell]! / (share * whole)).toBeCloseTo(1, 2);
    });
    expect(Math.max(...loads)).toBeGreaterThan(2e-14);
  });
});
