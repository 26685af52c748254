import { beforeAll, expect, test } from "vitest";
import { doseResponse, type Results, run } from "#study";
import { figures, files, html } from "./index.ts";

let results: Results;
beforeAll(async () => {
  results = await run(
    doseResponse({
      title: "a grid",
      agents: ["scnp"],
      cells: { tumour: "tumour-generic", normal: "normal-generic" },
      environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { list: ["100 ug/mL", "1 mg/mL"] },
      protocol: [{ at: "0 h", drug: "ouabain", concentration: ["0 nM", "30 nM", "100 nM"] }],
      until: "24 h",
      read: ["viability", "Na"],
      without: ["redox"],
      set: { "cells/generic/uptake": "2.9e-16 m^3/s/cell" },
      numerics: { points: 3 },
      uncertainty: { draws: 6 },
    }),
    { workers: 1 },
  );
});

test("the page has a section of the grid and says which level the rest is of", () => {
  const text = html(results);
  expect(text).toContain('<section id="grid">');
  expect(text).toContain('<figure id="grid-viability">');
  expect(text).toMatch(/curves are of the lowest level, 0 nM/);
});

test("the figure has a field for each dose and level of each cell, with what each does alone", () => {
  const svg = figures(results)
    .find((f) => f.name === "grid-viability")!
    .svg(85);
  expect(svg).toContain("scnp, tumour cell: ouabain (nM)");
  expect(svg).toContain("scnp, normal cell: ouabain (nM)");
  // 3 rows × 3 columns of two cells, and a colour over those with both.
  expect(svg.match(/<rect /g)!.length).toBe(2 * (9 + 4));
  expect(svg).not.toMatch(/NaN|undefined/);
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map((m) => Number(m[1]));
  expect(Math.min(...sizes) * 0.75).toBeGreaterThanOrEqual(7);
});

test("tables have the level, in the unit it was written in", async () => {
  const all = await files(results);
  const lines = (name: string): string[] => String(all.get(name)).trim().split("\n");
  const grid = lines("additivity.csv");
  expect(grid[0]).toContain("dose_particle (ug/mL),ouabain (nM),found_median");
  expect(grid.length).toBe(1 + 2 * 2 * 2);
  expect(lines("ic50.csv").length).toBe(1 + 2 * 3);
  expect(lines("study.yaml").join("\n")).toContain("100 nM");
}, 60_000);
