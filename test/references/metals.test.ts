import { describe, expect, test } from "vitest";
import { agents, findPhase } from "#biology";
import { toBase } from "#units";
import { emptied, mediumWithEdta, rules, runAgent } from "./metals.ts";

const places = ["med", "vesicle", "cyt"] as const;
const acids = [4, 5, 6, 6.5, 7, 7.4];

describe("the fork and the forms of iron", () => {
  test.each(acids)("at pH %s the shares of ·OH, CO3·- and ferryl sum to 1 in every place", (pH) => {
    const value = rules(agents.ironSalt, {
      pH__med: pH,
      pH__vesicle: pH,
      pH__cyt: pH,
      Fe2__med: 0.3,
      Fe2__vesicle: 50,
    });
    for (const at of places) {
      const shares = ["OH", "CO3", "X"].map((kind) => value(`f_${kind}_Fe__${at}`));
      expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(value(`Fe2_aquo__${at}`)).toBeGreaterThan(0);
      expect(value(`Fe2_aquo__${at}`)).toBeLessThanOrEqual(1);
    }
  });
  test("acid makes ·OH of aqueous iron, neutral water mostly another oxidant", () => {
    const oh = (pH: number): number =>
      rules(agents.ironSalt, { pH__med: pH, citrate_medium: 0, HCO3__med: 0, Fe2__med: 1e3 })("f_OH_Fe__med");
    expect(oh(3)).toBeGreaterThan(0.98);
    expect(oh(7.4)).toBeLessThan(0.35);
  });
  test("citrate with bicarbonate makes CO3·-, without it ·OH", () => {
    const citrate = { citrate_cyt: 1e6 };
    const value = rules(agents.ironSalt, citrate);
    expect(value("f_CO3_Fe__cyt")).toBeGreaterThan(0.85);
    expect(rules(agents.ironSalt, { ...citrate, HCO3__cyt: 0 })("f_OH_Fe__cyt")).toBeGreaterThan(0.85);
  });
  test("iron beyond its ligands is aqueous", () => {
    const aquo = (iron: number): number =>
      rules(agents.ironSalt, { Fe2__med: iron, citrate_medium: 1 })("Fe2_aquo__med");
    expect(aquo(1e-6)).toBeLessThan(0.1);
    expect(aquo(100)).toBeGreaterThan(0.98);
  });
  test("citrate holds ferric iron up to its amount, and what it does not hold counts against solubility", () => {
    const free = (iron: number): number => rules(agents.ironSalt, { Fe3__med: iron })("Fe3_free__med");
    expect(free(1e-3) / 1e-3).toBeLessThan(0.2);
    expect(free(1) / 1).toBeGreaterThan(0.98);
  });
});

describe("metal totals stay what they are", () => {
  test.each([
    ["Fe", agents.ironSalt],
    ["Cu", agents.copperSalt],
    ["Mn", agents.manganeseSalt],
  ] as const)("%s from pH 4 to 7.4", (metal, agent) => {
    for (const pH of [4, 5.5, 7.4]) {
      const run = runAgent(agent, {
        times: [600, 86400],
        dose: 0.05,
        change: { pH__med: pH, pH__vesicle: Math.min(pH, 4.7) },
      });
      const volume: Record<string, number> = { med: 1e-11, cyt: 1.7e-15, vesicle: 0.015 * 1.7e-15 };
      const solid = new RegExp(`^NP_${metal}`);
      const pools = run.states.filter((s) =>
        new RegExp(`^${metal}(?:\\d|[123]?s|GS2|MT|Stored)?\\d?__`).test(s),
      );
      const layers = run.states.filter((s) => solid.test(s));
      const total = (i: number): number =>
        pools.reduce((sum, s) => sum + run.at(s, i) * volume[s.split("__")[1]!]!, 0) +
        layers.reduce((sum, s) => sum + run.at(s, i) * volume[s.split("__").at(-1)!]!, 0);
      expect(pools.length).toBeGreaterThanOrEqual(3);
      expect(Math.abs(total(1) / total(0) - 1)).toBeLessThan(1e-6);
    }
  });
});

describe("V19: copper and glutathione in a beaker", () => {
  const beaker = (
    gsh: number,
    copper: number,
    times: readonly number[],
    peroxide = 0,
  ): ReturnType<typeof runAgent> =>
    runAgent(agents.copperSalt, {
      times,
      change: { ...emptied, O2__cyt: 0.2, pH__cyt: 7.4 },
      start: { GSH__cyt: gsh, Cu2__cyt: copper, H2O2__cyt: peroxide },
    });
  /** O2 taken up: every electron that thiol lost is in water or H2O2. */
  const oxygen = (run: ReturnType<typeof runAgent>, gsh: number, i: number): number =>
    (gsh - run.at("GSH__cyt", i) - 2 * run.at("CuGS2__cyt", i) + 2 * run.at("H2O2__cyt", i)) / 4;
  test("with GSH beyond three per Cu, more GSH slows the uptake of O2", () => {
    const made = [0.3, 1, 3].map((gsh) => {
      const run = beaker(gsh, 0.05, [60, 120]);
      return oxygen(run, gsh, 1) - oxygen(run, gsh, 0);
    });
    expect(made[1]!).toBeLessThan(made[0]!);
    expect(made[2]!).toBeLessThan(made[1]!);
  });
  test("one O2 goes per four thiols while thiol is in excess, and hardly an oxidant is made", () => {
    const gsh = 1;
    const run = beaker(gsh, 0.05, [1, 600], 2e-3);
    const lost = run.at("GSH__cyt", 0) - run.at("GSH__cyt", 1);
    expect(lost).toBeGreaterThan(0.05);
    const taken = oxygen(run, gsh, 1) - oxygen(run, gsh, 0);
    expect(Math.abs(lost / taken / 4 - 1)).toBeLessThan(0.1);
    expect(run.at("oxidant_Cu", 1)).toBeLessThan(1e-3 * lost);
  });
  test("when glutathione is used up, H2O2 and oxidants come", () => {
    const run = beaker(1, 0.05, [600, 4 * 3600], 2e-3);
    expect(run.at("GSH__cyt", 1)).toBeLessThan(0.1);
    expect(run.at("oxidant_Cu", 1)).toBeGreaterThan(100 * run.at("oxidant_Cu", 0));
  });
  test("without copper glutathione is not oxidised", () => {
    expect(beaker(1, 0, [24 * 3600]).at("GSH__cyt", 0)).toBeCloseTo(1, 6);
  });
  test("glutathione holds free Cu(I) below 1e-12 M", () => {
    expect(beaker(5, 0.005, [60]).at("Cu1__cyt", 0)).toBeLessThan(1e-9);
  });
});

describe("V20: who makes ·OH at pH 8", () => {
  test("Cu(I) does not", () => {
    expect(rules(agents.copperSalt, { pH__med: 8 })("f_OH_Cu__med")).toBeLessThan(0.01);
    expect(rules(agents.copperSalt, { pH__med: 6.5 })("f_OH_Cu__med")).toBeCloseTo(0.1, 6);
  });
  test("Fe(II) with EDTA does, bicarbonate or not", () => {
    expect(rules(agents.ironSalt, { pH__med: 8 }, mediumWithEdta(1e-3))("f_OH_Fe__med")).toBeGreaterThan(
      0.95,
    );
  });
});

test("albumin of the medium holds Cu(II), not Cu(I)", () => {
  const value = rules(agents.copperSalt, { Cu2__med: 0.02, Cu1__med: 0.02, H2O2__med: 1 });
  expect(value("Cu2_free__med")).toBeLessThan(1e-6);
  expect(value("fenton_Cu_med")).toBeGreaterThan(0);
});

test("manganese makes ·OH and CO3·- with bicarbonate, nothing without", () => {
  const state = { Mn2__med: 1, H2O2__med: 1 };
  const value = rules(agents.manganeseSalt, state);
  expect(value("OH_source__med") + value("CO3_source__med")).toBeCloseTo(value("fenton_Mn_med"), 15);
  expect(rules(agents.manganeseSalt, { ...state, HCO3__med: 0 })("fenton_Mn_med")).toBe(0);
});

test("what the metals make adds up to the oxidants made, but for what bicarbonate turns over", () => {
  const run = runAgent(agents.cu3pNanocrystals, { times: [86400], dose: 0.05 });
  const metals = run.read("oxidant.Fe", 0) + run.read("oxidant.Cu", 0);
  expect(Math.abs(metals / run.read("oxidant.made", 0) - 1)).toBeLessThan(1e-3);
});

test("V21: at pH 3.6 and 100 µM GSH a sheet of MnO2 one nanometre thick is gone within two minutes", () => {
  const { molarVolume, dissolution } = findPhase("MnO2");
  const way = dissolution.find((d) => d.by === "thiol")!;
  const faster = 10 ** (way.order.value.value * (way.pH - 3.6));
  const rate = toBase(way.rate.value) * faster * (toBase("100 uM") / toBase(way.reagent!));
  // Both faces dissolve.
  const gone = 2 * rate * toBase(molarVolume.value) * 120;
  expect(gone).toBeGreaterThan(1e-9);
});
