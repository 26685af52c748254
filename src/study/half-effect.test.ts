import fc from "fast-check";
import { expect, test } from "vitest";
import { halfEffect } from "./half-effect.ts";

const doses = Array.from({ length: 12 }, (_, i) => 10 ** (-3 + (i * 3) / 11));
const hill = (half: number, n: number): number[] => doses.map((d) => 1 / (1 + (d / half) ** n));

test("the half effect of a Hill curve is found exactly", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.002, max: 0.9, noNaN: true }),
      fc.double({ min: 0.3, max: 6, noNaN: true }),
      (half, n) => {
        expect(halfEffect(doses, hill(half, n)) / half).toBeCloseTo(1, 6);
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});

test("it lies between the doses around the first crossing, whatever the curve", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1.3, noNaN: true }), { minLength: 12, maxLength: 12 }),
      (viability) => {
        const first = viability.findIndex((v) => v <= 0.5);
        const found = halfEffect(doses, viability);
        if (first < 0) expect(found).toBe(Infinity);
        else if (first === 0) expect(found).toBe(viability[0] === 0.5 ? doses[0] : 0);
        else
          expect(found >= doses[first - 1]! * (1 - 1e-12) && found <= doses[first]! * (1 + 1e-12)).toBe(true);
      },
    ),
    { seed: 12, numRuns: 300 },
  );
});

test("a bound is said at either end of the doses, and a missing viability leaves it unknown", () => {
  expect(
    halfEffect(
      doses,
      doses.map(() => 0.9),
    ),
  ).toBe(Infinity);
  expect(
    halfEffect(
      doses,
      doses.map(() => 0.1),
    ),
  ).toBe(0);
  expect(halfEffect([1, 2, 4], [0.9, Number.NaN, 0.1])).toBeNaN();
  expect(halfEffect([1, 2, 4], [0.9, 0.4, Number.NaN])).toBeLessThan(2);
});
