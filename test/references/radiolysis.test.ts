import { describe, expect, test } from "vitest";
import { type AssembleOptions, agents, assemble, cells, environments } from "#biology";
import { imbalance } from "#model";
import { cellWith, runOf, valueOf } from "./with-mechanisms.ts";

const within = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

const options = {
  agent: agents.sio2Spheres,
  cell: cells.tumourGeneric,
  environment: environments.mediumPh74,
  culture: { density: "1e5 1/mL", volume: "100 uL" },
};
const xray = (dose: string, rate: string, at = "1 h"): NonNullable<AssembleOptions["protocol"]>[number] => ({
  at,
  xray: { dose, rate },
});
const acute = cellWith([], { protocol: [xray("6 Gy", "10 Gy/min")] });
/** Micromolar per gray. */
const perGray = (id: string, given: Readonly<Record<string, number>> = {}): number =>
  valueOf(acute.model, id, { dose_rate: 1, ...given }) * 1e3;

describe("radicals of water", () => {
  test("V9: a gray makes 0.277 µM ·OH and 0.075 µM H2O2 in pure water", () => {
    within(perGray("radiolysis_OH__med"), 0.277, 0.03);
    within(perGray("radiolysis_H2O2__med"), 0.075, 0.03);
    // 2.67 and 0.72 per 100 eV, at 0.1036 µmol/J each.
    within(perGray("radiolysis_OH__med"), 2.67 * 0.1036, 0.005);
  });

  test.each([
    [2, 0.55],
    [4, 1.1],
    [6, 1.7],
    [10, 2.8],
  ])("%s Gy make %s µM ·OH", (gray, printed) => {
    within(gray * perGray("radiolysis_OH__cyt"), printed, 0.03);
  });

  test("in air-saturated water without organics all electrons and H· end on O2", () => {
    const bare = { k_electron_medium: 0, O2__med: 0.2 };
    within(perGray("radiolysis_superoxide__med", bare), 0.276 + 0.057, 1e-6);
    expect(perGray("radiolysis_superoxide__cyt", { O2__cyt: 0.05 })).toBeLessThan(0.05);
  });

  test("every reaction is balanced in mass and charge", () => {
    const own = acute.model.reactions.filter((r) => r.module === "radiolysis");
    expect(own.length).toBeGreaterThanOrEqual(5);
    for (const r of own) expect(imbalance(acute.model, r), r.id).toEqual({ atoms: new Map(), charge: 0 });
  });

  test("6 Gy lift the cell's ·OH by 1.7 µM, and no more than the counter says", () => {
    const [with6, none] = [acute, cellWith([])].map((m) => runOf(m, { hours: [0, 2] }).read("OH.made")[1]!);
    within((with6! - none!) * 1e3, 1.66, 0.05);
  });
});

describe("death by X-rays", () => {
  const lethal = (protocol: AssembleOptions["protocol"], cell = cells.tumourGeneric, hours = 12): number =>
    -Math.log(
      runOf(cellWith([], { protocol: protocol!, cell }), { hours: [0, hours] }).read(
        "survival.radiation",
      )[1]!,
    );

  test("given at once the survival of V79 and HSG cells is that of their α and β", () => {
    within(lethal([xray("6 Gy", "100 Gy/min")], cells.v79), 0.184 * 6 + 0.02 * 36, 2e-3);
    within(lethal([xray("6 Gy", "100 Gy/min")], cells.hsg), 0.313 * 6 + 0.0615 * 36, 2e-3);
  });

  test("the same dose in two fractions a day apart, or over hours, kills less", () => {
    const once = lethal([xray("6 Gy", "1 Gy/min")], cells.hsg, 40);
    const twice = lethal([xray("3 Gy", "1 Gy/min"), xray("3 Gy", "1 Gy/min", "25 h")], cells.hsg, 40);
    within(twice, 2 * (0.313 * 3 + 0.0615 * 9), 0.02);
    expect(twice).toBeLessThan(once);
    expect(lethal([xray("6 Gy", "1 Gy/h")], cells.hsg, 40)).toBeLessThan(0.8 * once);
  });

  test("protraction follows Lea and Catcheside", () => {
    const [alpha, beta, mu, T] = [0.313, 0.0615, 1, 6];
    const g = (2 / (mu * T)) * (1 - (1 - Math.exp(-mu * T)) / (mu * T));
    within(lethal([xray("6 Gy", "1 Gy/h")], cells.hsg), alpha * 6 + g * beta * 36, 1e-4);
  });

  test("viability follows lethal damage late: little after a day, all of it after weeks", () => {
    const run = runOf(acute, { hours: [0, 25, 1500] });
    expect(run.read("viability")[1]!).toBeGreaterThan(0.25);
    within(run.read("viability")[2]!, run.read("survival.radiation")[2]!, 1e-3);
    within(run.read("death.radiation")[2]!, run.read("death.other")[2]!, 1e-2);
  });

  test("a radiosensitiser raises the linear term, and barium in the cell the dose", () => {
    const rate = (given: Readonly<Record<string, number>>): number =>
      valueOf(acute.model, "lethal_rate", { dose_rate: 1, ...given });
    within(rate({ radiosensitiser: 0.5 }), 1.5 * rate({}), 1e-12);
    within(rate({ high_Z: 1 }), 1.1 * rate({}), 1e-12);
  });
});

describe("the protocol", () => {
  test("X-rays are on for dose over rate, and only then is there radiolysis", () => {
    const { schedule, mechanisms } = assemble({ ...options, protocol: [xray("6 Gy", "1 Gy/min", "4 h")] });
    expect(schedule).toContainEqual({ t: 14400, set: { dose_rate: 1 / 60 } });
    expect(schedule.find((s) => s.set?.["dose_rate"] === 0)!.t).toBeCloseTo(14760, 6);
    expect(mechanisms.map((m) => m.id)).toContain("radiolysis");
    expect(assemble(options).mechanisms.map((m) => m.id)).not.toContain("radiolysis");
  });

  test("without redox chemistry X-rays make no radicals and kill by the same law", () => {
    const { model } = assemble({ ...options, without: ["redox"], protocol: [xray("6 Gy", "1 Gy/min")] });
    expect(model.reactions.filter((r) => r.id.startsWith("radiolyse"))).toEqual([]);
    const rates = [model, acute.model].map((m) => valueOf(m, "lethal_rate", { dose_rate: 1 }));
    expect(rates[0]).toBe(rates[1]);
    expect(rates[0]).toBeGreaterThan(0);
  });

  test("the dose that is absorbed is the dose that was ordered", () => {
    within(runOf(acute, { hours: [0, 3] }).read("dose.X-ray")[1]!, 6, 1e-6);
  });

  test("X-rays without a rate are refused, with what to add", () => {
    const protocol = [{ at: "4 h", xray: { dose: "6 Gy" } }] as unknown as AssembleOptions["protocol"];
    expect(() => assemble({ ...options, protocol: protocol! })).toThrow(/rate/);
    try {
      assemble({ ...options, protocol: protocol! });
    } catch (error) {
      expect(error).toMatchObject({
        code: "missing-key",
        where: "protocol/0/xray/rate",
        fix: 'add rate: "1 Gy/min"',
      });
    }
    expect(() => assemble({ ...options, protocol: [xray("0 Gy", "1 Gy/min")] })).toThrow(/above 0/);
  });
});
