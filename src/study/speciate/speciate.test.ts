import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  components,
  daviesExpression,
  ferricSolubility,
  findComponent,
  ironWater,
  sideReaction,
  solids,
} from "#biology";
import { evaluate, parse } from "#expr";
import { check, Draft } from "#model";
import { KationError, toBase } from "#units";
import { speciate, speciationSolver } from "./index.ts";
import type { EquilibriumSolver } from "./solver.ts";

const day = solids.filter((s) => s.forms === "day");
const pickable = components.filter((c) => c.id !== "albuminA");

/** Totals over fifteen decades, some of them nothing. */
const total = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -15, max: 0, noNaN: true }).map((e) => 10 ** e) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const mixture = fc
  .subarray([...pickable], { minLength: 1, maxLength: 9 })
  .chain((chosen) =>
    fc.tuple(fc.constant(chosen), fc.array(total, { minLength: chosen.length, maxLength: chosen.length })),
  );
const pH = fc.double({ min: 0, max: 14, noNaN: true });

describe("any mixture", () => {
  test("keeps its masses, has no negative concentration and no solid over its saturation", () => {
    fc.assert(
      fc.property(mixture, pH, fc.boolean(), fc.boolean(), ([chosen, totals], at, davies, free) => {
        const solver = speciationSolver({ components: chosen, solids: at < 7 ? day : solids });
        const status = solver.solve({ totals, davies, ionicStrength: 0.1, ...(!free && { pH: at }) });
        expect(status).toBe("done");
        const { balance, precipitates } = solver;
        expect(balance.residual(precipitates.bound)).toBeLessThan(1e-9);
        for (const c of solver.concentrations) expect(c).toBeGreaterThanOrEqual(0);
        precipitates.n.forEach((n, s) => {
          expect(n).toBeGreaterThanOrEqual(0);
          expect(precipitates.saturation[s]!).toBeLessThan(1e-6);
          if (n > 0) expect(precipitates.saturation[s]!).toBeGreaterThan(-1e-3);
        });
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  test("with a free pH carries no charge", () => {
    fc.assert(
      fc.property(mixture, ([chosen, totals]) => {
        const solver = speciationSolver({ components: chosen, solids: day });
        if (solver.solve({ totals, davies: false }) !== "done") throw new Error("not solved");
        let [sum, size] = [0, totals.reduce((a, b) => a + b, 0)];
        solver.equilibrium.charges.forEach((z, i) => {
          sum += z * solver.concentrations[i]!;
          size += Math.abs(z) * solver.concentrations[i]!;
        });
        expect(Math.abs(sum)).toBeLessThan(1e-9 * size);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test("with an ionic strength of its own settles or says that it does not", () => {
    fc.assert(
      fc.property(mixture, pH, ([chosen, totals], at) => {
        const solver = speciationSolver({ components: chosen, solids: day });
        const status = solver.solve({ totals, davies: true, pH: at });
        expect(["done", "no-ionic-strength", "no-balance"]).toContain(status);
        if (totals.every((t) => t < 0.05)) expect(status).toBe("done");
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test("does not hang on the order in which it is given, nor on what was solved before", () => {
    fc.assert(
      fc.property(mixture, pH, ([chosen, totals], at) => {
        const pairs = chosen.map((c, i) => [c, totals[i]!] as const);
        const solve = (of: typeof pairs): Map<string, number> => {
          const solver = speciationSolver({ components: of.map(([c]) => c), solids: day });
          solver.solve({ totals: of.map(() => 1e-4), davies: false, pH: 7 });
          solver.solve({ totals: of.map(([, t]) => t), davies: true, pH: at, ionicStrength: 0.1 });
          return new Map(solver.equilibrium.species.map((s, i) => [s, solver.concentrations[i]!]));
        };
        const [one, two] = [solve(pairs), solve([...pairs].reverse())];
        for (const [s, c] of one)
          if (c > 1e-60) expect(Math.abs(Math.log10(two.get(s)! / c))).toBeLessThan(1e-5);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

test("more ligand leaves less free metal; more acid leaves more of it", () => {
  const free = (citrate: number, at: number): number =>
    speciate({
      totals: { Fe3: "1 uM", citrate: `${citrate} uM` },
      pH: at,
      ionicStrength: "0.15 M",
      solids: "none",
    }).components.find((c) => c.id === "Fe3")!.free;
  const byLigand = [0, 1, 10, 100, 1000].map((c) => free(c, 5));
  const byAcid = [7, 6, 5, 4, 3].map((at) => free(10, at));
  for (const series of [byLigand.map((x) => -x), byAcid])
    expect(series.every((x, i) => i === 0 || x > series[i - 1]!)).toBe(true);
});

test("a solid takes what is over its solubility, and the first to form may change the second", () => {
  const { solids: found, components: rows } = speciate({
    totals: { Ba: "1 mM", SO4: "0.3 mM", CO3: "5 mM", Na: "0.1 M" },
    pH: 9,
    solids: ["barite", "witherite"],
  });
  expect(found.every((s) => s.amount > 0 && s.saturationIndex === 0)).toBe(true);
  const barium = rows.find((r) => r.id === "Ba")!;
  expect(barium.precipitated + barium.dissolved).toBeCloseTo(barium.total, 12);
});

test("of two forms of one solid only the less soluble is there", () => {
  const { solids: found } = speciate({
    totals: { Cu2: "1 mM" },
    pH: 8,
    solids: ["tenorite", "copper-hydroxide"],
  });
  expect(found.filter((s) => s.amount > 0).map((s) => s.id)).toEqual(["tenorite"]);
});

test("Cu(I) of a cytosol is held by glutathione and metallothionein", () => {
  const { components: rows } = speciate({ totals: { Cu1: "10 uM" }, medium: "cytosol" });
  const copper = rows.find((r) => r.id === "Cu1")!;
  expect(copper.free / 1000).toBeLessThan(1e-14);
});

test("citrate holds iron above ferrihydrite in endosome and lysosome, up to what citrate there is", () => {
  const dissolved = (of: object): number => {
    const { solids: found } = speciate({ totals: { Fe3: "1 mM", ...of }, medium: "lysosome" });
    return 1 - found.find((s) => s.id === "ferrihydrite")!.amount;
  };
  expect(dissolved({})).toBeGreaterThan(0.15);
  expect(dissolved({})).toBeLessThan(0.21);
  expect(dissolved({ citrate: "1 nM" })).toBeLessThan(1e-3);
  const early = speciate({ totals: { Fe3: "1 mM", citrate: "1 nM" }, medium: "endosome" });
  const late = speciate({ totals: { Fe3: "1 mM", citrate: "1 nM" }, medium: "lysosome" });
  const free = ({ components: rows }: typeof early): number => rows.find((r) => r.id === "Fe3")!.free;
  // Three protons per Fe(III) of ferrihydrite, over 1.3 units of pH.
  expect(Math.log10(free(late) / free(early))).toBeCloseTo(3.9, 6);
});

describe("the same constants in mechanisms", () => {
  const number = (names: Readonly<Record<string, number>>) => (text: string, own: typeof ironWater) =>
    evaluate(parse(text), (n) => names[n] ?? toBase(own[n]!.number.value));
  const concentrations = { citrate: 0.1, phosphate: 1 };

  test.each([3, 5, 6.5, 7.4])("sideReaction gives the solver's share of free Fe(III) at pH %f", (at) => {
    const { text, constants } = sideReaction("Fe3", {
      pH: "pH",
      ligands: { citrate: "citrate", PO4: "phosphate" },
    });
    const alpha = number({ pH: at, ...concentrations })(text, constants);
    const { components: rows } = speciate({
      totals: { Fe3: "1e-12 M", citrate: "0.1 mM", PO4: "1 mM" },
      pH: at,
      activity: "ideal",
      solids: "none",
    });
    const iron = rows.find((r) => r.id === "Fe3")!;
    expect(alpha / (iron.total / iron.free)).toBeCloseTo(1, 5);
  });

  test("with an ionic strength and a temperature as well", () => {
    const { text, constants } = sideReaction("Cu2", {
      pH: "7.4",
      ligands: { histidine: "h", Cl: "c" },
      temperature: 310.15,
      davies: "f",
    });
    const {
      components: rows,
      species,
      ionicStrength,
    } = speciate({
      totals: { Cu2: "1e-12 M", histidine: "0.2 mM", Cl: "0.1 M" },
      pH: 7.4,
      temperature: "37 degC",
      ionicStrength: "0.15 M",
      solids: "none",
    });
    const chloride = species.find((s) => s.species === "Cl-")!;
    const f = -Math.log10(chloride.activity / (chloride.concentration / 1000));
    expect(ionicStrength).toBe(150);
    // The ligand's own protons are counted at I = 0.15 M too.
    const alpha = number({ h: 0.2, c: 100, f })(text, constants);
    const copper = rows.find((r) => r.id === "Cu2")!;
    expect(alpha / (copper.total / copper.free)).toBeCloseTo(1, 4);
  });

  test("the text stands in a model as a rule without a fault in units or names", () => {
    const draft = new Draft("side reaction");
    draft.setting("V_med", 1e-3, "m^3", "volume");
    draft.compartment("med", { label: "medium", size: "V_med" });
    draft.setting("I", 150, "mM", "ionic strength");
    for (const [id, amount] of [
      ["citrate__med", "0.1 [mM]"],
      ["Mg__med", "0.8 [mM]"],
    ] as const)
      draft.species(id, { label: id, at: "med", initial: amount });
    draft.setting("pH__med", 7.4, "1", "pH");
    draft.rule("davies_med", "1", daviesExpression("I", 310.15), "A·f(I)");
    const { text, constants } = sideReaction("Fe3", {
      pH: "pH__med",
      ligands: { citrate: "citrate__med", Mg: "Mg__med" },
      temperature: 310.15,
      davies: "davies_med",
    });
    for (const [id, { label, number }] of Object.entries(constants)) draft.parameter(id, number, { label });
    draft.rule("alpha_Fe3", "1", text, "Fe(III) over free Fe³⁺");
    expect(check(draft.finish()).filter((f) => f.severity === "error")).toEqual([]);
  });

  test("ferrihydrite dissolves in mechanisms as here", () => {
    const text = ferricSolubility("6.5");
    const M = evaluate(parse(text), (n) => toBase(ironWater[n]!.number.value)) / 1000;
    const { components: rows } = speciate({
      totals: { Fe3: "1 mM" },
      pH: 6.5,
      activity: "ideal",
      solids: ["ferrihydrite"],
    });
    expect(rows[0]!.dissolved / 1000 / M).toBeCloseTo(1, 6);
  });
});

describe("what cannot be posed is refused with a reason", () => {
  const refused = (problem: Parameters<typeof speciate>[0]): string => {
    try {
      speciate(problem);
    } catch (error) {
      if (error instanceof KationError) return `${error.code} ${error.fix}`;
      throw error;
    }
    return "accepted";
  };
  test.each([
    [{ totals: { iorn: "1 uM" }, pH: 7 }, "unknown-name"],
    [{ totals: { citrat: "1 uM" }, pH: 7 }, "unknown-name did you mean citrate"],
    [{ totals: { Fe3: "-1 uM" }, pH: 7 }, "out-of-range"],
    [{ totals: { Fe3: "1e9 M" }, pH: 7 }, "out-of-range"],
    [{ totals: { Fe3: "10" }, pH: 7 }, "missing-unit"],
    [{ totals: { Fe3: "10 g" }, pH: 7 }, "mismatch-unit"],
    [{ totals: { Fe3: "NaN uM" }, pH: 7 }, "invalid-number"],
    [{ totals: { Fe3: "1 uM", ferric: "1 uM" }, pH: 7 }, "duplicate-key"],
    [{ totals: { Fe3: "1 uM" } }, "missing-key"],
    [{ totals: {}, pH: 7 }, "missing-key"],
    [{ totals: { Fe3: "1 uM" }, pH: Number.NaN }, "out-of-range"],
    [{ totals: { Fe3: "1 uM" }, pH: 99 }, "out-of-range"],
    [{ totals: { Fe3: "1 uM" }, pH: 7, temperature: "500 degC" }, "out-of-range"],
    [{ totals: { Fe3: "1 uM" }, pH: 7, temperature: "37" }, "missing-unit"],
    [{ totals: { Fe3: "1 uM" }, pH: 7, ionicStrength: "-1 M" }, "out-of-range"],
    [{ totals: { Fe3: "1 uM" }, pH: 7, solids: ["ferrihydrit"] }, "unknown-name did you mean ferrihydrite"],
    [{ totals: { Fe3: "1 uM" }, pH: 7, medium: "cytosl" }, "unknown-name did you mean cytosol"],
    [{ totals: { Fe3: "1 uM" }, pH: 7, activity: "pitzer" as "ideal" }, "unknown-name"],
    [{ totals: { constructor: "1 uM" }, pH: 7 }, "unknown-name"],
  ])("%j", (problem, code) => expect(refused(problem)).toContain(code));

  test("numbers at the edge of what a machine holds end in a status", () => {
    for (const t of [5e-324, 1e-300, 100]) {
      const solver: EquilibriumSolver = speciationSolver({
        components: ["Fe3", "citrate", "PO4"].map(findComponent),
        solids,
      });
      for (const at of [-1, 7, 15])
        expect(solver.solve({ totals: [t, 100, t], davies: true, pH: at })).not.toBe("");
    }
  });
});

test("above 0.5 M and 60 °C it says that constants do not hold", () => {
  const { warnings } = speciate({
    totals: { Na: "2 M", Cl: "2 M" },
    pH: 7,
    temperature: "80 degC",
  });
  expect(warnings).toHaveLength(2);
});
