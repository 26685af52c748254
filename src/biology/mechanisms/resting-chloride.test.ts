import { describe, expect, test } from "vitest";
import { agents, assemble, cells, environments, findFluid } from "#biology";
import { evaluate } from "#expr";
import { toBase } from "#units";
import { chlorideAtRest } from "./resting-chloride.ts";

const copperIn = (cell: keyof typeof cells, ionCore: boolean) =>
  assemble({
    agent: agents.cu2oSpheres,
    cell: cells[cell],
    environment: environments.mediumPh74,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    ...(ionCore ? { with: ["ion-core"] } : {}),
  }).model;

/** A rule with the numbers as written. */
function valueOf(model: ReturnType<typeof copperIn>, id: string): number {
  const lookup = (name: string): number | undefined => {
    const rule = model.rules.find((r) => r.id === name);
    if (rule) return evaluate(rule.expr, lookup);
    const p = model.parameters.find((x) => x.id === name);
    return p && toBase({ value: p.value, unit: p.unit });
  };
  return lookup(id)!;
}

describe("chloride of the cytosol", () => {
  test("is one number of a cell: that of its resting row, for copper as for the ion core", () => {
    for (const cell of ["tumourGeneric", "normalGeneric"] as const) {
      const alone = valueOf(copperIn(cell, false), "chloride_cyt");
      expect(alone).toBeCloseTo(valueOf(copperIn(cell, true), "Cl_rest"), 12);
      expect(alone).toBeCloseTo(toBase(chlorideAtRest(cells[cell]).value), 0);
    }
  });

  test("is the state, where ions are followed", () => {
    const rule = (ionCore: boolean): string =>
      JSON.stringify(copperIn("tumourGeneric", ionCore).rules.find((r) => r.id === "K_CuGS2__cyt")!.expr);
    expect(rule(true)).toContain("Cl__cyt");
    expect(rule(false)).toContain("chloride_cyt");
  });

  test("is what the cytosol of speciation holds, higher in tumour than in normal cells", () => {
    const [tumour, normal] = [cells.tumourGeneric, cells.normalGeneric].map((c) =>
      toBase(chlorideAtRest(c).value),
    );
    expect(Math.abs(tumour! - 45)).toBeLessThan(2);
    expect(Math.abs(normal! - 30)).toBeLessThan(2);
    expect(toBase(findFluid("cytosol").totals["Cl"]!.value)).toBe(normal);
  });
});
