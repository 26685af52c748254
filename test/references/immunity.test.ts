import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { sources, tumourHost } from "#biology";
import { compile, instantiate } from "#compile";
import { openSbml, sbmlModel } from "#formats";
import { check } from "#model";
import { type Steady, solve, steadyState } from "#solve";
import { simulate } from "#study";

const shared = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared", "biomodels");
const file = join(shared, "models", "BIOMD0000000762.xml");
const curve = join(shared, "reference-t100", "BIOMD0000000762.csv");
const [fileHere, curveHere] = [file, curve].map(existsSync) as [boolean, boolean];
const day = 86400;

const model = tumourHost({ memory: false });
const compiled = compile(model);
const kernel = instantiate(compiled.program);
const [T, E] = ["tumour", "effectors"].map((id) => compiled.states.indexOf(id)) as [number, number];

function start(tumour: number, effectors: number): Float64Array {
  const y = new Float64Array(kernel.n);
  [y[T], y[E]] = [tumour, effectors];
  return y;
}
function near(tumour: number, effectors: number): Steady {
  const problem = { kernel, parameters: compiled.nominal(), start: start(tumour, effectors), t0: 0 };
  return steadyState(problem, { rtol: 1e-10, atol: 1e-6 });
}
/** Tumour and effectors at days after a start. */
function follow(from: Float64Array, days: readonly number[]): [number, number][] {
  const times = Float64Array.from([0, ...days.map((d) => d * day)]);
  const run = solve(
    { kernel, parameters: compiled.nominal(), start: from, t0: 0, times },
    { rtol: 1e-10, atol: 1e-6 },
  );
  expect(run.status).toBe("done");
  return days.map((_, i) => [run.states[(i + 1) * kernel.n + T]!, run.states[(i + 1) * kernel.n + E]!]);
}

describe("V21: the published system of tumour and effectors", () => {
  test("is what is left without memory, with its own constants and nothing that is drawn but growth", () => {
    expect(check(model).filter((f) => f.severity === "error")).toEqual([]);
    expect(compiled.states).toEqual(["tumour", "effectors"]);
    const numbers = model.parameters.flatMap((p) => (p.sourced ? [p] : []));
    expect(numbers.map((p) => p.sourced!.source)).toEqual(Array(8).fill("kuznetsov1994"));
    expect(Object.keys(sources)).toContain("kuznetsov1994");
    expect(numbers.filter((p) => p.sourced!.dist !== "fixed").map((p) => p.id)).toEqual(["a_tumour"]);
  });
  test("has a dormant and an escape state that are stable together, and two that are not between them", () => {
    const [free, dormant, between, escape] = [
      near(0, 3e5),
      near(8e6, 1.6e6),
      near(2.7e8, 7e5),
      near(4.5e8, 1e5),
    ];
    for (const s of [free, dormant, between, escape]) expect(s.status).toBe("done");
    // Without tumour E = s/d, and any tumour grows from there at a − n·s/d.
    expect(free.state[T]).toBe(0);
    expect(free.state[E]! / (1.3e4 / 0.0412)).toBeCloseTo(1, 9);
    expect(free.eigenvalues.re[0]! * day).toBeCloseTo(0.18 - (1.101e-7 * 1.3e4) / 0.0412, 9);
    expect([free.stable, dormant.stable, between.stable, escape.stable]).toEqual([false, true, false, true]);
    // Dormant: a focus of few million cells that turns round in a hundred days.
    expect(dormant.state[T]! / 8.19e6).toBeCloseTo(1, 2);
    expect(dormant.state[E]! / 1.608e6).toBeCloseTo(1, 2);
    expect(dormant.eigenvalues.re.every((x) => x < 0)).toBe(true);
    expect((2 * Math.PI) / (Math.abs(dormant.eigenvalues.im[0]!) * day)).toBeCloseTo(99.1, 0);
    // Escape: a node near the greatest tumour, with one ninth of the effectors.
    expect(escape.state[T]! / 4.47e8).toBeCloseTo(1, 2);
    expect(escape.eigenvalues.im.every((x) => x === 0)).toBe(true);
    // One way leads out of the state between them.
    expect(between.eigenvalues.re.filter((x) => x > 0)).toHaveLength(1);
    expect(between.state[T]).toBeGreaterThan(dormant.state[T]!);
    expect(between.state[T]).toBeLessThan(escape.state[T]!);
  });
  test("goes to the one or the other from either side of the state between them", () => {
    const { state } = near(2.7e8, 7e5);
    const [[small], [large]] = [0.97, 1.03].map(
      (share) => follow(start(share * state[T]!, state[E]!), [3000])[0]!,
    ) as [[number, number], [number, number]];
    expect(small / near(8e6, 1.6e6).state[T]!).toBeCloseTo(1, 3);
    expect(large / near(4.5e8, 1e5).state[T]!).toBeCloseTo(1, 3);
  });
  test.skipIf(!curveHere)(
    `goes where a third-party simulator takes the published file${curveHere ? "" : ": skipped, ../shared/biomodels is not here"}`,
    () => {
      const rows = readFileSync(curve, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",").map(Number) as [number, number, number])
        .filter(([t]) => t > 0);
      expect(rows.length).toBeGreaterThan(50);
      const found = follow(
        start(5e6, 3.2e5),
        rows.map(([t]) => t),
      );
      rows.forEach(([t, effectors, tumour], i) => {
        expect(Math.abs(found[i]![0] / tumour - 1), `tumour on day ${t}`).toBeLessThan(1e-6);
        expect(Math.abs(found[i]![1] / effectors - 1), `effectors on day ${t}`).toBeLessThan(1e-6);
      });
    },
  );
  test.skipIf(!fileHere)(
    `follows the published file read by this library for three years${fileHere ? "" : ": skipped, ../shared/biomodels is not here"}`,
    () => {
      const days = [1, 10, 100, 1000];
      const { document } = openSbml(readFileSync(file, "utf8"));
      const outputs = document.model.species.map((s) => ({ id: s.id, as: "concentration" as const }));
      const run = simulate(sbmlModel(document, { outputs }), {
        times: Float64Array.from([0, ...days]),
        rtol: 1e-10,
        atol: 1e-6,
      });
      const found = follow(start(5e6, 3.2e5), days);
      days.forEach((d, i) => {
        const value = (id: string): number =>
          run.values[(i + 1) * run.columns.length + run.columns.indexOf(id)]!;
        expect(Math.abs(found[i]![0] / value("T") - 1), `day ${d}`).toBeLessThan(1e-6);
        expect(Math.abs(found[i]![1] / value("E") - 1), `day ${d}`).toBeLessThan(1e-6);
      });
    },
  );
});
