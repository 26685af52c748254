import { expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { evaluate, parse } from "#expr";
import { checked, Draft } from "#model";
import { solve } from "#solve";
import { toBase } from "#units";
import { fe2pNanorods } from "../agents/index.ts";
import { mediumPh65, tumourInterstitium } from "../environments/index.ts";
import type { Environment } from "../types.ts";
import { type Activation, arrhenius, heat, mobility } from "./heat.ts";
import { ironWater, milleroRate } from "./iron-water.ts";

/** Heat alone, with what it reads of other mechanisms as settings. */
function alone(environment: Environment = mediumPh65, changes: Record<string, number> = {}) {
  const draft = new Draft("heat alone");
  draft.setting("T_medium", 310.15, "K", "temperature of the medium");
  draft.setting("dose_given", 0, "kg/m^3", "dose given");
  heat({
    agent: fe2pNanorods,
    environment,
    lit: true,
    sounded: false,
    arrhenius: changes["two-step"] === 1,
  }).add(draft);
  for (const kind of ["diffusion", "surface", "fenton", "enzyme"] as const) arrhenius(draft, kind);
  mobility(draft);
  draft.sum("hazard_other", "1/s", "hazard");
  draft.variable("lost", { label: "hazard so far", unit: "1", rate: "hazard_other", counter: true });
  draft.observe("lost", { label: "hazard so far", unit: "1", expr: "lost" });
  draft.observe("fenton", { label: "factor", unit: "1", expr: "heat_fenton" });
  draft.observe("enzyme", { label: "factor", unit: "1", expr: "heat_enzyme" });
  draft.observe("mobility", { label: "factor", unit: "1", expr: "heat_mobility" });
  const compiled = compile(checked(draft.finish()));
  const parameters = compiled.nominal();
  for (const [id, value] of Object.entries(changes)) {
    const index = compiled.parameters.indexOf(id);
    if (index >= 0) parameters[index] = value;
  }
  const kernel = instantiate(compiled.program);
  return (times: readonly number[], read: string): number[] => {
    const run = solve(
      { kernel, parameters, t0: 0, times: Float64Array.from(times) },
      { rtol: 1e-8, atol: 1e-12 },
    );
    expect(run.status).toBe("done");
    return times.map((_, i) => run.observed[i * kernel.observables + compiled.observables.indexOf(read)]!);
  };
}

const near = (found: number, expected: number, share: number): void =>
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThanOrEqual(share);

test.each([
  [15, [1.1, 1.2, 1.26, 1.38]],
  [35.7, [1.25, 1.54, 1.75, 2.14]],
  [56.4, [1.41, 1.98, 2.41, 3.32]],
  [80, [1.64, 2.64, 3.48, 5.48]],
])("Arrhenius factors from 37 to 42, 47, 50 and 55 °C at %s kJ/mol", (kJ, printed) => {
  [42, 47, 50, 55].forEach((celsius, i) => {
    const kind: Activation = "fenton";
    const draft = new Draft("a factor");
    arrhenius(draft, kind);
    const factor = draft.finish().rules[0]!;
    const value = evaluate(
      factor.expr,
      (id) => ({ Ea_fenton: kJ * 1e3, R_gas: 8.31446, T: celsius + 273.15 })[id],
    );
    near(value, printed[i]!, 0.01);
  });
});

/** Millero's rate at a pH and temperature, over that at 37 °C. */
function warming(pH: number, celsius: number): number {
  const at = (T: number): number =>
    evaluate(parse(milleroRate({ pH: "pH", T: "T", I: "0.15 [M]" })), (id) =>
      id === "pH" ? pH : id === "T" ? T : toBase(ironWater[id]!.number.value),
    );
  return at(celsius + 273.15) / at(310.15);
}
test("V23: at no pH does Fe(II) + H2O2 gain more than 2.45-fold from 37 to 50 °C", () => {
  const gains = [2, 4, 5, 6, 6.5, 7.4, 8].map((pH) => warming(pH, 50));
  expect(Math.min(...gains)).toBeGreaterThan(1.7);
  expect(Math.max(...gains)).toBeLessThan(2.45);
});

test("a millilitre in a cuvette warms by 28 K under 1 W at an absorbance of 0.8", () => {
  // 1 cm of water under 1 W/cm²: mc 4.18 J/K; 0.017 W/K of losses are a time of 246 s.
  const cuvette = {
    irradiance: 1e4,
    depth_well: 0.01,
    tau_heat: 4.18 / 0.017,
    mu_medium: 0,
    dose_given: 0.08,
    extinction: 0.8 / (0.08 * 0.01),
    photothermal: 0.566,
  };
  const read = alone(mediumPh65, cuvette);
  near(read([3600], "temperature")[0]! - 310.15, 28, 0.01);
  // The balance rises to it by its own time constant.
  near(read([4.18 / 0.017], "temperature")[0]! - 310.15, 28 * (1 - Math.exp(-1)), 0.01);
  near(read([60], "light.absorbed")[0]!, 60 * 1e6 * (1 - 10 ** -0.8), 1e-6);
});

test("the medium's own absorption warms it without particles, and takes light that they would have had", () => {
  const dark = alone(mediumPh65, { irradiance: 0, dose_given: 0.1 })([3600], "temperature")[0]!;
  expect(dark).toBeCloseTo(310.15, 9);
  const water = alone(mediumPh65, { irradiance: 1e4 })([3600], "temperature")[0]! - 310.15;
  // 3 mm of 0.13 1/cm take 3.8 % of 1 W/cm²; 60 s of cooling at 1.25 J/(cm²·K).
  near(water, (1e4 * (1 - Math.exp(-0.13 * 0.3)) * 60) / (4.18e6 * 0.003), 1e-6);
  const both = alone(mediumPh65, { irradiance: 1e4, dose_given: 10, photothermal: 1 })(
    [3600],
    "temperature",
  )[0]!;
  expect(both - 310.15).toBeLessThanOrEqual((1e4 * 60) / (4.18e6 * 0.003) + 1e-6);
});

test("tissue is cooled by blood: the same light warms it by its own balance", () => {
  const read = alone(tumourInterstitium, { irradiance: 1e4, dose_given: 0 });
  const fluence = 1e4 * Math.exp(-200 * 0.003);
  near(read([3600], "temperature")[0]! - 310.15, (fluence * 20 * 90) / 3.9e6, 1e-6);
});

test("two steps of death by heat have a shoulder that one step has not, and none without heat", () => {
  const rest = alone(mediumPh65, { "two-step": 1, irradiance: 0 });
  expect(rest([86400], "lost")[0]!).toBeCloseTo(0, 12);
  // A state held at 43 °C.
  const held = {
    "two-step": 1,
    irradiance: 1e4,
    mu_medium: 0,
    dose_given: 1,
    extinction: 1e6,
    depth_well: 0.003,
  };
  const power = (6 * 4.18e6 * 0.003) / (60 * 1e4);
  const read = alone(mediumPh65, { ...held, photothermal: power });
  const [early, late] = read([1800, 18000], "lost") as [number, number];
  // At constant hazard ten times the time is ten times the loss; with a lag it is much more.
  expect(late / early).toBeGreaterThan(25);
  expect(late).toBeGreaterThan(0.69);
});

test("water thins as it warms: diffusion grows by a third from 37 to 50 °C", () => {
  const power = (13 * 4.18e6 * 0.003) / (60 * 1e4);
  const warm = { irradiance: 1e4, mu_medium: 0, dose_given: 1, extinction: 1e6, photothermal: power };
  const read = alone(mediumPh65, warm);
  near(read([3600], "temperature")[0]!, 323.15, 1e-4);
  near(read([3600], "mobility")[0]!, (323.15 / 310.15) * (0.6913 / 0.5465), 0.02);
  near(read([3600], "fenton")[0]!, Math.exp((40e3 / 8.31446) * (1 / 310.15 - 1 / 323.15)), 1e-3);
  expect(read([3600], "enzyme")[0]!).toBeGreaterThan(1.9);
});
