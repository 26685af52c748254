import { instantiate } from "#compile";
import { type Method, type Solution, solve } from "#solve";
import { posed } from "./engines.ts";
import { published, type Reference, tolerances } from "./published.ts";

export { errorOf } from "./published.ts";

/**
 * Robertson, HIRES, van der Pol, OREGO and E5: small stiff problems (Hairer and Wanner, Solving Ordinary
 * Differential Equations II, §IV.10), by the engine written in JavaScript.
 */
export const classics: readonly Reference[] = published.filter(({ name }) =>
  ["robertson", "hires", "vanderpol", "orego", "e5"].includes(name),
);

/** Solves a classic at one tolerance. */
export function solveClassic(problem: Reference, method: Method, rtol: number): Solution {
  const { compiled, times } = problem;
  const kernel = instantiate(compiled.program);
  return solve({ kernel, ...posed(compiled, { times }) }, { method, ...tolerances(problem, rtol) });
}
