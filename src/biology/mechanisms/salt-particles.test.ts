import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { sourced } from "#model";
import { settle, solve } from "#solve";
import { type Agent, agent, agents, assemble, cells, environments } from "../index.ts";

const number = (text: string) => sourced(text, { grade: "D", why: "set for a test", dist: "fixed" });
const { scnp, sodiumChloride, pnso, kclPlga, agedScnp, bao2, glBao2, bariumChloride } = agents;

/** Every agent of one size, so that a dose is a number of particles. */
function even(of: Agent, radius?: string): Agent {
  const cores = of.cores.map((core) => ({
    ...core,
    spread: number("1"),
    ...(radius ? { radius: number(radius) } : {}),
  }));
  return agent({ ...of, cores });
}

/** Hours after a dose in mg/mL to a cell at rest. States of the cytosol are amounts over its volume at rest. */
function given(
  of: Agent,
  dose: number,
  options: {
    set?: Record<string, number>;
    hours?: readonly number[];
    without?: string[];
    cell?: (typeof cells)["normalGeneric"];
    redox?: boolean;
  } = {},
) {
  const { model } = assemble({
    agent: of,
    cell: options.cell ?? cells.tumourGeneric,
    environment: environments.mediumPh74,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    without: [...(options.redox ? [] : ["redox"]), ...(options.without ?? [])],
  });
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const parameters = compiled.nominal();
  const place = (id: string): number => {
    const i = compiled.parameters.indexOf(id);
    if (i < 0) throw new Error(`no parameter ${id}`);
    return i;
  };
  for (const [id, value] of Object.entries({ dose, ...options.set })) parameters[place(id)] = value;
  const { state } = settle(
    { kernel, parameters, t0: 0, times: Float64Array.of(0) },
    2e6,
    compiled.program.counters,
    { rtol: 1e-8, atol: 1e-14 },
  );
  const hours = options.hours ?? [0, 24];
  const fire = ["start", "give"].map((e) => compiled.events.indexOf(e));
  const times = Float64Array.from(hours, (h) => h * 3600);
  const run = solve(
    { kernel, parameters, t0: 0, times, start: state, schedule: [{ t: 0, fire }] },
    { rtol: 1e-8, atol: 1e-16 },
  );
  expect(run.status).toBe("done");
  const whole = parameters[place("V_rest")]!;
  const size = {
    med: 1 / parameters[place("culture_density")]!,
    vesicle: parameters[place("f_vesicle")]! * whole,
    cyt: whole,
  };
  const read = (id: string, at: number): number => {
    const column = compiled.observables.indexOf(id);
    if (column >= 0) return run.observed[at * compiled.observables.length + column]!;
    const row = compiled.states.indexOf(id);
    if (row < 0) throw new Error(`nothing is called ${id}`);
    return run.states[at * compiled.states.length + row]!;
  };
  const amount = (id: string, at: number): number =>
    compiled.states
      .filter((s) => s.startsWith(`${id}__`))
      .reduce((sum, s) => sum + read(s, at) * size[s.split("__").at(-1) as "med"], 0);
  return { read, amount, hours, size };
}

describe("the arithmetic of a particle", () => {
  /** Moles of salt in a particle. */
  const salt = (of: Agent, radius: string, phase: string): number => {
    const { read } = given(even(of, radius), 0.01, { hours: [0] });
    return read(`NP_${phase}__med`, 0) / read("NP__med", 0) / 6.02214076e23;
  };
  const cubes = [
    ["25 nm", 4.6e-18],
    ["38.5 nm", 1.7e-17],
    ["50 nm", 3.7e-17],
    ["75 nm", 1.3e-16],
  ] as const;
  test.each(cubes)("a cube of NaCl with half an edge of %s has its moles", (radius, moles) => {
    expect(Number(salt(scnp, radius, "NaCl").toPrecision(2))).toBe(moles);
  });
  test.each([
    ["25 nm", 6.6e-19],
    ["50 nm", 5.3e-18],
    ["80 nm", 2.2e-17],
  ] as const)("a sphere of Na2S2O8 of radius %s has its moles", (radius, moles) => {
    expect(Number(salt(pnso, radius, "Na2S2O8").toPrecision(2))).toBe(moles);
  });
  test.each([
    ["38.5 nm", 15000],
    ["50 nm", 6700],
    ["75 nm", 2000],
  ] as const)("so many cubes of half an edge %s bring 100 mM into 2.5 pL", (radius, count) => {
    expect(Number((2.5e-13 / salt(scnp, radius, "NaCl")).toPrecision(2))).toBe(count);
  });
  test("a cube of 77 nm makes 2.4 Osm, 1.2 M of NaCl, in an endosome of 300 nm", () => {
    // One particle an endosome, all of its salt out, nothing lost: membranes that hold everything, coats that open at once.
    const held = { reserve_endosome: 99, k_ion_escape: 0, k_exo: 0, k_escape: 0, k_mature: 10 };
    const open = { t_half_coat: 3.6e8, enzyme_coat: 1e8, acid_coat: 1, CL_uptake: 1e-21 };
    const { read, size } = given(even(scnp), 0.05, { set: { ...held, ...open }, hours: [24] });
    // 0.1 endosomes of the floor beside the one that holds: the reading is taken of those that hold.
    const holding = 6.02214076e23 * read("NP__late__vesicle", 0) * size.vesicle;
    const strong = (read("endosome.osmolarity", 0) * (holding + 0.1)) / holding;
    expect(Number((strong / 1000).toPrecision(2))).toBe(2.4);
  });
});

describe("a burst", () => {
  const fine = Array.from({ length: 61 }, (_, i) => i / 120);
  test("comes within minutes, brings all of its class to the cytosol at once, and leaves the way open", () => {
    const run = given(even(scnp), 0.1, { hours: [...fine, 24] });
    const opened = fine.map((_, i) => run.read("opened__NP", i));
    const at = opened.indexOf(1);
    expect(opened.slice(at)).toEqual(opened.slice(at).map(() => 1));
    expect(fine[at]! * 60).toBeGreaterThan(2);
    expect(fine[at]! * 60).toBeLessThan(15);
    expect(run.read("endosome.strain", at - 1)).toBeGreaterThan(-0.05);
    expect(run.read("endosome.strain", at - 1)).toBeLessThan(0.04);
    expect(run.read("escaped", at - 1)).toBeLessThan(0.01);
    expect(run.read("escaped", at)).toBeGreaterThan(0.8);
    // Those that come later pass at the pace of maturation: nearly all are through after a day.
    expect(run.read("escaped", fine.length)).toBeGreaterThan(0.95);
  });
  test("leaves sodium, potassium and chloride what they are, solid, in endosomes, cytosol and medium", () => {
    const run = given(scnp, 0.1);
    expect(run.read("opened__NP", 1)).toBe(1);
    for (const [ion, solid] of [
      ["Na", "NP_NaCl"],
      ["Cl", "NP_NaCl"],
      ["K", ""],
    ] as const) {
      const all = (at: number): number => run.amount(ion, at) + (solid ? run.amount(solid, at) : 0);
      expect(Math.abs(all(1) / all(0) - 1)).toBeLessThan(1e-6);
    }
    const count = (at: number): number => run.amount("NP", at);
    expect(Math.abs(count(1) / count(0) - 1)).toBeLessThan(1e-6);
  });
  test("keeps the cytosol neutral, with persulfate as with chloride", () => {
    for (const of of [scnp, pnso]) {
      const run = given(of, 0.1, { hours: [0.25, 1, 24] });
      for (const at of [0, 1, 2]) expect(Math.abs(run.read("charge", at))).toBeLessThan(1e-6);
    }
  });
  test("does not come where particles are too small, or a membrane gives without end", () => {
    expect(given(even(scnp, "4 nm"), 1e-6, { hours: [24] }).read("opened__NP", 0)).toBe(0);
    const held = given(even(scnp), 0.1, { set: { reserve_endosome: 30 }, hours: [24] });
    expect(held.read("opened__NP", 0)).toBe(0);
  });
  test("does not come for salt that dissolves outside, nor for particles emptied by age", () => {
    for (const of of [sodiumChloride, agedScnp])
      expect(given(of, 0.1, { hours: [24] }).read("opened__NP", 0)).toBe(0);
  });
  test("is an event of each class: the larger of the common sizes go first", () => {
    const classed = agent({ ...scnp, cores: scnp.cores.map((core) => ({ ...core, classes: 8 })) });
    const run = given(classed, 0.1, { hours: [0, ...fine.slice(1).map((h) => h / 2), 24] });
    const when = Array.from({ length: 8 }, (_, c) =>
      run.hours.findIndex((_h, i) => run.read(`opened__NPc${c + 1}`, i) === 1),
    );
    // The outermost classes are rare: they wait until there is one of them in a cell.
    const common = when.slice(2, 6);
    expect(common.every((i) => i > 0)).toBe(true);
    expect(common).toEqual([...new Set(common)].sort((x, y) => y - x));
    const salt = (at: number): number =>
      run.amount("Na", at) +
      Array.from({ length: 8 }, (_, c) => run.amount(`NPc${c + 1}_NaCl`, at)).reduce((a, b) => a + b);
    expect(Math.abs(salt(run.hours.length - 1) / salt(0) - 1)).toBeLessThan(1e-6);
  });
});

describe("an endosome that is whole", () => {
  const whole = { without: ["endosome-burst"], hours: [4] };
  test("lets salt out as pairs, so that no charge moves", () => {
    const { read } = given(scnp, 0.1, whole);
    expect(read("Na__vesicle", 0)).toBeGreaterThan(1);
    expect(read("Na__vesicle", 0) / read("Cl__vesicle", 0)).toBeCloseTo(1, 8);
    const potassium = given(kclPlga, 0.1, whole);
    expect(potassium.read("K__vesicle", 0) / potassium.read("Cl__vesicle", 0)).toBeCloseTo(1, 8);
  });
  test("holds persulfate and the sodium that belongs to it", () => {
    const { read } = given(pnso, 0.1, { ...whole, set: { k_escape: 0 } });
    expect(read("S2O8__vesicle", 0)).toBeGreaterThan(1);
    expect(read("Na__vesicle", 0) / read("S2O8__vesicle", 0)).toBeCloseTo(2, 8);
    expect(read("S2O8__cyt", 0)).toBe(0);
  });
  test("holds barium, and the chloride that belongs to it", () => {
    const { read } = given(bao2, 0.1, { ...whole, set: { k_escape: 0, k_Ba_entry: 0 } });
    expect(read("Ba2__vesicle", 0)).toBeGreaterThan(1);
    expect(read("Ba2__cyt", 0)).toBe(0);
    const chloride = given(bariumChloride, 0.1, { ...whole, set: { CL_uptake: 2.9e-16 } });
    expect(chloride.read("Ba2__vesicle", 0)).toBeGreaterThan(0);
    expect(chloride.read("Cl__vesicle", 0) / chloride.read("Ba2__vesicle", 0)).toBeCloseTo(2, 8);
  });
});

describe("salt outside and salt carried in", () => {
  const hours = [...Array.from({ length: 25 }, (_, i) => i / 6), 24];
  /** So many particles that 15,000 of them are in a cell within ten minutes. */
  const eager = { CL_uptake: 2.9e-16 };
  test.each([["tumour", cells.tumourGeneric] as const, ["normal", cells.normalGeneric] as const])(
    "one mass of NaCl shrinks a %s cell from outside and swells it from inside",
    (_, cell) => {
      const outside = given(even(sodiumChloride), 0.1, { cell, hours, set: eager });
      const inside = given(even(scnp), 0.1, { cell, hours, set: eager });
      const volumes = (run: typeof outside): number[] => hours.map((_h, i) => run.read("volume", i));
      expect(Math.max(...volumes(outside))).toBeLessThanOrEqual(1 + 1e-6);
      expect(Math.min(...volumes(outside))).toBeGreaterThan(0.98);
      expect(outside.read("viability", hours.length - 1)).toBeGreaterThan(0.999);
      expect(Math.max(...volumes(inside))).toBeGreaterThan(1.01);
      expect(Math.max(...hours.map((_h, i) => inside.read("Na", i)))).toBeGreaterThan(
        outside.read("Na", 1) + 10,
      );
    },
  );
  test("it kills tumour cells by the calcium that a load of sodium lets in, before any burst", () => {
    const run = given(even(scnp), 0.1, { hours: [2, 24], set: eager });
    expect(run.read("Ca", 0)).toBeGreaterThan(1e-3);
    expect(run.read("viability", 1)).toBeLessThan(0.6);
    expect(run.read("lysed", 1)).toBeLessThan(0.01);
  });
});

describe("the share of cells that have burst", () => {
  test.each([
    [0.3, 0.3],
    [0.1, 0.3],
    [0.004, 10],
  ])("is a logistic of the logarithm of volume, and stays a number: spread %s, %s mg/mL", (spread, dose) => {
    const set = { CL_uptake: 2.9e-16, spread_reserve: spread, fold: 1.3, strain_rupture: 0.04 };
    const run = given(scnp, dose, { set, hours: [0, 1, 2, 24] });
    // ln(1 + x) of the odds x; at spread 0.004 a volume eight times that of the median makes x more than a double holds.
    const passed = (at: number): number => {
      const log = (1.7 / spread) * Math.log(run.read("v_peak", at) / (1.3 * 1.04) ** 1.5);
      return log > 0 ? log + Math.log1p(Math.exp(-log)) : Math.log1p(Math.exp(log));
    };
    for (const at of [1, 2, 3]) {
      const sum = passed(at) - passed(0);
      expect(run.read("hazard_sum_osmotic", at) / sum).toBeCloseTo(1, 5);
      expect(run.read("lysed", at)).toBeCloseTo(1 - Math.exp(-sum), 5);
      expect(Number.isFinite(run.read("N_live", at))).toBe(true);
    }
    if (spread === 0.004) expect(passed(3)).toBeGreaterThan(710);
  });
});

describe("a coat", () => {
  const alone = { CL_uptake: 0 };
  /** Share of the salt still inside, in the medium. */
  const left = (of: Agent, set: Record<string, number>, hour: number): number => {
    const { read } = given(of, 0.05, { set: { ...alone, ...set }, hours: [0, hour] });
    return read("NP_NaCl__med", 1) / read("NP_NaCl__med", 0);
  };
  test("sets the pace of its salt: half in an hour in water of pH 7.4, faster in acid", () => {
    expect(left(scnp, {}, 1)).toBeCloseTo(0.5, 6);
    expect(left(scnp, {}, 3)).toBeCloseTo(0.125, 6);
    expect(left(scnp, { acid_coat: 2, pH__med: 5.4 }, 1)).toBeCloseTo(0.5 ** 4, 6);
  });
  test("opens by enzymes in lysosomes and nowhere else", () => {
    const slow = { t_half_coat: 3.6e6, acid_coat: 1, k_exo: 0, k_escape: 0, reserve_endosome: 99 };
    const run = (enzyme_coat: number) =>
      given(scnp, 0.05, { set: { ...slow, enzyme_coat }, hours: [24] }).read;
    const [plain, cut] = [run(1), run(1000)];
    const whole = (read: typeof plain, stage: string): number =>
      read(`NP_NaCl__${stage}`, 0) / read(`NP__${stage}`, 0);
    expect(whole(cut, "early__vesicle") / whole(plain, "early__vesicle")).toBeCloseTo(1, 6);
    expect(whole(cut, "late__vesicle") / whole(plain, "late__vesicle")).toBeLessThan(0.3);
  });
  test("that has aged holds what is left, and the rest is given as ions", () => {
    const fresh = given(scnp, 0.05, { set: alone, hours: [0] });
    const aged = given(agedScnp, 0.05, { set: alone, hours: [0] });
    const whole = fresh.read("NP_NaCl__med", 0);
    expect(aged.read("NP_NaCl__med", 0) / whole).toBeCloseTo(0.5 ** 6, 10);
    expect(aged.read("Na__med", 0) - fresh.read("Na__med", 0)).toBeCloseTo((1 - 0.5 ** 6) * whole, 8);
    expect(aged.read("Cl__med", 0) - fresh.read("Cl__med", 0)).toBeCloseTo((1 - 0.5 ** 6) * whole, 8);
    expect(aged.read("NP__med", 0)).toBeCloseTo(fresh.read("NP__med", 0), 12);
  });
  test("is all that holds: bare salt is gone within a second", () => {
    const run = given(sodiumChloride, 0.1, { hours: [0, 1 / 3600] });
    expect(run.read("NP_NaCl__med", 1) / run.read("NP_NaCl__med", 0)).toBeLessThan(1e-6);
    // 100 µg/mL is 1.7 mM, osmotically a trifle.
    expect(run.read("Na__med", 1) - run.read("Na__med", 0)).toBeCloseTo(1.711, 3);
  });
});

describe("barium", () => {
  test.each([
    ["tumour", cells.tumourGeneric],
    ["normal", cells.normalGeneric],
    ["heart-like", cells.cardiacLike],
  ])(
    "leaves a %s cell neutral for three days, as peroxide for protons and as chloride with its anions",
    (_, cell) => {
      for (const [of, dose, set] of [
        [bao2, 0.1, {}],
        [glBao2, 0.1, {}],
        [bariumChloride, 1, { CL_uptake: 2.9e-16 }],
      ] as const) {
        const run = given(of, dose, { cell, set, hours: [0.25, 1, 4, 24, 72] });
        expect(run.read("opened__NP", 4), of.id).toBe(1);
        for (const at of [0, 1, 2, 3, 4]) expect(Math.abs(run.read("charge", at)), of.id).toBeLessThan(1e-10);
      }
    },
  );
  test.each([
    [7.4, 0.1],
    [6.5, 0.5],
    [5.0, 3],
  ])("leaves a particle of 50 nm at pH %s about as %s of it an hour", (pH, pace) => {
    const hour = 0.01;
    const set = { CL_uptake: 0, pH__med: pH };
    const { read } = given(even(bao2), 0.05, { set, hours: [0, hour] });
    const gone = read("NP_BaO2__med", 0) - read("NP_BaO2__med", 1);
    expect(gone / read("NP_BaO2__med", 0) / hour / pace).toBeGreaterThan(0.7);
    expect(gone / read("NP_BaO2__med", 0) / hour / pace).toBeLessThan(1.4);
    expect((read("Ba2__med", 1) + read("BaSO4__med", 1) + read("BaCO3__med", 1)) / gone).toBeCloseTo(1, 6);
  });
  test("leaves as peroxide one H2O2 for each BaO2, to a millionth, where nothing takes it", () => {
    const kept = { CL_uptake: 0, k_medium: 0, pyruvate_medium: 0, kappa: 0 };
    const { read } = given(bao2, 0.1, { redox: true, set: kept, hours: [0, 1, 24] });
    for (const at of [1, 2]) {
      const gone = read("NP_BaO2__med", 0) - read("NP_BaO2__med", at);
      expect(gone / read("NP_BaO2__med", 0)).toBeGreaterThan(0.01);
      expect((read("H2O2__med", at) - read("H2O2__med", 0)) / gone - 1).toBeCloseTo(0, 6);
    }
  });
  test("given as chloride brings two chlorides that the medium counts", () => {
    const run = given(bariumChloride, 0.1, { hours: [0, 0.01] });
    // Sulfate and carbonate of the medium take some of it at once.
    const barium = ["Ba2", "BaSO4", "BaCO3"].reduce((sum, id) => sum + run.read(`${id}__med`, 1), 0);
    expect(barium).toBeCloseTo(0.1 / 0.20823, 3);
    expect(run.read("Cl__med", 1) - run.read("Cl__med", 0)).toBeCloseTo(2 * barium, 4);
    expect(run.read("osmolarity.medium", 1) - run.read("osmolarity.medium", 0)).toBeCloseTo(
      2 * barium + run.read("Ba2__med", 1) - run.read("BaSO4__med", 1),
      3,
    );
  });
  test("is conserved over a day: solid, medium, endosomes and cytosol", () => {
    const run = given(bao2, 0.1);
    const all = (at: number): number =>
      ["Ba2", "BaSO4", "BaCO3", "NP_BaO2"].reduce((sum, id) => sum + run.amount(id, at), 0);
    expect(run.amount("NP_BaO2", 1) / all(1)).toBeLessThan(0.5);
    expect(Math.abs(all(1) / all(0) - 1)).toBeLessThan(1e-6);
  });
});
