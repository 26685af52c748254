import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { complexes, findComponent, findSolid, makeup, readReaction, solidMakeup, solids } from "#biology";
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

describe("constants said to be of a database are that database's", () => {
  type Found = readonly [number, number | null];
  const databases = JSON.parse(
    readFileSync(new URL("./speciation/databases.json", import.meta.url), "utf8"),
  ) as Readonly<
    Record<
      string,
      {
        readonly complexes: Readonly<Record<string, Found>>;
        readonly solids: Readonly<Record<string, readonly [string, ...Found]>>;
      }
    >
  >;
  const files: Readonly<Record<string, string>> = {
    minteqV4: "minteq.v4.dat",
    phreeqcDat: "phreeqc.dat",
    wateq4f: "wateq4f.dat",
    llnl: "llnl.dat",
  };
  const keyOf = (parts: ReadonlyMap<string, number>): string =>
    [...parts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([p, n]) => `${p}:${n}`)
      .join(" ");

  test.each(complexes.map((c) => [c.species, c] as const))("%s", (species, { logK, enthalpy, reaction }) => {
    const used = new Map(
      [...readReaction(reaction)].filter(([s]) => s !== species).map(([s, n]) => [s, -n] as const),
    );
    const key = keyOf(reaction.includes("HPO4-2 =") ? used : makeup(species).parts);
    const own = files[logK.source ?? ""];
    if (own && logK.grade === "A(c)")
      expect(databases[own]!.complexes[key]![0]).toBeCloseTo(logK.value.value, 2);
    const heat = files[enthalpy?.source ?? ""];
    if (heat) expect(databases[heat]!.complexes[key]![1]).toBeCloseTo(enthalpy!.value.value, 1);
  });

  test.each(solids.map((s) => [s.id, s] as const))("%s", (_id, solid) => {
    const key = keyOf(solidMakeup(solid).parts);
    for (const [number, column] of [
      [solid.logK, 1],
      [solid.enthalpy, 2],
    ] as const) {
      const file = files[number?.source ?? ""];
      if (!number || !file) continue;
      const entry = /(?:delta_h of )?([^;]+)/.exec(number.at!)![1]!;
      const found = databases[file]!.solids[entry]!;
      expect(found[0]).toBe(key);
      expect(Math.abs(found[column]! - number.value.value)).toBeLessThan(column === 1 ? 0.001 : 0.06);
    }
  });
});
