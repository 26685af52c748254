import { beforeAll, describe, expect, test } from "vitest";
import { rankCorrelation } from "#results";
import { type VaccinationStudy, vaccination } from "./questions/index.ts";
import { readStudy } from "./read.ts";
import type { Results } from "./results.ts";
import { run } from "./run.ts";

const frame: VaccinationStudy = {
  title: "cells killed in culture as a vaccine",
  agents: ["hydrogen-peroxide"],
  cells: { tumour: "tumour-generic" },
  environment: { tumour: "medium-ph7.4" },
  culture: { density: "1e5 1/mL", volume: "100 uL" },
  dose: { list: ["1 uM", "3 mM"], basis: "amount" },
  until: "6 h",
  host: {
    vaccine: { cells: "1e6 cells", living: "removed" },
    challenge: { cells: "1e6 cells", at: "30 d" },
    until: "58 d",
  },
  read: ["viability"],
  uncertainty: { draws: 0 },
};
const ask = (options: Partial<VaccinationStudy> = {}): Promise<Results> =>
  run(vaccination({ ...frame, ...options }), { workers: 1 });
const given = (results: Results, dose: number) => results.hosts!.vaccine(results.arms[0]!, 0, dose);

describe("cells killed in culture, given to a host that is challenged", () => {
  let washed: Results;
  beforeAll(async () => {
    washed = await ask();
  }, 60_000);
  const end = (results: Results, dose: number, kind: "vaccinated" | "silent"): number =>
    results.hosts!.value(0, { arm: results.arms[0]!, dose, kind });

  test("protect the more the more of them died, and more than as many that died silently", () => {
    const naive = washed.hosts!.value(0);
    expect(naive).toBeGreaterThan(1e7);
    expect(end(washed, 0, "vaccinated") / naive).toBeGreaterThan(0.9);
    expect(end(washed, 1, "vaccinated") / naive).toBeLessThan(0.5);
    expect(end(washed, 1, "vaccinated")).toBeLessThan(0.9 * end(washed, 1, "silent"));
  });
  test("are as many as are given: the dead by the culture's own count, and the rest living", async () => {
    const arm = washed.arms[0]!;
    const dead = washed.value(arm, 0, 1, "vaccine.dead");
    const living = washed.value(arm, 0, 1, "vaccine.living");
    expect(given(washed, 1).dead).toBeCloseTo((1e6 * dead) / (dead + living), 3);
    expect(given(washed, 1).living).toBe(0);
    const vaccine = { cells: "1e6 cells", living: "given" as const };
    const whole = await ask({ host: { ...frame.host, vaccine } });
    expect(given(whole, 1).dead + given(whole, 1).living).toBeCloseTo(1e6, 3);
    // Where next to nobody has died a vaccine is a tumour.
    expect(given(whole, 0).living).toBeGreaterThan(0.99e6);
    const before = whole.hosts!.value(0, { arm: whole.arms[0]!, dose: 0, kind: "vaccinated" }, "tumour", 29);
    expect(before).toBeGreaterThan(1e6);
  });
  test("bring what they have not let out yet, and with their medium what they have", async () => {
    const vaccine = { cells: "1e6 cells", living: "removed" as const, washed: false };
    const whole = given(await ask({ host: { ...frame.host, vaccine } }), 1);
    for (const key of ["ATP", "HMGB1"] as const)
      expect(whole[key]).toBeGreaterThan(given(washed, 1)[key] + 1e-3);
    expect(whole.calreticulin).toBe(given(washed, 1).calreticulin);
    for (const key of ["calreticulin", "ATP", "HMGB1"] as const) {
      expect(given(washed, 1)[key]).toBeGreaterThan(0);
      expect(whole[key]).toBeLessThanOrEqual(1);
    }
  });
  test("have lost most of their ATP and HMGB1 when they are taken a day later", async () => {
    const late = given(await ask({ until: "24 h" }), 1);
    expect(late.ATP).toBeLessThan(0.1 * given(washed, 1).ATP);
    expect(late.HMGB1).toBeLessThan(0.5 * given(washed, 1).HMGB1);
  });
  test("that burst show no calreticulin and hold no ATP: they have let it out", async () => {
    const salt: Partial<VaccinationStudy> = {
      agents: ["scnp"],
      dose: { list: ["3 mg/mL"] },
      set: { "cells/generic/uptake": "2.9e-16 m^3/s/cell" },
      without: ["redox"],
      until: "2 h",
      read: ["viability", "probe.annexin", "probe.annexin.PI", "probe.LDH"],
    };
    const burst = await ask(salt);
    const arm = burst.arms[0]!;
    expect(burst.value(arm, 0, 0, "death.osmotic")).toBeGreaterThan(0.5);
    expect(given(burst, 0).calreticulin).toBeLessThan(0.1);
    expect(given(burst, 0).ATP).toBeLessThan(0.3);
    expect(burst.value(arm, 0, 0, "ICD.ATP")).toBeGreaterThan(0.05);
    // They have no membrane: dyes see them as lysed, not as intact cells that will die.
    const osmotic = burst.value(arm, 0, 0, "death.osmotic");
    expect(burst.value(arm, 0, 0, "probe.annexin.PI")).toBeGreaterThan(osmotic - 0.01);
    expect(burst.value(arm, 0, 0, "probe.annexin")).toBeLessThan(0.05);
    expect(burst.value(arm, 0, 0, "probe.LDH")).toBeGreaterThan(0.8 * osmotic);
  });
  test("of one world stand against the naive host of that world, the same whatever the workers", async () => {
    const drawn = { uncertainty: { draws: 5 } };
    const here = await ask(drawn);
    const there = await run(vaccination({ ...frame, ...drawn }), { workers: 2 });
    expect([...there.hosts!.batch.observed]).toEqual([...here.hosts!.batch.observed]);
    expect(here.plan.worlds.varied.map((v) => v.path)).toContain("chemistry/half_ATP");
    const [, row] = here.hosts!.rows();
    const arm = here.arms[0]!;
    const ratios = Array.from(
      { length: 5 },
      (_, w) => here.hosts!.value(w, { arm, dose: 1, kind: "vaccinated" }) / here.hosts!.value(w),
    ).sort((a, b) => a - b);
    expect(row!.ratio.median).toBeCloseTo(ratios[2]!, 12);
    expect(row!.worlds).toBe(5);
    const table = here.hosts!.table();
    expect(table.columns.find((c) => c.name === "tumour")!.values).toHaveLength(10);
  }, 60_000);
  test("are ranked by the numbers of host and culture that decide, and not where nothing varies", async () => {
    expect(washed.hosts!.influence(washed.arms[0]!)).toEqual([]);
    const only = ["chemistry/K_antigen", "cells/generic/volume"];
    const drawn = await ask({ uncertainty: { draws: 12, vary: only } });
    const [arm, hosts] = [drawn.arms[0]!, drawn.hosts!];
    const ranked = hosts.influence(arm);
    expect(ranked.map((r) => r.path).sort()).toEqual([...only].sort());
    const { varied, values } = drawn.plan.worlds;
    const column = (path: string): number[] => {
      const j = varied.findIndex((v) => v.path === path);
      return Array.from({ length: 12 }, (_, w) => values[w * varied.length + j]!);
    };
    const outcome = Array.from(
      { length: 12 },
      (_, w) => hosts.value(w, { arm, dose: 1, kind: "vaccinated" }) / hosts.value(w),
    );
    for (const { path, rho } of ranked) expect(rho).toBeCloseTo(rankCorrelation(column(path), outcome), 12);
    // The more dead cells it takes, the more of the tumour is left.
    expect(ranked[0]!.path).toBe("chemistry/K_antigen");
    expect(ranked[0]!.rho).toBeGreaterThan(0.9);
    expect(ranked[0]!.experiment).toMatch(/dendritic/);
  });
  test("follow numbers of the host that a study sets", async () => {
    const forgetful = await ask({ set: { "chemistry/naive_start": "1e-9 cells" } });
    expect(end(forgetful, 1, "vaccinated") / forgetful.hosts!.value(0)).toBeGreaterThan(0.99);
  });
});

describe("a vaccination that cannot be", () => {
  const faultsOf = (host: unknown, more: object = {}) =>
    readStudy({ kation: 1, study: "vaccination", ...frame, ...more, host }).faults.map(
      ({ path, error }) => `${path.join("/")}: ${error.code} ${error.what}`,
    );
  test("is refused with the place and the reason", () => {
    const { vaccine, challenge } = frame.host;
    expect(faultsOf(frame.host)).toEqual([]);
    expect(faultsOf({ vaccine, challenge, until: "20 d" })).toEqual([
      expect.stringMatching(/^host\/until: out-of-range .* no further than to its challenge/),
    ]);
    expect(faultsOf({ vaccine: { cells: 1e6 }, challenge, until: "58 d" })).toEqual([
      expect.stringMatching(/^host\/vaccine\/cells: missing-unit/),
    ]);
    expect(faultsOf({ vaccine, challenge: { cells: "-1 cells", at: "30 d" }, until: "58 d" })).toEqual([
      expect.stringMatching(/^host\/challenge\/cells: out-of-range/),
    ]);
    expect(faultsOf({ vaccine, challenge: { cells: "1e6 cells", at: "30 kg" }, until: "58 d" })).toEqual([
      expect.stringMatching(/^host\/challenge\/at: mismatch-unit/),
    ]);
    expect(faultsOf(undefined)).toEqual([expect.stringMatching(/^host: missing-key/)]);
    expect(faultsOf({ ...frame.host, boost: 1 })).toEqual([expect.stringMatching(/host\/boost: unknown-/)]);
    const cells = { tumour: "tumour-generic", normal: "normal-generic" };
    expect(faultsOf(frame.host, { cells })).toEqual([expect.stringMatching(/cells\/normal/)]);
    const protocol = [{ at: "1 h", xray: { dose: ["0 Gy", "2 Gy"], rate: "1 Gy/min" } }];
    expect(faultsOf(frame.host, { protocol })).toEqual([
      expect.stringMatching(/^protocol: unsupported-feature a list of X-rays/),
    ]);
  });
  test("is no key of another question", () => {
    const { faults } = readStudy({ kation: 1, study: "dose-response", ...frame });
    expect(faults.map((f) => f.path.join("/"))).toEqual(["host"]);
  });
});
