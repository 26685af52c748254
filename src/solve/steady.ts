import { KationError } from "#units";
import { Consistent } from "./consistent.ts";
import type { Eigenvalues } from "./eigenvalues.ts";
import { FreeSystem, frozen, turnover } from "./free-system.ts";
import { rodas4 } from "./methods/index.ts";
import { pose } from "./pose.ts";
import { type Found, SteadySearch } from "./steady-search.ts";
import { Stepper } from "./stepper.ts";
import type { Problem, SolveOptions } from "./types.ts";

/** How a search for a steady state ended. */
export type SteadyStatus = "done" | "no-steady-state" | "not-finite" | "inconsistent-start";

/** How a steady state is searched for. */
export interface SteadyOptions extends Pick<SolveOptions, "rtol" | "atol"> {
  /** States that only add up: held at their start and left out of all that is found. */
  readonly counters?: Int32Array;
  /** Linear systems solved before the search is given up, default 1000. */
  readonly maxIterations?: number;
}

/** A steady state, or why there is none. */
export interface Steady {
  readonly status: SteadyStatus;
  readonly message: string;
  /** The steady state; where the search stopped when there is none. */
  readonly state: Float64Array;
  /**
   * Largest |f_i|/(|y_i| + atol_i)·τ_i with the row's own time τ_i = (|y_i| + atol_i)/Σ_j |J_ij|·(|y_j| +
   * atol_j): the share of its turnover that is not balanced. Some 1e-16 is rounding, 1 is nothing balanced.
   */
  readonly residual: number;
  /** Linear systems solved. */
  readonly iterations: number;
  /**
   * Eigenvalues of the linearisation, 1/s, largest real part first; zeros of conserved sums, algebraic states
   * and counters left out. Empty unless `done`.
   */
  readonly eigenvalues: Eigenvalues;
  /**
   * True when all real parts are negative, false when one is positive, "marginal" when the
   * largest cannot be told from zero within rounding and the tolerance of the state; undefined unless `done`, or when no eigenvalues could be found.
   */
  readonly stable: boolean | "marginal" | undefined;
  /** Linear sums of states that no rate changes: the zero eigenvalues left out. */
  readonly conserved: number;
}

/**
 * Finds a steady state near a start, with the start's conserved sums.
 *
 *     f(t0, y) = 0,   w·y = w·y_start for every w with w·f = 0
 *
 * A damped Newton iteration is tried first; it may end in an unstable state, which `stable` tells. Where it
 * fails, or jumps to a state that has died out or that is neither stable nor unstable, the solution is followed
 * in time at a loose tolerance, in steps that grow as it comes to rest, and Newton is tried again on the way.
 * States that start at or above zero and whose rates never point below zero are kept there, to the tolerance.
 * Conserved sums are found from the numbers and take the place of one row each, so they are kept to rounding
 * and the matrix is regular. Time in the rates is frozen at t0.
 *
 * With several steady states it is one near the start, not always the one that the solution goes to. Cost
 * grows as n³: some 3 s for 520 states.
 *
 * @param problem               kernel, parameters, start and t0 as for `solve`; nothing in it is changed
 * @param options.rtol          relative tolerance of the state, 1e-13 … 0.1
 * @param options.atol          absolute tolerance in base units, one or one for each state, ≥ 0
 * @param options.counters      states held and left out
 * @param options.maxIterations linear systems solved at most, > 0, default 1000
 * @returns `Steady`; status `done`, `no-steady-state` (none found: the sentence names the state that still
 *          moves), `not-finite` or `inconsistent-start`
 * @throws  `out-of-range`, `mismatch-shape` for a problem that cannot be posed; never because none was found
 * @source  Kelley and Keyes, SIAM J. Numer. Anal. 35, 508 (1998), doi:10.1137/S0036142996304796
 *          (pseudo-transient continuation); Deuflhard, Newton Methods for Nonlinear Problems, 2004, §3.3
 * @example
 *   const { state, stable } = steadyState({ kernel, parameters, t0: 0 }, { rtol: 1e-9, atol: 1e-12 });
 */
export function steadyState(
  problem: Pick<Problem, "kernel" | "parameters" | "start" | "t0">,
  options: SteadyOptions,
): Steady {
  const { kernel, parameters, start, t0 } = problem;
  const { rtol, atol, counters, maxIterations } = options;
  const posed = { kernel, parameters, t0, times: Float64Array.of(t0), ...(start && { start }) };
  pose(posed, { rtol, atol });
  if (maxIterations !== undefined && !(maxIterations > 0)) {
    throw new KationError("out-of-range", `maxIterations is ${maxIterations}`, {
      why: "it is a number of linear systems, above 0",
      fix: "leave it out",
    });
  }
  const held = counters ?? new Int32Array(0);
  const unknown = held.find((i) => !(i >= 0 && i < kernel.n));
  if (unknown !== undefined) {
    throw new KationError("out-of-range", `state ${unknown} is held as a counter`, {
      why: `the kernel has ${kernel.n} states, counted from 0`,
      fix: "look it up by its id",
    });
  }
  const c = new Float64Array(kernel.constants);
  c.set(parameters);
  kernel.prepare(c);
  const y0 = new Float64Array(kernel.n);
  if (start) y0.set(start);
  else kernel.initial(c, y0);
  const still = frozen(kernel, t0, held);
  const unsound = new Consistent(still, c, rtol, atol).find(0, y0);
  if (unsound !== undefined) {
    const message = `the algebraic equations cannot be satisfied at the start: ${unsound}`;
    return failed("inconsistent-start", message, y0, Number.NaN, 0, 0);
  }
  const system = new FreeSystem(still, c, y0, held);
  const tolerance = system.part(typeof atol === "number" ? new Float64Array(kernel.n).fill(atol) : atol);
  const search = new SteadySearch(system, system.part(y0), rtol, tolerance, maxIterations ?? 1000);
  const stepper = new Stepper(still, rodas4, c, FOLLOW, atol);
  stepper.y.set(y0);
  const found = search.run(stepper);
  const { iterations, sums } = search;
  const conserved = sums.dependent.length;
  if ("status" in found) {
    const residual = residualOf(system, search.y, tolerance);
    return failed(found.status, found.message, system.full(search.y), residual, iterations, conserved);
  }
  const residual = residualOf(system, found.y, tolerance);
  return {
    ...told(found, iterations),
    state: system.full(found.y),
    residual,
    iterations,
    conserved,
  };
}

/** Relative tolerance at which the solution is followed: enough to stay with the basin it starts in. */
const FOLLOW = 1e-3;

const none: Eigenvalues = { re: new Float64Array(0), im: new Float64Array(0) };

function failed(
  status: SteadyStatus,
  message: string,
  state: Float64Array,
  residual: number,
  iterations: number,
  conserved: number,
): Steady {
  return { status, message, state, residual, iterations, eigenvalues: none, stable: undefined, conserved };
}

function told(
  { stability, taken }: Found,
  iterations: number,
): Pick<Steady, "status" | "message" | "eigenvalues" | "stable"> {
  const aside = taken ? "" : "; the solution from this start does not come to it";
  const after = `a steady state after ${iterations} iterations${aside}`;
  if (!stability) {
    const message = `${after}; its eigenvalues could not be found`;
    return { status: "done", message, eigenvalues: none, stable: undefined };
  }
  const { eigenvalues, stable } = stability;
  const word = stable === true ? "stable" : stable === false ? "unstable" : "marginal";
  return { status: "done", message: `${after}; ${word}`, eigenvalues, stable };
}

function residualOf(system: FreeSystem, y: Float64Array, atol: Float64Array): number {
  const f = new Float64Array(system.m);
  const jac = new Float64Array(system.m * system.m);
  system.rates(y, f);
  system.jacobian(y, jac);
  const sizes = turnover(
    jac,
    y.map((v, i) => Math.abs(v) + atol[i]!),
  );
  let most = 0;
  for (let i = 0; i < f.length; i++) {
    const share = f[i] === 0 ? 0 : Math.abs(f[i]!) / sizes[i]!;
    if (!(share <= most)) most = share;
  }
  return most;
}
