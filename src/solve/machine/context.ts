import type { Code, Elementary, F64, I32, Local, Module, Signature } from "#wasm";
import type { Tableau } from "../types.ts";
import type { VectorWriter } from "./attempt.ts";
import { Lane } from "./lane.ts";
import type { Layout } from "./layout.ts";
import type { KernelFunctions, Parts } from "./parts.ts";

/** How a member ended, as the module says it; 0 is still running. */
export const endings = [
  "running",
  "done",
  "step-too-small",
  "too-many-steps",
  "not-finite",
  "inconsistent-start",
  "events-crowd",
  "event-repeats",
  "weak-pivot",
] as const;
/** The numbers of the endings. */
export const ending = Object.fromEntries(endings.map((name, i) => [name, i])) as Record<
  (typeof endings)[number],
  number
>;

/** Events that may follow from each other at one time, and roots that may crowd at one time, before it is a fault. */
export const CROWD = 1000;

/** Functions of the host that a module calls; the lane comes first. */
export interface HostFunctions {
  /** (lane) makes the algebraic states of `y` consistent; not 0 when it cannot. */
  readonly consistent: number;
  /** (lane, event) is told that a trigger fired an event. */
  readonly fired: number;
  /** (lane, ending) is told that a member failed, while its state still stands in its lane. */
  readonly failed: number;
}

/** Imports, in the order of their indices. */
export const imports: Readonly<Record<keyof HostFunctions, Signature>> = {
  consistent: { takes: ["i32"], gives: "i32" },
  fired: { takes: ["i32", "i32"] },
  failed: { takes: ["i32", "i32"] },
};

/** What every piece of the step loop is written from. */
export interface Context {
  readonly module: Module;
  readonly layout: Layout;
  readonly tableau: Tableau;
  readonly kernel: KernelFunctions;
  readonly host: HostFunctions;
  readonly parts: Parts;
  readonly vector: Readonly<Record<keyof VectorWriter, number>>;
  readonly elementary: Elementary;
}

/** (lane). */
export const byLane: Signature = { takes: ["i32"] };
/** (lane) → an ending, 0 when all is well. */
export const faultOf: Signature = { takes: ["i32"], gives: "i32" };

/**
 * Writes a function whose first parameter is a lane.
 *
 * @param key  of what is the same in many modules; see {@link keyOf}
 */
export function laneFunction(
  { module, layout }: Context,
  signature: Signature,
  write: (lane: Lane) => void,
  key?: string,
): number {
  return module.function(signature, (f) => write(new Lane(f, layout)), key);
}

/**
 * The key of a function that looks at nothing but what lanes and the host keep, which stands at the same addresses in all modules.
 *
 * @param calls  indices of all functions that it calls
 */
export function keyOf({ layout, tableau, parts }: Context, name: string, calls: readonly number[]): string {
  return `${name} ${layout.lanes} ${tableau.embedded} ${parts.autonomous} ${parts.roots > 0} ${calls.join()}`;
}

/** Byte offsets of the lanes there are. */
export function laneOffsets(layout: Layout): readonly number[] {
  return layout.lanes === 1 ? [0] : [0, 8];
}

/**
 * What a step may grow by at an error in units of the tolerance: error^(−1/(p+1)), p the embedded order.
 *
 * For p = 4 by two square roots and a quotient, q = error^(1/4), q·(3 + 2q)/(2 + 3q) ≈ error^(1/5): within 2 % between
 * errors of 0.01 and 100, where a controller works, and a quarter of the time of a power. See `fifthRoot`.
 */
export function growth({ tableau, elementary }: Context, f: Code, error: () => F64): F64 {
  const power = tableau.embedded + 1;
  if (power === 4) return f.div(f.f64(1), f.sqrt(f.sqrt(error())));
  if (power !== 5)
    return f.vlane(f.call(elementary.powPositive, [f.vsplat(error()), f.v64(-1 / power)], 1), 0);
  const q = f.float();
  // The numerator is found first, so that the root is in its local.
  const numerator = f.add(f.f64(2), f.mul(f.f64(3), f.tee(q, f.sqrt(f.sqrt(error())))));
  const value = f.div(numerator, f.mul(f.get(q), f.add(f.f64(3), f.mul(f.f64(2), f.get(q)))));
  f.release(q);
  return value;
}

/** x^(−1/(p+1)), p the embedded order, to the last digits. */
export function inverseRoot({ tableau, elementary }: Context, f: Code, x: () => F64): F64 {
  return f.vlane(f.call(elementary.powPositive, [f.vsplat(x()), f.v64(-1 / (tableau.embedded + 1))], 1), 0);
}

/** Calls a function of a lane and keeps the ending it gives. */
export function callFault(lane: Lane, index: number, fault: Local<I32>): void {
  lane.f.set(fault, lane.f.call(index, [lane.at()], 1));
}

/** Time of the next intervention. */
export function pending(lane: Lane): Local<F64> {
  const { f } = lane;
  const time = f.float();
  f.set(time, f.f64(Number.POSITIVE_INFINITY));
  f.if(f.iltu(lane.whole("schedule"), lane.whole("scheduleEnd")), () =>
    f.set(time, f.load(lane.whole("schedule"))),
  );
  return time;
}

/** Finds the interpolant's coefficients unless they are there. */
export function ensureDense({ layout, vector }: Context, f: Code): void {
  const { denseReady } = layout.host;
  f.if(f.ieqz(f.loadI32(f.i32(0), denseReady)), () => {
    f.call(vector.dense, []);
    f.storeI32(f.i32(0), f.i32(1), denseReady);
  });
}

/** Writes something for each trigger, at its byte offset. */
export function overRoots({ parts, layout }: Context, body: (offset: number) => void): void {
  for (let i = 0; i < parts.roots; i++) body(i * layout.stride);
}
