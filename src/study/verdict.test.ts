import { expect, test } from "vitest";
import { verdict } from "./verdict.ts";

const worlds = (right: number, wrong: number): number[] => [
  ...Array.from({ length: right }, (_, i) => 1 + i / 100),
  ...Array.from({ length: wrong }, (_, i) => -1 - i / 100),
];

test("a claim holds from a share of 0.95, fails up to 0.05, and is undecided between", () => {
  expect(verdict(worlds(95, 5)).verdict).toBe("holds");
  expect(verdict(worlds(94, 6)).verdict).toBe("undecided");
  expect(verdict(worlds(6, 94)).verdict).toBe("undecided");
  expect(verdict(worlds(5, 95)).verdict).toBe("fails");
});

test("the margin is the 5 % quantile of the distance, and the 95 % quantile for a claim that fails", () => {
  const distances = Array.from({ length: 101 }, (_, i) => i + 1);
  expect(verdict(distances).margin).toBe(6);
  expect(verdict(distances.map((d) => -d)).margin).toBe(-6);
});

test("a world without a number, and one on the boundary, count against the claim", () => {
  expect(verdict([...worlds(94, 0), ...Array<number>(6).fill(Number.NaN)]).verdict).toBe("undecided");
  expect(verdict([0]).verdict).toBe("fails");
  expect(verdict([Number.NaN, 1]).probability).toBe(0.5);
});

test("no worlds leave a claim unsupported, its margin unknown", () => {
  expect(verdict([])).toEqual({ verdict: "fails", probability: 0, margin: Number.NaN, worlds: 0 });
});
