import { rosenbrock } from "../rosenbrock.ts";
import type { Method } from "../types.ts";
import { rodas4Data } from "./rodas4.data.ts";

/**
 * Rodas4: Rosenbrock method of order 4 with a dense output of order 3, for stiff equations.
 *
 * The default: cheapest per digit from rtol 1e-3 to 1e-5; prefer {@link rodas5p} below.
 *
 *   order 4(3) · 6 stages · L-stable, stiffly accurate · one Jacobian, one LU and six solves per step
 *
 * State, rates and Jacobian are `Float64Array`; no array or object is made per step.
 *
 * @source   Hairer and Wanner, Solving Ordinary Differential Equations II, 2nd ed. (1996), §IV.7
 * @example  solve(problem, { method: rodas4, rtol: 1e-5, atol: 1e-8 })
 */
export const rodas4: Method = rosenbrock({ name: "rodas4", order: 4, embedded: 3, ...rodas4Data });
