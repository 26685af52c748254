import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  denseKernel,
  type FunctionSystem,
  type Kernel,
  type Steady,
  type SteadyOptions,
  settle,
  steadyState,
} from "./index.ts";

const options = { rtol: 1e-9, atol: 1e-12 };
const none = new Float64Array(0);
const find = (
  system: Omit<FunctionSystem, "n">,
  start: number[],
  more: Partial<SteadyOptions> = {},
  parameters = none,
): Steady =>
  steadyState(
    {
      kernel: denseKernel({ n: start.length, parameters: parameters.length, ...system }),
      parameters,
      start: Float64Array.from(start),
      t0: 0,
    },
    { ...options, ...more },
  );
const relative = (found: number, wanted: number): number => Math.abs(found / wanted - 1);

/** Two genes that repress each other. */
const toggle = {
  rates: (_t: number, y: Float64Array, _p: Float64Array, out: Float64Array): void => {
    out.set([10 / (1 + y[1]! ** 2) - y[0]!, 10 / (1 + y[0]! ** 2) - y[1]!]);
  },
};

describe("a toggle switch", () => {
  // u = v at the saddle: u³ + u = 10 → u = 2; elsewhere u·v = 1 and u + v = 10.
  const high = 5 + Math.sqrt(24);
  test.each([
    [[9, 0.5], high, true],
    [[0.5, 9], 1 / high, true],
    [[1.9, 2.1], 2, false],
    [[20, 0], high, true],
  ])("from %j", (start, wanted, stable) => {
    const found = find(toggle, start);
    expect(found.status).toBe("done");
    expect(relative(found.state[0]!, wanted)).toBeLessThan(1e-12);
    expect(found.stable).toBe(stable);
    expect(found.residual).toBeLessThan(1e-14);
    expect(found.conserved).toBe(0);
  });
  test("its saddle has one growing and one falling mode", () => {
    const { eigenvalues } = find(toggle, [2.1, 1.9]);
    // −1 ± 40/25
    expect(eigenvalues.re[0]).toBeCloseTo(0.6, 8);
    expect(eigenvalues.re[1]).toBeCloseTo(-2.6, 8);
  });
});

/** Michaelis and Menten's cycle: S + E ⇌ ES → P + E, P → S; two sums are kept. */
const cycle = {
  rates: (_t: number, y: Float64Array, _p: Float64Array, out: Float64Array): void => {
    const [s, e, es, p] = y as unknown as [number, number, number, number];
    const [bind, free, turn, back] = [1e6 * s * e, 10 * es, 100 * es, 0.1 * p];
    out.set([free + back - bind, free + turn - bind, bind - free - turn, turn - back]);
  },
};

describe("a closed enzyme cycle", () => {
  const start = [1e-3, 1e-7, 0, 0];
  test("keeps both sums to 1e-12 and leaves their zeros out", () => {
    const found = find(cycle, start, { atol: 1e-15 });
    expect(found.status).toBe("done");
    expect(found.conserved).toBe(2);
    const [s, e, es, p] = [...found.state] as [number, number, number, number];
    expect(relative(e + es, 1e-7)).toBeLessThan(1e-12);
    expect(relative(s + es + p, 1e-3)).toBeLessThan(1e-12);
    expect(relative(1e6 * s * e, 110 * es)).toBeLessThan(1e-10);
    expect(relative(100 * es, 0.1 * p)).toBeLessThan(1e-10);
    expect(Math.min(s, e, es, p)).toBeGreaterThan(0);
    expect(found.eigenvalues.re.length).toBe(2);
    expect(found.stable).toBe(true);
  });
  test("from elsewhere on the same sums it is the same state", () => {
    const [a, b] = [start, [0, 0, 1e-7, 1e-3 - 1e-7]].map((y) => find(cycle, y, { atol: 1e-15 }).state);
    for (let i = 0; i < 4; i++) expect(relative(a![i]!, b![i]!)).toBeLessThan(1e-9);
  });
});

describe("the Brusselator", () => {
  const brusselator = (b: number) => ({
    rates: (_t: number, y: Float64Array, _p: Float64Array, out: Float64Array): void => {
      const turn = y[0]! * y[0]! * y[1]!;
      out.set([1 - (b + 1) * y[0]! + turn, b * y[0]! - turn]);
    },
  });
  test.each([
    [1.5, true],
    [3, false],
  ])("B = %d", (b, stable) => {
    const found = find(brusselator(b), [0.5, 0.5]);
    expect(found.status).toBe("done");
    expect(found.state[0]).toBeCloseTo(1, 11);
    expect(found.state[1]).toBeCloseTo(b, 11);
    expect(found.stable).toBe(stable);
    // (B − 2)/2 ± i·√(1 − (B − 2)²/4)
    expect(found.eigenvalues.re[0]).toBeCloseTo((b - 2) / 2, 7);
    expect(found.eigenvalues.im[0]).toBeCloseTo(Math.sqrt(1 - (b - 2) ** 2 / 4), 7);
    expect(found.eigenvalues.im[1]).toBe(-found.eigenvalues.im[0]!);
  });
  test("its unstable state is found from far away, where Newton alone fails", () => {
    const found = find(brusselator(3), [20, 0.01]);
    expect(found.status).toBe("done");
    expect(found.state[0]).toBeCloseTo(1, 11);
    expect(found.state[1]).toBeCloseTo(3, 11);
    expect(found.stable).toBe(false);
  });
  test("at the threshold it is marginal", () => {
    const found = find(
      {
        ...brusselator(2),
        jacobian: (_t, y, _p, out) => {
          const [x, v] = y as unknown as [number, number];
          out.set([-3 + 2 * x * v, x * x, 2 - 2 * x * v, -x * x]);
        },
      },
      [1, 2],
    );
    expect(found.stable).toBe("marginal");
  });
});

test("a stiff network with inflow, from empty and from far above", () => {
  // Robertson's rates with inflow of the first and loss of the third.
  const system = {
    rates: (_t: number, y: Float64Array, _p: Float64Array, out: Float64Array): void => {
      const [a, b, c] = [0.04 * y[0]!, 1e4 * y[1]! * y[2]!, 3e7 * y[1]! * y[1]!];
      out.set([1e-6 - a + b, a - b - c, c - 1e-4 * y[2]!]);
    },
    jacobian: (_t: number, y: Float64Array, _p: Float64Array, out: Float64Array): void => {
      const [b, c, q] = [1e4 * y[2]!, 1e4 * y[1]!, 6e7 * y[1]!];
      out.set([-0.04, b, c, 0.04, -b - q, -c, 0, q, -1e-4]);
    },
  };
  const B = Math.sqrt(1e-6 / 3e7);
  for (const start of [
    [0, 0, 0],
    [10, 1e-3, 100],
    [1e-9, 1, 1e-9],
  ]) {
    const found = find(system, start, { atol: 1e-16 });
    expect(found.status).toBe("done");
    expect(relative(found.state[1]!, B)).toBeLessThan(1e-10);
    expect(relative(found.state[2]!, 0.01)).toBeLessThan(1e-10);
    expect(relative(found.state[0]!, (1e-6 + 1e4 * B * 0.01) / 0.04)).toBeLessThan(1e-10);
    expect(found.stable).toBe(true);
    expect(found.residual).toBeLessThan(1e-14);
  }
});

test("slow eigenvalues of a stiff system keep their digits", () => {
  // A fast exchange, 10⁹ 1/s both ways, and a loss of 10⁻³ 1/s from one side: λ = −5·10⁻⁴ and −2·10⁹.
  const found = find(
    {
      rates: (_t, y, _p, out) =>
        out.set([1 - 1e9 * y[0]! + 1e9 * y[1]!, 1e9 * y[0]! - 1e9 * y[1]! - 1e-3 * y[1]!]),
      jacobian: (_t, _y, _p, out) => out.set([-1e9, 1e9, 1e9, -1e9 - 1e-3]),
    },
    [0, 0],
  );
  expect(found.status).toBe("done");
  expect(found.conserved).toBe(0);
  expect(found.stable).toBe(true);
  expect(relative(found.eigenvalues.re[0]!, -5e-4)).toBeLessThan(1e-3);
  expect(relative(found.eigenvalues.re[1]!, -2e9)).toBeLessThan(1e-12);
});

describe("conserved sums", () => {
  test("are seen through the rounding of a catalyst's flux", () => {
    // A + C ⇌ A + B and B ⇌ A + B: what the second takes from B it gives back, at times 10¹⁰ of the first.
    const found = find(
      {
        rates: (_t, y, _p, out) => {
          const [a, b, c] = y as unknown as [number, number, number];
          const [first, second] = [a * (c - b), 1e6 * (b - a * b)];
          out.set([second, first - second + second, -first]);
        },
        jacobian: (_t, y, _p, out) => {
          const [a, b, c] = y as unknown as [number, number, number];
          out.set([-1e6 * b, 1e6 * (1 - a), 0, c - b, -a, a, b - c, a, -a]);
        },
      },
      [0.01, 0.01, 0.03],
    );
    expect(found.conserved).toBe(1);
    [1, 0.02, 0.02].forEach((wanted, i) => {
      expect(relative(found.state[i]!, wanted)).toBeLessThan(1e-12);
    });
    expect(found.stable).toBe(true);
  });
  test.each([
    ["of equal volumes", 1],
    ["of volumes in no simple ratio", 0.376123],
  ])("a fast exchange %s keeps one, until something leaks", (_name, volume) => {
    const leaking = (leak: number): Steady =>
      find(
        {
          rates: (_t, y, _p, out) => {
            const v = 1e5 * (y[0]! - y[1]!);
            out.set([-v, v / volume - leak * y[1]! + leak]);
          },
          jacobian: (_t, _y, _p, out) => out.set([-1e5, 1e5, 1e5 / volume, -1e5 / volume - leak]),
        },
        [3, 0],
      );
    const closed = leaking(0);
    expect(closed.conserved).toBe(1);
    expect(relative(closed.state[1]!, 3 / (1 + volume))).toBeLessThan(1e-12);
    const open = leaking(1e-4);
    expect(open.conserved).toBe(0);
    expect(relative(open.state[0]!, 1)).toBeLessThan(1e-9);
    expect(relative(open.eigenvalues.re[0]!, (-1e-4 * volume) / (1 + volume))).toBeLessThan(1e-5);
  });
});

describe("where the linearisation is singular, the state that the solution goes to, called marginal", () => {
  test("a double zero", () => {
    const found = find({ rates: (_t, y, _p, out) => out.fill(-y[0]! * y[0]!) }, [1]);
    expect([found.status, found.stable, found.state[0]]).toEqual(["done", "marginal", 0]);
  });
  test("a line of steady states: x′ = −x·y, y′ = −y keeps x·exp(−y)", () => {
    const found = find({ rates: (_t, y, _p, out) => out.set([-y[0]! * y[1]!, -y[1]!]) }, [2, 1]);
    expect([found.status, found.stable, found.state[1]]).toEqual(["done", "marginal", 0]);
    expect(relative(found.state[0]!, 2 * Math.exp(-1))).toBeLessThan(1e-2);
  });
  test("Robertson's reaction, closed", () => {
    const found = find(
      {
        rates: (_t, y, _p, out) => {
          const [a, b, c] = [0.04 * y[0]!, 1e4 * y[1]! * y[2]!, 3e7 * y[1]! * y[1]!];
          out.set([b - a, a - b - c, c]);
        },
        jacobian: (_t, y, _p, out) => {
          const [b, c, q] = [1e4 * y[2]!, 1e4 * y[1]!, 6e7 * y[1]!];
          out.set([-0.04, b, c, 0.04, -b - q, -c, 0, q, 0]);
        },
      },
      [1, 0, 0],
    );
    expect([found.status, found.stable]).toEqual(["done", "marginal"]);
    // B is zero to its tolerance, 1e-12; A = 2.5e5·B then cannot be nearer than 2.5e-7.
    expect(Math.abs(found.state[0]!)).toBeLessThan(2.5e-7);
    expect(found.state.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(found.conserved).toBe(1);
  });
});

test("time stands still at t0", () => {
  const kernel = denseKernel({
    n: 1,
    autonomous: false,
    rates: (t, y, _p, out) => {
      out[0] = t - y[0]!;
    },
  });
  const found = steadyState({ kernel, parameters: none, start: Float64Array.of(0), t0: 3 }, options);
  expect(found.state[0]).toBe(3);
});

test("a slow loss fed by a fast flux is still told from none", () => {
  const found = find(
    {
      rates: (_t, y, _p, out) => out.set([1e9 - 1e9 * y[0]!, 1e8 * y[0]! - 1e-9 * y[1]!]),
      jacobian: (_t, _y, _p, out) => out.set([-1e9, 0, 1e8, -1e-9]),
    },
    [0, 0],
  );
  expect([found.conserved, found.stable]).toEqual([0, true]);
  expect(relative(found.state[1]!, 1e17)).toBeLessThan(1e-9);
  expect(relative(found.eigenvalues.re[0]!, -1e-9)).toBeLessThan(1e-9);
});

test("algebraic states take part, and are eliminated from the eigenvalues", () => {
  // y′ = 2 − z·y with 0 = z − y: y = √2, λ = −2√2.
  const found = find(
    {
      mass: [1, 0],
      rates: (_t, y, _p, out) => out.set([2 - y[0]! * y[1]!, y[1]! - y[0]!]),
    },
    [1, 50],
  );
  expect(found.status).toBe("done");
  expect(found.state[0]).toBeCloseTo(Math.SQRT2, 12);
  expect(found.state[1]).toBeCloseTo(Math.SQRT2, 12);
  expect(found.eigenvalues.re.length).toBe(1);
  expect(found.eigenvalues.re[0]).toBeCloseTo(-2 * Math.SQRT2, 7);
});

test("a sum written as an algebraic row is no second conserved sum", () => {
  const found = find(
    {
      mass: [1, 0],
      rates: (_t, y, _p, out) => out.set([3 * y[1]! - y[0]!, y[0]! + y[1]! - 4]),
    },
    [4, 0],
  );
  expect(found.status).toBe("done");
  expect(found.state[0]).toBeCloseTo(3, 12);
  expect(found.conserved).toBe(0);
});

test("algebraic rows and a conserved sum at once", () => {
  // A ⇌ B at rates 1 and 2 through z = 2·B: A + B = 3, so A = 2, B = 1, z = 2; λ = −3.
  const found = find(
    {
      mass: [1, 1, 0],
      rates: (_t, y, _p, out) => out.set([y[2]! - y[0]!, y[0]! - y[2]!, 2 * y[1]! - y[2]!]),
    },
    [3, 0, 9],
  );
  expect(found.status).toBe("done");
  expect(found.conserved).toBe(1);
  [2, 1, 2].forEach((wanted, i) => {
    expect(found.state[i]).toBeCloseTo(wanted, 11);
  });
  expect(found.eigenvalues.re.length).toBe(1);
  expect(found.eigenvalues.re[0]).toBeCloseTo(-3, 6);
});

test("counters are held and left out", () => {
  const found = find(
    {
      rates: (_t, y, _p, out) => out.set([4 - y[0]!, y[0]!]),
    },
    [0, 7],
    { counters: Int32Array.of(1) },
  );
  expect(found.status).toBe("done");
  expect([...found.state]).toEqual([4, 7]);
  expect([...found.eigenvalues.re].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([-1]);
});

test("a root below zero is not taken where states cannot fall below zero", () => {
  // From above zero only y = 3 can be reached.
  const found = find(
    {
      rates: (_t, y, _p, out) => {
        out[0] = (y[0]! + 1) * (3 - y[0]!);
      },
    },
    [0.9],
  );
  expect(found.status).toBe("done");
  expect(found.state[0]).toBeCloseTo(3, 12);
});

describe("what has no steady state says so, with the state that moves", () => {
  test.each<[string, FunctionSystem["rates"], string]>([
    ["constant inflow", (_t, _y, _p, out) => out.set([0, 1]), "state 1 grows without bound"],
    ["growth with a source", (_t, y, _p, out) => out.set([0, 1 + y[1]!]), "state 1 grows without bound"],
    ["blow-up", (_t, y, _p, out) => out.set([0, 1 + y[1]! ** 2]), "after 0.78"],
    [
      "an inflow into a chain",
      (_t, y, _p, out) => out.set([2 - y[0]!, y[0]!]),
      "state 1 grows without bound",
    ],
    ["a chain, at 1e300", (_t, y, _p, out) => out.set([0, 1e300 * (1 + y[1]! ** 2)]), "state 1"],
    ["no root", (_t, y, _p, out) => out.set([0, 1 + (y[0]! - 3 * y[1]!) ** 2]), "state 1"],
  ])("%s", (_name, rates, told) => {
    const found = find({ rates }, [1, 1]);
    expect(found.status).toBe("no-steady-state");
    expect(found.message).toContain(told);
    expect(found.message).toContain("start elsewhere");
    expect(found.iterations).toBeLessThanOrEqual(1000);
    expect(found.stable).toBeUndefined();
    expect(found.eigenvalues.re.length).toBe(0);
  });
  test("rates that end in NaN on the way", () => {
    const found = find({ rates: (_t, y, _p, out) => out.fill(Math.sqrt(4 - y[0]!) + 1) }, [1]);
    expect(found.status).not.toBe("done");
    expect(found.message).toContain("state 0");
  });
});

test("a state that the solution leaves is given when there is no other, and said to be so", () => {
  const found = find({ rates: (_t, y, _p, out) => out.set([y[0]!]) }, [1]);
  expect([found.status, found.stable, found.state[0]]).toEqual(["done", false, 0]);
  expect(found.message).toContain("the solution from this start does not come to it");
});

describe("bad problems end as a status or a clear error", () => {
  test("NaN rates", () => {
    const found = find({ rates: (_t, _y, _p, out) => out.set([0, Number.NaN]) }, [1, 1]);
    expect(found.status).toBe("not-finite");
    expect(found.message).toContain("state 1");
  });
  test("a singular algebraic block", () => {
    const found = find({ mass: [1, 0], rates: (_t, y, _p, out) => out.set([y[1]!, y[0]! - 2]) }, [1, 1]);
    expect(found.status).toBe("inconsistent-start");
    expect(found.message).toContain("state 1");
  });
  test("nothing", () => {
    const found = find({ rates: () => {} }, []);
    expect(found.status).toBe("done");
    expect(found.stable).toBe(true);
  });
  test("rates that are zero everywhere", () => {
    const found = find({ rates: (_t, _y, _p, out) => out.set([0, 0]) }, [1, 2]);
    expect(found.status).toBe("done");
    expect([...found.state]).toEqual([1, 2]);
    expect(found.conserved).toBe(2);
  });
  test("the budget is kept", () => {
    for (const maxIterations of [1, 2, 3, 5, 8, 13]) {
      const found = find(toggle, [30, 29], { maxIterations });
      expect(found.iterations).toBeLessThanOrEqual(maxIterations);
      if (found.status !== "done") expect(found.message).toContain(`${maxIterations} iterations`);
    }
    expect(find(toggle, [9, 0.5], { maxIterations: 1 }).status).toBe("no-steady-state");
  });
  test("options without sense", () => {
    expect(() => find(toggle, [1, 2], { rtol: 0 })).toThrow("rtol");
    expect(() => find(toggle, [1, 2], { maxIterations: 0 })).toThrow("maxIterations is 0");
    expect(() => find(toggle, [1, 2], { counters: Int32Array.of(2) })).toThrow("state 2 is held");
  });
});

test("an unstable border is left for the state that the solution goes to", () => {
  const logistic = {
    rates: (_t: number, y: Float64Array, _p: Float64Array, out: Float64Array): void => {
      out[0] = y[0]! * (1 - y[0]!);
    },
  };
  const grown = find(logistic, [0.01]);
  expect(grown.state[0]).toBeCloseTo(1, 12);
  expect(grown.stable).toBe(true);
  // What starts at zero stays there.
  const empty = find(logistic, [0]);
  expect([...empty.state]).toEqual([0]);
  expect(empty.stable).toBe(false);
});

test("the problem is not changed, and twice gives the same bits", () => {
  const start = Float64Array.of(1e-3, 1e-7, 0, 0);
  const problem = { kernel: denseKernel({ n: 4, ...cycle }), parameters: none, start, t0: 0 };
  const once = steadyState(problem, options);
  expect([...start]).toEqual([1e-3, 1e-7, 0, 0]);
  expect(steadyState(problem, options)).toEqual(once);
});

interface Reaction {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly forward: number;
  readonly backward: number;
}

const speed = (side: readonly number[], k: number, y: Float64Array): number =>
  side.reduce((v, i) => v * y[i]!, k);

/** A kernel of mass action, with its derivatives. */
const massAction = (n: number, reactions: readonly Reaction[]): Kernel =>
  denseKernel({
    n,
    rates: (_t, y, _p, out) => {
      out.fill(0);
      for (const { left, right, forward, backward } of reactions) {
        const v = speed(left, forward, y) - speed(right, backward, y);
        for (const i of left) out[i]! -= v;
        for (const i of right) out[i]! += v;
      }
    },
    jacobian: (_t, y, _p, out) => {
      out.fill(0);
      for (const { left, right, forward, backward } of reactions) {
        for (const [side, k] of [[left, forward] as const, [right, -backward] as const]) {
          side.forEach((j, place) => {
            const others = side.filter((_, other) => other !== place);
            const v = speed(others, k, y);
            for (const i of left) out[i * n + j]! -= v;
            for (const i of right) out[i * n + j]! += v;
          });
        }
      }
    },
  });

/**
 * Reversible reactions a (+ b) ⇌ c (+ d), other than of a side with itself, in detailed balance: one steady
 * state per set of sums with no state zero, and it is stable.
 */
const closed = fc.integer({ min: 2, max: 8 }).chain((n) => {
  const side = fc.array(fc.nat(n - 1), { minLength: 1, maxLength: 2 }).map((states) => states.sort());
  const each = (min: number, max: number) =>
    fc.array(fc.double({ min, max, noNaN: true }), { minLength: n, maxLength: n });
  const reaction = fc
    .record({ left: side, right: side, decade: fc.double({ min: -4, max: 6, noNaN: true }) })
    .filter(({ left, right }) => `${left}` !== `${right}`);
  return fc
    .record({
      reactions: fc.array(reaction, { minLength: 1, maxLength: 10 }),
      energies: each(-3, 3),
      start: each(0.01, 2),
    })
    .map(({ reactions, energies, start }) => {
      const level = (states: number[]): number => states.reduce((sum, i) => sum + energies[i]!, 0);
      const rated = reactions.map(({ left, right, decade }) => ({
        left,
        right,
        forward: 10 ** decade * Math.exp(level(left)),
        backward: 10 ** decade * Math.exp(level(right)),
      }));
      return { n, reactions: rated, start };
    });
});

/** Rank of the reactions' change vectors, by whole-number elimination. */
function rank(n: number, reactions: readonly Reaction[]): number {
  const rows = reactions.map(({ left, right }) => {
    const row = new Array<number>(n).fill(0);
    for (const i of left) row[i]! -= 1;
    for (const i of right) row[i]! += 1;
    return row;
  });
  let found = 0;
  for (let j = 0; j < n; j++) {
    const pivot = rows.findIndex((row, r) => r >= found && row[j] !== 0);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    const top = rows[found]!;
    for (let r = found + 1; r < rows.length; r++) {
      const factor = rows[r]![j]!;
      rows[r] = rows[r]!.map((v, k) => v * top[j]! - factor * top[k]!);
    }
    found++;
  }
  return found;
}

test("random networks in detailed balance: every reaction at rest, every sum counted, stable", () => {
  fc.assert(
    fc.property(closed, ({ n, reactions, start }) => {
      const problem = { kernel: massAction(n, reactions), parameters: none, t0: 0 };
      const found = steadyState({ ...problem, start: Float64Array.from(start) }, { rtol: 1e-9, atol: 1e-13 });
      expect(found.status).toBe("done");
      expect(found.conserved).toBe(n - rank(n, reactions));
      for (const { left, right, forward, backward } of reactions) {
        const [there, back] = [speed(left, forward, found.state), speed(right, backward, found.state)];
        expect(Math.abs(there - back) / (there + back)).toBeLessThan(1e-5);
      }
      expect(found.stable).toBe(true);
    }),
    { seed: 11, numRuns: 300 },
  );
});

/** Open networks: states are made and lost, and reactions a (+ b) → c turn them into others. */
const open = fc.integer({ min: 2, max: 7 }).chain((n) => {
  const rate = fc.double({ min: -2, max: 3, noNaN: true }).map((decade) => 10 ** decade);
  const each = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: n, maxLength: n });
  const state = fc.nat(n - 1);
  const reaction = fc.record({
    left: fc.array(state, { minLength: 1, maxLength: 2 }),
    right: fc.array(state, { minLength: 1, maxLength: 1 }),
    forward: rate,
    backward: fc.constant(0),
  });
  return fc.record({
    n: fc.constant(n),
    made: each(fc.oneof(rate, fc.constant(0))),
    lost: each(rate),
    start: each(fc.oneof(rate, fc.constant(0))),
    reactions: fc.array(reaction, { maxLength: 10 }),
  });
});

test("random open networks: what a long integration comes to", () => {
  fc.assert(
    fc.property(open, ({ n, made, lost, start, reactions }) => {
      const flows = made.map((v, i) => ({ left: [], right: [i], forward: v, backward: lost[i]! }));
      const kernel = massAction(n, [...reactions, ...flows]);
      const problem = { kernel, parameters: none, start: Float64Array.from(start), t0: 0 };
      const found = steadyState(problem, options);
      expect([found.status, found.conserved, found.stable]).toEqual(["done", 0, true]);
      const times = Float64Array.of(0);
      const rest = settle({ ...problem, times }, 1e5, new Int32Array(0), { rtol: 1e-8, atol: 1e-12 });
      rest.state.forEach((v, i) => {
        expect(Math.abs(found.state[i]! - v)).toBeLessThan(1e-6 * Math.abs(v) + 1e-9);
      });
    }),
    { seed: 12, numRuns: 60 },
  );
});
