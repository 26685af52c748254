import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { molarMass, sourced } from "#model";
import { settle, solve } from "#solve";
import { type AgentRecord, agent, agents, assemble, type Core, cells, environments } from "../index.ts";

const number = (text: string) => sourced(text, { grade: "D", why: "set for a test", dist: "fixed" });
const culture = { density: "1e5 1/mL", volume: "100 uL" };

function particle(change: Partial<Core>, more: Partial<AgentRecord> = {}): AgentRecord {
  return {
    id: "probe",
    names: [],
    note: "",
    cores: [{ phase: "Fe3O4", shape: "sphere", radius: number("8 nm"), spread: number("1"), ...change }],
    coating: { material: "none", delay: number("0 h") },
    triggers: [],
    ...more,
  };
}

interface Run {
  readonly read: (id: string, hour: number) => number;
  readonly least: number;
  readonly atEnd: (state: string) => number;
}

/** Hours 0, 1, 4, 24 and 72 after a dose, without rest before. */
function given(
  record: AgentRecord,
  set: Record<string, number> = {},
  dose = 0.02,
  without: string[] = [],
): Run {
  const { model } = assemble({
    agent: agent(record),
    cell: cells.tumourGeneric,
    environment: environments.mediumPh65,
    culture,
    without,
  });
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const parameters = compiled.nominal();
  for (const [id, value] of Object.entries({ dose, ...set })) {
    const at = compiled.parameters.indexOf(id);
    if (at < 0) throw new Error(`no parameter ${id}`);
    parameters[at] = value;
  }
  const hours = [0, 1, 4, 24, 72];
  const fire = ["start", "give"].map((e) => compiled.events.indexOf(e));
  const { state } = settle(
    { kernel, parameters, t0: 0, times: Float64Array.of(0) },
    2e5,
    compiled.program.counters,
    { rtol: 1e-7, atol: 1e-14 },
  );
  const run = solve(
    {
      kernel,
      parameters,
      t0: 0,
      times: Float64Array.from(hours, (h) => h * 3600),
      start: state,
      schedule: [{ t: 0, fire }],
    },
    { rtol: 1e-7, atol: 1e-16 },
  );
  expect(run.status).toBe("done");
  return {
    read: (id, hour) =>
      run.observed[hours.indexOf(hour) * kernel.observables + compiled.observables.indexOf(id)]!,
    atEnd: (id) => run.states[(hours.length - 1) * kernel.n + compiled.states.indexOf(id)]!,
    least: Math.min(...run.states),
  };
}

/** Share of the metal in the cell that is freed by an hour. */
const freed = (record: AgentRecord, rate: number, hour = 24): number =>
  given(record, { R_NP_Fe3O4__acid: rate }).read("metal.freed", hour);

describe("shapes and classes", () => {
  test.each<[string, Partial<Core>, number]>([
    ["sphere", {}, 3 / (5.18e6 * 8e-9)],
    ["rod", { shape: "rod", length: number("80 nm") }, (2 / (5.18e6 * 8e-9)) * 1.1],
    [
      "sheet",
      { shape: "sheet", thickness: number("2 nm"), radius: number("50 nm") },
      2 / (5.18e6 * 2e-9) + 2 / (5.18e6 * 50e-9),
    ],
  ])("a %s has the specific surface of its geometry", (_shape, change, m2PerGram) => {
    const { model } = assemble({
      agent: agent(particle(change)),
      cell: cells.tumourGeneric,
      environment: environments.mediumPh65,
      culture,
    });
    const compiled = compile(model);
    const kernel = instantiate(compiled.program);
    const slow = compiled.nominal();
    // Initial rate in the medium: dn/dt = R·10^(n(4.75 − 6.5))·A/V, so that A per gram follows.
    slow[compiled.parameters.indexOf("dose")] = 0.02;
    slow[compiled.parameters.indexOf("n_H_NP_Fe3O4__acid")] = 0;
    slow[compiled.parameters.indexOf("R_NP_Fe3O4__acid")] = 1e-13;
    slow[compiled.parameters.indexOf("CL_uptake")] = 0;
    const fire = ["start", "give"].map((e) => compiled.events.indexOf(e));
    const run = solve(
      { kernel, parameters: slow, t0: 0, times: Float64Array.of(0, 3600), schedule: [{ t: 0, fire }] },
      { rtol: 1e-9, atol: 1e-18 },
    );
    const at = compiled.states.indexOf("NP_Fe3O4__med");
    const [before, after] = [run.states[at]!, run.states[kernel.n + at]!];
    const perMole = (before - after) / before / 3600 / 1e-13;
    // Molar volume 4.47e-5 m³/mol and density 5.18 g/cm³ agree to a part in a thousand.
    expect(perMole / molarMass("Fe3O4") / m2PerGram).toBeCloseTo(1, 2);
  });

  test("one class of no width is the mean particle", () => {
    const rate = 3e-10;
    expect(freed(particle({ classes: 8 }), rate)).toBeCloseTo(freed(particle({}), rate), 6);
  });

  test.each([
    [1.2, 0.012],
    [1.5, 0.06],
    [1.8, 0.1],
  ])(
    "two moments of a spread of %s stay within %s of 16 classes, from a tenth freed to nearly all",
    (spread, error) => {
      const wide = { spread: number(String(spread)) };
      for (const rate of [1e-10, 1e-9, 5e-9]) {
        const classes = freed(particle({ ...wide, classes: 16 }), rate);
        expect(Math.abs(freed(particle(wide), rate) - classes)).toBeLessThan(error);
      }
    },
  );

  test("eight classes are as good as sixteen to a part in two hundred", () => {
    const wide = { spread: number("1.5") };
    for (const rate of [1e-10, 1e-9, 5e-9])
      expect(
        Math.abs(
          freed(particle({ ...wide, classes: 8 }), rate) - freed(particle({ ...wide, classes: 16 }), rate),
        ),
      ).toBeLessThan(0.005);
  });

  test("a measured surface takes the place of geometry's: twice the surface, twice the initial rate", () => {
    const one = freed(particle({ specificSurface: number("50 m^2/g") }), 1e-11, 1);
    const two = freed(particle({ specificSurface: number("100 m^2/g") }), 1e-11, 1);
    const rest = given(particle({}), { R_NP_Fe3O4__acid: 0 }).read("metal.freed", 1);
    expect((two - rest) / (one - rest)).toBeCloseTo(2, 1);
  });
});

describe("matter", () => {
  const total = (run: Run): number => {
    const [V_med, V_cyt] = [1e-11, 1.7e-15];
    const V = { med: V_med, vesicle: 0.015 * V_cyt, cyt: V_cyt };
    const sum = (id: string, at: keyof typeof V): number => run.atEnd(id) * V[at];
    return sum("Mn2__med", "med") + sum("Mn2__cyt", "cyt");
  };
  test("nothing is negative once all is dissolved, with shells on rods, sheets and classes", () => {
    const records = [
      particle({
        shape: "rod",
        length: number("60 nm"),
        shells: [{ phase: "MnO2", thickness: number("3 nm") }],
      }),
      particle({ shape: "sheet", thickness: number("1 nm"), phase: "MnO2" }),
      particle({ classes: 8, spread: number("1.4"), shells: [{ phase: "MnO2", thickness: number("3 nm") }] }),
    ];
    for (const record of records) {
      const rates = record.cores[0]!.phase === "Fe3O4" ? { R_NP_Fe3O4__acid: 1e-6 } : {};
      const run = given(record, { R_NP_MnO2__thiol: 1e-5, ...rates });
      expect(run.least).toBeGreaterThan(-1e-12);
      expect(total(run)).toBeGreaterThan(0);
      expect(run.read("metal.freed", 72)).toBeGreaterThan(0.99);
    }
  });
  test("cargo and shares take their part of the dose: metal per mass falls by it", () => {
    const share = (record: AgentRecord): number => given(record, {}, 0.01).read("metal.share", 0);
    const bare = share(particle({}));
    expect(bare).toBeCloseTo((3 * molarMass("Fe")) / molarMass("Fe3O4"), 6);
    const cargo = [{ enzyme: "glucose-oxidase", loading: number("0.25") }] as const;
    expect(share(particle({}, { cargo }))).toBeCloseTo(0.75 * bare, 6);
    const two = particle({});
    const cores = [
      { ...two.cores[0]!, phase: "SiO2" },
      { ...two.cores[0]!, share: number("0.1") },
    ];
    expect(share({ ...two, cores, cargo })).toBeCloseTo(0.1 * bare, 6);
    const classes = { classes: 8, spread: number("1.6") };
    expect(share(particle(classes))).toBeCloseTo(bare, 6);
  });
  test("a tight inert shell keeps its core, a porous one lets it go in part", () => {
    const shelled = (access?: string, rate = 1e-10): number =>
      freed(
        particle({
          shells: [
            { phase: "SiO2", thickness: number("5 nm"), ...(access ? { access: number(access) } : {}) },
          ],
        }),
        rate,
      );
    const none = shelled("1", 0);
    expect(shelled()).toBeCloseTo(none, 9);
    expect(shelled("0.5")).toBeGreaterThan(5 * none);
    expect(shelled("1") / shelled("0.5")).toBeGreaterThan(1.8);
  });
  test("a receptor multiplies uptake where the cell bears it", () => {
    const record = agent(particle({}, { targeting: { receptor: "CD44", gain: number("3") } }));
    const load = (receptors: string[]): number => {
      const { model } = assemble({
        agent: record,
        cell: { ...cells.tumourGeneric, receptors },
        environment: environments.mediumPh65,
        culture,
      });
      return model.parameters.filter((p) => p.id === "gain_targeting").length;
    };
    expect([load([]), load(["EGFR"]), load(["CD44"])]).toEqual([0, 0, 1]);
  });
});

test("cargo with its own rate leaves first order, and no more than was loaded", () => {
  const release = { rate: number("1e-3 1/s"), pH: number("7.4"), steepness: number("0") };
  const strand = { nucleicAcid: "vegfr2-dnazyme", loading: number("0.1"), release };
  const run = given(particle({}, { cargo: [strand] }), { CL_uptake: 0 });
  const [full, all] = [run.atEnd("vegfr2_dnazyme_NP__med"), run.atEnd("NP__med")];
  expect(full / all).toBeLessThan(1e-9);
  expect(run.least).toBeGreaterThan(-1e-12);
});

test("every agent of the library can do without dissolution, without surfaces and without each ion", () => {
  for (const record of Object.values(agents))
    for (const without of ["dissolution", "surface-catalysis", "iron", "copper", "manganese"])
      expect(
        assemble({
          agent: record,
          cell: cells.tumourGeneric,
          environment: environments.mediumPh65,
          culture,
          without: [without],
        }).mechanisms.length,
      ).toBeGreaterThan(5);
});
