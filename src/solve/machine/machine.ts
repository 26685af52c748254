import { Consistent } from "../consistent.ts";
import type { Intervention, Kernel, Shape, SolveStatus } from "../types.ts";
import { endings } from "./drive.ts";
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
  readonly hMax?: number;
  readonly hStart?: number;
  readonly hFixed?: number;
  readonly fireAtStart?: boolean;
  /** Look for rest over this time, s, and stop there; states with 0 in `restWeight` need not come to it. */
  readonly restTime?: number;
  readonly restWeight?: Float64Array;
}

/** Where results go; rows by member. */
export interface Destination {
  /** times × observables of a member. */
  readonly observed?: (member: number) => Float64Array;
  /** times × n of a member. */
  readonly states?: (member: number) => Float64Array;
  /** State at its end. */
  readonly end?: (member: number) => Float64Array;
  readonly outcome: (member: number, outcome: Outcome) => void;
  readonly fired?: (member: number, event: number, t: number) => void;
}

/** How a member ended. */
export interface Outcome {
  readonly status: SolveStatus | "weak-pivot";
  /** A sentence on a failure, empty when done. */
  readonly message: string;
  readonly steps: number;
  readonly rejected: number;
  readonly evaluations: number;
  readonly tEnd: number;
  /** Distance from rest, in units of what was asked; where rest was looked for. */
  readonly rest: number;
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
  #options: JobOptions | undefined;
  #first = 0;
  #destination: Destination | undefined;
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

  probe(): unknown {
    return this.#exports;
  }
  /** Runs all members; how each ended, and its results, go to the destination. */
  run(members: readonly Member[], options: JobOptions, destination: Destination): void {
    const { n, observables, parameters } = this.shape;
    const rows = options.times.length;
    const perMember =
      MEMBER_BYTES +
      8 * (parameters + n + (destination.end ? n : 0)) +
      8 * rows * ((destination.observed ? observables : 0) + (destination.states ? n : 0));
    const size = Math.max(2, Math.floor(CHUNK / perMember));
    for (let first = 0; first < members.length; first += size)
      this.#chunk(members.slice(first, first + size), first, options, destination);
  }

  #chunk(members: readonly Member[], first: number, options: JobOptions, destination: Destination): void {
    const { n, observables } = this.shape;
    const layout = this.#layout;
    const { host } = layout;
    const rows = options.times.length;
    const count = members.length;
    const schedules = new Map<readonly Intervention[], { at: number; entries: readonly Entry[] }>();
    let next = layout.heap;
    const take = (numbers: number): number => {
      const at = next;
      next += 8 * numbers;
      return at;
    };
    const table = take((count * MEMBER_BYTES) / 8);
    const times = take(rows);
    const dump = take(observables);
    const places = members.map((member) => {
      let schedule = { at: 0, entries: [] as readonly Entry[] };
      if (member.schedule && member.schedule.length > 0) {
        const known = schedules.get(member.schedule);
        const entries = known?.entries ?? flatten(member.schedule);
        schedule = known ?? { at: take((entries.length * ENTRY_BYTES) / 8), entries };
        schedules.set(member.schedule, schedule);
      }
      return {
        schedule,
        parameters: take(member.parameters.length),
        start: member.start ? take(n) : 0,
        states: destination.states ? take(rows * n) : 0,
        observed: destination.observed ? take(rows * observables) : 0,
        end: destination.end ? take(n) : 0,
      };
    });
    this.#reserve(next);
    const [floats, ints] = [this.#floats, this.#ints];
    floats.set(options.times, times / 8);
    for (const { at, entries } of schedules.values()) {
      entries.forEach((entry, k) => {
        const place = (at + k * ENTRY_BYTES) / 8;
        floats[place] = entry.t;
        floats[place + 1] = entry.value;
        ints[2 * place + 4] = entry.what;
        ints[2 * place + 5] = entry.which;
      });
    }
    members.forEach((member, i) => {
      const place = places[i]!;
      const { at, entries } = place.schedule;
      floats.set(member.parameters, place.parameters / 8);
      if (member.start) floats.set(member.start, place.start / 8);
      ints.set(
        [
          place.parameters,
          place.start,
          at,
          at + entries.length * ENTRY_BYTES,
          place.states,
          place.observed,
          place.end,
          0,
        ],
        (table + i * MEMBER_BYTES) / 4,
      );
      floats[(table + i * MEMBER_BYTES) / 8 + 7] = Number.NaN;
      for (const [from, length] of [
        [place.states, rows * n],
        [place.observed, rows * observables],
      ] as const)
        if (from > 0) floats.fill(Number.NaN, from / 8, from / 8 + length);
    });
    this.#setOptions(options);
    ints[host.members / 4] = table;
    ints[host.count / 4] = count;
    ints[host.next / 4] = 0;
    ints[host.times / 4] = times;
    ints[host.timesEnd / 4] = times + 8 * rows;
    ints[host.dump / 4] = dump;
    ints[host.fresh / 4] = 0;
    this.#options = options;
    this.#first = first;
    this.#destination = destination;
    this.#sentences.clear();
    this.#exports.run();
    members.forEach((_, i) => {
      const place = places[i]!;
      const entry = table + i * MEMBER_BYTES;
      const copy = (to: Float64Array | undefined, from: number): void =>
        to?.set(floats.subarray(from / 8, from / 8 + to.length));
      copy(destination.observed?.(first + i), place.observed);
      copy(destination.states?.(first + i), place.states);
      copy(destination.end?.(first + i), place.end);
      const name = endings[ints[entry / 4 + 7]!]!;
      destination.outcome(first + i, {
        status: statusOf(name),
        message: this.#sentences.get(i) ?? "",
        steps: ints[entry / 4 + 8]!,
        rejected: ints[entry / 4 + 9]!,
        evaluations: ints[entry / 4 + 10]!,
        tEnd: floats[entry / 8 + 6]!,
        rest: floats[entry / 8 + 7]!,
      });
    });
  }

  #reserve(bytes: number): void {
    const { memory } = this.#exports;
    if (bytes <= memory.buffer.byteLength) return;
    memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / 65536));
    this.#floats = new Float64Array(memory.buffer);
    this.#ints = new Int32Array(memory.buffer);
  }

  #setOptions(options: JobOptions): void {
    const { n } = this.shape;
    const layout = this.#layout;
    const { host, lanes } = layout;
    const [floats, ints] = [this.#floats, this.#ints];
    const put = (at: number, value: number): void => {
      floats[at / 8] = value;
    };
    put(host.t0, options.t0);
    put(host.tEnd, options.tEnd);
    put(host.rtol, options.rtol);
    put(host.hMax, options.hMax ?? Infinity);
    put(host.hStart, options.hStart ?? 0);
    put(host.hFixed, options.hFixed ?? 0);
    put(host.restTime, options.restTime ?? 0);
    ints[host.maxSteps / 4] = Math.min(options.maxSteps, 2 ** 31 - 1);
    ints[host.fireAtStart / 4] = options.fireAtStart ? 1 : 0;
    const { atol, restWeight } = options;
    // Padding has an error of 0/1.
    floats.fill(1, layout.atol / 8, (layout.atol + layout.size) / 8);
    for (let i = 0; i < n; i++) {
      const value = Math.max(typeof atol === "number" ? atol : atol[i]!, FLOOR);
      for (let l = 0; l < lanes; l++) {
        floats[layout.atol / 8 + i * lanes + l] = value;
        floats[layout.restWeight / 8 + i * lanes + l] = restWeight ? restWeight[i]! : 1;
      }
    }
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
      this.#floats[(layout.lane.stageTime + lane) / 8] = t;
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
    this.#destination?.fired?.(this.#first + this.#member(lane), event, t);
  }

  #failed(lane: number, ending: number): void {
    this.#sentences.set(this.#member(lane), this.#sentence(lane, endings[ending]!));
  }

  /** What to say of a failure: time, step size and the state to look at, and what to try. */
  #sentence(lane: number, ending: (typeof endings)[number]): string {
    const layout = this.#layout;
    const number = (name: keyof Layout["lane"]): number => this.#floats[(layout.lane[name] + lane) / 8]!;
    return sentence(ending, {
      t: number("t"),
      h: number("h"),
      state: this.#worst(lane),
      maxSteps: this.#options!.maxSteps,
      fault: this.#faults.get(this.#member(lane)) ?? "",
    });
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
    const e = this.#read(layout.u.at(-1)!, lane, n);
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

function statusOf(name: (typeof endings)[number]): Outcome["status"] {
  switch (name) {
    case "events-crowd":
    case "event-repeats":
      return "step-too-small";
    case "running":
      return "not-finite";
    default:
      return name;
  }
}

/** What a sentence on a failure is made of. */
interface Circumstances {
  readonly t: number;
  readonly h: number;
  readonly state: number;
  readonly maxSteps: number;
  readonly fault: string;
}

function sentence(ending: (typeof endings)[number], { t, h, state, maxSteps, fault }: Circumstances): string {
  const at = `at t = ${t} s, where the next step would be ${h} s`;
  switch (ending) {
    case "step-too-small":
      return `the step size fell below what time can resolve ${at}; the error of state ${state} stays above its tolerance`;
    case "events-crowd":
      return `the step size fell below what time can resolve ${at}; events crowd together at one time; look at state ${state}`;
    case "event-repeats":
      return `the step size fell below what time can resolve ${at}; an event keeps firing at one time; look at state ${state}`;
    case "too-many-steps":
      return `${maxSteps} steps did not reach the end: stopped ${at}; the error of state ${state} limits the step`;
    case "inconsistent-start":
      return `the algebraic equations cannot be satisfied at t = ${t} s: ${fault}`;
    case "weak-pivot":
      return `the matrix of a step cannot be factorised without exchanges ${at}; look at state ${state}`;
    default:
      return `rates, Jacobian or step are not finite numbers ${at}; look at state ${state}`;
  }
}
