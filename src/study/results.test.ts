import { beforeAll, expect, test } from "vitest";
import { type Compiled, compile } from "#compile";
import { Draft, sourced } from "#model";
import { column, csv } from "#results";
import { type BatchResult, carry, type Group } from "#run";
import { exp, ln } from "#units";
import { drawWorlds } from "./draws.ts";
import type { Arm, Plan } from "./plan.ts";
import { doseText, massConcentration, molarDoseText, Results } from "./results.ts";
import type { Role, Study } from "./types.ts";

const doses = Array.from({ length: 25 }, (_, i) => exp(ln(1e-3) + (i / 24) * ln(1000)));
const until = 3600;

/** First-order kill by dose for an hour: IC50 = ln 2/(k·until), k being `faster` times a number both cells share. */
function killing(faster: number): Compiled {
  const draft = new Draft("first-order kill");
  const drawn = (text: string, range: [string, string]) =>
    sourced(text, { grade: "C", why: "a test", range });
  draft.parameter("k", drawn("1e-3 m^3/(kg*s)", ["1e-4 m^3/(kg*s)", "1e-2 m^3/(kg*s)"]), {
    path: "shared/k",
  });
  draft.parameter("idle", drawn("1 mM", ["0.5 mM", "2 mM"]), { path: "shared/idle" });
  draft.parameter("faster", sourced(String(faster), { grade: "D", why: "a test" }));
  draft.setting("dose", 0, "kg/m^3", "dose");
  draft.variable("N", {
    label: "cells",
    unit: "1",
    initial: "3",
    rate: "-faster*k*dose*N + 0*idle/idle*N/until",
  });
  draft.setting("until", until, "s", "end");
  draft.observe("viability", { label: "viability", unit: "1", display: "%", expr: "N" });
  return compile(draft.finish());
}

function armOf(role: Role, faster: number): Arm {
  const named = { id: `${role}-cell` };
  const parts = { agent, role, cell: named, environment: named, assembly: {}, compiled: killing(faster) };
  return {
    ...parts,
    particleDoses: doses,
    classes: [{ node: 0, weight: 1 }],
    metalShare: 0.5,
    metalMolality: 10,
  } as unknown as Arm;
}
const agent = { id: "killer" };

function planOf(arms: readonly Arm[], draws: number): Plan {
  const uncertainty = { draws, sampler: "sobol", band: 0.9, vary: "all" } as const;
  const levels = [{ value: 0, text: "", protocol: [] }];
  const study = { agents: [agent], uncertainty, read: ["viability"], levels } as unknown as Study;
  const worlds = drawWorlds(
    arms.flatMap((a) => a.compiled.model.parameters),
    { ...uncertainty, seed: 1 },
  );
  const groups = arms.flatMap(({ compiled }, program) =>
    Array.from({ length: worlds.count }, (_, w): Group => {
      const parameters = compiled.nominal();
      worlds.varied.forEach(({ path }, j) => {
        parameters[path === "shared/k" ? 0 : 1] = worlds.values[w * worlds.varied.length + j]!;
      });
      const schedule = (value: number) => [
        { t: 0, set: [{ parameter: compiled.parameters.indexOf("dose"), value }] },
      ];
      return { program, parameters, runs: [0, ...doses].map((d) => ({ schedule: schedule(d) })) };
    }),
  );
  const batch = {
    programs: arms.map((a) => a.compiled.program),
    groups,
    times: Float64Array.of(0, until),
    settle: 0,
    rtol: 1e-8,
    atol: arms.map(() => Float64Array.of(1e-14)),
    maxSteps: 10_000,
  };
  return { study, arms, worlds, batch };
}

const arms = [armOf("tumour", 2), armOf("normal", 1)] as const;
const plan = planOf(arms, 64);
let batch: BatchResult;
let results: Results;
beforeAll(async () => {
  batch = await carry(plan.batch, { workers: 1 });
  results = new Results(plan, batch);
});
/** The rate constant of a world. */
const k = (world: number): number =>
  plan.worlds.values[world * 2 + plan.worlds.varied.findIndex((v) => v.path === "shared/k")]!;

test("IC50 in every world is the closed form's, or a bound where that lies beyond the doses", () => {
  const bounds = { above: 0, below: 0 };
  for (const [arm, faster] of [
    [arms[0], 2],
    [arms[1], 1],
  ] as const) {
    results.halfEffects(arm).forEach((found, w) => {
      const exact = ln(2) / (faster * k(w) * until);
      if (exact > 1) {
        expect(found).toBe(Infinity);
        bounds.above++;
      } else if (exact < 1e-3) {
        expect(found).toBe(0);
        bounds.below++;
      } else expect(Math.abs(found / exact - 1)).toBeLessThan(0.01);
    });
  }
  expect(bounds.above).toBeGreaterThan(2);
});

test("viability is relative to the untreated control of the same world", () => {
  expect(results.value(arms[0], 3, -1, "viability")).toBeCloseTo(3, 6);
  expect(results.viability(arms[0], 3, -1)).toBe(1);
  expect(results.viability(arms[0], 3, 10)).toBeCloseTo(exp(-2 * k(3) * doses[10]! * until), 6);
});

test("IC50 bands meet the prior's, on both bases, and say that they are not calibrated", () => {
  const [tumour, normal] = results.ic50();
  const nominal = ln(2) / (2e-3 * until);
  expect(Math.abs(ln(tumour!.median / nominal))).toBeLessThan(0.15);
  expect(Math.abs(ln(tumour!.low / (nominal / 10)))).toBeLessThan(0.5);
  expect(tumour!.metal.median).toBeCloseTo(tumour!.median / 2, 12);
  expect(normal).toMatchObject({
    high: Infinity,
    role: "normal",
    worlds: 64,
    failed: 0,
    note: "prior prediction, not calibrated",
  });
  expect(normal!.notReached).toBeCloseTo(
    results.halfEffects(arms[1]).filter((x) => x === Infinity).length / 64,
    12,
  );
  expect(normal!.text).toMatch(/ – > 1 mg\/mL\)$/);
});

test("selectivity is formed within a world: what both cells share cancels, however wide it is", () => {
  const [row] = results.selectivity();
  expect(results.ic50()[0]!.high / results.ic50()[0]!.low).toBeGreaterThan(20);
  expect(row!.median).toBeCloseTo(2, 1);
  expect(row!.low).toBeCloseTo(2, 1);
  expect(row!.above1).toBe(1);
  const told = results.ratios(...arms).filter((r) => !Number.isNaN(r)).length;
  expect(row!.worlds).toBe(told);
  expect(told).toBeLessThan(64);
  expect(row!.text).toMatch(new RegExp(`in the ${told} of 64 worlds that tell$`));
});

test("the influence of the rate constant is total, that of an idle number below the noise", () => {
  const rows = results.influence(arms[0]);
  expect(rows.map((r) => r.path)).toEqual(["shared/k", "shared/idle"]);
  expect(rows[0]!.rho).toBeLessThan(-0.97);
  expect(rows.map((r) => r.beyondChance)).toEqual([true, false]);
  expect(Math.abs(rows[1]!.rho)).toBeLessThan(1.5 * results.noise);
});

test("the table has a row for every run, control included, and its CSV is the same each time", () => {
  const runs = results.table();
  expect(runs.rows).toBe(2 * 64 * 26);
  expect(column(runs, "dose_particle")[0]).toBe(0);
  expect(column(runs, "dose_metal")[25]).toBeCloseTo(500, 9);
  expect(column(runs, "viability")[0]).toBe(100);
  expect(new Set(column(runs, "status") as readonly string[])).toEqual(new Set(["done"]));
  expect(csv(new Results(plan, batch).table())).toBe(csv(runs));
  expect(results.worlds().columns.map((c) => c.name)).toEqual(["world", "shared/idle", "shared/k"]);
});

test("a world whose run failed is counted and left out, not taken for a number", () => {
  const observed = batch.observed.slice();
  // World 5 of the tumour cell, dose 3: nothing behind the start.
  const run = 5 * 26 + 4;
  observed.fill(Number.NaN, batch.offsets[run]! + 1, batch.offsets[run + 1]!);
  const status = batch.status.map((s, i) => (i === run ? "not-finite" : s));
  const broken = new Results(plan, { ...batch, observed, status, messages: new Map([[run, "it broke"]]) });
  expect(broken.ic50()[0]).toMatchObject({ worlds: 63, failed: 1 });
  expect(broken.ic50()[1]).toMatchObject({ worlds: 64, failed: 0 });
  expect(broken.ratios(...arms)[5]).toBeNaN();
  expect(broken.failures.get(run)).toBe("it broke");
  expect(Number.isFinite(broken.band(arms[0], 3, "viability").median)).toBe(true);
});

test("a world whose untreated cell dies is told of, and counted in", () => {
  expect(results.unfitText).toBeUndefined();
  const observed = batch.observed.slice();
  // World 7 of the normal cell, its control at the end.
  observed[batch.offsets[(64 + 7) * 26]! + 1] = 0.98;
  const dying = new Results(plan, { ...batch, observed });
  expect(dying.unfit(arms[1])).toEqual([7]);
  expect(dying.unfit(arms[0])).toEqual([]);
  expect(dying.ic50().map((r) => r.unfit)).toEqual([0, 1]);
  expect(dying.unfitText).toMatch(/^In up to 1 of 64 worlds \(normal-cell\)/);
  for (const step of [
    { drug: "erastin", concentration: "1 uM" },
    { for: "5 min", ultrasound: { intensity: "1 W/cm^2", frequency: "1 MHz" } },
  ]) {
    const treated = { ...plan, study: { ...plan.study, protocol: [{ at: "0 h", ...step }] } };
    expect(new Results(treated, { ...batch, observed }).unfitText).toBeUndefined();
  }
});

test("a read-out by a wrong name is refused with the nearest", () => {
  expect(() => results.value(arms[0], 0, 0, "viabilty")).toThrow(/unknown-name/);
  expect(() => results.unitOf("GSH")).toThrow(/unknown-name/);
});

test("doses are told to people in the unit that suits them, bounds as bounds", () => {
  expect(["0.012", "0.0000012", "0.9999", "1e-8"].map((x) => massConcentration(Number(x)))).toEqual([
    "12 µg/mL",
    "1.2 ng/mL",
    "1 mg/mL",
    "0.01 ng/mL",
  ]);
  expect([Infinity, 0, Number.NaN].map((x) => doseText(x, doses))).toEqual([
    "> 1 mg/mL",
    "< 1 µg/mL",
    "unknown",
  ]);
});

test("a temperature is shown in °C, not as kelvins under that name", () => {
  const draft = new Draft("a warm thing");
  draft.setting("T", 315.15, "K", "temperature");
  draft.observe("temperature", { label: "temperature", unit: "K", display: "degC", expr: "T" });
  const warm = { ...arms[0]!, compiled: compile(draft.finish()) };
  const { text, shown } = new Results({ ...plan, arms: [warm] }, batch).unitOf("temperature");
  expect([text, shown(315.15)]).toEqual(["degC", expect.closeTo(42, 9)]);
  expect(results.unitOf("viability").shown(0.25)).toBe(25);
});

test("a measured dose is drawn where the particle with so much metal stands", () => {
  const given = (basis: string): number => {
    const study = { ...plan.study, basis } as Study;
    return new Results({ ...plan, study }, batch).doseUnit.ofBasis(arms[0]!, 1e-3);
  };
  // Half of the particle is metal, 10 mol of it in a kilogram.
  expect(given("particle")).toBeCloseTo(1, 12);
  expect(given("metal")).toBeCloseTo(2, 12);
  expect(given("amount")).toBeCloseTo(0.1, 12);
});

test("drugs given by amount are told by amount", () => {
  const study = { ...plan.study, basis: "amount" } as Study;
  const drugs = arms.map((a) => ({ ...a, agent: { ...a.agent, solute: "killer" } }) as Arm);
  const told = new Results({ ...plan, study, arms: drugs }, batch);
  expect(told.doseUnit.text).toBe("µM");
  expect(told.doseUnit.ofBasis(drugs[0]!, 1e-3)).toBeCloseTo(1, 12);
  const [row] = told.ic50();
  // 10 mol/kg: a kilogram per cubic metre is 10 mM.
  const [mM] = [row!.median * 10];
  expect(
    row!.text.startsWith(
      mM >= 0.9995 ? `${Number(mM.toPrecision(2))} mM` : `${Number((mM * 1e3).toPrecision(2))} µM`,
    ),
  ).toBe(true);
  expect([0.25, 5e-5, 2, Infinity, 0].map((x) => molarDoseText(x, [1e-3, 1]))).toEqual([
    "250 µM",
    "50 nM",
    "2 mM",
    "> 1 mM",
    "< 1 µM",
  ]);
});
