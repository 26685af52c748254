import { expect, test } from "vitest";
import { exp, ln } from "#units";
import { classNumber, normalNodes } from "./shape.ts";

test.each([8, 16, 32])("%s classes integrate the moments of a normal", (n) => {
  const nodes = normalNodes(n);
  const moment = (k: number): number => nodes.reduce((sum, c) => sum + c.share * c.node ** k, 0);
  [1, 0, 1, 0, 3, 0, 15].forEach((exact, k) => {
    expect(moment(k)).toBeCloseTo(exact, 9);
  });
});

test("numbers of particles by class sum to one and give the mean volume of a log-normal", () => {
  for (const spread of [1.1, 1.4, 1.8]) {
    const s = ln(spread);
    const classes = normalNodes(12).map((c) => ({ r: exp(s * (3 * s + c.node)), n: classNumber(c, s, 3) }));
    const sum = (k: number): number => classes.reduce((t, c) => t + c.n * c.r ** k, 0);
    expect(sum(0)).toBeCloseTo(1, 4);
    expect(sum(3) / exp(4.5 * s * s)).toBeCloseTo(1, 8);
    expect(sum(2) / exp(2 * s * s)).toBeCloseTo(1, 5);
  }
});
