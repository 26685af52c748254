import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { check } from "#model";
import { settle, solve } from "#solve";
import { type AssembleOptions, assemble, type ProtocolStep } from "./assemble.ts";
import { agents, cells, environments, records } from "./catalogue.ts";
import { cellNumber } from "./record.ts";

const base: AssembleOptions = {
  agent: agents.sio2Spheres,
  cell: cells.normalGeneric,
  environment: environments.mediumPh74,
  culture: { density: "1e5 1/mL", volume: "100 uL" },
  without: ["calibration", "redox"],
};

/** Read-outs after some minutes of a protocol, from rest; base units. */
function treat(minutes: number, protocol: readonly ProtocolStep[], options: Partial<AssembleOptions> = {}) {
  const { model, schedule } = assemble({ ...base, protocol, ...options });
  expect(check(model).filter((f) => f.severity === "error")).toEqual([]);
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const problem = { kernel, parameters: compiled.nominal(), t0: 0, times: Float64Array.of(minutes * 60) };
  const tolerances = { rtol: 1e-6, atol: 1e-14 };
  const run = solve(
    {
      ...problem,
      start: settle(problem, 2e6, compiled.program.counters, tolerances).state,
      schedule: schedule.map((s) => ({
        t: s.t,
        set: Object.entries(s.set ?? {}).map(([id, value]) => ({
          parameter: compiled.parameters.indexOf(id),
          value,
        })),
        fire: (s.fire ?? []).map((id) => compiled.events.indexOf(id)),
      })),
    },
    tolerances,
  );
  expect(run.status).toBe("done");
  return (id: string): number => run.observed[compiled.observables.indexOf(id)]!;
}
const drug = (name: string, concentration: string): readonly ProtocolStep[] => [
  { at: "0 h", drug: name, concentration },
];
const still: readonly ProtocolStep[] = [{ at: "0 h", medium: "medium-ph7.4" }];

describe("a change of medium", () => {
  test("to the medium that is there changes nothing", () => {
    const read = treat(60, still);
    expect(read("volume")).toBeCloseTo(1, 5);
    expect(read("potential")).toBeCloseTo(-0.055, 5);
  });
  test("comes back after its time, and the cell with it", () => {
    const shock = { at: "0 h", medium: "hypotonic-250" };
    expect(treat(10, [shock])("volume")).toBeGreaterThan(1.1);
    const back = treat(24 * 60, [{ ...shock, for: "1 h" }]);
    expect(back("volume")).toBeCloseTo(1, 3);
    expect(back("osmolarity.medium")).toBeCloseTo(300, 1);
  });
  test.each(
    records.environments
      .filter((e) => e.kind === "bath")
      .map((e) => [e.id, e.own.osmolarity!.value.value] as const),
  )("to %s sets the osmolarity outside to %f", (medium, osmolarity) => {
    expect(treat(1, [{ at: "0 h", medium }])("osmolarity.medium")).toBeCloseTo(osmolarity, 1);
  });
  test("is what a bath is for: no cell comes to rest in one", () => {
    expect(() => assemble({ ...base, environment: environments.sodiumFree })).toThrow(
      /no cell comes to rest/,
    );
  });
  test("to a medium that nobody knows is refused with the nearest", () => {
    expect(() => assemble({ ...base, protocol: [{ at: "0 h", medium: "hypotonic-20" }] })).toThrow(
      /hypotonic-20/,
    );
  });
});

describe("drugs on the membrane", () => {
  const rest = treat(30, still);
  test("bring the ion core in by themselves, others do not", () => {
    const has = (name: string): boolean =>
      assemble({ ...base, without: [], protocol: drug(name, "1 uM") }).mechanisms.some(
        (m) => m.id === "ion-core",
      );
    for (const name of ["ouabain", "bumetanide", "dcpib", "gramicidin", "monensin", "valinomycin", "a23187"])
      expect(has(name)).toBe(true);
    expect(has("erastin")).toBe(false);
  });
  test("ouabain: sodium comes in and potassium goes, by half of the pump at its half-effect", () => {
    const read = treat(30, drug("ouabain", "10 uM"));
    expect(read("Na")).toBeGreaterThan(2 * rest("Na"));
    expect(read("K")).toBeLessThan(0.9 * rest("K"));
    expect(treat(0.01, drug("ouabain", "80 nM"))("pump") / rest("pump")).toBeCloseTo(0.5, 1);
  });
  test("bumetanide: chloride falls and the cell shrinks", () => {
    const read = treat(60, drug("bumetanide", "10 uM"));
    expect(read("Cl")).toBeLessThan(0.8 * rest("Cl"));
    expect(read("volume")).toBeLessThan(0.95);
  });
  test("valinomycin takes the potential towards that of potassium, gramicidin towards none", () => {
    expect(treat(1, drug("valinomycin", "1 uM"))("potential")).toBeLessThan(-0.08);
    expect(treat(1, drug("gramicidin", "1 uM"))("potential")).toBeGreaterThan(-0.01);
  });
  test("monensin brings sodium with chloride and without a current: the cell swells", () => {
    const read = treat(10, drug("monensin", "10 uM"));
    expect(read("Na")).toBeGreaterThan(3 * rest("Na"));
    expect(read("volume")).toBeGreaterThan(1.2);
    const nothing = treat(10, drug("monensin", "10 uM"), {
      protocol: [...still, ...drug("monensin", "1 fM")],
    });
    expect(nothing("potential")).toBeCloseTo(rest("potential"), 5);
  });
  test("a23187 raises calcium with the exchanger there or not, and needs no pool of calcium to be given", () => {
    expect(treat(10, drug("a23187", "1 uM"))("Ca")).toBeGreaterThan(100 * rest("Ca"));
    const bare = treat(10, drug("a23187", "1 uM"), { without: [...base.without!, "calcium-pool"] });
    expect(bare("volume")).toBeCloseTo(1, 4);
  });
  test("oligomycin with 2-deoxyglucose: ATP is gone, and the pump stands still", () => {
    const read = treat(10, drug("oligomycin-2-deoxyglucose", "1 uM"));
    expect(read("ATP")).toBeLessThan(0.05);
    expect(read("pump")).toBeLessThan(0.2 * rest("pump"));
  });
});

describe("cells with ions of their own", () => {
  test("MCF-7 rests at the middle of the groups that were measured", () => {
    expect(treat(60, still, { cell: cells.mcf7 })("potential")).toBeCloseTo(-0.021, 4);
  });
  test("heart muscle rests near the potential of potassium, with inward rectifiers that micromolar barium blocks", () => {
    const read = treat(60, still, { cell: cells.cardiacLike });
    expect(read("potential")).toBeCloseTo(-0.0824, 4);
    expect(read("volume")).toBeCloseTo(1, 4);
    const kd = (cell: typeof cells.cardiacLike): number => cellNumber(cell, "bariumKd").number.value.value;
    expect(kd(cells.cardiacLike)).toBe(6);
    expect(kd(cells.normalGeneric)).toBe(0.1);
  });
});
