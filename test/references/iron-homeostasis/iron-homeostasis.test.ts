import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { openSbml, sbmlModel } from "#formats";
import { check, Draft, imbalance } from "#model";
import { solve } from "#solve";
import { simulate } from "#study";
import { ironHomeostasis } from "../../../src/biology/mechanisms/iron-homeostasis.ts";
import { treated } from "../treated-cell.ts";

const here = dirname(fileURLToPath(import.meta.url));
const published = join(here, "..", "..", "..", "..", "shared", "biomodels", "models", "BIOMD0000000498.xml");
const present = existsSync(published);

/** The module by itself, with labile iron as a species of its own. */
function alone(): Draft {
  const draft = new Draft("iron homeostasis");
  draft.setting("V_cyt", "1.7 pL", "m^3", "volume");
  draft.compartment("cyt", { label: "cell", size: "V_cyt" });
  ironHomeostasis({ alone: true }).add(draft);
  return draft;
}
const model = alone().finish();

/** Concentrations of a species at times, M. */
function follow(times: readonly number[]): (id: string) => number[] {
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const run = solve(
    { kernel, parameters: compiled.nominal(), t0: 0, times: Float64Array.from([0, ...times]) },
    { rtol: 1e-9, atol: 1e-18 },
  );
  expect(run.status).toBe("done");
  return (id) => times.map((_, i) => run.states[(i + 1) * kernel.n + compiled.states.indexOf(id)]! / 1e3);
}

describe("V9: iron homeostasis as assembled", () => {
  test("has the 19 species of the published model, balanced in matter and charge", () => {
    expect(model.species.filter((s) => !s.boundary).map((s) => s.id)).toHaveLength(19);
    expect(check(model).filter((f) => f.severity === "error")).toEqual([]);
    expect(model.reactions.filter((r) => imbalance(model, r) === undefined)).toEqual([]);
  });
  test("goes where a third-party simulator takes the published file", () => {
    const [head, ...rows] = readFileSync(join(here, "excerpt.csv"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split(","));
    const found = follow(rows.map((r) => Number(r[0])));
    head!.slice(1).forEach((id, column) => {
      const values = found(id);
      rows.forEach((row, i) => {
        const expected = Number(row[column + 1]);
        expect(Math.abs(values[i]! / expected - 1), `${id} at ${row[0]} s`).toBeLessThan(1e-4);
      });
    });
  });
  test.skipIf(!present)(
    `follows the published file read by this library for a year${present ? "" : ": skipped, ../shared/biomodels is not here"}`,
    () => {
      const times = [1e3, 1e4, 1e5, 1e6, 3e7];
      const sbml = sbmlModel(openSbml(readFileSync(published, "utf8"), "model.xml").document);
      const run = simulate(sbml, { times: Float64Array.from([0, ...times]), rtol: 1e-9, atol: 1e-20 });
      const found = follow(times);
      for (const { id } of sbml.species) {
        const values = found(id);
        times.forEach((t, i) => {
          const expected = run.values[(i + 1) * run.columns.length + run.columns.indexOf(id)]!;
          expect(Math.abs(values[i]! / expected - 1), `${id} at ${t} s`).toBeLessThan(1e-5);
        });
      }
    },
  );
  test("labile iron passes 1.3 µM after 3 h, but that is not where it rests: with plasma's transferrin it comes to 4.9 µM", () => {
    const lip = follow([1e4, 1e7, 3e7])("species_2");
    expect(Math.abs(lip[0]! / 1.3e-6 - 1)).toBeLessThan(0.05);
    expect(Math.abs(lip[2]! / 4.91e-6 - 1)).toBeLessThan(1e-3);
    expect(Math.abs(lip[1]! / lip[2]! - 1)).toBeLessThan(1e-3);
  });
});

describe("iron homeostasis in a cell", () => {
  const cell = treated({ with: ["iron-homeostasis"], hours: [0, 24] });
  test("rests with labile iron below 5 % of what ferritin holds and below the 1.3 µM of plasma", () => {
    const [lip, stored] = [cell.read("labile iron")[0]!, cell.read("iron.stored")[0]!];
    expect(lip).toBeGreaterThan(0.35e-3);
    expect(lip).toBeLessThan(1.3e-3);
    expect(lip / (lip + stored)).toBeLessThan(0.05);
    expect(lip + stored).toBeLessThan(0.1);
    expect(lip + stored).toBeGreaterThan(0.01);
  });
  test("NCOA4 frees iron of ferritin, and more heme oxygenase frees iron of heme", () => {
    const read = (set: Record<string, number>): number =>
      treated({ with: ["iron-homeostasis"], hours: [0], set }).read("iron.stored")[0]!;
    const rest = cell.read("iron.stored")[0]!;
    expect(read({ ncoa4_activity: 1 })).toBeLessThan(0.8 * rest);
    expect(read({ ho1_induction: 10 })).toBeGreaterThan(rest);
  });
});

describe("V15: recovery of labile iron", () => {
  /** Hours until half of a doubled pool is gone. */
  function halfTime(k: number): number {
    const hours = Array.from({ length: 121 }, (_, i) => i / 40);
    const run = treated({
      hours,
      set: { k_store_Fe: k },
      start: (y, i) => {
        y[i("Fe2__cyt")]! *= 2;
      },
    });
    const lip = run.read("labile iron");
    return hours[lip.findIndex((x) => x <= 1.5e-3)]!;
  }
  test.each([
    ["ferrous salt, 27 min", 4.3e-4, 27],
    ["oxidative, 65–88 min", 1.8e-4, 75],
    ["reductive, at most 17 min", 7e-4, 17],
  ])("%s: within twofold", (_name, k, minutes) => {
    const found = halfTime(k) * 60;
    expect(found).toBeGreaterThan(minutes / 2);
    expect(found).toBeLessThan(minutes * 2);
  });
  test("the liver module takes a load of five times the pool within a second and exports it within a minute: K562 takes half an hour", () => {
    const run = treated({
      with: ["iron-homeostasis"],
      hours: [0, 1 / 3600, 1 / 60, 1],
      start: (y, i) => {
        y[i("Fe2__cyt")]! *= 6;
      },
    });
    const lip = run.read("labile iron");
    const stored = run.read("iron.stored");
    expect(lip[1]! / lip[3]!).toBeLessThan(2.2);
    expect(stored[1]! / stored[3]!).toBeGreaterThan(1.1);
    expect(Math.abs(lip[2]! / lip[3]! - 1)).toBeLessThan(0.02);
  });
});
