import { describe, expect, test } from "vitest";
import {
  type Agent,
  agents,
  assemble,
  barium,
  bariumBlockKinetics,
  cells,
  checkAgent,
  chelatorLostPerGy,
  environments,
  type Mechanism,
} from "#biology";
import { imbalance, sourced } from "#model";
import { speciate } from "#study";
import { cellWith, faultsIn, runOf, valueOf } from "./with-mechanisms.ts";

const within = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

const ba = barium({ cell: cells.tumourGeneric, environment: environments.mediumPh74 });
/** What barium asks of an ion core: a voltage and its reduced form, held. */
const membrane: Mechanism = {
  id: "membrane",
  label: "a held membrane",
  add(draft) {
    draft.setting("Vm", -0.03, "V", "membrane potential");
    draft.rule("u_m", "1", "Vm/26.73 [mV]", "reduced potential");
    draft.setting("A_mem", 1e-9, "m^2", "membrane");
    draft.sum("flow_out", "mol/m^2/s", "positive charge that leaves");
    draft.sum("osmoles__cyt", "mM", "osmoles of the cytosol");
    draft.sum("osmoles__med", "mM", "osmoles of the medium");
  },
};
const made = cellWith([membrane, ba]);
const { model } = made;

describe("block of K+ channels", () => {
  test("V7: 0.1 mM at -62 mV blocks half, and settles in 2.9 ms", () => {
    const { blocked, tau } = bariumBlockKinetics({ barium: "0.1 mM", voltage: "-62 mV" });
    within(blocked, 0.5, 0.1);
    within(tau, 2.9e-3, 0.1);
  });

  test("on the way to its end the kinetic step has gone 1 − 1/e after τ", () => {
    const { tau, blocked } = bariumBlockKinetics({ barium: "0.3 mM", voltage: "-40 mV" });
    const [on, off] = [blocked / tau, (1 - blocked) / tau];
    let b = 0;
    const steps = 10_000;
    for (let i = 0; i < steps; i++) b += (tau / steps) * (on * (1 - b) - off * b);
    within(b, blocked * (1 - Math.exp(-1)), 1e-3);
  });

  test.each([
    [-80, 0.064],
    [-62, 0.1],
    [-55, 0.12],
    [-40, 0.17],
    [-30, 0.22],
    [-20, 0.29],
  ])("at %s mV the constant of block is %s mM", (mV, printed) => {
    within(valueOf(model, "Kd_Ba_block", { Vm: mV * 1e-3 }), printed, 0.03);
  });

  test("what is left of the conductance is 1 − s + s/(1 + x), s the share that Ba2+ can block", () => {
    for (const [s, x] of [
      [0.5, 1],
      [0.9, 10],
      [1, 3],
    ] as const) {
      const sum = valueOf(model, "barium_block", { s_Ba_block: s, x_Ba_block: x });
      within(1 / (1 + sum), 1 - s + s / (1 + x), 1e-12);
    }
  });

  test("without an ion core the voltage is -62 mV", () => {
    const alone = cellWith([ba]).model;
    within(valueOf(alone, "Kd_Ba_block", {}), 0.1, 1e-9);
  });
});

describe("sulfate", () => {
  /** Ba²⁺ that stays free beside sulfate and much solid. */
  const cap = (sulfate: number, given: Readonly<Record<string, number>> = {}): number =>
    1 / valueOf(model, "saturation_BaSO4__med", { Ba_free__med: 1, SO4__med: sulfate, ...given });

  test("0.3 mM of it caps free Ba2+ at 0.4 µM without activity coefficients, 2.8 with γ₂² = 0.13, at 25 °C", () => {
    const cold = { T: 298.15 };
    within(cap(0.3, { ...cold, davies_37C: 0 }) * 1e3, 0.4, 0.15);
    within(cap(1, { ...cold, davies_37C: 0 }) * 1e3, 0.1, 0.1);
    within(cap(0.3, { ...cold, davies_37C: -Math.log10(0.13) / 8 }) * 1e3, 2.8, 0.1);
  });

  test("by Davies at 0.15 M and at 37 °C the cap is 4.7 µM, a twentieth of the constant of block", () => {
    within(10 ** (-8 * valueOf(model, "davies_37C", {})), 0.105, 0.02);
    within(cap(0.3, { T: 310.15 }) * 1e3, 4.7, 0.02);
    within(cap(0.8, { T: 310.15 }) * 1e3, 1.8, 0.03);
  });

  test("0.1 mM Ba2+ in 0.8 mM sulfate ends at the cap, 35 to 250 times below the constant of block", () => {
    const run = runOf(made, {
      hours: [0, 24],
      start: { Ba2__med: 0.1, SO4__med: 0.8 },
      set: { k_Ba_entry: 0, k_BaSO4: 3e-5, k_BaCO3: 0 },
    });
    const [free, sulfate] = [run.state("Ba2__med")[1]!, run.state("SO4__med")[1]!];
    within(sulfate, 0.8 - 0.1 + free, 1e-6);
    within(free, cap(sulfate, { T: 310.15 }), 1e-3);
    expect(0.1 / free).toBeGreaterThan(35);
    expect(0.1 / free).toBeLessThan(250);
  });

  test("below the cap nothing to speak of precipitates, and what has, dissolves again", () => {
    const low = runOf(made, {
      hours: [0, 24],
      start: { Ba2__med: 1e-4, SO4__med: 0.3 },
      set: { k_Ba_entry: 0 },
    });
    within(low.state("Ba2__med")[1]!, 1e-4, 0.02);
    const back = runOf(made, {
      hours: [0, 240],
      start: { BaSO4__med: 1e-4, SO4__med: 0.05, Ba2__med: 0 },
      set: { k_Ba_entry: 0 },
    });
    within(back.state("Ba2__med")[1]!, 1e-4, 0.02);
  });

  test("a solid that a long step has taken below nothing comes back to nothing, and does not dissolve on", () => {
    const run = runOf(made, {
      hours: [0, 24],
      start: { BaSO4__med: -1e-5, SO4__med: 0.3, BaCO3__med: -1e-5, Ba2__med: 2e-5 },
      set: { k_Ba_entry: 0 },
    });
    for (const id of ["BaSO4__med", "BaCO3__med"]) expect(Math.abs(run.state(id)[1]!), id).toBeLessThan(1e-7);
    expect(run.state("Ba2__med")[1]!).toBeLessThan(1e-6);
  });

  test("barium and sulfate are conserved in medium, lysosome and cytosol together", () => {
    const run = runOf(made, { hours: [0, 48], start: { Ba2__med: 0.05, Ba2__vesicle: 5, Ba2__cyt: 0.5 } });
    const { V_cyt, f_vesicle, culture_density } = Object.fromEntries(
      model.parameters.map((p) => [p.id, p.value * p.unit.factor]),
    ) as { V_cyt: number; f_vesicle: number; culture_density: number };
    const amount = (i: number): number =>
      (["Ba2__med", "BaSO4__med", "BaCO3__med"] as const).reduce((n, id) => n + run.state(id)[i]!, 0) /
        culture_density +
      run.state("Ba2__vesicle")[i]! * f_vesicle * V_cyt +
      (run.state("Ba2__cyt")[i]! + run.state("BaSO4__cyt")[i]! + run.state("BaCO3__cyt")[i]!) * V_cyt;
    within(amount(1), amount(0), 1e-7);
    const sulfate = (i: number): number => run.state("SO4__cyt")[i]! + run.state("BaSO4__cyt")[i]!;
    within(sulfate(1), sulfate(0), 1e-7);
    expect(run.state("BaSO4__cyt")[1]!).toBeGreaterThan(0);
  });

  test("every number has what its grade asks for, and a source that exists", () => {
    expect(faultsIn(model, "barium")).toEqual([]);
  });

  test("every reaction is balanced in mass and charge", () => {
    for (const r of model.reactions.filter((x) => x.module === "barium"))
      expect(imbalance(model, r), r.id).toEqual({ atoms: new Map(), charge: 0 });
  });
});

describe("carbonate", () => {
  const cap = (at: "med" | "cyt", bicarbonate: number, pH: number): number =>
    1 /
    valueOf(model, `saturation_BaCO3__${at}`, {
      [`Ba_free__${at}`]: 1,
      [`HCO3__${at}`]: bicarbonate,
      [`pH__${at}`]: pH,
      T: 310.15,
    });

  test("at 37 °C it caps free Ba2+ at 0.3 mM in a medium and 1 mM in a cytosol, as speciation does", () => {
    within(cap("med", 24, 7.4), 0.33, 0.05);
    within(cap("cyt", 12, 7.2), 1.05, 0.05);
    for (const [at, carbonate, pH] of [
      ["med", 24, "7.4"],
      ["cyt", 12, "7.2"],
    ] as const) {
      const { species } = speciate({
        totals: { Ba: "50 mM", CO3: "0.5 M" },
        pH: Number(pH),
        temperature: "310.15 K",
        ionicStrength: "0.15 M",
        solids: ["witherite"],
      });
      const of = (id: string): number => species.find((x) => x.species === id)!.concentration;
      within(of("Ba+2"), (cap(at, carbonate, Number(pH)) * carbonate) / of("HCO3-"), 0.02);
    }
  });

  test("takes what sulfate leaves: of 50 mM in a cytosol 1 mM stay, the rest is solid", () => {
    const run = runOf(made, {
      hours: [0, 240],
      start: { Ba2__cyt: 50, SO4__cyt: 0.3 },
      set: { k_Ba_entry: 0, k_BaCO3: 3e-4, k_BaSO4: 3e-4, HCO3__cyt: 12, pH__cyt: 7.2 },
    });
    const [free, sulfate, carbonate] = ["Ba2__cyt", "BaSO4__cyt", "BaCO3__cyt"].map(
      (id) => run.state(id)[1]!,
    );
    within(free!, cap("cyt", 12, 7.2), 0.01);
    within(sulfate!, 0.3, 0.02);
    within(free! + sulfate! + carbonate!, 50, 1e-6);
  });
});

describe("GLDA", () => {
  test("at pH 7.4 and without Ca2+ half of it is bound at 3.2 mM Ba2+", () => {
    within(valueOf(model, "Kd_GLDA_Ba__med", { pH__med: 7.4, calcium_held: 0 }), 3.2, 0.02);
  });

  test("beside 1.2 mM Ca2+ it takes ten times that: GLDA in solution hardly holds Ba2+", () => {
    const beside = { pH__med: 7.4, calcium_held: 1.2 };
    within(valueOf(model, "Kd_GLDA_Ba__med", beside) / 3.2, 1 + 1.2 / 0.127, 0.03);
    const free = valueOf(model, "Ba_free__med", { ...beside, GLDA__med: 1, Ba2__med: 0.1 });
    expect(free).toBeGreaterThan(0.096);
    expect(free).toBeLessThan(0.1);
  });

  test("given as a drug it holds Ba2+ of the medium, and half of it at 33 mM beside calcium", () => {
    const beside = assemble({
      agent: agents.bariumChloride,
      cell: cells.tumourGeneric,
      environment: environments.mediumPh74,
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      protocol: [{ at: "0 h", drug: "glda", concentration: "33 mM" }],
      without: ["redox"],
    }).model;
    const free = (glda: number): number =>
      valueOf(beside, "Ba_free__med", { glda__med: glda, Ba2__med: 0.1, Ca__med: 1.2 }) / 0.1;
    expect(free(0)).toBeCloseTo(1, 9);
    within(free(33), 0.5, 0.05);
  });

  test("what is free and what is bound make the total", () => {
    const given = { GLDA__med: 20, Ba2__med: 5 };
    const K = valueOf(model, "Kd_GLDA_Ba__med", {});
    const free = valueOf(model, "Ba_free__med", given);
    within(free + (20 * free) / (K + free), 5, 1e-9);
  });
});

describe("barium and X-rays", () => {
  test("1 mM Ba2+ in the cell is 0.014 % of its mass, and brings as little dose", () => {
    const both = cellWith([ba], {
      protocol: [{ at: "1 h", xray: { dose: "6 Gy", rate: "1 Gy/min" } }],
    }).model;
    within(valueOf(both, "high_Z", { Ba2__cyt: 1 }), 0.0137, 0.01);
    const gain = valueOf(both, "dose_rate_cell", { dose_rate: 1, Ba2__cyt: 1 }) - 1;
    within(gain, 0.1 * 0.0137, 0.01);
  });
});

describe("a coating that X-rays take away", () => {
  const coated = (radiolysis?: typeof chelatorLostPerGy): Agent => ({
    ...agents.fe2pNanorods,
    coating: {
      ...agents.fe2pNanorods.coating,
      access: sourced("0.01", { grade: "C", range: ["0.001", "0.1"], why: "a test" }),
      ...(radiolysis && { radiolysis }),
    },
  });
  const model6 = cellWith([], {
    agent: coated(chelatorLostPerGy),
    protocol: [{ at: "1 h", xray: { dose: "6 Gy", rate: "1 Gy/min" } }],
  }).model;

  test("opens as 1 − (1 − access)·exp(−λ·D)", () => {
    const open = (D: number): number => valueOf(model6, "coating_open", { absorbed_dose: D });
    within(open(0), 0.01, 1e-12);
    within(open(6), 1 - 0.99 * Math.exp(-0.05 * 6), 1e-12);
  });

  test("holds dissolution back by that share, and leaves other coatings a delay alone", () => {
    const used = (m: typeof model6): boolean =>
      m.rules.some((r) => r.id.startsWith("v_") && JSON.stringify(r.expr).includes("coating_"));
    expect(used(model6)).toBe(true);
    expect(used(cellWith([], { agent: coated() }).model)).toBe(false);
  });

  test("is closed for good without X-rays in the protocol", () => {
    const closed = cellWith([], { agent: coated(chelatorLostPerGy) }).model;
    expect(closed.parameters.some((p) => p.id === "coating_access")).toBe(true);
    expect(closed.rules.some((r) => r.id === "coating_open")).toBe(false);
  });

  test("must say what it leaves open before", () => {
    const faults = checkAgent({
      ...agents.fe2pNanorods,
      coating: { material: "GLDA", delay: agents.fe2pNanorods.coating.delay, radiolysis: chelatorLostPerGy },
    });
    expect(faults.map((f) => f.where)).toContain("agents/fe2p-nanorods/coating/access");
  });
});
