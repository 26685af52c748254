import { describe, expect, test } from "vitest";
import { compileSystem } from "#compile";
import type { Solution } from "#solve";
import { type Way, ways } from "./engines.ts";
import { errorOf, published, type Reference, tolerances } from "./published.ts";

const named = published.map((problem) => ({ name: problem.name, problem }));
/** Those that are quick enough to be solved again and again. */
const quick = published.filter(({ name }) => name !== "ring");

const solved = ({ solve }: Way, problem: Reference, rtol: number): Solution =>
  solve(problem.compiled, { times: problem.times }, { ...tolerances(problem, rtol), maxSteps: 1_000_000 });

describe("published end values agree with two computed ones", () => {
  test.each(named)("$name", ({ problem }) => {
    const { end, values, largest, agree, source } = problem;
    const last = values.slice(-largest.length);
    expect(end.length).toBe(largest.length);
    expect(source).toMatch(/\d{4}/);
    end.forEach((value, i) => {
      // A value that has decayed by thirty decades carries no digits of its own.
      const trace = 1e-30 * largest[i]!;
      if (Math.abs(value) < trace) expect(Math.abs(last[i]!)).toBeLessThan(trace);
      else expect(Math.abs(last[i]! / value - 1), `value ${i}`).toBeLessThan(agree);
    });
  });
});

describe.each(ways)("$name", (way) => {
  test.each(named)("solves $name to ten times its tolerance, or to its own bound", ({ problem }) => {
    for (const rtol of problem.tolerances) {
      const { status, observed } = solved(way, problem, rtol);
      expect(status).toBe("done");
      expect(errorOf(problem, observed), `rtol ${rtol}`).toBeLessThan(
        problem.bound * rtol + problem.rounding,
      );
    }
  });

  test("a pendulum in index-1 form swings in the time of its elliptic integral", () => {
    // Cartesian, the constraint twice differentiated, let go level: T = 2π/agm(1, cos 45°) for l = g = 1.
    const pendulum = compileSystem({
      states: { x: 1, y: 0, u: 0, v: 0, force: 0 },
      rates: { x: "u", y: "v", u: "-force*x", v: "-force*y - 1" },
      algebraic: { force: "u^2 + v^2 - y - force*(x^2 + y^2)" },
    });
    let [a, b] = [1, Math.SQRT1_2];
    for (let i = 0; i < 6; i++) [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
    const period = (2 * Math.PI) / a;
    const bottom = [0, -1, -Math.SQRT2, 0, 3];
    const turns = [
      [-1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
    ];
    const wanted = [bottom, turns[0]!, bottom.map((value, i) => (i === 2 ? -value : value)), turns[1]!];
    for (const rtol of [1e-5, 1e-7, 1e-9]) {
      const times = [0.25, 0.5, 0.75, 1].map((share) => share * period);
      const { status, states } = way.solve(pendulum, { times }, { rtol, atol: rtol });
      expect(status).toBe("done");
      wanted.flat().forEach((value, k) => {
        // Position and speed drift from the constraint, which is kept only in its second derivative.
        expect(Math.abs(states[k]! - value)).toBeLessThan(100 * rtol);
      });
    }
  });

  test("does less work at a looser tolerance", () => {
    for (const problem of quick) {
      const steps = [1e-3, 1e-5, 1e-7].map((rtol) => solved(way, problem, rtol).stats.steps);
      expect(steps, problem.name).toEqual([...steps].sort((a, b) => a - b));
    }
  });

  test("gives the same bits twice", () => {
    for (const problem of quick) {
      const [once, again] = [0, 1].map(() => solved(way, problem, 1e-4).states);
      expect(once).toEqual(again);
    }
  });

  test("keeps linear invariants to 1e-10", () => {
    // Sums that the equations keep, by problem: of states with their weights.
    const kept: Record<string, Record<string, number>> = {
      robertson: { y1: 1, y2: 1, y3: 1 },
      e5: { y2: 1, y3: -1, y4: -1 },
      hires: { y7: 1, y8: 1 },
    };
    for (const problem of published.filter(({ name }) => name in kept)) {
      const { states } = solved(way, problem, 1e-4);
      const names = problem.compiled.states;
      const weights = names.map((state) => kept[problem.name]![state] ?? 0);
      const sum = (k: number): number =>
        weights.reduce((total, w, i) => total + w * states[k * names.length + i]!, 0);
      const start = problem.name === "e5" ? 0 : problem.name === "hires" ? 0.0057 : 1;
      problem.times.forEach((_, k) => {
        expect(Math.abs(sum(k) - start)).toBeLessThan(1e-10 * Math.max(...problem.largest));
      });
    }
  });
});

test("engines and methods agree with each other as closely as with the reference", () => {
  for (const problem of quick) {
    const [first, ...others] = ways.map((way) => solved(way, problem, 1e-5).observed);
    for (const observed of others) {
      const error = errorOf({ ...problem, values: first! }, observed);
      expect(error, problem.name).toBeLessThan(2 * problem.bound * 1e-5 + problem.rounding);
    }
  }
});
