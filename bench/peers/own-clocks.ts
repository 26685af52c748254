import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { CompiledProgram } from "kation/compile";
import { type Batch, carry } from "kation/run";
import { root } from "./environment.mjs";
import { compileEngine } from "./kation.ts";
import { memberRows } from "./measure.ts";
import { type EngineModel, outputGrid, toEquations } from "./models.ts";

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * Milliseconds from a model as read to its first result at rtol 1e-6 and 101 times, in a process that has compiled
 * other models before: median of nine models that differ in a number of their first rate, so that no cache knows them.
 */
export function firstResult(model: EngineModel, atol: Float64Array): number {
  const grid = outputGrid(model);
  const problem = { parameters: Float64Array.from(model.parameters), t0: 0, times: grid.times };
  const times = Array.from({ length: 9 }, (_, k) => {
    const [first, ...rest] = model.reactions;
    const reactions = [{ ...first!, rate: `(${first!.rate}*${1 + (k + 1) * 2 ** -30})` }, ...rest];
    const start = performance.now();
    compileEngine({ ...model, reactions }).solve(problem, { rtol: 1e-6, atol, maxSteps: 1_000_000 });
    return performance.now() - start;
  });
  return median(times);
}

/** An ensemble of a model as a batch for workers. */
function batchOf(model: EngineModel, members: number, observed: number, atol: Float64Array): Batch {
  const rows = memberRows(model, members);
  const count = model.parameters.length;
  const equations = toEquations(model);
  const program = new CompiledProgram(
    { ...equations, observables: equations.observables.slice(0, observed) },
    count,
    [],
    new Int32Array(0),
  );
  return {
    programs: [program],
    groups: Array.from({ length: members }, (_, m) => ({
      program: 0,
      parameters: rows.slice(m * count, (m + 1) * count),
      runs: [{}],
    })),
    times: outputGrid(model).times,
    settle: 0,
    rtol: 1e-4,
    atol: [atol],
    maxSteps: 1_000_000,
  };
}

/**
 * The speed-up that an ensemble gets from a second worker, as a share of what a loop of bare arithmetic gets in the
 * same minute: a shared machine rarely gives two whole cores.
 */
export async function twoWorkers(model: EngineModel, atol: Float64Array): Promise<number> {
  const batch = batchOf(model, 20_000, 5, atol);
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const bare = [new Bare(), new Bare()];
  await Promise.all(bare.map((b) => b.loop(1e7)));
  await carry(batch, { workers: 2 });
  const found = {
    one: [] as number[],
    two: [] as number[],
    bareOne: [] as number[],
    bareTwo: [] as number[],
  };
  for (let round = 0; round < 5; round++) {
    found.bareOne.push(await time(() => bare[0]!.loop(1.2e9)));
    found.bareTwo.push(await time(() => Promise.all(bare.map((b) => b.loop(0.6e9)))));
    found.one.push(await time(() => carry(batch, { workers: 1 })));
    found.two.push(await time(() => carry(batch, { workers: 2 })));
  }
  await Promise.all(bare.map((b) => b.end()));
  return median(found.one) / median(found.two) / (median(found.bareOne) / median(found.bareTwo));
}

/** A worker that does sums. */
class Bare {
  readonly #worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
     parentPort.on("message", (n) => { let x = 0.5; for (let i = 0; i < n; i++) x = 3.7 * x * (1 - x); parentPort.postMessage(x); });`,
    { eval: true },
  );

  loop(n: number): Promise<number> {
    return new Promise((resolve) => {
      this.#worker.once("message", resolve);
      this.#worker.postMessage(n);
    });
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }
}

/** Peak memory of 10,000 members × 100 times × 20 observables over the size of that result, in a process of its own. */
export function ensembleMemoryRatio(folder: string): number {
  const printed = execFileSync(
    process.execPath,
    [
      "--expose-gc",
      "--conditions=kation:source",
      "--import",
      "tsx",
      join(root, "bench", "peers", "memory.ts"),
      folder,
    ],
    { cwd: root },
  );
  return (JSON.parse(String(printed)) as { ratio: number }).ratio;
}

/** The batch that memory is measured with. */
export function memoryBatch(model: EngineModel, members: number): Batch {
  const end = model.outputTimes.at(-1)!;
  return {
    ...batchOf(model, members, 20, new Float64Array(model.species.length).fill(1e-12)),
    times: Float64Array.from({ length: 100 }, (_, k) => ((k + 1) / 100) * end),
  };
}
