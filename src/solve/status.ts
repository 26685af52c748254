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

/** What to try after each way a run can fail, as the last part of its sentence. */
export const advice = {
  jump: "where its rate jumps, make the jump an event or schedule it; where it grows without bound, end before; or loosen its tolerance",
  crowd: "let the event take away what triggers it, or end before",
  finite:
    "the start values and parameters that its rate reads must be numbers, and no root, logarithm or quotient out of range",
  steps: "allow more with maxSteps, or loosen its tolerance",
} as const;

/** Where a run failed. */
export interface Circumstances {
  readonly t: number;
  /** What the next step would be. */
  readonly h: number;
  /** The state to look at. */
  readonly state: number;
}

/** A failure as a sentence that names time, step size and the state to look at, and says what to try. */
export function sentence(
  status: Exclude<SolveStatus, "done">,
  { t, h, state }: Circumstances,
  more = "",
): string {
  const at = `at t = ${t} s, where the next step would be ${h} s`;
  switch (status) {
    case "step-too-small":
      return (
        `the step size fell below what time can resolve ${at}; ` +
        `${more ? `${more}; look at state ${state}: ${advice.crowd}` : `the error of state ${state} stays above its tolerance: ${advice.jump}`}`
      );
    case "not-finite":
      return `rates, Jacobian or step are not finite numbers ${at}; look at state ${state}: ${advice.finite}`;
    case "too-many-steps":
      return (
        `${more || "the steps allowed"} did not reach the end: stopped ${at}; ` +
        `the error of state ${state} limits the step: ${advice.steps}`
      );
    case "inconsistent-start":
      return `the algebraic equations cannot be satisfied at t = ${t} s: ${more}`;
  }
}

/** How a run of the step loop in JavaScript failed. */
export function failure(status: Exclude<SolveStatus, "done">, stepper: Stepper, more = ""): Ending {
  const { t, h } = stepper;
  return { status, message: sentence(status, { t, h, state: stepper.worstState() }, more) };
}
