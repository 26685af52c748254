import { describe, expect, test } from "vitest";
import {
  type Agent,
  type AssembleOptions,
  agent,
  agents,
  assemble,
  barium,
  cells,
  environments,
  persulfate,
} from "#biology";
import { imbalance } from "#model";
import { cellWith, faultsIn, runOf, valueOf } from "./with-mechanisms.ts";

const within = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

const made = cellWith([persulfate({ cell: cells.tumourGeneric, environment: environments.mediumPh74 })]);
const { model } = made;
const hour = 3600;

describe("SO4·-", () => {
  test("V8: water takes 440 ± 50 of it per second at 296 K, and 638 at 37 °C", () => {
    const at = (T: number): number => valueOf(model, "k_SO4_water", { T });
    expect(Math.abs(at(296) - 440)).toBeLessThanOrEqual(50);
    within(at(310.15), 638, 0.01);
  });

  test("V8: beside 1 mM organics and up to pH 8 less than 5 % of it becomes ·OH", () => {
    for (const pH of [3, 5, 7, 8]) {
      const water = {
        pH__med: pH,
        // 1 mM at 1e9 1/(M·s), and nothing else.
        k_SO4_medium: 1e6,
        chloride_medium: 0,
        HCO3__med: 0,
        SO4r_source__med: 1,
      };
      expect(valueOf(model, "SO4r_to_OH__med", water), `pH ${pH}`).toBeLessThan(0.05);
    }
  });

  test("in pure water ·OH takes over between pH 7 and 12, as the probes of Liang and Su say", () => {
    const byHydroxide = (pH: number): number =>
      valueOf(model, "share_SO4r_OH__med", {
        pH__med: pH,
        k_SO4_medium: 0,
        chloride_medium: 0,
        HCO3__med: 0,
      });
    expect(byHydroxide(7)).toBeLessThan(0.02);
    expect(byHydroxide(12)).toBeGreaterThan(0.99);
  });

  test("in a cytosol of 40 mM Cl- and 5 mM GSH organics take 85 %, Cl- 10 %, GSH 4 % and water 0.0005 %", () => {
    // The row's constant of chloride is that of no ionic strength, 3e8 1/(M·s).
    const cell = { chloride_cyt: 40, GSH__cyt: 5, HCO3__cyt: 12, k_SO4_chloride: 3e5 };
    const share = (name: string): number => valueOf(model, `share_SO4r_${name}__cyt`, cell);
    within(share("organics"), 0.85, 0.02);
    within(share("Cl"), 0.1, 0.05);
    within(share("GSH"), 0.04, 0.1);
    within(share("water"), 5e-6, 0.1);
  });

  test("with the constant of chloride at the cell's ionic strength Cl- takes 17 %", () => {
    within(valueOf(model, "share_SO4r_Cl__cyt", { chloride_cyt: 40, GSH__cyt: 5 }), 0.17, 0.03);
  });

  test("of chlorine radicals fewer than 1 in 1000 give SO4·- back in a cytosol", () => {
    const cell = { chloride_cyt: 40, GSH__cyt: 5, HCO3__cyt: 12, SO4__cyt: 0.3 };
    const back = valueOf(model, "chlorine_back__cyt", cell);
    expect(back / (back + valueOf(model, "chlorine_sink__cyt", cell))).toBeLessThan(1e-3);
  });

  test.each(["med", "vesicle", "cyt"])("what is made in %s ends, whatever comes back from chlorine", (at) => {
    const given = { GSH__cyt: 3, SO4__med: 40, SO4__vesicle: 40, SO4__cyt: 40, [`SO4r_source__${at}`]: 1 };
    const ends = ["organics", "HCO3", ...(at === "med" ? [] : ["GSH"])].map((end) => `SO4r_to_${end}__${at}`);
    const gone = [...ends, `SO4r_to_OH__${at}`].reduce((sum, id) => sum + valueOf(model, id, given), 0);
    expect(gone).toBeCloseTo(1, 12);
  });

  test("lives nanoseconds: 1 mM persulfate beside 1 µM Fe(II) keeps below a femtomolar of it", () => {
    const c = valueOf(model, "SO4r__cyt", { S2O8__cyt: 1, Fe2__cyt: 1e-3, GSH__cyt: 5, T: 310.15 });
    expect(c).toBeGreaterThan(1e-14);
    expect(c).toBeLessThan(1e-12);
  });
});

describe("persulfate", () => {
  test("unaided it lasts 90 to 160 days at 37 °C, and loses 3.7e-4 a day at 20 °C", () => {
    const k = (T: number): number => valueOf(model, "k_S2O8", { T });
    const days = Math.LN2 / k(310.15) / 86400;
    expect(days).toBeGreaterThan(90);
    expect(days).toBeLessThan(160);
    within(k(310.15), 6e-8, 0.1);
    within(k(293.15) * 86400, 3.7e-4, 1e-9);
  });

  test("beside 1 µM Fe(II) held constant half of it is gone in 7 h", () => {
    const rate = valueOf(model, "activation_Fe2_cyt", { Fe2__cyt: 1e-3, S2O8__cyt: 1 });
    within(Math.LN2 / rate / hour, 7, 0.03);
  });

  test("every number has what its grade asks for, and a source that exists", () => {
    expect(faultsIn(model, "persulfate")).toEqual([]);
  });

  test("every reaction is balanced in mass and charge", () => {
    const own = model.reactions.filter((r) => r.module === "persulfate");
    expect(own.length).toBeGreaterThan(15);
    for (const r of own) expect(imbalance(model, r), r.id).toEqual({ atoms: new Map(), charge: 0 });
  });
});

describe("persulfate in a cell", () => {
  const start = { S2O8__cyt: 10 };
  const hours = [0, 6, 24];
  const treated = runOf(made, { hours, start });
  const last = hours.length - 1;

  test("sulfur is conserved: each S2O8 2- ends as two sulfates", () => {
    const sulfur = (i: number): number => 2 * treated.state("S2O8__cyt")[i]! + treated.state("SO4__cyt")[i]!;
    expect(treated.state("S2O8__cyt")[last]!).toBeLessThan(9.9);
    within(sulfur(last), sulfur(0), 1e-7);
  });

  test("two electrons are taken per S2O8 2-: by iron and by SO4·-, or by glutathione alone", () => {
    // Without the direct reaction and hydrolysis every S2O8 2- goes by SO4·-: one by Fe(II), two by warmth.
    const set = { k_S2O8_thiol: 0, f_S2O8_homolysis: 1 };
    const run = runOf(made, { hours, start, set });
    const lost = 10 - run.state("S2O8__cyt")[last]!;
    const radicals = run.read("SO4.made")[last]!;
    expect(radicals / lost).toBeGreaterThan(1);
    expect(radicals / lost).toBeLessThan(2);
    const warm = runOf(made, { hours, start, set: { ...set, k_S2O8_Fe2: 0 } });
    within(warm.read("SO4.made")[last]! / (10 - warm.state("S2O8__cyt")[last]!), 2, 1e-5);
  });

  test("the return of Fe(II) sets the pace: iron is mostly Fe(III), and more persulfate brings less than in proportion", () => {
    const few = runOf(made, { hours, start: { S2O8__cyt: 10 }, set: { k_S2O8_thiol: 0 } });
    const many = runOf(made, { hours, start: { S2O8__cyt: 100 }, set: { k_S2O8_thiol: 0 } });
    const gain = many.read("SO4.made")[1]! / few.read("SO4.made")[1]!;
    expect(gain).toBeLessThan(9);
    expect(gain).toBeGreaterThan(1);
    expect(many.read("Fe(II)")[1]!).toBeLessThan(few.read("Fe(II)")[1]!);
  });

  test("five hundred times the persulfate makes thirty-five times the radicals", () => {
    const [few, many] = [0.1, 50].map(
      (c) => runOf(made, { hours, start: { S2O8__cyt: c } }).read("SO4.made")[last]!,
    );
    within(many! / few!, 35, 0.05);
  });

  test("a cell without persulfate makes no SO4·-", () => {
    const none = runOf(made, { hours });
    expect(none.read("SO4.made")[last]).toBe(0);
    expect(none.read("viability")[last]).toBeGreaterThan(0.9999);
  });

  test("·OH by water is a millionth part of what SO4·- does", () => {
    const blind = runOf(made, { hours, start, set: { f_SO4_nuclear: 0, f_SO4_lipid: 0 } });
    const radicals = blind.read("SO4.made")[last]!;
    const hydroxyl = valueOf(model, "SO4r_to_OH__cyt", {
      SO4r_source__cyt: radicals,
      GSH__cyt: 3,
      T: 310.15,
    });
    expect(hydroxyl / radicals).toBeLessThan(1e-5);
    // Without its two shares SO4·- would pass for harmless.
    expect(blind.read("viability")[last]!).toBeGreaterThan(0.999);
    expect(treated.read("viability")[last]!).toBeLessThan(0.5);
  });
});

describe("persulfate carried in by particles", () => {
  const { tumourGeneric, normalGeneric } = cells;
  /** Hours after 100 µg/mL of an agent, redox chemistry and all. */
  const carried = (
    by: Agent,
    options: Partial<AssembleOptions> & { hours?: readonly number[]; set?: Record<string, number> } = {},
  ): ReturnType<typeof runOf> => {
    const { hours: when = [0.25, 1, 24, 72], set, ...rest } = options;
    const assembly = assemble({
      agent: by,
      cell: tumourGeneric,
      environment: environments.mediumPh74,
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      ...rest,
    });
    return runOf(assembly, { hours: when, set: { dose: 0.1, ...set } });
  };
  /** Persulfate and BaO2 in one particle. */
  const withBarium = agent({ ...agents.pnso, cores: [...agents.pnso.cores, ...agents.bao2.cores] });

  test.each([
    ["sodium persulfate", agents.pnso],
    ["potassium persulfate", agents.pkso],
    ["sodium chloride", agents.scnp],
    ["sodium persulfate with BaO2", withBarium],
  ] as const)("%s leaves the cytosol neutral to a millionth of its ions for three days", (_, by) => {
    for (const cell of [tumourGeneric, normalGeneric]) {
      const run = carried(by, { cell });
      for (const charge of run.read("charge")) expect(Math.abs(charge)).toBeLessThan(1e-6);
      expect(run.read("escaped")[2]!).toBeGreaterThan(by === withBarium ? 0.3 : 0.9);
    }
  });

  test("it waits in an endosome that is whole, as does its sulfate, each with its sodium", () => {
    // Warmth alone, a thousand times as fast, so that there is sulfate.
    const set = { k_escape: 0, k_S2O8_20: 4.3e-6, f_S2O8_homolysis: 0 };
    const run = carried(agents.pnso, { without: ["endosome-burst"], set });
    const [waiting, sulfate, sodium] = ["S2O8", "SO4", "Na"].map((ion) => run.state(`${ion}__vesicle`)[2]!);
    expect(waiting!).toBeGreaterThan(1);
    expect(sulfate!).toBeGreaterThan(1);
    // Of the two charges of a sulfate made from persulfate a buffered proton holds one.
    within(2 * waiting! + sulfate!, sodium!, 1e-6);
    expect(run.state("S2O8__cyt")[2]!).toBe(0);
  });

  test("both are let go by the burst", () => {
    const run = carried(agents.pnso, { set: { k_S2O8_20: 4.3e-6, f_S2O8_homolysis: 0 }, hours: [24] });
    for (const ion of ["S2O8", "SO4"])
      expect(run.state(`${ion}__vesicle`)[0]!).toBeLessThan(run.state(`${ion}__cyt`)[0]!);
  });
});

describe("persulfate in the light", () => {
  const lit = cellWith([
    persulfate({ cell: cells.tumourGeneric, environment: environments.mediumPh74, lit: true }),
  ]).model;
  const at = (nm: number, id: string, given: Record<string, number> = {}): number =>
    valueOf(lit, id, { irradiance: 10, wavelength: nm * 1e-9, ...given });

  test("at 254 nm and 10 W/m² it goes as by hand: 2.30·21 1/(M·cm)·0.7·21.2 µmol of photons per m² and s", () => {
    // A mole of photons of 254 nm: 6.02214076e23·6.62607015e-34·299792458/254e-9 J.
    const photons = 10 / ((6.02214076e23 * 6.62607015e-34 * 299792458) / 254e-9);
    within(photons, 2.123e-5, 1e-3);
    within(at(254, "k_light"), Math.LN10 * 2.1 * 0.7 * photons, 1e-6);
    within(at(254, "k_light"), 7.19e-5, 1e-3);
    // At 308 nm by its own yield, and by what absorption is left 54 nm on.
    const later = 10 / ((6.02214076e23 * 6.62607015e-34 * 299792458) / 308e-9);
    within(at(308, "k_light"), Math.LN10 * 2.1 * Math.exp(-54 / 20) * 0.275 * later, 1e-6);
  });

  test("the medium takes its part: 3 1/cm over 3 mm leaves cells an eighth, and the mean of the medium two fifths", () => {
    within(at(254, "k_light__cyt") / at(254, "k_light"), 10 ** -0.9, 1e-6);
    within(at(254, "k_light__med") / at(254, "k_light"), (1 - 10 ** -0.9) / (0.9 * Math.LN10), 1e-6);
    within(at(254, "k_light__med", { a_medium_uv: 0 }) / at(254, "k_light"), 1, 1e-6);
  });

  test("nothing is split at 808 nm, nor where no absorption is at hand", () => {
    for (const nm of [808, 365, 321, 239, 222]) expect(at(nm, "k_light"), `${nm} nm`).toBe(0);
    expect(at(254, "k_light", { irradiance: 0 })).toBe(0);
  });

  /** The same particles under ten minutes of light, from six hours on. */
  const shone = (wavelength: string): ReturnType<typeof runOf> =>
    runOf(
      assemble({
        agent: agents.pnso,
        cell: cells.tumourGeneric,
        environment: environments.mediumPh74,
        culture: { density: "1e5 1/mL", volume: "100 uL" },
        protocol: [{ at: "6 h", for: "10 min", laser: { wavelength, irradiance: "1 mW/cm^2" } }],
      }),
      { hours: [6, 6.25], set: { dose: 0.1 } },
    );

  test("ten minutes of a lamp split what its rate says, into two radicals each; the near infrared splits nothing", () => {
    const [dark, uv] = [shone("808 nm"), shone("254 nm")];
    const made = (run: typeof dark): number => run.read("SO4.made")[1]! - run.read("SO4.made")[0]!;
    const before = dark.state("S2O8__cyt")[0]! + 0.015 * dark.state("S2O8__vesicle")[0]!;
    const expected = 2 * before * at(254, "k_light__cyt") * 600;
    within((made(uv) - made(dark)) / expected, 1, 0.05);
    expect(uv.state("S2O8__med")[1]! / dark.state("S2O8__med")[1]!).toBeCloseTo(
      Math.exp(-600 * at(254, "k_light__med")),
      3,
    );
    expect(Math.abs(uv.read("charge")[1]!)).toBeLessThan(1e-6);
  });

  test("tissue keeps ultraviolet from a tumour", () => {
    const tissue = { ...environments.mediumPh74, kind: "tissue" } as typeof environments.mediumPh74;
    const { model: deep } = cellWith([
      persulfate({ cell: cells.tumourGeneric, environment: tissue, lit: true }),
    ]);
    const k = valueOf(deep, "k_light__cyt", { irradiance: 1e4, wavelength: 254e-9 });
    expect(k).toBeLessThan(1e-30);
  });
});

describe("persulfate beside metals, barium and X-rays", () => {
  const options = { cell: cells.tumourGeneric, environment: environments.mediumPh65 };
  const whole = (agent: Agent): ReturnType<typeof cellWith> =>
    cellWith([barium(options), persulfate(options)], {
      ...options,
      agent,
      protocol: [{ at: "2 h", xray: { dose: "6 Gy", rate: "1 Gy/min" } }],
    });

  test.each([
    ["copper ferrite", agents.cufe2o4Nanospheres],
    ["iron phosphide", agents.fe2pNanorods],
    ["copper phosphide", agents.cu3pNanocrystals],
  ] as const)("%s: one sulfate for all, nothing below zero, sulfur conserved", (_, agent) => {
    const both = whole(agent);
    const run = runOf(both, {
      hours: [0, 6, 24],
      start: { S2O8__vesicle: 50, Ba2__cyt: 0.1 },
      set: { dose: 0.02 },
    });
    for (const id of [
      "S2O8__vesicle",
      "S2O8__cyt",
      "SO4__cyt",
      "Ba2__cyt",
      "BaSO4__cyt",
      "Fe2__cyt",
      "GSH__cyt",
    ])
      for (const value of run.state(id)) expect(value, id).toBeGreaterThan(-1e-9);
    const ratio = both.model.parameters.find((p) => p.id === "f_vesicle")!.value;
    const sulfur = (i: number): number =>
      ratio * (2 * run.state("S2O8__vesicle")[i]! + run.state("SO4__vesicle")[i]!) +
      2 * run.state("S2O8__cyt")[i]! +
      run.state("SO4__cyt")[i]! +
      run.state("BaSO4__cyt")[i]!;
    within(sulfur(2), sulfur(0), 1e-5);
    expect(run.state("BaSO4__cyt")[2]!).toBeGreaterThan(0);
  });

  test("Cu(I) of an agent activates it too, in every place", () => {
    const ids = whole(agents.cu3pNanocrystals).model.reactions.map((r) => r.id);
    for (const at of ["med", "vesicle", "cyt"]) expect(ids).toContain(`activate_S2O8_Cu1__${at}`);
    expect(model.reactions.some((r) => r.id.includes("Cu1"))).toBe(false);
  });
});
