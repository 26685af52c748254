import type { Distribution, Parameter, Sourced } from "#model";
import { exp, KationError, ln, nearest, normalQuantile, toBase } from "#units";
import { latin, streamOf } from "./latin.ts";
import { uniform } from "./philox.ts";
import { supercube } from "./supercube.ts";

/** A number that varies between worlds: its path, and how its value follows from a uniform draw. */
export interface Varied {
  readonly path: string;
  readonly label: string;
  readonly grade: string;
  readonly distribution: Distribution;
  /** Value in base units at quantile u in (0, 1). */
  readonly at: (u: number) => number;
}

/** Which worlds a study looks at: the varied numbers, and a row of values in base units for each world. */
export interface Worlds {
  readonly varied: readonly Varied[];
  readonly count: number;
  /** Row-major worlds × varied, base units. */
  readonly values: Float64Array;
}

/** How worlds are drawn. */
export interface DrawOptions {
  readonly draws: number;
  readonly sampler: "latin" | "sobol" | "random";
  readonly vary: "all" | "none" | readonly string[];
  readonly seed: number;
}

/**
 * Draws worlds: one value per path, used by every model that has a number of that path.
 *
 * `latin` (one stratified stream a path, {@link latin}) and `random` give a number the same draws whatever else a study
 * varies; `sobol` draws the paths in alphabetical order by {@link supercube}. Without draws there is one world, the
 * numbers as written.
 *
 * @throws `unknown-name` for a path in `vary` that no model has
 */
export function drawWorlds(parameters: readonly Parameter[], options: DrawOptions): Worlds {
  const { draws, sampler, vary, seed } = options;
  if (draws === 0 || vary === "none") return { varied: [], count: 1, values: new Float64Array(0) };
  const varied = variedNumbers(parameters, vary);
  const dimensions = varied.length;
  const points = sampler === "sobol" ? supercube(draws, dimensions, seed) : byPath(varied, options);
  const values = points.map((u, k) => varied[k % dimensions]!.at(u));
  return { varied, count: draws, values };
}

/** Row-major worlds × varied in the open unit cube, every column from the stream of its path. */
function byPath(varied: readonly Varied[], { draws, sampler, seed }: DrawOptions): Float64Array {
  const out = new Float64Array(draws * varied.length);
  varied.forEach(({ path }, j) => {
    const stream = streamOf(path);
    const column = sampler === "latin" ? latin(draws, seed, stream) : undefined;
    for (let i = 0; i < draws; i++) out[i * varied.length + j] = column?.[i] ?? uniform(seed, stream, i);
  });
  return out;
}

/** True for a number with a range that nobody has pinned. */
export function isDrawn(p: Parameter): boolean {
  return p.sourced?.range !== undefined && p.sourced.dist !== "fixed";
}

/** The numbers with a range, by path; a path that models state differently is a fault of the records. */
export function variedNumbers(parameters: readonly Parameter[], vary: "all" | readonly string[]): Varied[] {
  const byPath = new Map<string, Parameter>();
  for (const p of parameters) if (isDrawn(p)) byPath.set(p.path, byPath.get(p.path) ?? p);
  const wanted =
    vary === "all"
      ? [...byPath.keys()]
      : vary.flatMap((name) => {
          const found = [...byPath.keys()].filter((path) => path === name || path.startsWith(`${name}/`));
          if (found.length > 0) return found;
          const near = nearest(name, byPath.keys());
          throw new KationError("unknown-name", `nothing that varies is called ${name}`, {
            where: "uncertainty/vary",
            fix:
              near.length > 0
                ? `did you mean ${near.join(" or ")}?`
                : "give the path of a number with a range",
          });
        });
  return [...new Set(wanted)].sort().map((path) => {
    const p = byPath.get(path)!;
    return { path, label: p.label, grade: p.sourced!.grade, ...prior(p.sourced!) };
  });
}

/**
 * The prior of a sourced number, its range being the central 90 %.
 *
 * Positive numbers: log-normal, in two pieces about the value. Fractions: logit-normal. Grade C over more than two
 * decades: log-uniform. Ranges that reach zero or below: normal in two pieces. Normal and uniform numbers are cut at
 * zero when the range begins there.
 *
 * @throws `out-of-range` for a `dist` that the range does not allow
 */
export function prior(number: Sourced): { distribution: Distribution; at: (u: number) => number } {
  const { unit } = number.value;
  const value = toBase(number.value);
  const [low, high] = number.range!.map((q) => toBase(q, unit)) as [number, number];
  const distribution = number.dist ?? usualDistribution(number, low, value, high);
  const limits: Partial<Record<Distribution, number>> = {
    "log-normal": Infinity,
    "log-uniform": Infinity,
    "logit-normal": 1,
  };
  const limit = limits[distribution];
  if (limit !== undefined && !(low > 0 && high < limit)) {
    throw new KationError(
      "out-of-range",
      `a ${distribution} number needs a range inside 0 … ${limit === 1 ? "1" : "∞"}`,
      {
        why: `its range is ${low} … ${high} in base units`,
        fix: "mend the range, or choose dist: normal or uniform",
      },
    );
  }
  return { distribution, at: quantileFunction(distribution, low, value, high) };
}

function usualDistribution(number: Sourced, low: number, value: number, high: number): Distribution {
  const plain = number.value.unit.dimension.every((e) => e === 0) && number.value.unit.factor === 1;
  if (low <= 0) return "normal";
  if (plain && high < 1 && high > 0 && value < 1) return "logit-normal";
  return number.grade === "C" && high / low > 100 ? "log-uniform" : "log-normal";
}

const z95 = 1.6448536269514722;

function quantileFunction(
  kind: Distribution,
  low: number,
  value: number,
  high: number,
): (u: number) => number {
  switch (kind) {
    case "log-normal": {
      const f = twoPiece(ln(low), ln(value), ln(high));
      return (u) => exp(f(u));
    }
    case "normal": {
      const f = twoPiece(low, value, high);
      return low === 0 ? (u) => Math.max(0, f(u)) : f;
    }
    case "logit-normal": {
      const logit = (x: number): number => ln(x / (1 - x));
      const f = twoPiece(logit(low), logit(value), logit(high));
      return (u) => 1 / (1 + exp(-f(u)));
    }
    // The range is the central 90 %: 5 % lie beyond each end.
    case "uniform": {
      const f = (u: number): number => low + ((u - 0.05) / 0.9) * (high - low);
      return low === 0 ? (u) => Math.max(0, f(u)) : f;
    }
    case "log-uniform":
      return (u) => exp(ln(low) + ((u - 0.05) / 0.9) * (ln(high) - ln(low)));
    case "fixed":
      return () => value;
  }
}

/** Normal about its median with a scale to each side, so that 5 % and 95 % are met exactly. */
function twoPiece(low: number, middle: number, high: number): (u: number) => number {
  return (u) => {
    const z = normalQuantile(u) / z95;
    return middle + z * (z < 0 ? middle - low : high - middle);
  };
}
