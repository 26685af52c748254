import { Consistent } from "../consistent.ts";
import { sentence } from "../status.ts";
import type { Intervention, Kernel, Shape, SolveStatus } from "../types.ts";
import { endings } from "./context.ts";
import { ENTRY_BYTES, type Layout, MEMBER_BYTES } from "./layout.ts";

/** Functions that a module exports, with its memory. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  run(): void;
  prepare(lane: number): void;
  initial(lane: number): void;
  evaluate(): void;
}

/** A module with what must be known to use it; it can be sent to a worker. */
export interface MachineCode {
  readonly module: WebAssembly.Module;
  readonly shape: Shape;
  readonly layout: Layout;
}

/** One run of a job. */
export interface Member {
  /** Parameter values, base units. */
  readonly parameters: Float64Array;
  /** Start state; the initial state when absent. */
  readonly start?: Float64Array;
  readonly schedule?: readonly Intervention[];
}

/** What is common to the members of a job. */
export interface JobOptions {
  readonly t0: number;
  readonly tEnd: number;
  /** Times to report, ascending. */
  readonly times: Float64Array;
  readonly rtol: number;
  readonly atol: number | Float64Array;
  readonly maxSteps: number;
  readonly hMax?: number | undefined;
  readonly lookEvery?: number | undefined;
  readonly hStart?: number | undefined;
  readonly hFixed?: number | undefined;
  readonly fireAtStart?: boolean | undefined;
  /** Look for rest over this time, s, and stop there; states with 0 in `restWeight` need not come to it. */
  readonly restTime?: number | undefined;
  readonly restWeight?: Float64Array | undefined;
}

/** Where results go; what is absent is not kept. */
export interface Destination {
  /** times × observables of a member. */
  observed?(member: number): Float64Array;
  /**
   * The same in place of `observed` for a job of one member, in the machine's own memory and only up to where they go: to be
   * copied at once.
   */
  readonly copied?: ((found: Float64Array) => void) | undefined;
  /** times × n of a member. */
  readonly states?: ((member: number) => Float64Array) | undefined;
  /** State at its end. */
  readonly end?: ((member: number) => Float64Array) | undefined;
  /** Called once its results are where they go. */
  outcome(member: number, outcome: Outcome): void;
  fired?(member: number, event: number, t: number): void;
}

/** How a member ended. */
export interface Outcome {
  readonly status: SolveStatus;
  /** A sentence on a failure, empty when done. */
  readonly message: string;
  readonly steps: number;
  readonly rejected: number;
  readonly evaluations: number;
  readonly tEnd: number;
  /** Distance from rest, in units of what was asked; where rest was looked for. */
  readonly rest: number;
}

/** A member that needs a factorisation with exchanges. */
export interface Weak {
  readonly member: number;
  readonly fired: number;
}

/** Results of this many bytes are gathered before they are handed over. */
const CHUNK = 1 << 21;

/** An instance of a model's module: runs members, one after the other or two side by side. */
export class Machine {
  readonly shape: Shape;
  readonly #layout: Layout;
  readonly #exports: Exports;
  #floats: Float64Array;
  #ints: Int32Array;
  #view: Float64Array | undefined;
  #options: JobOptions | undefined;
  #first = 0;
  #destination: Destination | undefined;
  #weak: Weak[] = [];
  readonly #told = new Map<number, number>();
  readonly #sentences = new Map<number, string>();
  readonly #faults = new Map<number, string>();

  constructor({ module, shape, layout }: MachineCode) {
    this.shape = shape;
    this.#layout = layout;
    const instance = new WebAssembly.Instance(module, {
      host: {
        consistent: (lane: number) => this.#consistent(lane),
        fired: (lane: number, event: number) => this.#fired(lane, event),
        failed: (lane: number, ending: number) => this.#failed(lane, ending),
      },
    });
    this.#exports = instance.exports as unknown as Exports;
    this.#floats = new Float64Array(this.#exports.memory.buffer);
    this.#ints = new Int32Array(this.#exports.memory.buffer);
  }

  /**
   * Runs all members; how each ended, and its results, go to the destination.
   *
   * @returns members whose matrices cannot be factorised without exchanges, left out of the destination, with the
   *          number of their events that have been told
   */
  run(members: readonly Member[], options: JobOptions, to: Destination): readonly Weak[] {
    this.#weak = [];
    const { n, observables, parameters } = this.shape;
    const rows = options.times.length;
    if (members.length === 1) {
      this.#chunk(members, 0, 1, options, to);
      return this.#weak;
    }
    const perMember =
      MEMBER_BYTES +
      8 * (parameters + 2 * n) +
      8 * rows * ((to.observed ? observables : 0) + (to.states ? n : 0));
    const size = Math.max(2, Math.floor(CHUNK / perMember));
    for (let from = 0; from < members.length; from += size)
      this.#chunk(members, from, Math.min(size, members.length - from), options, to);
    return this.#weak;
  }

  /** Members `from` … `from` + `count`: all they need into memory, the step loop, what they left out of it. */
  #chunk(
    members: readonly Member[],
    from: number,
    count: number,
    options: JobOptions,
    to: Destination,
  ): void {
    const { n, observables, parameters } = this.shape;
    const { host, heap } = this.#layout;
    const rows = options.times.length;
    // Rows of numbers, one after the other, each as long as all members need.
    const table = heap / 8;
    const times = table + (count * MEMBER_BYTES) / 8;
    const dump = times + rows;
    const values = dump + Math.max(n, observables);
    const starts = values + count * parameters;
    const ends = starts + count * n;
    const states = ends + (to.end ? count * n : 0);
    const observed = states + (to.states ? count * rows * n : 0);
    const schedules = observed + (to.observed || to.copied ? count * rows * observables : 0);
    const planned = this.#schedules(members, from, count, schedules);
    this.#reserve(8 * (schedules + (planned?.numbers ?? 0)));
    const floats = this.#floats;
    const ints = this.#ints;
    floats.set(options.times, times);
    if (planned) for (const { at, entries } of planned.places.values()) this.#writeSchedule(at, entries);
    for (let i = 0; i < count; i++) {
      const { parameters: own, start, schedule } = members[from + i]!;
      const place = values + i * parameters;
      floats.set(own, place);
      if (start) floats.set(start, starts + i * n);
      const entry = 2 * table + (i * MEMBER_BYTES) / 4;
      const plan = schedule && planned?.places.get(schedule);
      ints[entry] = 8 * place;
      ints[entry + 1] = start ? 8 * (starts + i * n) : 0;
      ints[entry + 2] = plan ? 8 * plan.at : 0;
      ints[entry + 3] = plan ? 8 * plan.at + ENTRY_BYTES * plan.entries.length : 0;
      ints[entry + 4] = to.states ? 8 * (states + i * rows * n) : 0;
      ints[entry + 5] = to.observed || to.copied ? 8 * (observed + i * rows * observables) : 0;
      ints[entry + 6] = to.end ? 8 * (ends + i * n) : 0;
      ints[entry + 7] = 0;
      floats[entry / 2 + 7] = Number.NaN;
    }
    this.#setOptions(options);
    this.#options = options;
    ints[host.members / 4] = 8 * table;
    ints[host.count / 4] = count;
    ints[host.next / 4] = 0;
    ints[host.times / 4] = 8 * times;
    ints[host.timesEnd / 4] = 8 * (times + rows);
    ints[host.dump / 4] = 8 * dump;
    ints[host.fresh / 4] = 0;
    this.#first = from;
    this.#destination = to;
    if (this.#sentences.size > 0) this.#sentences.clear();
    if (this.#told.size > 0) this.#told.clear();
    this.#exports.run();
    for (let i = 0; i < count; i++) {
      const entry = 2 * table + (i * MEMBER_BYTES) / 4;
      const written = ints[entry + 11]!;
      const status = statusOf(endings[ints[entry + 7]!]!);
      if (status === undefined) {
        this.#weak.push({ member: from + i, fired: this.#told.get(i) ?? 0 });
        continue;
      }
      if (to.copied) to.copied(this.#viewOf(observed, written * observables));
      else if (to.observed)
        hand(floats, observed + i * rows * observables, to.observed(from + i), written * observables);
      if (to.states) hand(floats, states + i * rows * n, to.states(from + i), written * n);
      if (to.end) hand(floats, ends + i * n, to.end(from + i), n);
      to.outcome(from + i, {
        status,
        message: this.#sentences.get(i) ?? "",
        steps: ints[entry + 8]!,
        rejected: ints[entry + 9]!,
        evaluations: ints[entry + 10]!,
        tEnd: floats[entry / 2 + 6]!,
        rest: floats[entry / 2 + 7]!,
      });
    }
  }

  /** Numbers of the memory as they stand there; run after run looks at the same. */
  #viewOf(from: number, count: number): Float64Array {
    const place = this.#floats.byteOffset + 8 * from;
    if (this.#view?.length !== count || this.#view.byteOffset !== place)
      this.#view = this.#floats.subarray(from, from + count);
    return this.#view;
  }

  /** Where the schedules of members go, each once, from a place on; nothing when there are none. */
  #schedules(
    members: readonly Member[],
    from: number,
    count: number,
    at: number,
  ): { places: ReadonlyMap<readonly Intervention[], Planned>; numbers: number } | undefined {
    let places: Map<readonly Intervention[], Planned> | undefined;
    let next = at;
    for (let i = 0; i < count; i++) {
      const { schedule } = members[from + i]!;
      if (!schedule || schedule.length === 0 || places?.has(schedule)) continue;
      places ??= new Map();
      const entries = flatten(schedule);
      places.set(schedule, { at: next, entries });
      next += (entries.length * ENTRY_BYTES) / 8;
    }
    return places && { places, numbers: next - at };
  }

  #writeSchedule(at: number, entries: readonly Entry[]): void {
    entries.forEach((entry, k) => {
      const place = at + (k * ENTRY_BYTES) / 8;
      this.#floats[place] = entry.t;
      this.#floats[place + 1] = entry.value;
      this.#ints[2 * place + 4] = entry.what;
      this.#ints[2 * place + 5] = entry.which;
    });
  }

  #reserve(bytes: number): void {
    const { memory } = this.#exports;
    if (bytes <= memory.buffer.byteLength) return;
    memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / 65536));
    this.#floats = new Float64Array(memory.buffer);
    this.#ints = new Int32Array(memory.buffer);
    this.#view = undefined;
  }

  #setOptions(options: JobOptions): void {
    const { n } = this.shape;
    const layout = this.#layout;
    const { host, lanes } = layout;
    const [floats, ints] = [this.#floats, this.#ints];
    floats[host.t0 / 8] = options.t0;
    floats[host.tEnd / 8] = options.tEnd;
    floats[host.rtol / 8] = options.rtol;
    floats[host.hMax / 8] = options.hMax ?? Infinity;
    floats[host.lookEvery / 8] = options.lookEvery ?? Infinity;
    floats[host.hStart / 8] = options.hStart ?? 0;
    floats[host.hFixed / 8] = options.hFixed ?? 0;
    floats[host.restTime / 8] = options.restTime ?? 0;
    ints[host.maxSteps / 4] = Math.min(options.maxSteps, 2 ** 31 - 1);
    ints[host.fireAtStart / 4] = options.fireAtStart ? 1 : 0;
    const { atol, restWeight } = options;
    const [first, end] = [layout.atol / 8, layout.atol / 8 + n * lanes];
    // Padding has an error of 0/1.
    for (let i = end; i < (layout.atol + layout.size) / 8; i++) floats[i] = 1;
    for (let i = 0, at = first; i < n; i++)
      for (let l = 0; l < lanes; l++)
        floats[at++] = Math.max(typeof atol === "number" ? atol : atol[i]!, FLOOR);
    // Nobody looks at these without a time to rest.
    if (options.restTime)
      for (let i = 0, at = layout.restWeight / 8; i < n; i++)
        for (let l = 0; l < lanes; l++) floats[at++] = restWeight ? restWeight[i]! : 1;
  }

  /** A vector of states of one lane. */
  #read(base: number, lane: number, count: number): Float64Array {
    const { lanes } = this.#layout;
    const out = new Float64Array(count);
    for (let i = 0; i < count; i++) out[i] = this.#floats[(base + lane) / 8 + i * lanes]!;
    return out;
  }

  #write(base: number, lane: number, values: Float64Array): void {
    const { lanes } = this.#layout;
    for (let i = 0; i < values.length; i++) this.#floats[(base + lane) / 8 + i * lanes] = values[i]!;
  }

  #member(lane: number): number {
    return this.#ints[(this.#layout.lane.member + lane) / 4]!;
  }

  /** Makes the algebraic states of a lane satisfy their equations. */
  #consistent(lane: number): number {
    const layout = this.#layout;
    const { rtol, atol } = this.#options!;
    const t = this.#floats[(layout.lane.t + lane) / 8]!;
    const y = this.#read(layout.y, lane, this.shape.n);
    const fault = new Consistent(this.#laneKernel(lane), new Float64Array(0), rtol, atol).find(t, y);
    this.#write(layout.y, lane, y);
    this.#ints[layout.host.fresh / 4] = 0;
    if (fault === undefined) return 0;
    this.#faults.set(this.#member(lane), fault);
    return 1;
  }

  /** Rates and Jacobian of one lane as a kernel has them. */
  #laneKernel(lane: number): Kernel {
    const { n, pattern, mass } = this.shape;
    const layout = this.#layout;
    const at = (t: number, y: Float64Array): void => {
      this.#write(layout.y, lane, y);
      // Other lanes are evaluated as well and may yet look at it: at their own time, not at that of their last stage.
      for (let other = 0; other < 8 * layout.lanes; other += 8)
        this.#floats[(layout.lane.stageTime + other) / 8] =
          other === lane ? t : this.#floats[(layout.lane.t + other) / 8]!;
      this.#exports.evaluate();
    };
    const known: Partial<Kernel> = {
      n,
      pattern,
      ...(mass && { mass }),
      rates: (t, y, _c, out) => {
        at(t, y);
        out.set(this.#read(layout.f0, lane, n));
      },
      jacobian: (t, y, _c, out) => {
        at(t, y);
        out.set(this.#read(layout.jac, lane, pattern.columns.length));
      },
    };
    return known as Kernel;
  }

  #fired(lane: number, event: number): void {
    const t = this.#floats[(this.#layout.lane.t + lane) / 8]!;
    const member = this.#member(lane);
    this.#told.set(member, (this.#told.get(member) ?? 0) + 1);
    this.#destination?.fired?.(this.#first + member, event, t);
  }

  #failed(lane: number, ending: number): void {
    const status = statusOf(endings[ending]!);
    if (status !== undefined)
      this.#sentences.set(this.#member(lane), this.#sentence(lane, endings[ending]!, status));
  }

  /** What to say of a failure: time, step size and the state to look at, and what to try. */
  #sentence(lane: number, ending: (typeof endings)[number], status: SolveStatus): string {
    const number = (name: keyof Layout["lane"]): number =>
      this.#floats[(this.#layout.lane[name] + lane) / 8]!;
    if (status === "done") return "";
    const more = {
      "events-crowd": "events crowd together at one time",
      "event-repeats": "an event keeps firing at one time",
      "too-many-steps": `${this.#options!.maxSteps} steps`,
      "inconsistent-start": this.#faults.get(this.#member(lane)),
    }[ending as string];
    return sentence(status, { t: number("t"), h: number("h"), state: this.#worst(lane) }, more);
  }

  /** The state that is not finite, or else has the largest error in the last trial. */
  #worst(lane: number): number {
    const { n, pattern } = this.shape;
    const layout = this.#layout;
    const y = this.#read(layout.y, lane, n);
    const f = this.#read(layout.f0, lane, n);
    const lost = y.findIndex((value, i) => !Number.isFinite(value) || !Number.isFinite(f[i]));
    if (lost >= 0) return lost;
    const jac = this.#read(layout.jac, lane, pattern.columns.length);
    const entry = jac.findIndex((value) => !Number.isFinite(value));
    if (entry >= 0) return pattern.starts.findIndex((start) => start > entry) - 1;
    const trial = this.#read(layout.u.at(-1)!, lane, n);
    // Before any trial, the fastest state.
    const e =
      this.#ints[(layout.lane.steps + lane) / 4]! + this.#ints[(layout.lane.rejected + lane) / 4]! > 0
        ? trial
        : f;
    const atol = this.#read(layout.atol, lane, n);
    let [worst, most] = [0, -1];
    for (let i = 0; i < n; i++) {
      const share = Math.abs(e[i]!) / (atol[i]! + this.#options!.rtol * Math.abs(y[i]!));
      if (!(share <= most)) [worst, most] = [i, share];
      if (Number.isNaN(share)) return i;
    }
    return worst;
  }
}

/** Smallest absolute tolerance: keeps 0/0 out of the norm where state and tolerance are zero. */
const FLOOR = 1e-280;

interface Planned {
  readonly at: number;
  readonly entries: readonly Entry[];
}

/** Numbers that are copied one by one. */
const FEW = 64;

/** Copies what was written to where it is wanted; what was not written is not a number. */
function hand(floats: Float64Array, from: number, to: Float64Array, written: number): void {
  // A few numbers are copied sooner than a view of them is made.
  if (written <= FEW) for (let i = 0; i < written; i++) to[i] = floats[from + i]!;
  else to.set(floats.subarray(from, from + written));
  if (written < to.length) to.fill(Number.NaN, written);
}

interface Entry {
  readonly t: number;
  readonly value: number;
  readonly what: number;
  readonly which: number;
}

/** A schedule as the module reads it: in time, each intervention its settings, their consequences, its events. */
function flatten(schedule: readonly Intervention[]): readonly Entry[] {
  return [...schedule]
    .sort((a, b) => a.t - b.t)
    .flatMap(({ t, set, fire }) => [
      ...(set ?? []).map(({ parameter, value }) => ({ t, value, what: 0, which: parameter })),
      { t, value: 0, what: 2, which: 0 },
      ...(fire ?? []).map((event) => ({ t, value: 0, what: 1, which: event })),
    ]);
}

/** The status of an ending; none where another method has to take over. */
function statusOf(name: (typeof endings)[number]): SolveStatus | undefined {
  switch (name) {
    case "events-crowd":
    case "event-repeats":
      return "step-too-small";
    case "weak-pivot":
    case "running":
      return undefined;
    default:
      return name;
  }
}
