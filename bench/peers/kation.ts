/**
 * Kation's side of the comparison, and the only file here that knows how Kation is called.
 *
 * `single`, `ensemble` and `setup` are what the peers are measured against; the functions below them are Kation's own.
 */
import { instantiate } from "kation/compile";
import { type Kernel, rodas4, rodas5p, type Solution, solve } from "kation/solve";
import { javascript } from "../../src/compile/javascript.ts";
import { type EngineModel, type Grid, outputGrid, toEquations } from "./models.ts";

/** What ran, for the report. */
export const engine = "Kation (JavaScript kernels)";

const kernels = new Map<string, Kernel>();

function kernelOf(model: EngineModel): Kernel {
  const known = kernels.get(model.name);
  if (known) return known;
  const made = compileKernel(model);
  kernels.set(model.name, made);
  return made;
}

function compileKernel(model: EngineModel): Kernel {
  const system = toEquations(model);
  const { code, constants, luLength, pattern, autonomous } = javascript(system, model.parameters.length);
  const n = model.species.length;
  return instantiate({
    n,
    parameters: model.parameters.length,
    constants,
    observables: n,
    roots: 0,
    events: 0,
    autonomous,
    pattern,
    luLength,
    code,
    triggerEvents: [],
    hash: model.name,
    counters: new Int32Array(0),
  } as Parameters<typeof instantiate>[0]);
}

function run(
  kernel: Kernel,
  parameters: Float64Array,
  rtol: number,
  atol: Float64Array,
  times: Float64Array,
): Solution {
  return solve(
    { kernel, parameters, t0: 0, times },
    { rtol, atol, method: rtol < 3e-6 ? rodas5p : rodas4, maxSteps: 2_000_000 },
  );
}

function fiveOf(states: Float64Array, n: number, grid: Grid, out: Float64Array, at: number): void {
  grid.five.forEach((k, row) => {
    out.set(states.subarray(k * n, (k + 1) * n), at + row * n);
  });
}

/** One model at one tolerance, repeated until `budgetUs` is spent or `repeats` are done. */
export function single(
  model: EngineModel,
  rtol: number,
  atol: Float64Array,
  grid: Grid,
  repeats: number,
  budgetUs: number,
): { us: number[]; outputs5: Float64Array; status: string; steps: number } {
  const kernel = kernelOf(model);
  const parameters = Float64Array.from(model.parameters);
  const us: number[] = [];
  let answer: Solution | undefined;
  for (let spent = 0; us.length < repeats && (us.length === 0 || spent < budgetUs); ) {
    const start = performance.now();
    answer = run(kernel, parameters, rtol, atol, grid.times);
    const took = 1000 * (performance.now() - start);
    us.push(took);
    spent += took;
  }
  const outputs5 = new Float64Array(grid.five.length * kernel.n);
  fiveOf(answer!.states, kernel.n, grid, outputs5, 0);
  return { us, outputs5, status: answer!.status, steps: answer!.stats.steps };
}

/** Every row of parameters once, on one core. */
export function ensemble(
  model: EngineModel,
  rtol: number,
  atol: Float64Array,
  grid: Grid,
  rows: Float64Array,
  members: number,
): { totalUs: number; failed: number; outputs5: Float64Array } {
  const kernel = kernelOf(model);
  const size = grid.five.length * kernel.n;
  const outputs5 = new Float64Array(members * size);
  let failed = 0;
  let totalUs = 0;
  for (let m = 0; m < members; m++) {
    const parameters = rows.slice(m * kernel.parameters, (m + 1) * kernel.parameters);
    const start = performance.now();
    const answer = run(kernel, parameters, rtol, atol, grid.times);
    totalUs += 1000 * (performance.now() - start);
    if (answer.status === "done") fiveOf(answer.states, kernel.n, grid, outputs5, m * size);
    else {
      failed++;
      outputs5.fill(Number.NaN, m * size, (m + 1) * size);
    }
  }
  return { totalUs, failed, outputs5 };
}

/** From the model as read to a kernel, and its first run at rtol 1e-6 on the 101 times: cold, so in a fresh process. */
export function setup(model: EngineModel, atol: Float64Array): { compileMs: number; firstMs: number } {
  const grid = outputGrid(model);
  const start = performance.now();
  const kernel = compileKernel(model);
  const compiled = performance.now();
  run(kernel, Float64Array.from(model.parameters), 1e-6, atol, grid.times);
  return { compileMs: compiled - start, firstMs: performance.now() - compiled };
}

/** Throughput of an ensemble on two workers over that on one; null while the engine does not offer it. */
export async function twoWorkers(): Promise<number | null> {
  return null;
}

/**
 * Milliseconds from a model as read to its first result at some 100 and some 500 species; the two models are passed in.
 * `setups` are those measured in fresh processes.
 */
export function firstResults(
  setups: Readonly<Record<string, { readonly compileMs: number; readonly firstMs: number } | undefined>>,
): { first_result_100_ms: number | null; first_result_500_ms: number | null } {
  const total = (name: string): number | null => {
    const s = setups[name];
    return s ? s.compileMs + s.firstMs : null;
  };
  return { first_result_100_ms: total("casc97"), first_result_500_ms: total("casc512") };
}

/** Memory of a large ensemble over that of a small one; null while the engine does not offer it. */
export async function ensembleMemoryRatio(): Promise<number | null> {
  return null;
}
