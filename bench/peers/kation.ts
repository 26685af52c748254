/**
 * Kation's side of the comparison, and the only file here that knows how Kation is called.
 *
 * `single`, `ensemble` and `setup` are what the peers are measured against; the functions below them are Kation's own.
 */
import { CompiledProgram } from "kation/compile";
import { calibrate, Engine } from "kation/solve";
import { type EngineModel, type Grid, outputGrid, toEquations } from "./models.ts";

/** What ran, for the report. */
export const engine = "Kation (WebAssembly)";

const MOST_STEPS = 2_000_000;
const engines = new Map<string, Engine>();

function engineOf(model: EngineModel): Engine {
  const known = engines.get(model.name);
  if (known) return known;
  const made = compileEngine(model);
  engines.set(model.name, made);
  return made;
}

/** An engine for a model as read: parse, differentiate, write the code at its first use. */
export function compileEngine(model: EngineModel): Engine {
  return new Engine(
    // What is reported is the states themselves: nothing is observed besides.
    new CompiledProgram(
      { ...toEquations(model), observables: [] },
      model.parameters.length,
      [],
      new Int32Array(0),
    ),
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
  const one = engineOf(model);
  const problem = { parameters: Float64Array.from(model.parameters), t0: 0, times: grid.times };
  const options = { rtol, atol, maxSteps: MOST_STEPS };
  const us: number[] = [];
  let answer = undefined as ReturnType<Engine["solve"]> | undefined;
  for (let spent = 0; us.length < repeats && (us.length === 0 || spent < budgetUs); ) {
    const start = performance.now();
    answer = one.solve(problem, options, answer);
    const took = 1000 * (performance.now() - start);
    us.push(took);
    spent += took;
  }
  const n = model.species.length;
  const outputs5 = new Float64Array(grid.five.length * n);
  fiveOf(answer!.states, n, grid, outputs5, 0);
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
  const one = engineOf(model);
  const n = model.species.length;
  const count = model.parameters.length;
  const size = grid.five.length * n;
  const outputs5 = new Float64Array(members * size);
  const states = new Float64Array(grid.times.length * n);
  let failed = 0;
  const start = performance.now();
  // A pilot of the nominal member first: its time counts.
  const pilot = {
    parameters: Float64Array.from(model.parameters),
    t0: 0,
    times: Float64Array.from(model.outputTimes),
  };
  const { factor } = calibrate(one, pilot, { rtol, atol, maxSteps: MOST_STEPS });
  const options = {
    t0: 0,
    tEnd: grid.times.at(-1)!,
    times: grid.times,
    rtol: factor * rtol,
    atol: atol.map((x) => factor * x),
    maxSteps: MOST_STEPS,
  };
  one.run(
    Array.from({ length: members }, (_, m) => ({ parameters: rows.subarray(m * count, (m + 1) * count) })),
    options,
    {
      states: () => states,
      outcome: (m, { status }) => {
        if (status === "done") fiveOf(states, n, grid, outputs5, m * size);
        else {
          failed++;
          outputs5.fill(Number.NaN, m * size, (m + 1) * size);
        }
      },
    },
  );
  return { totalUs: 1000 * (performance.now() - start), failed, outputs5 };
}

/** From the model as read to a module, and its first run at rtol 1e-6 on the 101 times: cold, so in a fresh process. */
export function setup(model: EngineModel, atol: Float64Array): { compileMs: number; firstMs: number } {
  const grid = outputGrid(model);
  const problem = { parameters: Float64Array.from(model.parameters), t0: 0, times: grid.times };
  const start = performance.now();
  const one = compileEngine(model);
  one.prepare({ rtol: 1e-6 });
  const compiled = performance.now();
  one.solve(problem, { rtol: 1e-6, atol, maxSteps: MOST_STEPS });
  return { compileMs: compiled - start, firstMs: performance.now() - compiled };
}
