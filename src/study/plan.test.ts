import { expect, test } from "vitest";
import { sources } from "#biology";
import { type Arm, interventions, plan } from "./plan.ts";
import { toStudy } from "./read.ts";

const written = {
  kation: 1,
  study: "dose-response",
  title: "Copper versus iron",
  agents: ["fe2p-nanorods"],
  cells: { tumour: "tumour-generic", normal: "normal-generic" },
  environment: { tumour: "medium-ph6.5", normal: "medium-ph7.4" },
  culture: { density: "1e5 1/mL", volume: "100 uL" },
  dose: { list: ["1 ug/mL", "100 ug/mL"] },
  until: "24 h",
  uncertainty: { draws: 4 },
  numerics: { rest: "10 h", points: 3 },
};
const planOf = (changes: object = {}): ReturnType<typeof plan> => plan(toStudy({ ...written, ...changes }));
const valueOf = (arm: Arm, parameters: Float64Array, path: string): number =>
  parameters[arm.compiled.model.parameters.findIndex((p) => p.path === path)]!;

test("a plan is arms × worlds groups of control and doses", () => {
  const { arms, batch, worlds } = planOf();
  expect(arms.map((a) => `${a.agent.id} ${a.cell.id} ${a.environment.id}`)).toEqual([
    "fe2p-nanorods tumour-generic medium-ph6.5",
    "fe2p-nanorods normal-generic medium-ph7.4",
  ]);
  expect(worlds.count).toBe(4);
  expect(batch.groups).toHaveLength(2 * 4);
  expect(batch.groups.map((g) => g.program)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  const dose = arms[0]!.compiled.parameters.indexOf("dose");
  expect(batch.groups[0]!.runs.map((r) => r.schedule![0]!.set![0])).toEqual(
    [0, 1e-3, 0.1].map((value) => ({ parameter: dose, value: expect.closeTo(value, 12) })),
  );
  expect([...batch.times]).toEqual([0, 43_200, 86_400]);
  for (const atol of batch.atol) expect(atol.every((x) => x > 0)).toBe(true);
});

test("one world is one value of each path, in every arm that has it", () => {
  const { arms, batch, worlds } = planOf({ agents: ["fe2p-nanorods", "cu3p-nanocrystals", "ms-mno2"] });
  let shared = 0;
  for (const { path } of worlds.varied) {
    for (let w = 0; w < worlds.count; w++) {
      const values = arms.flatMap((arm, i) => {
        const value = valueOf(arm, batch.groups[i * worlds.count + w]!.parameters, path);
        return value === undefined ? [] : [value];
      });
      expect(new Set(values).size, path).toBe(1);
      if (values.length > 1) shared++;
    }
  }
  expect(shared).toBeGreaterThan(100);
});

test("a path means one number, in value, range and source, in all models of a study", () => {
  const known = new Map<string, string>();
  for (const { compiled } of planOf({ agents: ["fe2p-nanorods", "cu3p-nanocrystals", "ms-mno2"] }).arms) {
    for (const { path, sourced } of compiled.model.parameters) {
      const text = JSON.stringify(sourced ?? null);
      expect(known.get(path) ?? text, path).toBe(text);
      known.set(path, text);
      if (sourced?.source) expect(Object.keys(sources)).toContain(sourced.source);
    }
  }
  expect(known.size).toBeGreaterThan(100);
});

test("the same study gives the same plan, another seed other worlds", () => {
  const worlds = planOf().worlds.values;
  expect(planOf().worlds.values).toEqual(worlds);
  expect(planOf({ seed: 2 }).worlds.values).not.toEqual(worlds);
});

test("without draws there is one world: the numbers as written", () => {
  for (const uncertainty of [{ draws: 0 }, { vary: "none" }]) {
    const { arms, batch } = planOf({ uncertainty });
    expect(batch.groups.map((g) => [...g.parameters])).toEqual(arms.map((a) => [...a.compiled.nominal()]));
  }
});

const radius = "agents/fe2p-nanorods/cores/0/radius";

test("a bare value in set pins a number, one with a range is drawn from it", () => {
  const radii = (set: object): number[] => {
    const { arms, batch } = planOf({ set });
    return batch.groups.slice(0, 4).map((g) => valueOf(arms[0]!, g.parameters, radius));
  };
  expect(radii({ [radius]: "7 nm" })).toEqual(Array(4).fill(expect.closeTo(7e-9, 15)));
  const drawn = radii({ [radius]: { value: "30 nm", range: ["29 nm", "31 nm"] } });
  expect(new Set(drawn).size).toBe(4);
  for (const r of drawn) expect(Math.abs(r / 30e-9 - 1)).toBeLessThan(0.1);
});

test("set reaches a cell's own number and leaves the other cell alone", () => {
  const path = "cells/tumour-generic/gpx4";
  const { arms } = planOf({ set: { [path]: "5 uM" } });
  const has = arms.map(
    (a) => a.compiled.model.parameters.filter((p) => p.path === path && p.value === 5).length,
  );
  expect(has).toEqual([1, 0]);
});

test.each([
  ["unknown-name", { set: { "agents/fe2p-nanorods/cores/0/radus": "5 nm" } }, /radius/],
  ["mismatch-unit", { set: { [radius]: "5 s" } }, /m/],
  ["out-of-range", { set: { [radius]: "-5 nm" } }, /value/],
  ["out-of-range", { set: { [radius]: "0 nm" } }, /value/],
  ["out-of-range", { set: { "cells/generic/volume": "0 pL" } }, /value/],
  ["out-of-range", { set: { "cells/generic/gpx4": "-1 uM" } }, /value/],
  ["out-of-range", { set: { "cells/tumour-generic/gpx4": "-1 uM" } }, /value/],
  ["unknown-name", { read: ["viability", "GHS"] }, /GSH/],
  ["unknown-name", { uncertainty: { vary: ["cells/nothing-here"] } }, /./],
  ["unknown-name", { without: ["irom"] }, /iron/],
  ["out-of-range", { uncertainty: { draws: 1_000_000 }, numerics: { points: 2000 } }, /fewer draws/],
  [
    "out-of-range",
    { set: { [radius]: { value: "5 nm", range: ["0 nm", "9 nm"], dist: "log-normal" } } },
    /dist/,
  ],
])("a plan with a fault is refused: %s, %j", (code, changes, fix) => {
  try {
    planOf(changes);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code, fix: expect.stringMatching(fix) });
  }
});

test("a dose by metal or amount is that much metal in the particles given", () => {
  const list = ["100 ug/mL"];
  const [byMass] = planOf({ dose: { list, basis: "metal" } }).arms;
  expect(byMass!.particleDoses[0]! * byMass!.metalShare).toBeCloseTo(0.1, 12);
  // Fe2P: 2 × 55.845 of 142.66 g/mol.
  expect(byMass!.metalShare).toBeCloseTo(0.7829, 3);
  const [byAmount] = planOf({ dose: { list: ["1 mM"], basis: "amount" } }).arms;
  expect(byAmount!.particleDoses[0]! * byAmount!.metalMolality).toBeCloseTo(1, 12);
  expect(byAmount!.particleDoses[0]! * byAmount!.metalShare).toBeCloseTo(0.055845, 5);
});

test("an agent without metal has no dose by metal", () => {
  expect(() => planOf({ agents: ["sio2-spheres"], dose: { list: ["1 ug/mL"], basis: "metal" } })).toThrow(
    /invalid-value.*no metal/,
  );
});

test("the schedule sets the dose before it is given, and the laser from its start to its end", () => {
  const protocol = [{ at: "4 h", for: "10 min", laser: { wavelength: "1064 nm", irradiance: "1 W/cm^2" } }];
  const [arm] = planOf({ protocol }).arms;
  const [first, ...rest] = interventions(arm!, 0.25);
  const { parameters, events } = arm!.compiled;
  expect(first).toEqual({
    t: 0,
    set: [{ parameter: parameters.indexOf("dose"), value: 0.25 }],
    fire: [events.indexOf("start"), events.indexOf("give")],
  });
  const irradiance = parameters.indexOf("irradiance");
  expect(irradiance).toBeGreaterThanOrEqual(0);
  expect(rest).toEqual([
    { t: 14_400, set: [{ parameter: irradiance, value: 10_000 }], fire: [] },
    { t: 15_000, set: [{ parameter: irradiance, value: 0 }], fire: [] },
  ]);
});

test("a drug of the protocol is given to every run, the control included, and washed away when its time is over", () => {
  const protocol = [{ at: "1 h", for: "2 h", drug: "Fer-1", concentration: "1 uM" }];
  const [arm] = planOf({ protocol }).arms;
  const { parameters, events } = arm!.compiled;
  const control = interventions(arm!, 0);
  const [give, wash] = ["add_ferrostatin_1", "wash_ferrostatin_1"].map((id) => events.indexOf(id));
  expect(control.find((s) => s.t === 3600)).toEqual({
    t: 3600,
    set: [{ parameter: parameters.indexOf("added_ferrostatin_1"), value: 1e-3 }],
    fire: [give],
  });
  expect(control.find((s) => s.t === 3 * 3600)!.fire).toEqual([wash]);
});

test("a drug in solution is an agent: its amount counts by its molar mass, and it has no metal", () => {
  const dose = { list: ["1 uM"], basis: "amount" } as const;
  const [arm] = planOf({ agents: ["erastin"], dose, read: ["viability", "drug.erastin"] }).arms;
  expect(arm!.particleDoses[0]).toBeCloseTo(1e-3 * 0.54704, 6);
  expect(arm!.metalShare).toBe(0);
  expect(() => planOf({ agents: ["erastin"], dose: { list: ["1 ug/mL"], basis: "metal" } })).toThrow(
    /no metal/,
  );
});
