import { KationError } from "#units";
import type { Intervention, Kernel, Problem, SolveOptions } from "./types.ts";

/** Refuses a problem that cannot be posed: wrong lengths, times out of order, tolerances without sense. */
export function pose(problem: Problem, options: SolveOptions): void {
  poseProblem(problem.kernel, problem, options);
}

/** The same where the model's sizes are known apart from the problem. */
export function poseProblem(
  kernel: Pick<Kernel, "n" | "parameters" | "events" | "mass">,
  problem: Omit<Problem, "kernel">,
  options: SolveOptions,
): void {
  const { parameters, start, times, t0, schedule } = problem;
  if (parameters.length !== kernel.parameters) {
    misshapen(`${parameters.length} parameter values for a kernel of ${kernel.parameters}`);
  }
  if (start && start.length !== kernel.n) misshapen(`${start.length} start values for ${kernel.n} states`);
  if (kernel.mass && kernel.mass.length !== kernel.n)
    misshapen(`${kernel.mass.length} mass entries for ${kernel.n} states`);
  if (!Number.isFinite(t0)) outside(`t0 is ${t0} s`, "a run starts at a finite time", "0 is usual");
  if (times.length === 0) misshapen("no times to report");
  poseTimes(times, t0);
  if (schedule) poseSchedule(schedule, t0, kernel);
  poseOptions(options, kernel.n);
}

function poseTimes(times: Float64Array, t0: number): void {
  // Looked at without leaving the loop, which takes half as long: of a small model's run that is a fortieth.
  let rising = times[0]! >= t0;
  for (let i = 1; i < times.length; i++) if (!(times[i]! >= times[i - 1]!)) rising = false;
  if (!rising) {
    const i = times.findIndex((t, k) => !(t >= (k === 0 ? t0 : times[k - 1]!)));
    misshapen(`report time ${times[i]} s does not follow ${i === 0 ? t0 : times[i - 1]} s`);
  }
  // None follows infinity but itself: the last one tells.
  const last = times[times.length - 1]!;
  if (last === Infinity) misshapen(`report time ${last} s is no time to run to`);
}

function poseSchedule(
  schedule: readonly Intervention[],
  t0: number,
  kernel: Pick<Kernel, "parameters" | "events">,
): void {
  for (const { t, set, fire } of schedule) {
    if (!(t >= t0))
      outside(`an intervention at ${t} s`, `the run starts at ${t0} s`, "move it to the start or later");
    for (const { parameter, value } of set ?? []) {
      known("parameter", parameter, kernel.parameters);
      if (Number.isNaN(value))
        outside(`parameter ${parameter} is set to NaN`, "a value must be a number", "set a number");
    }
    for (const event of fire ?? []) known("event", event, kernel.events);
  }
}

/** The same for the options alone. */
export function poseOptions(options: SolveOptions, n: number): void {
  const { rtol, atol, maxSteps, hMax, lookEvery, hStart, hFixed } = options;
  if (!(rtol >= 1e-13 && rtol <= 0.1)) {
    outside(`rtol is ${rtol}`, "it lies between 1e-13 and 0.1", "1e-5 is a good start");
  }
  if (typeof atol !== "number" && atol.length !== n)
    misshapen(`${atol.length} absolute tolerances for ${n} states`);
  if (typeof atol === "number") poseAtol(atol);
  else
    for (let i = 0; i < n; i++) {
      const value = atol[i]!;
      if (!(value >= 0 && value < Infinity)) poseAtol(value);
    }
  above0("maxSteps", maxSteps);
  above0("hMax", hMax);
  above0("lookEvery", lookEvery);
  above0("hStart", hStart);
  above0("hFixed", hFixed);
}

function poseAtol(value: number): void {
  if (value >= 0 && value < Infinity) return;
  outside(
    `atol is ${value}`,
    "it is a size in base units, 0 or more",
    "take rtol times the size that matters",
  );
}

function above0(name: string, value: number | undefined): void {
  if (value !== undefined && !(value > 0)) outside(`${name} is ${value}`, "it is above 0", "leave it out");
}

function known(what: string, index: number, count: number): void {
  if (Number.isInteger(index) && index >= 0 && index < count) return;
  outside(
    `the schedule names ${what} ${index}`,
    `the kernel has ${count}, counted from 0`,
    "look it up by its id",
  );
}

function misshapen(what: string): never {
  throw new KationError("mismatch-shape", what, { fix: "one value per item, times in rising order from t0" });
}

function outside(what: string, why: string, fix: string): never {
  throw new KationError("out-of-range", what, { why, fix });
}
