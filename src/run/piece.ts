import { type Destination, Engine, type Method, type Outcome, rodas4, rodas5p } from "#solve";
import { type SharedColumns, statusCodes } from "./shared.ts";
import type { Job, JobProgram } from "./types.ts";

/** Sentences of runs that failed, by run. */
export type Failures = [number, string][];

const methods: readonly Method[] = [rodas4, rodas5p];

/** Engines by program: a worker makes each once. */
const engines = new WeakMap<JobProgram, Engine>();

function engineOf(program: JobProgram): Engine {
  const known = engines.get(program);
  if (known) return known;
  const { code } = program;
  // The method is always given, so nothing is chosen by counts here.
  const operations = { rates: 0, evaluate: 0, factor: 0, solve: 0 };
  const made = new Engine({ shape: code.shape, operations, machine: () => code });
  engines.set(program, made);
  return made;
}

/**
 * Carries one piece of a job: brings its groups to rest, then runs all their schedules from there, each into its
 * columns. All groups of a piece are of one program.
 *
 * @returns sentences of the runs that failed
 */
export function carryPiece(job: Job, piece: number, columns: SharedColumns): Failures {
  const [from, to] = [job.pieces[piece]!, job.pieces[piece + 1]!];
  const failed: Failures = [];
  try {
    new Piece(job, from, to, columns, failed).carry();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    failed.length = 0;
    for (let g = from; g < to; g++)
      failed.push(...markCrashed(columns, g, job.groups[g]!.runs.length, `the kernel threw: ${text}`));
  }
  let runs = 0;
  for (let g = from; g < to; g++) runs += job.groups[g]!.runs.length;
  columns.counted[piece] = 1;
  Atomics.add(columns.counters, 1, runs);
  return failed;
}

/** Gives all runs of a group the status `crashed`, no numbers, and a sentence. */
export function markCrashed(columns: SharedColumns, g: number, runs: number, text: string): Failures {
  const first = columns.firstRun[g]!;
  columns.observed.fill(Number.NaN, columns.offsets[first]!, columns.offsets[first + runs]!);
  columns.status.fill(0, first, first + runs);
  columns.drift[g] = Number.NaN;
  return Array.from({ length: runs }, (_, i) => [first + i, text]);
}

/** One run to be carried: where its results go and what it starts with. */
interface Planned {
  readonly run: number;
  readonly parameters: Float64Array;
  readonly start?: Float64Array;
  readonly schedule?: Job["groups"][number]["runs"][number]["schedule"] & object;
}

class Piece {
  readonly #job: Job;
  readonly #from: number;
  readonly #to: number;
  readonly #columns: SharedColumns;
  readonly #failed: Failures;
  readonly #program: JobProgram;
  readonly #engine: Engine;
  readonly #atol: Float64Array;
  readonly #method: Method;

  constructor(job: Job, from: number, to: number, columns: SharedColumns, failed: Failures) {
    this.#job = job;
    this.#from = from;
    this.#to = to;
    this.#columns = columns;
    this.#failed = failed;
    const { program } = job.groups[from]!;
    this.#program = job.programs[program]!;
    this.#engine = engineOf(this.#program);
    this.#atol = job.atol[program]!;
    this.#method = methods.find((m) => m.name === this.#program.method)!;
  }

  carry(): void {
    const { times, rtol, maxSteps } = this.#job;
    const rests = this.#job.settle > 0 ? this.#settle() : undefined;
    if (!rests) this.#columns.drift.fill(Number.NaN, this.#from, this.#to);
    const planned: Planned[] = [];
    for (let g = this.#from; g < this.#to; g++) {
      const { runs } = this.#job.groups[g]!;
      const parameters = this.#parameters(g);
      const rest = rests?.[g - this.#from];
      if (rests && !rest) continue;
      runs.forEach(({ schedule, start = rest }, i) => {
        planned.push({
          run: this.#columns.firstRun[g]! + i,
          parameters,
          ...(start && { start }),
          ...(schedule && { schedule }),
        });
      });
    }
    const { observed, offsets, status, steps } = this.#columns;
    this.#engine.run(
      planned,
      {
        t0: 0,
        tEnd: times[times.length - 1]!,
        times,
        rtol,
        atol: this.#atol,
        maxSteps,
        method: this.#method,
      },
      {
        observed: (member) => {
          const { run } = planned[member]!;
          return observed.subarray(offsets[run]!, offsets[run + 1]!);
        },
        outcome: (member, outcome) => {
          const { run } = planned[member]!;
          status[run] = statusCodes.indexOf(outcome.status);
          steps[run]! += outcome.steps + outcome.rejected;
          if (outcome.message !== "") this.#failed.push([run, outcome.message]);
        },
      },
    );
    this.#failed.sort(([a], [b]) => a - b);
  }

  /** Brings all groups to rest; where one finds none its runs are marked with why. @returns states by group */
  #settle(): readonly (Float64Array | undefined)[] {
    const { groups, settle, rtol, maxSteps, times } = this.#job;
    const { firstRun, drift, steps } = this.#columns;
    const { n } = this.#program.code.shape;
    const members = groups
      .slice(this.#from, this.#to)
      .map((_, i) => ({ parameters: this.#parameters(this.#from + i) }));
    const rests: (Float64Array | undefined)[] = members.map(() => new Float64Array(n));
    const duration = times.at(-1)! - times[0]!;
    const to: Destination = {
      end: (member) => rests[member]!,
      outcome: (member, outcome) => {
        const g = this.#from + member;
        steps[firstRun[g]!] = outcome.steps + outcome.rejected;
        if (outcome.status === "done") {
          // From units of the tolerance over the time to rest to a share over the length of a run.
          drift[g] = outcome.rest * rtol * (duration / settle);
          return;
        }
        rests[member] = undefined;
        this.#restless(g, outcome);
      },
    };
    this.#engine.run(
      members,
      {
        t0: -settle,
        tEnd: 0,
        times: new Float64Array(0),
        rtol,
        atol: this.#atol,
        maxSteps,
        restTime: settle,
        restWeight: this.#program.restWeight,
        method: this.#method,
      },
      to,
    );
    return rests;
  }

  #parameters(g: number): Float64Array {
    const { parameters, places } = this.#job;
    return parameters.subarray(places[g]!, places[g + 1]!);
  }

  #restless(g: number, { status, message }: Outcome): void {
    const { firstRun, observed, offsets, drift, status: statuses } = this.#columns;
    const [first, last] = [firstRun[g]!, firstRun[g + 1]!];
    observed.fill(Number.NaN, offsets[first]!, offsets[last]!);
    drift[g] = Number.NaN;
    for (let run = first; run < last; run++) {
      statuses[run] = statusCodes.indexOf(status);
      this.#failed.push([run, `no rest before the first dose: ${message}`]);
    }
  }
}
