import { rosenbrock } from "../rosenbrock.ts";
import type { Method } from "../types.ts";
import { rodas5pData } from "./rodas5p.data.ts";

/**
 * Rodas5P: Rosenbrock method of order 5 with a dense output of order 4, for stiff equations.
 *
 * Use it when rtol is below 1e-5 and one LU of the Jacobian is cheap; prefer {@link rodas4} above.
 *
 *   order 5(4) · 8 stages · L-stable, stiffly accurate · one Jacobian, one LU and eight solves per step
 *
 * State, rates and Jacobian are `Float64Array`; no array or object is made per step.
 *
 * @source   Steinebach, BIT Numer. Math. 63, 27 (2023), doi:10.1007/s10543-023-00967-x
 * @example  solve(problem, { method: rodas5p, rtol: 1e-7, atol: 1e-10 })
 */
export const rodas5p: Method = rosenbrock({ name: "rodas5p", order: 5, embedded: 4, ...rodas5pData });
