import type { Stepper } from "./stepper.ts";
import type { SolveStatus } from "./types.ts";

/** How a run ended, with its sentence. */
export interface Ending {
  readonly status: SolveStatus;
  readonly message: string;
}

/** True when time plus the step can no longer be told from time. */
export function tooSmall(stepper: Stepper): boolean {
  return !(stepper.h > 4 * 2 ** -52 * Math.abs(stepper.t)) || !(stepper.h > 1e-290);
}

/** A failure as a sentence that names time, step size and the state to look at. */
export function failure(status: Exclude<SolveStatus, "done">, stepper: Stepper, more = ""): Ending {
  const state = stepper.worstState();
  const at = `at t = ${stepper.t} s, where the next step would be ${stepper.h} s`;
  const message = {
    "step-too-small":
      `the step size fell below what time can resolve ${at}; ` +
      `${more ? `${more}; look at state ${state}` : `the error of state ${state} stays above its tolerance`}`,
    "not-finite": `rates, Jacobian or step are not finite numbers ${at}; look at state ${state}`,
    "too-many-steps":
      `${more || "the steps allowed"} did not reach the end: stopped ${at}; ` +
      `the error of state ${state} limits the step`,
    "inconsistent-start": `the algebraic equations cannot be satisfied at t = ${stepper.t} s: ${more}`,
  }[status];
  return { status, message };
}
