import { describe, expect, test } from "vitest";
import { agents, assemble, cells, environments } from "#biology";
import { compile, instantiate } from "#compile";
import { evaluate } from "#expr";
import { solve } from "#solve";
import { toBase } from "#units";
import { referenceCell } from "./cell-network.ts";

const within = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

const { model } = assemble({
  agent: agents.fe2pNanorods,
  cell: cells.tumourGeneric,
  environment: environments.mediumPh74,
  culture: { density: "1e5 1/mL", volume: "100 uL" },
  with: ["protein-thiols"],
});

/** A rule or reaction rate at given concentrations and parameters, base units; the rest as written or at nothing. */
function at(id: string, given: Readonly<Record<string, number>>): number {
  const lookup = (name: string): number | undefined => {
    if (name in given) return given[name];
    const rule = model.rules.find((r) => r.id === name);
    if (rule) return evaluate(rule.expr, lookup);
    const p = model.parameters.find((x) => x.id === name);
    if (p) return toBase({ value: p.value, unit: p.unit });
    return model.species.some((s) => s.id === name) ? 0 : undefined;
  };
  const rate = model.reactions.find((r) => r.id === id)?.rate ?? model.rules.find((r) => r.id === id)!.expr;
  return evaluate(rate, lookup);
}

describe("the oxidant fork", () => {
  test("V12: of ·OH in the cytosol GSH takes 6 %, organics 93 %, bicarbonate 0.01 %", () => {
    const cell = { GSH__cyt: 5, H2O2__cyt: 1e-5 };
    expect(Math.abs(at("share_OH_GSH", cell) - 0.06)).toBeLessThanOrEqual(0.01);
    expect(Math.abs(at("share_OH_organics", cell) - 0.93)).toBeLessThanOrEqual(0.01);
    within(at("share_OH_HCO3", cell), 1e-4, 0.1);
  });
  test("the sinks of ·OH and of CO3·- take all of it", () => {
    const cell = { GSH__cyt: 3, H2O2__cyt: 1e-2, superoxide__cyt: 1e-6 };
    const sum = (oxidant: string, names: readonly string[]): number =>
      names.reduce((s, n) => s + at(`share_${oxidant}_${n}`, cell), 0);
    expect(sum("OH", ["organics", "GSH", "ascorbate", "HCO3", "phosphate", "H2O2"])).toBeCloseTo(1, 12);
    expect(sum("CO3", ["protein", "GSH", "H2O2", "superoxide"])).toBeCloseTo(1, 12);
  });
  test("an ·OH lives a nanosecond in a cell, ten in the medium", () => {
    within(1 / at("OH_sink", { GSH__cyt: 5 }), 1e-9, 0.1);
    const medium = 1 / at("OH_sink__med", { pyruvate__med: 1 });
    expect(medium).toBeGreaterThan(1e-8);
    expect(medium).toBeLessThan(1e-7);
  });
  test("HEPES protects the medium", () => {
    const share = (hepes: number): number =>
      at("OH__med", { hepes_medium: hepes, OH_source__med: 1 }) / at("OH__med", { OH_source__med: 1 });
    expect(share(25)).toBeLessThan(0.4);
  });
});

describe("secondary radicals", () => {
  const made = { OH_source__cyt: 1e-3, GSH__cyt: 5 };
  test("oxygen fixes what glutathione does not repair: nine in ten in tissue, half in hypoxia, none in anoxia", () => {
    within(at("share_fixed", { ...made, O2__cyt: 0.05 }), 0.89, 0.02);
    within(at("share_fixed", { ...made, O2__cyt: 0.005 }), 0.45, 0.03);
    expect(at("share_fixed", { ...made, O2__cyt: 0 })).toBe(0);
    within(at("share_repaired", { ...made, O2__cyt: 0 }), 1, 0.05);
  });
  test("without glutathione oxygen fixes all", () =>
    expect(at("share_fixed", { ...made, GSH__cyt: 0, O2__cyt: 0.05 })).toBeGreaterThan(0.99));
  test("what becomes of thiyl radicals adds up to what is made", () => {
    const cell = { ...made, O2__cyt: 0.05 };
    const sulfur = at("thiyl_made", cell);
    const lost = (sulfur * at("thiyl_to_loss", cell)) / at("thiyl_sink", cell);
    within(at("join_thiyl__cyt", cell) + at("reduce_thiyl__cyt", cell) + lost, sulfur, 1e-12);
    expect(lost / sulfur).toBeLessThan(0.1);
  });
  test("·OH makes at most one superoxide in passing, and none without oxygen", () => {
    const superoxide = (O2__cyt: number): number =>
      (at("join_thiyl__cyt", { ...made, O2__cyt }) + at("eliminate_superoxide__cyt", { ...made, O2__cyt })) /
      made.OH_source__cyt;
    expect(superoxide(0.05)).toBeGreaterThan(0.2);
    expect(superoxide(0.05)).toBeLessThan(1);
    expect(superoxide(0)).toBe(0);
  });
});

describe("superoxide", () => {
  test.each([
    [7.4, 2.0e5],
    [6.5, 1.5e6],
    [4.7, 2.6e7],
  ])("V3: the cell's law of dismutation without enzyme at pH %s", (pH, printed) => {
    // Base unit m³/(mol·s): a thousandth of 1/(M·s).
    within(at("k_dismutation__cyt", { pH__cyt: pH }) * 1e3, printed, 0.05);
  });
  test("without SOD and iron it rests where v = 2·k·c²", () => {
    const run = referenceCell({ v_superoxide: 6.6e-4, SOD: 0, LIP: 0 });
    const k = at("k_dismutation__cyt", { pH__cyt: 7.2 }) * 1e3;
    within(run.rest("superoxide__cyt"), Math.sqrt(6.6e-7 / (2 * k)), 1e-3);
  });
});

describe("H2O2", () => {
  const held = (uM: number, change: Readonly<Record<string, number>>): number =>
    (uM * 1e-6) /
    referenceCell(
      { k_gsh_loss: 7.4e-5, k_gsh_synthesis: 4.1e-4, H2O2_medium: uM * 1e-3, k_medium: 1e6, ...change },
      [1],
    ).at("H2O2__cyt", 0);
  /** Outside concentration at which the gradient has fallen to 50, µM. */
  const collapse = (change: Readonly<Record<string, number>>): number => {
    let [low, high] = [1, 200];
    for (let i = 0; i < 12; i++) {
      const middle = Math.sqrt(low * high);
      if (held(middle, change) > 50) low = middle;
      else high = middle;
    }
    return Math.sqrt(low * high);
  };
  test("V11: the gradient collapses where V(TrxR)/κ says", () => {
    const [whole, half] = [collapse({}), collapse({ V_trxr: 0.1 })];
    expect(whole).toBeGreaterThan(12);
    expect(whole).toBeLessThan(25);
    within(whole / half, 2, 0.15);
    expect(collapse({ kappa: 5.2 })).toBeGreaterThan(1.6 * whole);
  });
  test("a cell removes 20 µM H2O2 as fast as lines do at the low end of its exchange, faster as written", () => {
    const perCell = (kappa: number): number => 1.7e-12 * kappa * (1 - 1 / held(20, { kappa }));
    // 0.46 to 10.4e-12 L/s per cell were measured (Wagner 2013).
    expect(perCell(1)).toBeGreaterThan(0.46e-12);
    expect(perCell(1)).toBeLessThan(10.4e-12);
    within(perCell(10.4), 1.6e-11, 0.05);
  });
  test("V14: the more catalase, the more H2O2 kills half the cells", () => {
    const killed = (k_catalase: number): number => {
      let [low, high] = [0.05, 5];
      for (let i = 0; i < 14; i++) {
        const middle = Math.sqrt(low * high);
        const run = referenceCell({ culture_density: 1e11, k_catalase }, [24], (y, index) => {
          y[index("H2O2__med")]! = middle;
        });
        if (run.read("viability", 0) > 0.5) low = middle;
        else high = middle;
      }
      return low;
    };
    const [quarter, tumour, normal, more] = [10, 20, 40, 200].map(killed) as [number, number, number, number];
    expect(tumour).toBeGreaterThan(quarter);
    expect(normal).toBeGreaterThan(1.02 * tumour);
    expect(more).toBeGreaterThan(1.2 * normal);
  });
  test("more catalase than its peroxisome lets H2O2 in to brings at most (1 + L)/L", () => {
    const sink = (catalase_activity: number): number =>
      at("catalase__cyt", { catalase_activity, H2O2__cyt: 1 });
    expect(sink(0)).toBe(0);
    within(sink(1), 20, 1e-12);
    within(sink(1e6), 40, 1e-3);
    within(sink(0.1) / sink(1), (0.1 * 2) / 1.1, 1e-9);
  });
  test.each([5, 200])(
    "1 mM pyruvate leaves a twentieth of %s µM H2O2 after 21 to 25 min, as measured",
    (uM) => {
      const run = referenceCell(
        { culture_density: 1e3, pyruvate_medium: 1, k_pyruvate_return: 0 },
        [21 / 60, 25 / 60],
        (y, index) => {
          y[index("H2O2__med")]! = uM * 1e-3;
        },
      );
      expect(run.at("H2O2__med", 0)).toBeGreaterThan(0.05 * uM * 1e-6 * 0.95);
      expect(run.at("H2O2__med", 1)).toBeLessThan(0.05 * uM * 1e-6);
    },
  );
  test("both cells of a study in vitro share one H2O2 of the medium", () => {
    const path = (
      cell: (typeof cells)[keyof typeof cells],
      environment: typeof environments.mediumPh65,
    ): string =>
      assemble({
        agent: agents.sio2Spheres,
        cell,
        environment,
        culture: { density: "1e5 1/mL", volume: "100 uL" },
      }).model.parameters.find((p) => p.id === "H2O2_medium")!.path;
    const [tumour, normal] = [
      path(cells.mcf7, environments.mediumPh65),
      path(cells.hek293, environments.mediumPh74),
    ];
    expect(tumour).toBe(normal);
    expect(path(cells.mcf7, environments.tumourInterstitium)).not.toBe(tumour);
  });
});

describe("protein thiols", () => {
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const run = (change: Readonly<Record<string, number>>, hours: number): number => {
    const parameters = compiled.nominal();
    for (const [id, value] of Object.entries(change)) parameters[compiled.parameters.indexOf(id)] = value;
    const solution = solve(
      { kernel, parameters, t0: 0, times: Float64Array.of(hours * 3600) },
      { rtol: 1e-6, atol: 1e-13 },
    );
    return solution.observed[compiled.observables.indexOf("protein thiols")]!;
  };
  test("stay reduced without H2O2", () =>
    expect(
      run({ s_peroxide: 0, v_superoxide: 0, H2O2_medium: 0, k_oxygen_Fe2_ligand: 0, k_oxygen_Fe2: 0 }, 1),
    ).toBeLessThan(1e-9));
  test("are a hundred-thousandth oxidised at rest and a half under 200 µM held outside", () => {
    expect(run({}, 24)).toBeLessThan(1e-3);
    const held = run({ H2O2_medium: 0.2, k_medium: 1 }, 1);
    expect(held).toBeGreaterThan(0.3);
    expect(held).toBeLessThan(1);
  });
  test("that have become disulfides count as the third share of thiol stress, and only where they are followed", () => {
    const cell = { GSH__cyt: 5, GSSG__cyt: 0, PrxSO2__cyt: 0, PrSS__cyt: 0.1 };
    expect(at("thiol_stress", cell)).toBeCloseTo(0.1 / 1.09, 9);
    expect(at("thiol_stress", { ...cell, PrSS__cyt: 0 })).toBe(0);
  });
});
