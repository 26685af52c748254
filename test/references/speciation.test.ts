import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findComponent, findSolid } from "#biology";
import { speciate, speciationSolver } from "#study";
import { log10 } from "#units";
import { cases } from "./speciation/cases.ts";

interface Stored {
  readonly name: string;
  readonly pH: number;
  readonly ionicStrength: number;
  /** log10 of the activity of water, which is 1 in Kation. */
  readonly logWater: number;
  readonly molality: Readonly<Record<string, number>>;
  readonly solids: Readonly<Record<string, { readonly amount: number; readonly si: number }>>;
}

const stored = JSON.parse(readFileSync(new URL("./speciation/phreeqc.json", import.meta.url), "utf8")) as {
  readonly cases: readonly Stored[];
};

describe("the same species as PHREEQC with the same constants", () => {
  test("every case is stored", () =>
    expect(stored.cases.map((c) => c.name)).toEqual(cases.map((c) => c.name)));

  test.each(cases.map((c, i) => [c.name, c, stored.cases[i]!] as const))("%s", (_name, given, theirs) => {
    const solver = speciationSolver({
      components: Object.keys(given.totals).map(findComponent),
      solids: given.solids.map(findSolid),
      temperature: given.celsius + 273.15,
    });
    const status = solver.solve({
      totals: Object.values(given.totals),
      davies: given.davies,
      ...(given.pH !== "free" && { pH: given.pH }),
    });
    expect(status).toBe("done");
    const tolerance = given.davies ? 1e-4 : 1e-6;
    const { species } = solver.equilibrium;
    const off = species.flatMap((name, i) => {
      const m = theirs.molality[name];
      const water = name === "OH-" ? theirs.logWater : 0;
      return m === undefined || m < 1e-60
        ? []
        : [Math.abs(log10(solver.concentrations[i]!) + water - log10(m))];
    });
    expect(off.length).toBeGreaterThan(4);
    expect(Math.max(...off)).toBeLessThan(tolerance);
    given.solids.forEach((name, s) => {
      const { amount, si } = theirs.solids[name]!;
      expect(Math.abs(solver.precipitates.saturation[s]! / Math.LN10 - si)).toBeLessThan(tolerance);
      expect(Math.abs(solver.precipitates.n[s]! - amount)).toBeLessThan(1e-9 + tolerance * amount);
    });
  });
});

test("dissolved Fe(III) over ferrihydrite is what Stefansson's constants give, from pH 3 to 7.4", () => {
  const dissolved = [3, 4, 5, 6.5, 7.4].map((pH) => {
    const { components } = speciate({
      totals: { Fe3: "1 mM" },
      pH,
      activity: "ideal",
      solids: ["ferrihydrite"],
    });
    return components[0]!.dissolved / 1000;
  });
  const expected = [2.9e-5, 7.6e-7, 5.7e-8, 1.8e-9, 2.5e-10];
  dissolved.forEach((d, i) => {
    expect(Math.abs(d / expected[i]! - 1)).toBeLessThan(0.05);
  });
});
