import { describe, expect, test } from "vitest";
import { exp, ln, normalCdf } from "#units";
import { cellClasses } from "./classes.ts";

describe("classes of cells", () => {
  test("are the whole culture, in order and even about the median", () => {
    for (const count of [1, 2, 5, 8, 64]) {
      const classes = cellClasses(count);
      expect(classes).toHaveLength(count);
      expect(classes.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      classes.forEach(({ node, weight }, i) => {
        const mirror = classes[count - 1 - i]!;
        expect(node).toBeCloseTo(-mirror.node, 12);
        expect(weight).toBeCloseTo(mirror.weight, 12);
        if (i > 0) expect(node).toBeGreaterThan(classes[i - 1]!.node);
      });
    }
    expect(cellClasses(1)[0]!.node).toBe(0);
  });
  test("integrate polynomials of the probability exactly, up to degree 2n − 1", () => {
    const classes = cellClasses(5);
    for (let degree = 0; degree < 10; degree++) {
      const sum = classes.reduce((s, { node, weight }) => s + weight * normalCdf(node) ** degree, 0);
      expect(sum * (degree + 1), `degree ${degree}`).toBeCloseTo(1, 10);
    }
  });
  test("take up within a hundredth what as many mean cells do", () => {
    for (const spread of [1.53, 1.84, 2.3]) {
      const s = ln(spread);
      const mean = cellClasses(8).reduce(
        (sum, { node, weight }) => sum + weight * exp(s * (node - s / 2)),
        0,
      );
      expect(Math.abs(mean - 1)).toBeLessThan(spread > 2 ? 0.02 : 0.01);
    }
  });
  test("err at a step by no more than half of the greatest weight", () => {
    const classes = cellClasses(8);
    const greatest = Math.max(...classes.map((c) => c.weight));
    for (let at = -2.5; at <= 2.5; at += 0.05) {
      const below = classes.reduce((sum, { node, weight }) => sum + (node < at ? weight : 0), 0);
      expect(Math.abs(below - normalCdf(at))).toBeLessThan(greatest / 2 + 0.01);
    }
    expect(greatest).toBeLessThan(0.19);
  });
  test("are counted from 1 to 64", () => {
    for (const count of [0, 65, 2.5]) expect(() => cellClasses(count)).toThrow(/no number of classes/);
  });
});
