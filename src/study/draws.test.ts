import fc from "fast-check";
import { expect, test } from "vitest";
import { type Distribution, type Parameter, sourced } from "#model";
import { KationError } from "#units";
import { drawWorlds, prior } from "./draws.ts";

const c = (text: string, range?: [string, string], dist?: Distribution): ReturnType<typeof sourced> =>
  sourced(text, {
    grade: "C",
    why: "made up for a test",
    ...(range ? { range } : {}),
    ...(dist ? { dist } : {}),
  });
const parameter = (path: string, number: ReturnType<typeof sourced>): Parameter => ({
  id: path.replaceAll("/", "_"),
  label: path,
  unit: number.value.unit,
  value: number.value.value,
  sourced: number,
  path,
  generic: false,
  module: "test",
});
const options = { draws: 64, sampler: "sobol", vary: "all", seed: 1 } as const;

test("the usual distribution follows from the kind of number", () => {
  expect(prior(c("5 nm", ["2 nm", "10 nm"])).distribution).toBe("log-normal");
  expect(prior(c("1 nM", ["1 pM", "1 uM"])).distribution).toBe("log-uniform");
  expect(prior(sourced("1 nM", { grade: "D", why: "derived", range: ["1 pM", "1 uM"] })).distribution).toBe(
    "log-normal",
  );
  expect(prior(c("0.3", ["0.1", "0.6"])).distribution).toBe("logit-normal");
  expect(prior(c("2.5", ["1", "4"])).distribution).toBe("log-normal");
  expect(prior(c("-70 mV", ["-90 mV", "-50 mV"])).distribution).toBe("normal");
  expect(prior(c("5 nm", ["2 nm", "10 nm"], "uniform")).distribution).toBe("uniform");
});

test("value and range are met as median, 5 % and 95 % points", () => {
  for (const number of [
    c("5 nm", ["2 nm", "20 nm"]),
    c("0.3", ["0.1", "0.6"]),
    c("-70 mV", ["-100 mV", "-60 mV"]),
    c("20 uM", ["5 uM", "25 uM"], "normal"),
  ]) {
    const { at } = prior(number);
    const base = (q: { value: number; unit: { factor: number } }): number => q.value * q.unit.factor;
    expect(at(0.5) / base(number.value)).toBeCloseTo(1, 9);
    expect(at(0.05) / base(number.range![0])).toBeCloseTo(1, 9);
    expect(at(0.95) / base(number.range![1])).toBeCloseTo(1, 9);
  }
  const wide = prior(c("1 nM", ["1 pM", "1 uM"])).at;
  expect([wide(0.05) * 1e9, wide(0.5) * 1e6, wide(0.95) * 1e3].map((x) => Number(x.toPrecision(9)))).toEqual([
    1, 1, 1,
  ]);
});

test("quantile functions rise, and stay where their number can be", () => {
  const u = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  const cases = [
    c("5 nm", ["2 nm", "20 nm"]),
    c("0.3", ["0.1", "0.6"]),
    c("1 uM", ["0 uM", "2 uM"]),
    c("0.1", ["0", "0.2"], "uniform"),
    c("1 nM", ["1 pM", "1 uM"]),
  ];
  fc.assert(
    fc.property(u, u, fc.constantFrom(...cases), (a, b, number) => {
      const { at, distribution } = prior(number);
      const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      if (distribution === "logit-normal") expect(high).toBeLessThan(1);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test("a distribution that the range does not allow is refused", () => {
  expect(() => prior(c("1 uM", ["0 uM", "2 uM"], "log-normal"))).toThrow(/out-of-range.*log-normal/);
  expect(() => prior(c("0.5", ["0.1", "1"], "logit-normal"))).toThrow(KationError);
});

test("a path is one draw, whatever the number and order of models that have it", () => {
  const [a, b, d] = [
    parameter("cells/a", c("5 nm", ["2 nm", "10 nm"])),
    parameter("b", c("0.3", ["0.1", "0.6"])),
    parameter("d", c("1 s")),
  ];
  const worlds = drawWorlds([d, a, b, a], options);
  expect(worlds.varied.map((v) => v.path)).toEqual(["b", "cells/a"]);
  expect(drawWorlds([a, b], options).values).toEqual(worlds.values);
  expect(worlds.values).toHaveLength(2 * 64);
});

test("a pinned number is not drawn, and no draws give the numbers as written", () => {
  const pinned = parameter("x", c("5 nm", ["2 nm", "10 nm"], "fixed"));
  expect(drawWorlds([pinned], options).varied).toEqual([]);
  const one = parameter("y", c("5 nm", ["2 nm", "10 nm"]));
  for (const none of [
    { ...options, draws: 0 },
    { ...options, vary: "none" as const },
  ]) {
    expect(drawWorlds([one], none)).toMatchObject({ count: 1, varied: [] });
  }
});

test("what varies may be picked by path or by what paths begin with, and a typo is told the nearest", () => {
  const all = ["cells/a/gsh", "cells/a/pH", "agents/x/radius"].map((path) =>
    parameter(path, c("5 nm", ["2 nm", "10 nm"])),
  );
  const picked = (vary: readonly string[]): string[] =>
    drawWorlds(all, { ...options, vary }).varied.map((v) => v.path);
  expect(picked(["cells/a"])).toEqual(["cells/a/gsh", "cells/a/pH"]);
  expect(picked(["agents/x/radius", "cells/a/pH", "cells"])).toEqual([
    "agents/x/radius",
    "cells/a/gsh",
    "cells/a/pH",
  ]);
  expect(() => picked(["agents/x/radus"])).toThrow(/unknown-name/);
});

test("a number keeps its draws when others are added, by latin and by random", () => {
  const [a, b, c5] = ["a", "b", "c"].map((path) => parameter(path, c("5 nm", ["2 nm", "10 nm"])));
  for (const sampler of ["latin", "random"] as const) {
    const alone = drawWorlds([b!], { ...options, sampler }).values;
    const among = drawWorlds([a!, b!, c5!], { ...options, sampler }).values;
    expect(among.filter((_, k) => k % 3 === 1)).toEqual(alone);
  }
});

test("a longer random sample begins with the shorter, and the seed decides it", () => {
  const all = ["a", "b", "c"].map((path) => parameter(path, c("5 nm", ["2 nm", "10 nm"])));
  const draw = (draws: number, seed: number): Float64Array =>
    drawWorlds(all, { ...options, sampler: "random", draws, seed }).values;
  expect(draw(20, 4).subarray(0, 30)).toEqual(draw(10, 4));
  expect(draw(10, 5)).not.toEqual(draw(10, 4));
});
