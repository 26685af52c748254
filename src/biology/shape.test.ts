import { expect, test } from "vitest";
import { sourced } from "#model";
import { exp, ln } from "#units";
import { agents, findPhase } from "./catalogue.ts";
import { classNumber, layerArea, layersOf, layerVolume, normalNodes, particleSets } from "./shape.ts";
import type { Core } from "./types.ts";

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

test("a cube has eight times the cube of half its edge, six faces, and shells that are cubes", () => {
  const number = sourced("2 nm", { grade: "D", why: "set for a test", dist: "fixed" });
  const core: Core = { ...agents.scnp.cores[0]!, shells: [{ phase: "SiO2", thickness: number }] };
  const [set] = particleSets({ ...agents.scnp, cores: [core] });
  const [inner, outer] = layersOf(set!, findPhase);
  expect(layerVolume(set!, inner!)).toBe("8*(radius_0__NP^3 - (0 [m])^3)");
  expect(layerVolume(set!, outer!)).toBe("8*(radius_1__NP^3 - (radius_0__NP)^3)");
  expect(layerArea(set!, inner!, "V")).toBe("24*((0 [m])^3 + V/8)^(2/3)");
});
