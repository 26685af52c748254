import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { cCode } from "./c-code.ts";
import { buildC, folder } from "./environment.mjs";
import {
  absoluteTolerances,
  type EngineModel,
  type Grid,
  type Reference,
  scales,
  toEquations,
} from "./models.ts";

/**
 * How CVODE solves its linear systems: dense by difference quotients, with the distribution's library or with its
 * algebra compiled for this machine, or sparse with the analytic Jacobian.
 */
export type CvodeMode = "dense" | "tuned" | "klu";

/** Runs of one tolerance. */
export interface Runs {
  readonly us: readonly number[];
  readonly status: string;
  readonly steps: number;
  readonly outputs5: Float64Array;
}

interface Answer {
  readonly status: number;
  readonly steps: number;
  readonly us: readonly number[];
  readonly outputs5: readonly (number | null)[];
}

/** CVODE on one model as a long-lived process. */
export class Cvode {
  readonly #child: ChildProcess;
  readonly #waiting: ((line: string) => void)[] = [];

  constructor(program: string, grid: Grid) {
    this.#child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
    createInterface({ input: this.#child.stdout! }).on("line", (line) => this.#waiting.shift()?.(line));
    this.#send(
      `grid ${grid.times.length} ${[...grid.times].join(" ")} ${grid.five.length} ${grid.five.join(" ")}`,
    );
  }

  /** Repeats a run at most `repeats` times and until `budgetUs` is spent. */
  async single(
    mode: CvodeMode,
    rtol: number,
    atol: Float64Array,
    repeats: number,
    budgetUs: number,
  ): Promise<Runs> {
    this.#send(`atol ${[...atol].join(" ")}`);
    const answer = await this.#ask<Answer>(`single ${mode} ${rtol} ${repeats} ${budgetUs}`);
    return {
      us: answer.us,
      steps: answer.steps,
      status: answer.status === 0 ? "done" : `CVODE ${answer.status}`,
      outputs5: Float64Array.from(answer.outputs5, (v) => v ?? Number.NaN),
    };
  }

  /** Integrates every row once; outputs of failed members are NaN. */
  async ensemble(
    mode: CvodeMode,
    rtol: number,
    atol: Float64Array,
    rows: Float64Array,
    members: number,
  ): Promise<{ totalUs: number; failed: number; outputs5: Float64Array }> {
    const [input, output] = [join(folder, `rows-${mode}.bin`), join(folder, `outputs-${mode}.bin`)];
    writeFileSync(input, new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
    this.#send(`atol ${[...atol].join(" ")}`);
    const answer = await this.#ask<{ totalUs: number; failed: number }>(
      `ensemble ${mode} ${rtol} ${members} ${input} ${output}`,
    );
    const bytes = readFileSync(output);
    return {
      ...answer,
      outputs5: new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
    };
  }

  /** Largest |y| of every species over all output times of the last single run. */
  async peaks(): Promise<Float64Array> {
    return Float64Array.from((await this.#ask<{ peaks: number[] }>("peaks")).peaks);
  }

  version(): Promise<Readonly<Record<string, string>>> {
    return this.#ask("version");
  }

  end(): void {
    this.#child.stdin!.end();
  }

  #send(line: string): void {
    this.#child.stdin!.write(`${line}\n`);
  }

  #ask<T>(line: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const failed = (): void => reject(new Error("the CVODE process ended"));
      this.#child.once("exit", failed);
      this.#waiting.push((text) => {
        this.#child.off("exit", failed);
        resolve(JSON.parse(text) as T);
      });
      this.#send(line);
    });
  }
}

/** Where the built parts of a model are. */
export interface Built {
  readonly program: string;
  readonly library: string;
}

/** Writes and compiles the C of a model; once per source. */
export function build(model: EngineModel): Built {
  const place = join(folder, "c");
  mkdirSync(place, { recursive: true });
  const initial = model.species.map((s) => s.initial);
  const code = cCode(toEquations(model), initial, model.parameters);
  const harness = readFileSync(new URL("./cvode.c", import.meta.url), "utf8");
  const [source, stamp] = [join(place, `${model.name}.c`), join(place, `${model.name}.stamp`)];
  const built = { program: join(place, model.name), library: join(place, `${model.name}.so`) };
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === code + harness;
  if (!fresh) {
    writeFileSync(source, code);
    buildC(source, built.program, built.library);
    writeFileSync(stamp, code + harness);
  }
  return built;
}

/**
 * The reference of a model: CVODE-KLU at rtol 1e-12 (1e-10 where round-off stalls it), peaks from itself after a
 * pilot, kept on disk.
 */
export async function reference(model: EngineModel, grid: Grid, cvode: Cvode): Promise<Reference> {
  const place = join(folder, `reference-${model.name}.json`);
  const key = JSON.stringify([model, [...grid.times]]);
  if (existsSync(place)) {
    const kept = JSON.parse(readFileSync(place, "utf8")) as {
      key: string;
      outputs5: number[];
      ymax: number[];
    };
    if (kept.key === key)
      return { outputs5: Float64Array.from(kept.outputs5), ymax: Float64Array.from(kept.ymax) };
  }
  const rtol = ["fenton", "e5"].includes(model.name) ? 1e-10 : 1e-12;
  const n = model.species.length;
  const run = (atol: Float64Array, r: number): Promise<Runs> => cvode.single("klu", r, atol, 1, 1);
  await run(new Float64Array(n).fill(model.name === "e5" ? 1e-30 : 1e-18), 1e-8);
  const answer = await run(absoluteTolerances(model.name, rtol, scales(await cvode.peaks())), rtol);
  if (answer.status !== "done") throw new Error(`no reference for ${model.name}: ${answer.status}`);
  const found = { outputs5: answer.outputs5, ymax: scales(await cvode.peaks()) };
  writeFileSync(place, JSON.stringify({ key, outputs5: [...found.outputs5], ymax: [...found.ymax] }));
  return found;
}
