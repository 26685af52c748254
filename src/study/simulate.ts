import { compileRun, type HybridRun, hybridRun, type PlainRun } from "#compile";
import type { Model } from "#model";
import {
  Engine,
  type FiredEvent,
  type Intervention,
  type Method,
  rodas5p,
  type Solution,
  type SolveStats,
  type SolveStatus,
  solveHybrid,
} from "#solve";

/** How a model is followed in time. */
export interface SimulateOptions {
  /** Times to report, ascending. */
  readonly times: Float64Array;
  /** When the run begins, default the first of the times. */
  readonly begin?: number;
  /** Relative tolerance per step, default 1e-9. */
  readonly rtol?: number;
  /** Absolute tolerance, in the units of the states, default 1e-12; one for all or one for each of `states`. */
  readonly atol?: number | Float64Array;
  /** Default `rodas5p`. */
  readonly method?: Method;
  readonly maxSteps?: number;
  /** Seed of the order of simultaneous events, default 1. */
  readonly seed?: number;
  /** True for the states beside the observables. */
  readonly states?: boolean;
}

/** A model in time. */
export interface Simulated {
  readonly status: SolveStatus;
  readonly message: string;
  readonly times: Float64Array;
  /** Ids of the model's observables. */
  readonly columns: readonly string[];
  /** Row-major times × columns; NaN behind a failure. */
  readonly values: Float64Array;
  /** Row-major times × states, as the run holds them; empty unless asked for. */
  readonly states: Float64Array;
  readonly stats: SolveStats;
}

/**
 * A model compiled to be followed as often as one likes, in WebAssembly wherever it can be.
 *
 * @example const simulator = new Simulator(model); for (const rtol of [1e-3, 1e-6]) simulator.run({ times, rtol });
 */
export class Simulator {
  readonly #model: Model;
  readonly #compiled: PlainRun | HybridRun;
  #engine: Engine | undefined;
  /** For runs in which steps cannot meet all times that are known, or events act on each other. */
  #crowded: HybridRun | undefined;
  /** Parameters of the latest run, and when it began: runs of small models take less long than making them again. */
  #nominal:
    | { readonly of: PlainRun | HybridRun; readonly t0: number; readonly values: Float64Array }
    | undefined;

  constructor(model: Model) {
    this.#model = model;
    this.#compiled = compileRun(model);
  }

  /** Ids of the states, in the order of absolute tolerances. */
  get states(): readonly string[] {
    return this.#compiled.states;
  }

  /** Why the model runs in the loop for hybrid models; nothing where it need not. */
  get because(): string | undefined {
    return this.#compiled.loop === "hybrid" ? this.#compiled.because : undefined;
  }

  /**
   * Follows the model in time; see {@link simulate}.
   *
   * @param reuse  an earlier result whose arrays may be written over where they fit: in a loop over a small model making new
   *               ones takes as long as a fifth of the run
   */
  run(options: SimulateOptions, reuse?: Simulated): Simulated {
    const { times } = options;
    const t0 = options.begin ?? times[0]!;
    const compiled = this.#fitting(t0, times[times.length - 1]!);
    // Methods instead of functions within: small models take less long than making those does.
    const ended =
      compiled.loop === "hybrid"
        ? this.#slow(compiled, t0, options)
        : this.#fast(compiled, t0, options, reuse);
    const { status, message, stats, observed, states } = ended;
    return { status, message, times, columns: compiled.observables, values: observed, states, stats };
  }

  #fast(plain: PlainRun, t0: number, options: SimulateOptions, reuse: Simulated | undefined): Ended {
    const { times } = options;
    const end = times[times.length - 1]!;
    const parameters = this.#nominalOf(plain, t0);
    const how = howTo(options, plain.watches ? apartIn(times) : undefined);
    const again = reuse && { states: reuse.states, observed: reuse.values, end: none };
    const run =
      plain.stops.length === 0
        ? this.#engineOf(plain).solve({ parameters, t0, times }, how, again)
        : this.#engineOf(plain).solve(
            { parameters, t0, times, schedule: stopsIn(plain.stops, t0, end) },
            how,
            again,
          );
    if (plain.apart === 0 && plain.doubtful.size === 0) return run;
    if (run.status === "done" && holds(plain, run.fired, t0, CLOSE * (end - times[0]!))) return run;
    this.#crowded ??= hybridRun(this.#model, "events that act on each other, or an equality that holds");
    return this.#slow(this.#crowded, t0, options);
  }

  #slow(hybrid: HybridRun, t0: number, options: SimulateOptions): Ended {
    const { times } = options;
    const parameters = this.#nominalOf(hybrid, t0);
    const hMax = hybrid.watches ? apartIn(times) : undefined;
    return solveHybrid(
      { parameters, t0, times, ...hybrid.compiled },
      { ...howTo(options, hMax), hMax, seed: options.seed ?? 1 },
    );
  }

  /** The compiled form for a run from a time to another. */
  #fitting(t0: number, end: number): PlainRun | HybridRun {
    const compiled = this.#compiled;
    if (compiled.loop === "hybrid") return compiled;
    const { stops, moments } = compiled;
    if (moments.length > 0 && moments.some((t) => t >= t0 && t <= end)) {
      this.#crowded ??= hybridRun(this.#model, "an equality with time holds");
      return this.#crowded;
    }
    if (stops.length === 0 || !crowded([...stops, end], t0, end)) return compiled;
    this.#crowded ??= hybridRun(this.#model, "conditions on time change within rounding of each other");
    return this.#crowded;
  }

  #nominalOf(of: PlainRun | HybridRun, t0: number): Float64Array {
    if (this.#nominal?.of !== of || !Object.is(this.#nominal.t0, t0))
      this.#nominal = { of, t0, values: of.nominal(t0) };
    return this.#nominal.values;
  }

  #engineOf({ program }: PlainRun): Engine {
    this.#engine ??= new Engine(program);
    return this.#engine;
  }
}

/** The end of a run is not asked for. */
const none = new Float64Array(0);

type Ended = Pick<Solution, "status" | "message" | "stats" | "observed" | "states">;

/** Options of a run: all in one literal, since an object put together from others is slow to make and to read. */
function howTo(options: SimulateOptions, lookEvery: number | undefined) {
  return {
    rtol: options.rtol ?? 1e-9,
    atol: options.atol ?? 1e-12,
    method: options.method ?? rodas5p,
    maxSteps: options.maxSteps ?? 1_000_000,
    states: options.states ?? false,
    end: false,
    lookEvery,
    fireAtStart: true,
  };
}

/**
 * Time between two rows, if there is any: a condition that comes and goes is looked for at every row, whatever the steps; in the
 * hybrid loop four times between two, by its steps.
 */
function apartIn(times: Float64Array): number | undefined {
  const span = times[times.length - 1]! - times[0]!;
  return span > 0 ? span / Math.max(1, times.length - 1) : undefined;
}

/** Times closer than this share of a run are one: steps cannot tell them apart. */
const CLOSE = 1e-12;

/** True when nothing fired that only the hybrid loop meets: events at one time that act on each other, and equalities. */
function holds(
  { apart, quiet, doubtful, crossings }: PlainRun,
  fired: readonly FiredEvent[],
  t0: number,
  close: number,
): boolean {
  const atStart = new Set<number>();
  const crossed = new Set<number>();
  let [before, acts] = [Number.NEGATIVE_INFINITY, 0];
  for (const { t, event } of fired) {
    if (t <= t0) {
      atStart.add(event);
      if (event < apart && !quiet.has(event)) acts++;
      continue;
    }
    if (doubtful.has(event)) return false;
    if (event >= crossings) {
      const [up, down] = event % 2 === crossings % 2 ? [event, event + 1] : [event - 1, event];
      // Sides that were equal at the start have to part.
      if (atStart.has(up) || atStart.has(down) || crossed.has(up)) return false;
      crossed.add(up);
    }
    if (event >= apart) continue;
    if (t - before <= close) return false;
    before = t;
  }
  return acts === 0 || [...atStart].filter((event) => event < apart).length === 1;
}

/** Known times in a run as times where steps end; what changes right behind the start is found by steps as it is. */
function stopsIn(stops: readonly number[], from: number, to: number): readonly Intervention[] {
  return stops.filter((t) => t > from + CLOSE * (to - from) && t <= to).map((t) => ({ t }));
}

/** True when two of some times in a run differ by less than steps can be long. */
function crowded(times: readonly number[], from: number, to: number): boolean {
  const inside = times.filter((t) => t > from && t <= to).sort((a, b) => a - b);
  return inside.some((t, i) => i > 0 && t > inside[i - 1]! && t - inside[i - 1]! < CLOSE * (to - from));
}

/**
 * Follows any model in time and reports its observables.
 *
 * @returns a table; a run that fails has the rows up to there and says why
 * @throws  as `compileRun`; `out-of-range` for tolerances and times without sense
 * @example simulate(model, { times: Float64Array.from({ length: 101 }, (_, i) => i) })
 */
export function simulate(model: Model, options: SimulateOptions): Simulated {
  return new Simulator(model).run(options);
}
