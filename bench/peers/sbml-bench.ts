import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import type { Simulated } from "kation/study";
import { python, root } from "./environment.mjs";
import { errorNorm, type Reference, scales } from "./models.ts";
import { five, type Opened, open, times } from "./sbml-models.ts";
import type { SbmlTable } from "./sbml-report.ts";
import { type Row, timeFor } from "./work-precision.ts";

/** What a folder of SBML models gave. */
export interface SbmlResults extends SbmlTable {
  readonly versions: Readonly<Record<string, string>>;
}

/** Error at which times are compared. */
const ERROR = 1e-4;
/** References of two tools further apart than this are no reference. */
const AGREE = 1e-5;
const SHARE = 1e-3;

const ladders: Readonly<Record<string, readonly number[]>> = {
  Kation: Array.from({ length: 15 }, (_, k) => 10 ** (-1 - k / 2)),
  libRoadRunner: Array.from({ length: 15 }, (_, k) => 10 ** (-2 - k / 2)),
  COPASI: [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9],
};

type Job = Readonly<Record<string, unknown>>;
type Table = readonly (readonly (number | null)[])[];
type Answer = { fault?: string; us?: number[]; once?: number; ms?: number; table?: Table } & Record<
  string,
  unknown
>;

/** A process that answers requests line by line. */
class Peer {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(command: string, args: readonly string[]) {
    this.#process = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "ignore"] });
    this.#lines = createInterface({ input: this.#process.stdout! })[Symbol.asyncIterator]();
  }

  async ask(job: Job): Promise<Answer> {
    this.#process.stdin!.write(`${JSON.stringify(job)}\n`);
    const line = await this.#lines.next();
    return line.done ? { fault: "the process ended" } : (JSON.parse(line.value) as Answer);
  }

  end(): void {
    this.#process.stdin!.end();
  }
}

const startPython = (): Peer => new Peer(python, [join(root, "bench", "peers", "sbml.py")]);
/** Without the condition for sources: the package as it is built for its users, as the peers' are. */
const startKation = (): Peer =>
  new Peer(process.execPath, ["--import", "tsx", join(root, "bench", "peers", "sbml-first.ts")]);

/** Builds the package. */
function build(): void {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
}

/** One model ready to be timed. */
interface Prepared {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly opened: Opened;
  readonly peaks: Float64Array;
  readonly theirs: Readonly<Record<string, number>>;
  readonly reference: Reference;
  /** Columns that are numbers in the reference. */
  readonly kept: readonly number[];
}

/** Rows of the five times, columns that are kept. */
function pick(table: Table, kept: readonly number[]): Float64Array {
  return Float64Array.from(five.flatMap((k) => kept.map((j) => table[k]![j] ?? Number.NaN)));
}

function own({ simulator }: Opened, rtol: number, atol: number | Float64Array): Table | string {
  const run = simulator.run({ times: Float64Array.from(times), rtol, atol, maxSteps: 2_000_000 });
  if (run.status !== "done") return run.message;
  const width = run.columns.length;
  return times.map((_, i) => [...run.values.subarray(i * width, (i + 1) * width)]);
}

const tolerances = (peaks: Float64Array, rtol: number): Float64Array => peaks.map((p) => SHARE * rtol * p);
const theirTolerances = (peaks: Readonly<Record<string, number>>, rtol: number): Record<string, number> =>
  Object.fromEntries(Object.entries(peaks).map(([id, p]) => [id, SHARE * rtol * p]));

/** Opens a model in Kation and libRoadRunner and finds the reference, or says why there is none. */
async function prepare(name: string, file: string, peer: Peer): Promise<Prepared | string> {
  const text = readFileSync(file, "utf8");
  let opened: Opened;
  try {
    opened = open(text);
  } catch (error) {
    return `Kation: ${(error as Error).message.split("\n")[0]}`;
  }
  const pilot = opened.simulator.run({
    times: Float64Array.from(times),
    rtol: 1e-8,
    atol: 1e-14,
    states: true,
  });
  if (pilot.status !== "done") return `Kation: ${pilot.message}`;
  const n = opened.simulator.states.length;
  const peaks = new Float64Array(n);
  pilot.states.forEach((y, k) => {
    peaks[k % n] = Math.max(peaks[k % n]!, Math.abs(y));
  });
  const scaled = scales(peaks);
  const { columns } = opened;
  const loaded = await peer.ask({ do: "load", tool: "roadrunner", text, columns, times });
  if (loaded.fault) return `libRoadRunner: ${loaded.fault}`;
  const theirs = loaded["peaks"] as Record<string, number>;
  let exact: Answer = {};
  for (const rtol of [1e-11, 1e-10, 1e-9]) {
    const atol = theirTolerances(theirs, rtol);
    exact = await peer.ask({ do: "run", rtol, atol, repeats: 0, budgetUs: 0, table: true });
    if (!exact.fault) break;
  }
  if (exact.fault) return `libRoadRunner: ${exact.fault}`;
  const ours = own(opened, 1e-11, tolerances(scaled, 1e-11));
  if (typeof ours === "string") return `Kation: ${ours}`;
  const table = exact.table!;
  const kept = columns.flatMap((_, j) => (table.every((row) => row[j] !== null) ? [j] : []));
  const ymax = scales(
    Float64Array.from(kept, (j) => Math.max(...table.map((row) => Math.abs(row[j] as number)))),
  );
  const reference = { outputs5: pick(table, kept), ymax };
  const apart = errorNorm(pick(ours, kept), reference);
  if (!(apart <= AGREE))
    return `the tightest runs of Kation and libRoadRunner differ by ${apart.toPrecision(2)}`;
  return { name, file, text, opened, peaks: scaled, theirs, reference, kept };
}

/** A way to run a tool at one tolerance: times in µs, and the table when asked for. */
interface Setting {
  readonly tool: string;
  readonly rtol: number;
  readonly us: number[];
  error: number;
  run(repeats: number, budgetUs: number): Promise<readonly number[]>;
}

function kationSetting({ opened, peaks, reference, kept }: Prepared, rtol: number): Setting {
  const atol = tolerances(peaks, rtol);
  const options = { times: Float64Array.from(times), rtol, atol, maxSteps: 2_000_000 };
  let latest: Simulated | undefined;
  // Every tool writes over its own table, run after run.
  const once = (): number => {
    const start = performance.now();
    latest = opened.simulator.run(options, latest);
    return 1000 * (performance.now() - start);
  };
  const table = own(opened, rtol, atol);
  return {
    tool: "Kation",
    rtol,
    us: [],
    error: typeof table === "string" ? Number.NaN : errorNorm(pick(table, kept), reference),
    run: async (repeats, budgetUs) => {
      const us: number[] = [];
      for (let spent = 0; us.length < repeats && spent < budgetUs; spent += us.at(-1)!) us.push(once());
      return us;
    },
  };
}

async function peerSetting(
  tool: string,
  peer: Peer,
  { theirs, reference, kept }: Prepared,
  rtol: number,
  size: number,
): Promise<Setting> {
  const job = { do: "run", rtol, atol: theirTolerances(theirs, rtol), size: SHARE * rtol * size };
  const first = await peer.ask({ ...job, repeats: 0, budgetUs: 0, table: true });
  return {
    tool,
    rtol,
    us: [],
    error: first.fault ? Number.NaN : errorNorm(filled(pick(first.table!, kept), reference), reference),
    run: async (repeats, budgetUs) => (await peer.ask({ ...job, repeats, budgetUs })).us ?? [],
  };
}

/** Columns that a tool leaves out since nothing moves them, as the reference has them. */
function filled(found: Float64Array, { outputs5, ymax }: Reference): Float64Array {
  const n = ymax.length;
  const still = (k: number): boolean =>
    five.every((_, row) => outputs5[row * n + (k % n)] === outputs5[k % n]);
  return found.map((value, k) => (Number.isNaN(value) && still(k) ? outputs5[k]! : value));
}

/** Those of a tool's settings that may lie around the error: the two rungs on each side of it, and the cheapest. */
function around(settings: readonly Setting[]): readonly Setting[] {
  const good = settings.findIndex((s) => s.error <= ERROR);
  if (good < 0) return [];
  return settings.filter((s, i) => i >= good - 2 && i <= good + 2 && Number.isFinite(s.error));
}

/** Times of one model's tools at the error, in turn. */
async function steady(
  model: Prepared,
  roadrunner: Peer,
  copasi: Peer | undefined,
  rounds: number,
): Promise<{ rows: Row[]; atError: Record<string, number> }> {
  const ladder = (tool: string): readonly number[] => ladders[tool]!;
  const settings: Setting[] = [...around(ladder("Kation").map((rtol) => kationSetting(model, rtol)))];
  const loosest = { Kation: settings.find((s) => s.error <= ERROR)?.rtol ?? 1e-6, libRoadRunner: 1e-6 };
  const theirs: Setting[] = [];
  for (const rtol of ladder("libRoadRunner"))
    theirs.push(await peerSetting("libRoadRunner", roadrunner, model, rtol, 0));
  loosest.libRoadRunner = theirs.find((s) => s.error <= ERROR)?.rtol ?? 1e-6;
  settings.push(...around(theirs));
  if (copasi) {
    const peaks = [...model.reference.ymax].sort((a, b) => a - b);
    for (const size of [peaks.at(-1)!, peaks[peaks.length >> 1]!, peaks[0]!]) {
      const scale: Setting[] = [];
      for (const rtol of ladder("COPASI")) scale.push(await peerSetting("COPASI", copasi, model, rtol, size));
      settings.push(...around(scale));
    }
  }
  // Nobody pays for a compiler that is still warming up.
  for (const s of settings) if (s.tool === "Kation") await s.run(60, 3e5);
  for (let round = 0; round < rounds; round++)
    for (const s of settings) s.us.push(...(await s.run(20, 25_000)));
  const rows = settings.map((s): Row => {
    const sorted = s.us.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    const { tool, rtol, error, us } = s;
    const spread = { us: at(0.5), low: at(0.25), high: at(0.75), runs: us.length };
    return { tool, model: model.name, rtol, error, ...spread, steps: null, status: "done" };
  });
  return { rows, atError: loosest };
}

/** Everything about a folder with `models/*.xml`. */
export async function measureSbml(
  folder: string,
  { quick, only }: { readonly quick: boolean; readonly only: readonly string[] | undefined },
): Promise<SbmlResults> {
  const place = existsSync(join(folder, "models")) ? join(folder, "models") : folder;
  const files = readdirSync(place)
    .filter((f) => f.endsWith(".xml") && (!only || only.includes(basename(f, ".xml"))))
    .sort();
  const [roadrunner, copasi] = [startPython(), startPython()];
  const versions = (await roadrunner.ask({ do: "versions" })) as unknown as Record<string, string>;
  const excluded: string[] = [];
  const found: { model: Prepared; us: Record<string, number | null>; rtol: Record<string, number> }[] = [];
  for (const file of files) {
    const name = basename(file, ".xml");
    const model = await prepare(name, join(place, file), roadrunner);
    if (typeof model === "string") {
      excluded.push(`${name}: ${model}`);
      continue;
    }
    const { text, opened } = model;
    const { columns } = opened;
    const loaded = await copasi.ask({ do: "load", tool: "copasi", text, columns, times });
    if (loaded.fault) excluded.push(`${name}: COPASI: ${loaded.fault}`);
    const { rows, atError } = await steady(
      model,
      roadrunner,
      loaded.fault ? undefined : copasi,
      quick ? 1 : 3,
    );
    const us = Object.fromEntries(
      ["Kation", "libRoadRunner", "COPASI"].map((tool) => {
        const time = timeFor(
          rows.filter((r) => r.tool === tool),
          ERROR,
        );
        if (time === null && !(tool === "COPASI" && loaded.fault))
          excluded.push(`${name}: ${tool} does not reach an error of ${ERROR}`);
        return [tool, time];
      }),
    );
    found.push({ model, us, rtol: atError });
    console.log(
      `${name}: ${Object.values(us)
        .map((t) => t?.toPrecision(3) ?? "–")
        .join(" ")} µs`,
    );
  }
  roadrunner.end();
  copasi.end();
  build();
  const first = await firstTrajectories(found, quick ? 1 : 3);
  const ratio = (a: number | null | undefined, b: number | null | undefined): number | null =>
    a && b ? a / b : null;
  const models = found.map(({ model, us }) => {
    const firstMs = first.get(model.name)!;
    return {
      model: model.name,
      states: model.peaks.length,
      hybrid: model.opened.simulator.because ?? null,
      roadrunner_steady: ratio(us["libRoadRunner"], us["Kation"]),
      copasi_steady: ratio(us["COPASI"], us["Kation"]),
      roadrunner_first: ratio(firstMs["libRoadRunner"], firstMs["Kation"]),
      us,
      firstMs,
    };
  });
  return { models, excluded, versions };
}

/**
 * Milliseconds from the bytes of a file to its first trajectory, in processes that have opened other files before: each round
 * has new processes, which know no model, and begins elsewhere in the list; the tools take turns at each model.
 */
async function firstTrajectories(
  found: readonly { readonly model: Prepared; readonly rtol: Readonly<Record<string, number>> }[],
  rounds: number,
): Promise<ReadonlyMap<string, Record<string, number | null>>> {
  const ms = new Map(found.map(({ model }) => [model.name, { Kation: [], libRoadRunner: [] } as Lists]));
  for (let round = 0; round < rounds; round++) {
    const [ours, theirs] = [startKation(), startPython()];
    await theirs.ask({ do: "versions" });
    const from = Math.floor((round * found.length) / rounds);
    for (const { model, rtol } of [...found.slice(from), ...found.slice(0, from)]) {
      const { file, opened, peaks } = model;
      const [mine, other] = [rtol["Kation"]!, rtol["libRoadRunner"]!];
      const a = await ours.ask({ file, times, rtol: mine, own: [...tolerances(peaks, mine)] });
      const b = await theirs.ask({
        do: "first",
        file,
        times,
        columns: opened.columns,
        rtol: other,
        atol: theirTolerances(model.theirs, other),
      });
      if (a.ms !== undefined) ms.get(model.name)!.Kation.push(a.ms);
      if (b.ms !== undefined) ms.get(model.name)!.libRoadRunner.push(b.ms);
    }
    ours.end();
    theirs.end();
    console.log(`first trajectories: round ${round + 1} of ${rounds}`);
  }
  const median = (list: number[]): number | null => list.sort((a, b) => a - b)[list.length >> 1] ?? null;
  return new Map([...ms].map(([name, lists]) => [name, mapped(lists, median)]));
}

type Lists = Record<"Kation" | "libRoadRunner", number[]>;

function mapped(lists: Lists, each: (list: number[]) => number | null): Record<string, number | null> {
  return Object.fromEntries(Object.entries(lists).map(([tool, list]) => [tool, each(list)]));
}
