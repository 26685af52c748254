import { pow } from "#units";
import { rodas4, rodas5p } from "../methods/index.ts";
import type { Method, Operations } from "../types.ts";

/**
 * Steps that Rodas5P needs for the error that Rodas4 has: 0.74·(rtol/0.01)^0.05 of them. Geometric means over nine
 * reaction networks of 3 to 520 states; members with parameters × U(0.7, 1.4), rtol from 1e-2 to 1e-6.
 */
const steps = (rtol: number): number => 0.74 * pow(rtol / 1e-2, 0.05);

/** Multiplications of a step with a method. */
function cost({ tableau }: Method, { rates, evaluate, factor, solve }: Operations): number {
  return evaluate + factor + (tableau.stages - 1) * rates + tableau.stages * solve;
}

/**
 * The method for a tolerance, unless one is asked for: Rodas4 or Rodas5P, whichever takes fewer multiplications for
 * the same error of results. By counts, never by clocks: results must not hang on the machine.
 */
export function methodFor(
  { method, rtol }: { readonly method?: Method | undefined; readonly rtol: number },
  operations: () => Operations,
): Method {
  if (method) return method;
  const counts = operations();
  return steps(rtol) * cost(rodas5p, counts) < cost(rodas4, counts) ? rodas5p : rodas4;
}
