import type { Intervention, MachineCode, Program, SolveStatus } from "#solve";

/**
 * The unit of work: one program, one row of parameters (one world), several runs that share its resting state.
 * A group's outcome depends on nothing outside it, whatever worker carries it and in whatever order.
 */
export interface Group {
  readonly program: number;
  /** Parameter values, base units, length `programs[program].shape.parameters`. */
  readonly parameters: Float64Array;
  readonly runs: readonly Run[];
}

/** One run of a group: what is done to it and when. */
export interface Run {
  readonly schedule?: readonly Intervention[];
  /** Start state instead of the group's rest or the initial state. */
  readonly start?: Float64Array;
}

/** Work to be carried: programs, groups of runs, and how exactly. */
export interface Batch {
  readonly programs: readonly Program[];
  readonly groups: readonly Group[];
  /** Report times, s, common to all runs. */
  readonly times: Float64Array;
  /** Integrate this long without interventions before t = 0, s; 0 starts from the initial state. */
  readonly settle: number;
  readonly rtol: number;
  /** Absolute tolerances per program, one per state. */
  readonly atol: readonly Float64Array[];
  readonly maxSteps: number;
}

/** A batch as workers get it: modules instead of programs, parameters in one piece, and what to take at a time. */
export interface Job extends Omit<Batch, "programs" | "groups"> {
  readonly programs: readonly JobProgram[];
  readonly groups: readonly Omit<Group, "parameters">[];
  /** Parameters of all groups, in shared memory where there is any: sent to workers they are not copied. */
  readonly parameters: Float64Array;
  /** Where the parameters of each group begin, and one behind the last. */
  readonly places: Float64Array;
  /** First group of each piece of work, and one behind the last. */
  readonly pieces: Int32Array;
}

/** A program as workers get it. */
export interface JobProgram {
  readonly code: MachineCode;
  /** Name of the method that the code is written for. */
  readonly method: string;
  /** 0 for states that are counters, 1 for the others. */
  readonly restWeight: Float64Array;
}

/** How a run ended: as the solver says, or `crashed` when its kernel threw or its worker died. */
export type RunStatus = SolveStatus | "crashed";

/** One row per run, in the order of groups and of runs inside them. */
export interface BatchResult {
  readonly runs: number;
  readonly times: Float64Array;
  /** Row-major runs × times × observables of that run's program; `offsets[run]` is where a run starts. */
  readonly observed: Float64Array;
  readonly offsets: Float64Array;
  readonly status: readonly RunStatus[];
  readonly steps: Int32Array;
  /**
   * How far each group was from rest before its first intervention: the largest share by which one of its states would
   * move over the length of a run. NaN where no rest was looked for or found.
   */
  readonly drift: Float64Array;
  /** Sentence of a failure, by run index. */
  readonly messages: ReadonlyMap<number, string>;
}

/** How far the work is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Runs per second. */
  readonly rate: number;
  readonly secondsLeft: number;
  /** One line for a person: `1200/14400 runs · 310/s · 43 s left`. */
  readonly text: string;
}

/** How a batch is carried. */
export interface CarryOptions {
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}
