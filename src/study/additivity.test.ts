import { beforeAll, describe, expect, test } from "vitest";
import { additivity } from "./additivity.ts";
import { type CultureStudy, doseResponse } from "./questions/index.ts";
import type { Results } from "./results.ts";
import { run } from "./run.ts";

const asked = (options: Partial<CultureStudy>): Promise<Results> =>
  run(
    doseResponse({
      title: "a grid",
      agents: ["scnp"],
      cells: { tumour: "tumour-generic" },
      environment: { tumour: "medium-ph7.4" },
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { list: ["100 ug/mL", "300 ug/mL"] },
      until: "48 h",
      read: ["viability", "survival.colony", "survival.radiation"],
      set: { "cells/generic/uptake": "2.9e-16 m^3/s/cell" },
      numerics: { points: 3, rtol: 1e-6 },
      uncertainty: { draws: 8 },
      ...options,
    }),
    { workers: 1 },
  );
const xray = (dose: string | readonly string[]): CultureStudy["protocol"] & {} => [
  { at: "4 h", xray: { dose, rate: "2 Gy/min" } },
];

describe("salt particles and X-rays, which know nothing of each other", () => {
  let grid: Results;
  beforeAll(async () => {
    grid = await asked({ protocol: xray(["0 Gy", "2 Gy", "6 Gy"]) });
  });
  test("are additive, whatever share each leaves", () => {
    const rows = additivity(grid);
    expect(rows.length).toBe(2 * 2 * 2);
    for (const row of rows) {
      expect(Math.abs(row.excess.low)).toBeLessThan(1e-3);
      expect(Math.abs(row.excess.high)).toBeLessThan(1e-3);
      expect(row.above).toBe(0);
    }
    expect(Math.min(...rows.map((r) => r.found.median))).toBeLessThan(0.3);
  });
  test("are the same at a level as in a study of that level alone", async () => {
    const alone = await asked({ protocol: xray("6 Gy") });
    const [a, b] = [grid.levels[2]!, alone];
    for (let world = 0; world < 8; world++) {
      for (const dose of [-1, 0, 1]) {
        const [x, y] = [a, b].map((r) => r.value(r.arms[0]!, world, dose, "viability"));
        expect(x).toBeCloseTo(y!, 6);
      }
    }
    expect(additivity(alone)).toEqual([]);
  });
  test("viability is over a control with the same X-rays, survival in the grid over one with neither", () => {
    const at = grid.levels[2]!;
    const arm = grid.arms[0]!;
    expect(at.viability(arm, 0, -1)).toBe(1);
    expect(at.value(arm, 0, -1, "viability")).toBeLessThan(0.6);
    expect(at.value(arm, 0, -1, "survival.colony")).toBeCloseTo(
      at.value(arm, 0, -1, "survival.radiation") * grid.levels[0]!.value(arm, 0, -1, "viability"),
      3,
    );
  });
  test("every run stands in the table of runs with its level", () => {
    const { columns } = grid.table();
    const levels = columns.find((c) => c.name === "X_rays")!;
    expect(levels.unit).toBe("Gy");
    expect([...new Set(Array.from(levels.values, Number))]).toEqual([0, 2, 6]);
    expect(levels.values.length).toBe(8 * 3 * 3);
  });
});

test("a coat that X-rays take off beats additivity, one that they leave does not", async () => {
  const excess = async (lost: string, levels: readonly string[]): Promise<number[]> => {
    const grid = await asked({
      agents: ["gl-bao2"],
      dose: { list: ["1 mg/mL"] },
      until: "72 h",
      read: ["viability"],
      uncertainty: { vary: "none" },
      set: { "agents/gl-bao2/coating/radiolysis": lost, "agents/gl-bao2/coating/access": "0.01" },
      protocol: xray(levels),
    });
    return additivity(grid).map((r) => r.excess.median);
  };
  expect((await excess("0.2 1/Gy", ["0 Gy", "2 Gy"]))[0]).toBeGreaterThan(0.4);
  expect((await excess("0 1/Gy", ["0 Gy", "2 Gy"]))[0]).toBeLessThan(0.005);
  // A list without 0 has nothing to hold the others against.
  expect(await excess("0 1/Gy", ["1 Gy", "2 Gy"])).toEqual([]);
});
