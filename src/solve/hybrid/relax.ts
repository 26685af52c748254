import { rodas4 } from "../methods/index.ts";
import { Stepper } from "../stepper.ts";
import type { Kernel } from "../types.ts";

/** Pseudo-time and steps after which what still moves is taken to have come to rest. */
const LONG = 1e15;
const STEPS = 20_000;

/** Lets a state come to rest under a kernel's rates while the time stands still; the state is changed in place. */
export function settleAt(
  kernel: Kernel,
  c: Float64Array,
  time: number,
  y: Float64Array,
  rtol: number,
  atol: number | Float64Array,
): void {
  const frozen: Kernel = {
    ...kernel,
    autonomous: true,
    rates: (_, state, p, out) => kernel.rates(time, state, p, out),
    jacobian: (_, state, p, out) => kernel.jacobian(time, state, p, out),
  };
  const stepper = new Stepper(frozen, rodas4, c, rtol, atol);
  stepper.y.set(y);
  stepper.h = stepper.firstStep(1);
  for (let tries = 0; stepper.t < LONG && tries < STEPS; tries++)
    if (!stepper.step() && !(stepper.h > 1e-290)) return;
  y.set(stepper.y);
}
