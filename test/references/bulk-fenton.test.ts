import { describe, expect, test } from "vitest";
import { ferricSolubility, ironWater, milleroRate } from "#biology";
import { beaker } from "#cases";
import { evaluate, parse } from "#expr";
import { toBase } from "#units";

const value = (text: string, names: Readonly<Record<string, number>> = {}): number =>
  evaluate(parse(text), (n) => names[n] ?? toBase(ironWater[n]!.number.value));
const within = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

describe("iron in water", () => {
  test.each([
    [3, 2.9e-5],
    [4, 7.6e-7],
    [5, 5.7e-8],
    [6.5, 1.8e-9],
    [7.4, 2.5e-10],
  ])("V1: Fe(III) over ferrihydrite at pH %s", (pH, printed) => {
    within(value(ferricSolubility("pH"), { pH }) / 1000, printed, 0.05);
  });
  const rate = (pH: number, T = 298.15): number =>
    value(milleroRate({ pH: "pH", T: "T", I: "I" }), { pH, T, I: 150 }) * 1000;
  test.each([
    [3, 64.6],
    [6.5, 3.7e3],
    [7.4, 2.9e4],
  ])("V2: Fe(II) + H2O2 at pH %s, 25 °C", (pH, printed) => within(rate(pH), printed, 0.1));
  test("V23: 37 → 50 °C speeds the acid channel 1.75-fold and the neutral one 2.4-fold", () => {
    within(rate(2, 323.15) / rate(2, 310.15), 1.75, 0.05);
    within(rate(7.4, 323.15) / rate(7.4, 310.15), 2.4, 0.05);
  });
});

describe("a beaker with H2O2", () => {
  test.each([
    [500e-6, 2.4],
    [50e-6, 2.9],
    [5e-6, 3.4],
    [0.5e-6, 4.1],
  ])("V4: from %s M Fe(III), ·OH is greatest at pH %s", (ferric, printed) => {
    const scan = Array.from({ length: 31 }, (_, i) => 2 + i * 0.1).map((pH) => ({
      pH,
      made: beaker({ pH, ferric }),
    }));
    const best = scan.reduce((a, b) => (b.made > a.made ? b : a));
    expect(Math.abs(best.pH - printed)).toBeLessThanOrEqual(0.25);
  });
  test("V4: pH 3 makes 129 times as much as pH 6.5 from 50 µM Fe(III)", () => {
    within(beaker({ pH: 3, ferric: 50e-6 }) / beaker({ pH: 6.5, ferric: 50e-6 }), 129, 0.03);
  });
  test.each([2, 3, 5, 6.5, 7.4])("V5: from Fe(II) at pH %s, one oxidant per iron", (pH) =>
    within(beaker({ pH, ferrous: 50e-6 }) / 50e-6, 1, 0.02),
  );
});
