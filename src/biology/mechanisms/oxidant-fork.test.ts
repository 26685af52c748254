import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, parse } from "#expr";
import { toBase } from "#units";
import { carbonateShare, fork, forkNumbers } from "./oxidant-fork.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const value = (text: string, names: Readonly<Record<string, number>>): number =>
  evaluate(parse(text), (n) => names[n] ?? toBase(forkNumbers[n]!.number.value));

test("the shares of a fork are shares and sum to 1, whatever its expressions are", () => {
  fc.assert(
    fc.property(share, share, (direct, carbonate) => {
      const shares = fork({ direct: "d", carbonate: "c" });
      const found = [shares.OH, shares.CO3, shares.X].map((x) => value(x, { d: direct, c: carbonate }));
      expect(found.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    }),
  );
});
test("without bicarbonate a fork leaves its direct share and no carbonate radical", () => {
  const shares = fork({ direct: "d" });
  expect([shares.OH, shares.CO3, shares.X].map((x) => value(x, { d: 0.3 }))).toEqual([0.3, 0, 0.7]);
});
test("bicarbonate of cells takes nearly all, phosphate pushes it back", () => {
  const taken = (b: number, p: number): number =>
    value(carbonateShare({ bicarbonate: "b", phosphate: "p" }), { b, p });
  expect(taken(24, 0)).toBeGreaterThan(0.9);
  expect(taken(0, 1)).toBe(0);
  expect(taken(24, 50)).toBeLessThan(taken(24, 1));
});
