import { pow } from "#units";
import {
  type Code,
  type Elementary,
  type F64,
  type I32,
  type Local,
  type Module,
  Reals,
  type Signature,
} from "#wasm";
import type { Tableau } from "../types.ts";
import type { VectorWriter } from "./attempt.ts";
import { Lane } from "./lane.ts";
import { ENTRY_BYTES, type Layout, MEMBER_BYTES } from "./layout.ts";
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
const ending = Object.fromEntries(endings.map((name, i) => [name, i])) as Record<
  (typeof endings)[number],
  number
>;

/** Events that may follow from each other at one time, and roots that may crowd at one time, before it is a fault. */
const CROWD = 1000;
/** Rejections in a row for a weak pivot before the member is given to a method that pivots. */
const WEAK = 6;

/** Functions of the host that a module calls; the lane comes first. */
export interface HostFunctions {
  /** (lane) makes the algebraic states of `y` consistent; not 0 when it cannot. */
  readonly consistent: number;
  /** (lane, event) is told that a trigger fired an event. */
  readonly fired: number;
  /** (lane, ending) is told that a member failed, while its state still stands in its lane. */
  readonly failed: number;
}

/** What a lane needs while it reports, in locals. */
interface Reporting {
  readonly due: Local<I32>;
  readonly row: Local<I32>;
  readonly states: Local<I32>;
  readonly observed: Local<I32>;
}

/** Imports, in the order of their indices. */
export const imports: Readonly<Record<keyof HostFunctions, Signature>> = {
  consistent: { takes: ["i32"], gives: "i32" },
  fired: { takes: ["i32", "i32"] },
  failed: { takes: ["i32", "i32"] },
};

const byLane: Signature = { takes: ["i32"] };
const faultOf: Signature = { takes: ["i32"], gives: "i32" };

/**
 * Writes the step loop: members are taken from a table, stepped, watched for events, reported and replaced by the
 * next, each lane for itself.
 *
 * It does what `solve.ts` and `stepper.ts` do in JavaScript; see there for why.
 */
export class Driver {
  readonly #module: Module;
  readonly #layout: Layout;
  readonly #tableau: Tableau;
  readonly #kernel: KernelFunctions;
  readonly #host: HostFunctions;
  readonly #parts: Parts;
  readonly #vector: Readonly<Record<keyof VectorWriter, number>>;
  readonly #elementary: Elementary;
  readonly #satisfy: number;
  readonly #restart: number;
  readonly #fire: number;
  readonly #row: number;
  readonly #report: number;
  readonly #now: number;
  readonly #intervene: number;
  readonly #cascade: number | undefined;
  readonly #find: number | undefined;
  readonly #inspect: number;
  readonly #firstStep: number;
  readonly #finish: number;
  readonly #begin: number;
  readonly #control: number;
  readonly #judge: number;
  readonly #arrive: number;

  constructor(
    module: Module,
    layout: Layout,
    tableau: Tableau,
    kernel: KernelFunctions,
    host: HostFunctions,
    parts: Parts,
    vector: Readonly<Record<keyof VectorWriter, number>>,
    elementary: Elementary,
  ) {
    this.#module = module;
    this.#layout = layout;
    this.#tableau = tableau;
    this.#kernel = kernel;
    this.#host = host;
    this.#parts = parts;
    this.#vector = vector;
    this.#elementary = elementary;
    const roots = parts.roots > 0;
    this.#satisfy = this.#write(faultOf, (lane) => this.#writeSatisfy(lane));
    this.#restart = this.#write(byLane, (lane) => this.#writeRestart(lane));
    this.#fire = this.#write({ takes: ["i32", "i32"], gives: "i32" }, (lane) => this.#writeFire(lane));
    this.#row = this.#write(byLane, (lane) => this.#writeRow(lane));
    this.#report = module.function({ takes: [] }, (f) => this.#writeReport(f));
    this.#now = this.#write(byLane, (lane) => this.#writeNow(lane));
    this.#intervene = this.#write(faultOf, (lane) => this.#writeIntervene(lane));
    this.#cascade = roots ? this.#write(faultOf, (lane) => this.#writeCascade(lane)) : undefined;
    this.#find = roots ? this.#writeFind() : undefined;
    this.#inspect = module.function({ takes: [] }, (f) => this.#writeInspect(f));
    this.#firstStep = this.#write({ takes: ["i32", "f64"], gives: "f64" }, (lane) =>
      this.#writeFirstStep(lane),
    );
    this.#finish = this.#write({ takes: ["i32", "i32"] }, (lane) => this.#writeFinish(lane));
    this.#begin = this.#write(byLane, (lane) => this.#writeBegin(lane));
    this.#control = this.#write(faultOf, (lane) => this.#writeControl(lane));
    this.#judge = this.#write(byLane, (lane) => this.#writeJudge(lane));
    this.#arrive = this.#write(byLane, (lane) => this.#writeArrive(lane));
    module.export(
      "run",
      module.function({ takes: [] }, (f) => this.#writeRun(f)),
    );
  }

  #write(signature: Signature, write: (lane: Lane) => void): number {
    return this.#module.function(signature, (f) => write(new Lane(f, this.#layout)));
  }

  get #offsets(): readonly number[] {
    return this.#layout.lanes === 1 ? [0] : [0, 8];
  }

  /** error^(−1/(p+1)), p the embedded order. */
  #inverseRoot(f: Code, x: () => F64): F64 {
    const power = this.#tableau.embedded + 1;
    if (power === 4) return f.div(f.f64(1), f.sqrt(f.sqrt(x())));
    return f.vlane(f.call(this.#elementary.powPositive, [f.vsplat(x()), f.v64(-1 / power)], 1), 0);
  }

  #callFault(lane: Lane, index: number, fault: Local<I32>): void {
    lane.f.set(fault, lane.f.call(index, [lane.at()], 1));
  }

  // Events and interventions

  #writeSatisfy(lane: Lane): void {
    const { f } = lane;
    if (!this.#parts.mass) f.return(f.i32(0));
    else {
      f.if(f.call<I32>(this.#host.consistent, [lane.at()], 1), () =>
        f.return(f.i32(ending["inconsistent-start"])),
      );
      f.return(f.i32(0));
    }
    f.i32(0);
  }

  #writeRestart(lane: Lane): void {
    const { f } = lane;
    lane.putHost("fresh", () => f.i32(0));
    lane.put("hBefore", () => f.f64(0));
    lane.putWhole("rejectedBefore", () => f.i32(0));
    lane.count("evaluations");
  }

  #writeFire(lane: Lane): void {
    const { f } = lane;
    f.call(this.#kernel.fire, [lane.at(), f.get(f.parameter<I32>(1, "i32"))]);
    f.call(this.#kernel.prepare, [lane.at()]);
    f.call(this.#restart, [lane.at()]);
    f.call<I32>(this.#satisfy, [lane.at()], 1);
  }

  /** Time of the next intervention. */
  #pending(lane: Lane): Local<F64> {
    const { f } = lane;
    const time = f.float();
    f.set(time, f.f64(Number.POSITIVE_INFINITY));
    f.if(f.iltu(lane.whole("schedule"), lane.whole("scheduleEnd")), () =>
      f.set(time, f.load(lane.whole("schedule"))),
    );
    return time;
  }

  /** Carries out everything scheduled for now. Entries: 0 sets a parameter, 1 fires an event, 2 makes it sound. */
  #writeIntervene(lane: Lane): void {
    const { f } = lane;
    const { stride, c } = this.#layout;
    const [fault, entry] = [f.int(), f.int()];
    f.block((leave) => {
      f.loop((again) => {
        const due = f.int();
        f.set(entry, lane.whole("schedule"));
        f.set(due, f.iltu(f.get(entry), lane.whole("scheduleEnd")));
        f.if(f.get(due), () => f.set(due, f.le(f.load(f.get(entry)), lane.number("t"))));
        leave(f.ieqz(f.get(due)));
        f.switch(
          () => f.loadI32(f.get(entry), 16),
          [
            () =>
              f.store(
                f.iadd(lane.at(), f.imul(f.loadI32(f.get(entry), 20), f.i32(stride))),
                f.load(f.get(entry), 8),
                c,
              ),
            () => f.set(fault, f.call(this.#fire, [lane.at(), f.loadI32(f.get(entry), 20)], 1)),
            () => {
              f.call(this.#kernel.prepare, [lane.at()]);
              this.#callFault(lane, this.#satisfy, fault);
            },
          ],
        );
        lane.count("schedule", ENTRY_BYTES);
        again(f.i32(1));
      });
    });
    f.call(this.#restart, [lane.at()]);
    f.get(fault);
  }

  #triggersAtState(lane: Lane): void {
    const { f } = lane;
    lane.copyVector(this.#parts.n, this.#layout.y, this.#layout.at);
    lane.put("stageTime", () => lane.number("t"));
    f.call(this.#kernel.triggers, [lane.at()]);
  }

  /** Fires what has risen here, then what that makes rise, until nothing does. */
  #writeCascade(lane: Lane): void {
    const { f } = lane;
    const { now, before, risen, stride } = this.#layout;
    const [round, any, fault] = [f.int(), f.int(), f.int()];
    f.loop((again) => {
      this.#triggersAtState(lane);
      f.set(any, f.i32(0));
      this.#overRoots((at) => {
        f.storeI32(
          lane.at(),
          f.iand(f.le(f.load(lane.at(), before + at), f.f64(0)), f.gt(f.load(lane.at(), now + at), f.f64(0))),
          risen + at,
        );
        f.set(any, f.ior(f.get(any), f.loadI32(lane.at(), risen + at)));
        f.store(lane.at(), f.load(lane.at(), now + at), before + at);
      });
      f.if(f.ieqz(f.get(any)), () => f.return(f.i32(0)));
      this.#parts.triggerEvents.forEach((event, i) => {
        f.if(f.loadI32(lane.at(), risen + i * stride), () => {
          f.set(fault, f.call(this.#fire, [lane.at(), f.i32(event)], 1));
          f.call(this.#host.fired, [lane.at(), f.i32(event)]);
        });
      });
      // Events of one time act together: only what they leave behind must be sound.
      f.if(f.get(fault), () => f.return(f.get(fault)));
      again(f.ilt(f.tee(round, f.iadd(f.get(round), f.i32(1))), f.i32(CROWD)));
    });
    f.i32(ending["event-repeats"]);
  }

  #overRoots(body: (offset: number) => void): void {
    for (let i = 0; i < this.#parts.roots; i++) body(i * this.#layout.stride);
  }

  /**
   * Share of the last step at which the first trigger has just risen, −1 when none does, by looks at quarters of the
   * step and the ITP method between two of them. See `triggers.ts`.
   */
  #writeFind(): number {
    const highest = this.#write({ takes: ["i32", "f64"], gives: "f64" }, (lane) => this.#writeHighest(lane));
    const root = this.#write({ takes: ["i32", "f64", "f64", "f64"], gives: "f64" }, (lane) =>
      this.#writeRoot(lane, highest),
    );
    return this.#write({ takes: ["i32"], gives: "f64" }, (lane) => {
      const { f } = lane;
      const { now, before } = this.#layout;
      const high = f.float();
      for (const [i, theta] of [0.25, 0.5, 0.75, 1].entries()) {
        f.set(high, f.call(highest, [lane.at(), f.f64(theta)], 1));
        f.if(f.gt(f.get(high), f.f64(0)), () =>
          f.return(f.call<F64>(root, [lane.at(), f.f64(i / 4), f.f64(theta), f.get(high)], 1)),
        );
        this.#overRoots((at) => f.store(lane.at(), f.load(lane.at(), now + at), before + at));
      }
      f.f64(-1);
    });
  }

  /** Largest value, at a share of the last step, among the triggers that can rise. */
  #writeHighest(lane: Lane): void {
    const { f } = lane;
    const theta = f.parameter<F64>(1, "f64");
    const { before, now } = this.#layout;
    const most = f.float();
    this.#ensureDense(f);
    for (const offset of this.#offsets) f.store(f.i32(offset), f.f64(0), this.#layout.lane.theta);
    lane.put("theta", () => f.get(theta));
    lane.put("stageTime", () => f.add(lane.number("tLast"), f.mul(f.get(theta), lane.number("hLast"))));
    f.call(this.#vector.interpolate, []);
    f.call(this.#kernel.triggers, [lane.at()]);
    f.set(most, f.f64(Number.NEGATIVE_INFINITY));
    this.#overRoots((at) => {
      f.if(
        f.iand(
          f.le(f.load(lane.at(), before + at), f.f64(0)),
          f.gt(f.load(lane.at(), now + at), f.get(most)),
        ),
        () => f.set(most, f.load(lane.at(), now + at)),
      );
    });
    f.get(most);
  }

  #writeRoot(lane: Lane, highest: number): void {
    const { f } = lane;
    const [a, b, yb] = [1, 2, 3].map((i) => f.parameter<F64>(i, "f64")) as [
      Local<F64>,
      Local<F64>,
      Local<F64>,
    ];
    const { before } = this.#layout;
    const [ya, close, width, reach] = [f.float(), f.float(), f.float(), f.float()];
    const [middle, secant, truncated, allowed, x, y, sign] = Array.from({ length: 7 }, () => f.float()) as [
      Local<F64>,
      Local<F64>,
      Local<F64>,
      Local<F64>,
      Local<F64>,
      Local<F64>,
      Local<F64>,
    ];
    f.set(
      close,
      f.max(f.f64(5e-13), f.div(f.mul(f.f64(2 ** -52), f.abs(lane.number("t"))), lane.number("hLast"))),
    );
    f.set(ya, f.f64(Number.NEGATIVE_INFINITY));
    this.#overRoots((at) => {
      f.if(
        f.iand(
          f.le(f.load(lane.at(), before + at), f.f64(0)),
          f.gt(f.load(lane.at(), before + at), f.get(ya)),
        ),
        () => f.set(ya, f.load(lane.at(), before + at)),
      );
    });
    f.set(width, f.sub(f.get(b), f.get(a)));
    f.set(reach, f.get(close));
    f.loop((again) => {
      f.if(f.lt(f.get(reach), f.get(width)), () => f.set(reach, f.mul(f.f64(2), f.get(reach))));
      again(f.lt(f.get(reach), f.get(width)));
    });
    f.block((leave) => {
      f.loop((again) => {
        leave(f.le(f.sub(f.get(b), f.get(a)), f.mul(f.f64(2), f.get(close))));
        f.set(middle, f.mul(f.f64(0.5), f.add(f.get(a), f.get(b))));
        f.set(
          secant,
          f.div(f.sub(f.mul(f.get(yb), f.get(a)), f.mul(f.get(ya), f.get(b))), f.sub(f.get(yb), f.get(ya))),
        );
        f.set(sign, f.select(f.f64(1), f.f64(-1), f.gt(f.get(middle), f.get(secant))));
        f.set(truncated, f.mul(f.div(f.f64(0.2), f.get(width)), f.sub(f.get(b), f.get(a))));
        f.set(truncated, f.mul(f.get(truncated), f.sub(f.get(b), f.get(a))));
        f.set(
          truncated,
          f.select(
            f.add(f.get(secant), f.mul(f.get(sign), f.get(truncated))),
            f.get(middle),
            f.le(f.get(truncated), f.abs(f.sub(f.get(middle), f.get(secant)))),
          ),
        );
        f.set(allowed, f.max(f.f64(0), f.sub(f.get(reach), f.mul(f.f64(0.5), f.sub(f.get(b), f.get(a))))));
        f.set(
          x,
          f.select(
            f.get(truncated),
            f.sub(f.get(middle), f.mul(f.get(sign), f.get(allowed))),
            f.le(f.abs(f.sub(f.get(truncated), f.get(middle))), f.get(allowed)),
          ),
        );
        f.set(
          x,
          f.select(f.get(x), f.get(middle), f.iand(f.gt(f.get(x), f.get(a)), f.lt(f.get(x), f.get(b)))),
        );
        f.set(y, f.call(highest, [lane.at(), f.get(x)], 1));
        f.if(
          f.gt(f.get(y), f.f64(0)),
          () => {
            f.set(b, f.get(x));
            f.set(yb, f.get(y));
          },
          () => {
            f.set(a, f.get(x));
            f.set(ya, f.get(y));
          },
        );
        f.set(reach, f.mul(f.f64(0.5), f.get(reach)));
        again(f.i32(1));
      });
    });
    f.get(b);
  }

  // Outputs

  #ensureDense(f: Code): void {
    const { denseReady } = this.#layout.host;
    f.if(f.ieqz(f.loadI32(f.i32(0), denseReady)), () => {
      f.call(this.#vector.dense, []);
      f.storeI32(f.i32(0), f.i32(1), denseReady);
    });
  }

  /** Calls `observe` with each lane's pointer, or the place for what nobody wants. */
  #observe(f: Code, wanted: (offset: number) => I32): void {
    if (this.#parts.observables === 0) return;
    const { lane, host } = this.#layout;
    const any = f.int();
    f.set(any, f.i32(0));
    const pointers = this.#offsets.map((offset) => {
      const pointer = f.int();
      f.set(pointer, f.loadI32(f.i32(0), host.dump));
      f.if(wanted(offset), () =>
        f.if(f.loadI32(f.i32(offset), lane.observed), () => {
          f.set(pointer, f.loadI32(f.i32(offset), lane.observed));
          f.set(any, f.i32(1));
        }),
      );
      return pointer;
    });
    f.if(f.get(any), () =>
      f.call(
        this.#kernel.observe,
        pointers.map((p) => f.get(p)),
      ),
    );
    for (const p of [any, ...pointers]) f.release(p);
  }

  /** What was observed is in its place: keeps the state, too, where it is asked for, and moves on to the next row. */
  #writeRow(lane: Lane): void {
    const { f } = lane;
    const { n, observables } = this.#parts;
    const { at, stride } = this.#layout;
    f.if(lane.whole("states"), () => {
      lane.copy(n, [() => lane.at(), at, stride], [() => lane.whole("states"), 0, 8]);
      lane.count("states", 8 * n);
    });
    f.if(lane.whole("observed"), () => lane.count("observed", 8 * observables));
    lane.count("written", 8);
  }

  /** All outputs inside the last step, for each lane those up to its time and before its `until`. */
  #writeReport(f: Code): void {
    const { n, observables } = this.#parts;
    const lanes = this.#offsets.map((offset) => {
      const place = f.int();
      f.set(place, f.i32(offset));
      const lane = new Lane(f, this.#layout, place);
      const pointers = { written: f.int(), states: f.int(), observed: f.int() };
      for (const [name, local] of Object.entries(pointers))
        f.set(local, lane.whole(name as keyof typeof pointers));
      return { lane, ...pointers, due: f.int(), time: f.float(), theta: f.float(), row: f.int() };
    });
    const any = f.int();
    f.block((leave) => {
      f.loop((again) => {
        f.set(any, f.i32(0));
        for (const { lane, written, due, time, theta } of lanes) {
          f.set(theta, f.f64(0));
          // Behind the last time stands another number of the host's: read, and not used.
          f.set(time, f.load(f.get(written)));
          f.set(
            due,
            f.iand(
              f.iltu(f.get(written), lane.hostWhole("timesEnd")),
              f.iand(f.le(f.get(time), lane.number("t")), f.lt(f.get(time), lane.number("until"))),
            ),
          );
          f.if(f.get(due), () => {
            f.set(any, f.i32(1));
            f.set(
              theta,
              f.select(
                f.f64(1),
                f.div(f.sub(f.get(time), lane.number("tLast")), lane.number("hLast")),
                f.eq(f.get(time), lane.number("t")),
              ),
            );
          });
        }
        leave(f.ieqz(f.get(any)));
        this.#ensureDense(f);
        this.#toRows(f, lanes, "states", 8 * n, () =>
          f.call(this.#vector.interpolateRows, [
            ...lanes.map(({ row }) => f.get(row)),
            ...lanes.map(({ theta }) => f.get(theta)),
          ]),
        );
        if (observables > 0)
          this.#toRows(f, lanes, "observed", 8 * observables, () => {
            for (const { lane, theta, time } of lanes) {
              lane.put("theta", () => f.get(theta));
              lane.put("stageTime", () => f.get(time));
            }
            f.call(this.#vector.interpolate, []);
            f.call(
              this.#kernel.observe,
              lanes.map(({ row }) => f.get(row)),
            );
          });
        for (const { written, due } of lanes)
          f.set(written, f.iadd(f.get(written), f.ishl(f.get(due), f.i32(3))));
        again(f.i32(1));
      });
    });
    for (const { lane, written, states, observed } of lanes) {
      lane.putWhole("written", () => f.get(written));
      lane.putWhole("states", () => f.get(states));
      lane.putWhole("observed", () => f.get(observed));
    }
  }

  /** Points each lane's row to where its results go, or to where nobody looks; writes them; moves on by a row. */
  #toRows(
    f: Code,
    lanes: readonly Reporting[],
    which: "states" | "observed",
    bytes: number,
    write: () => void,
  ): void {
    const any = f.int();
    f.set(any, f.i32(0));
    for (const lane of lanes) {
      f.set(lane.row, f.loadI32(f.i32(0), this.#layout.host.dump));
      f.if(f.get(lane.due), () =>
        f.if(f.get(lane[which]), () => {
          f.set(lane.row, f.get(lane[which]));
          f.set(lane[which], f.iadd(f.get(lane[which]), f.i32(bytes)));
          f.set(any, f.i32(1));
        }),
      );
    }
    f.if(f.get(any), write);
    f.release(any);
  }

  /** Outputs due by now, as things stand after an event or intervention. */
  #writeNow(lane: Lane): void {
    const { f } = lane;
    const due = f.int();
    f.loop((again) => {
      f.set(due, f.iltu(lane.whole("written"), lane.hostWhole("timesEnd")));
      f.if(f.get(due), () => f.set(due, f.le(f.load(lane.whole("written")), lane.number("t"))));
      f.if(f.get(due), () => {
        lane.copyVector(this.#parts.n, this.#layout.y, this.#layout.at);
        lane.put("stageTime", () => f.load(lane.whole("written")));
        this.#observe(f, (offset) => f.ieq(lane.at(), f.i32(offset)));
        f.call(this.#row, [lane.at()]);
      });
      again(f.get(due));
    });
  }

  // Beginning and ending

  /**
   * Squared norms of rates (`speed`) and of their own rate of change (`bend`), and whether all numbers are finite
   * (`sound`), for all lanes.
   */
  #writeInspect(f: Code): void {
    const { n, autonomous, mass, pattern } = this.#parts;
    const { lane, host, stride, y, f0, ft, jac, w, at, atol, massMask, rows, columns } = this.#layout;
    const real = new Reals(f, this.#layout.lanes);
    const zero = (): I32 => f.i32(0);
    f.sweep(this.#layout.size, 16, 2, (base, offset) => {
      if (mass)
        f.storeV(
          base(),
          f.vand(f.loadV(base(), f0 + offset), f.loadV(base(), massMask + offset)),
          w + offset,
        );
      else f.storeV(base(), f.loadV(base(), f0 + offset), w + offset);
      f.storeV(base(), autonomous ? f.v64(0) : f.loadV(base(), ft + offset), at + offset);
    });
    const [check, scale, speed, bend, value] = Array.from({ length: 5 }, () => real.local()) as [
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
    ];
    for (const x of [check, speed, bend]) real.set(x, real.const(0));
    const [k, row] = [f.int(), f.int()];
    const entries = pattern.columns.length;
    if (entries > 0) {
      const entry = f.int();
      f.set(entry, f.i32(0));
      f.set(k, f.i32(0));
      f.loop((again) => {
        f.set(row, f.loadI32(f.get(k), rows));
        real.set(value, real.load(f.get(entry), jac));
        real.set(check, real.add(real.get(check), real.mul(real.get(value), real.const(0))));
        real.store(
          f.get(row),
          real.add(
            real.load(f.get(row), at),
            real.mul(real.get(value), real.load(f.loadI32(f.get(k), columns), w)),
          ),
          at,
        );
        f.set(entry, f.iadd(f.get(entry), f.i32(stride)));
        again(f.iltu(f.tee(k, f.iadd(f.get(k), f.i32(4))), f.i32(4 * entries)));
      });
    }
    const rtol = real.local();
    f.set(
      rtol.local as Local<F64>,
      (this.#layout.lanes === 1 ? f.load(zero(), host.rtol) : f.loadSplat(zero(), host.rtol)) as F64,
    );
    f.sweep(n * stride, stride, 1, (base, offset) => {
      const load = (address: number) => real.load(base(), address + offset);
      real.set(
        check,
        real.add(
          real.get(check),
          real.mul(
            autonomous ? real.add(load(y), load(f0)) : real.add(real.add(load(y), load(f0)), load(ft)),
            real.const(0),
          ),
        ),
      );
      real.set(scale, real.add(load(atol), real.mul(real.get(rtol), real.abs(load(y)))));
      real.set(value, real.div(load(w), real.get(scale)));
      real.set(speed, real.add(real.get(speed), real.mul(real.get(value), real.get(value))));
      // An algebraic row bends nothing: its residual is no rate.
      real.set(value, real.div(load(at), real.get(scale)));
      if (mass)
        real.set(
          value,
          this.#masked(real, () => real.get(value), base, offset),
        );
      real.set(bend, real.add(real.get(bend), real.mul(real.get(value), real.get(value))));
    });
    real.store(zero(), real.get(speed), lane.speed);
    real.store(zero(), real.get(bend), lane.bend);
    real.store(zero(), real.truth(real.compare(real.get(check), real.const(0), "eq")), lane.sound);
  }

  /** A value where the row is differential, 0 where it is algebraic. */
  #masked(real: Reals, value: () => ReturnType<Reals["get"]>, base: () => I32, offset: number) {
    // Differential rows have all bits set, which is no number; algebraic rows are 0.
    return real.select(
      real.const(0),
      value(),
      real.compare(real.load(base(), this.#layout.massMask + offset), real.const(0), "eq"),
    );
  }

  /** A first step at most as long as given, from what `inspect` found; see `Stepper.firstStep`. */
  #writeFirstStep(lane: Lane): void {
    const { f } = lane;
    const most = f.parameter<F64>(1, "f64");
    const { n, mass } = this.#parts;
    const moving = mass ? mass.reduce((count: number, m) => count + m, 0) : n;
    const [speed, rate, h] = [f.float(), f.float(), f.float()];
    f.set(speed, f.sqrt(f.div(lane.number("speed"), f.f64(moving))));
    f.set(rate, f.div(f.sqrt(f.div(lane.number("bend"), f.f64(moving))), f.get(speed)));
    // (rate/speed)^(1/(p+1)) is the inverse root of speed/rate.
    f.set(
      h,
      f.div(
        this.#inverseRoot(f, () => f.div(f.get(speed), f.get(rate))),
        f.get(rate),
      ),
    );
    f.select(f.get(h), f.get(most), f.iand(f.gt(f.get(h), f.f64(0)), f.lt(f.get(h), f.get(most))));
  }

  #memberAddress(lane: Lane): I32 {
    const { f } = lane;
    return f.iadd(lane.hostWhole("members"), f.imul(lane.whole("member"), f.i32(MEMBER_BYTES)));
  }

  /** Writes how a member ended to its entry. */
  #writeFinish(lane: Lane): void {
    const { f } = lane;
    const status = f.parameter<I32>(1, "i32");
    const entry = f.int();
    f.set(entry, this.#memberAddress(lane));
    f.if(f.ine(f.get(status), f.i32(ending.done)), () =>
      f.call(this.#host.failed, [lane.at(), f.get(status)]),
    );
    f.if(f.loadI32(f.get(entry), 24), () =>
      lane.copy(
        this.#parts.n,
        [() => lane.at(), this.#layout.y, this.#layout.stride],
        [() => f.loadI32(f.get(entry), 24), 0, 8],
      ),
    );
    f.storeI32(f.get(entry), f.get(status), 28);
    f.storeI32(f.get(entry), lane.whole("steps"), 32);
    f.storeI32(f.get(entry), lane.whole("rejected"), 36);
    f.storeI32(f.get(entry), lane.whole("evaluations"), 40);
    // Rows written: from the pointer to the next time to report.
    f.storeI32(f.get(entry), f.ishru(f.isub(lane.whole("written"), lane.hostWhole("times")), f.i32(3)), 44);
    f.store(f.get(entry), lane.number("t"), 48);
    lane.putWhole("member", () => f.i32(-1));
  }

  /** Takes members until one is under way; leaves −1 in `member` when there are no more. */
  #writeBegin(lane: Lane): void {
    const { f } = lane;
    const { layout } = lane;
    const { parameters, n, roots } = this.#parts;
    const [entry, fault, unsound] = [f.int(), f.int(), f.int()];
    f.loop((again) => {
      lane.putWhole("member", () => f.i32(-1));
      f.if(f.ige(lane.hostWhole("next"), lane.hostWhole("count")), () => f.return());
      lane.putWhole("member", () => lane.hostWhole("next"));
      lane.putHost("next", () => f.iadd(lane.hostWhole("next"), f.i32(1)));
      f.set(entry, this.#memberAddress(lane));
      lane.copy(
        parameters,
        [() => f.loadI32(f.get(entry)), 0, 8],
        [() => lane.at(), layout.c, layout.stride],
      );
      f.call(this.#kernel.prepare, [lane.at()]);
      f.if(
        f.loadI32(f.get(entry), 4),
        () =>
          lane.copy(n, [() => f.loadI32(f.get(entry), 4), 0, 8], [() => lane.at(), layout.y, layout.stride]),
        () => f.call(this.#kernel.initial, [lane.at()]),
      );
      lane.putWhole("schedule", () => f.loadI32(f.get(entry), 8));
      lane.putWhole("scheduleEnd", () => f.loadI32(f.get(entry), 12));
      lane.putWhole("states", () => f.loadI32(f.get(entry), 16));
      lane.putWhole("observed", () => f.loadI32(f.get(entry), 20));
      lane.putWhole("written", () => lane.hostWhole("times"));
      for (const name of ["steps", "rejected", "evaluations", "crowd", "weak"] as const)
        lane.putWhole(name, () => f.i32(0));
      lane.putWhole("first", () => f.i32(1));
      lane.put("t", () => lane.host("t0"));
      lane.put("error", () => f.f64(0));
      lane.put("errorBefore", () => f.f64(1));
      this.#callFault(lane, this.#satisfy, unsound);
      // An intervention at the start may be what makes it sound.
      const pending = this.#pending(lane);
      f.if(
        f.le(f.get(pending), lane.number("t")),
        () => this.#callFault(lane, this.#intervene, fault),
        () => f.set(fault, f.get(unsound)),
      );
      f.call(this.#restart, [lane.at()]);
      if (roots > 0) {
        f.if(f.ieqz(f.get(fault)), () => {
          // What is true from the start does not fire unless asked to.
          f.if(
            lane.hostWhole("fireAtStart"),
            () => this.#overRoots((at) => f.store(lane.at(), f.f64(-1), layout.before + at)),
            () => {
              this.#triggersAtState(lane);
              this.#overRoots((at) =>
                f.store(lane.at(), f.load(lane.at(), layout.now + at), layout.before + at),
              );
            },
          );
          this.#callFault(lane, this.#cascade!, fault);
        });
      }
      f.if(f.ine(f.get(fault), f.i32(ending["inconsistent-start"])), () => f.call(this.#now, [lane.at()]));
      f.if(f.get(fault), () => f.call(this.#finish, [lane.at(), f.get(fault)]));
      again(f.get(fault));
    });
  }

  // Steps

  /** Ends the member and begins the next. */
  #end(lane: Lane, status: keyof typeof ending): void {
    const { f } = lane;
    f.call(this.#finish, [lane.at(), f.i32(ending[status])]);
    f.call(this.#begin, [lane.at()]);
  }

  /** Settles the size of the next step; 1 when a new member took the lane, whose rates are still to be found. */
  #writeControl(lane: Lane): void {
    const { f } = lane;
    const [limit, wished, left, step] = [f.float(), f.float(), f.float(), f.float()];
    const over = (status: keyof typeof ending): void => {
      this.#end(lane, status);
      f.return(f.i32(1));
    };
    f.if(f.ge(lane.number("t"), lane.host("tEnd")), () => over("done"));
    this.#rest(lane, () => over("done"));
    f.if(lane.whole("first"), () => {
      f.if(f.eq(lane.number("sound"), f.f64(0)), () => over("not-finite"));
      f.if(
        f.ieq(lane.whole("first"), f.i32(1)),
        () => {
          f.set(left, f.sub(lane.host("tEnd"), lane.number("t")));
          // Rates that are zero at first would let the first step run over everything.
          f.set(
            left,
            f.select(f.get(left), f.mul(f.f64(0.01), f.get(left)), f.gt(lane.host("restTime"), f.f64(0))),
          );
          lane.put("h", () => f.call(this.#firstStep, [lane.at(), f.get(left)], 1));
          f.if(f.gt(lane.host("hStart"), f.f64(0)), () => lane.put("h", () => lane.host("hStart")));
        },
        // After a jump: what the rates ask for now, never above what was possible before.
        () => lane.put("h", () => f.call(this.#firstStep, [lane.at(), lane.number("most")], 1)),
      );
      f.if(f.gt(lane.host("hFixed"), f.f64(0)), () => lane.put("h", () => lane.host("hFixed")));
      lane.putWhole("first", () => f.i32(0));
    });
    f.if(f.ige(f.iadd(lane.whole("steps"), lane.whole("rejected")), lane.hostWhole("maxSteps")), () =>
      over("too-many-steps"),
    );
    const pending = this.#pending(lane);
    f.set(limit, f.min(lane.host("tEnd"), f.get(pending)));
    f.set(wished, f.min(lane.number("h"), lane.host("hMax")));
    f.set(left, f.sub(f.get(limit), lane.number("t")));
    // All that is left, half of it, or as wished.
    f.set(step, f.get(wished));
    f.if(f.eq(lane.host("hFixed"), f.f64(0)), () =>
      f.if(f.gt(f.get(wished), f.mul(f.f64(0.5), f.get(left))), () =>
        f.set(step, f.mul(f.f64(0.5), f.get(left))),
      ),
    );
    f.if(
      f.ge(
        f.get(wished),
        f.mul(f.get(left), f.select(f.f64(1 - 1e-9), f.f64(0.999), f.gt(lane.host("hFixed"), f.f64(0)))),
      ),
      () => f.set(step, f.get(left)),
    );
    lane.put("limit", () => f.get(limit));
    lane.put("wished", () => f.get(wished));
    lane.put("step", () => f.get(step));
    lane.putWhole("landing", () => f.eq(f.get(step), f.get(left)));
    f.if(
      f.ior(
        f.ieqz(f.gt(f.get(step), f.mul(f.f64(4 * 2 ** -52), f.abs(lane.number("t"))))),
        f.ieqz(f.gt(f.get(step), f.f64(1e-290))),
      ),
      () => {
        f.if(f.lt(lane.number("error"), f.f64(Number.POSITIVE_INFINITY)), () => over("step-too-small"));
        over("not-finite");
      },
    );
    f.i32(0);
  }

  /** Where rest is looked for: how far this state is from it to the member's entry, and what to do when it is there. */
  #rest(lane: Lane, there: () => void): void {
    const { f } = lane;
    const { y, f0, atol, restWeight, stride } = this.#layout;
    const { n, autonomous } = this.#parts;
    if (n === 0) return;
    f.if(f.gt(lane.host("restTime"), f.f64(0)), () => {
      const [most, share, at, left] = [f.float(), f.float(), f.int(), f.int()];
      f.set(most, f.f64(0));
      f.set(at, lane.at());
      f.set(left, f.i32(n));
      f.loop((again) => {
        f.set(
          share,
          f.div(
            f.mul(f.mul(f.abs(f.load(f.get(at), f0)), lane.host("restTime")), f.load(f.get(at), restWeight)),
            f.mul(lane.host("rtol"), f.add(f.abs(f.load(f.get(at), y)), f.load(f.get(at), atol))),
          ),
        );
        f.if(f.ieqz(f.le(f.get(share), f.get(most))), () => f.set(most, f.get(share)));
        f.set(at, f.iadd(f.get(at), f.i32(stride)));
        again(f.tee(left, f.isub(f.get(left), f.i32(1))));
      });
      f.store(this.#memberAddress(lane), f.get(most), 56);
      if (autonomous) f.if(f.le(f.get(most), f.f64(1)), there);
    });
  }

  /** Accepts or rejects what was tried, and says how long the next step may be. */
  #writeJudge(lane: Lane): void {
    const { f } = lane;
    const [e, step, root, factor] = [f.float(), f.float(), f.float(), f.float()];
    f.set(e, lane.number("error"));
    f.set(step, lane.number("step"));
    lane.put("accepted", () => f.f64(0));
    f.if(
      f.eq(lane.number("good"), f.f64(0)),
      () => {
        lane.count("weak");
        f.set(e, f.f64(Number.NaN));
        lane.put("error", () => f.f64(Number.NaN));
      },
      () => lane.putWhole("weak", () => f.i32(0)),
    );
    f.if(f.gt(lane.host("hFixed"), f.f64(0)), () =>
      f.if(f.lt(f.get(e), f.f64(Number.POSITIVE_INFINITY)), () => f.set(e, f.f64(0))),
    );
    f.if(f.ieqz(f.le(f.get(e), f.f64(1))), () => {
      lane.count("rejected");
      f.set(factor, f.f64(0.1));
      f.if(f.lt(f.get(e), f.f64(Number.POSITIVE_INFINITY)), () =>
        f.set(
          factor,
          f.max(
            f.f64(0.2),
            f.mul(
              f.f64(0.9),
              this.#inverseRoot(f, () => f.get(e)),
            ),
          ),
        ),
      );
      lane.put("h", () => f.mul(f.get(step), f.get(factor)));
      lane.putWhole("rejectedBefore", () => f.i32(1));
      f.if(f.ige(lane.whole("weak"), f.i32(WEAK)), () => {
        this.#end(lane, "weak-pivot");
        f.return();
      });
      f.if(f.ne(f.get(e), f.get(e)), () => {
        f.call(this.#inspect, []);
        f.if(f.eq(lane.number("sound"), f.f64(0)), () => this.#end(lane, "not-finite"));
      });
      f.return();
    });
    f.set(factor, f.f64(6));
    f.if(f.gt(f.get(e), f.f64(0)), () => {
      // Gustafsson's predictive control where it is the more careful one; the root of a quotient from roots kept.
      f.set(
        root,
        this.#inverseRoot(f, () => f.get(e)),
      );
      f.set(factor, f.mul(f.f64(0.9), f.get(root)));
      f.if(f.gt(lane.number("hBefore"), f.f64(0)), () =>
        f.set(
          factor,
          f.min(
            f.get(factor),
            f.div(
              f.mul(
                f.mul(f.f64(0.9), f.div(f.get(step), lane.number("hBefore"))),
                f.mul(f.get(root), f.get(root)),
              ),
              lane.number("errorBefore"),
            ),
          ),
        ),
      );
      f.set(factor, f.max(f.f64(0.2), f.get(factor)));
      f.set(factor, f.min(f.f64(6), f.get(factor)));
      lane.put("errorBefore", () => f.min(f.get(root), f.f64(this.#rootOfFloor())));
    });
    f.if(f.eq(f.get(e), f.f64(0)), () => lane.put("errorBefore", () => f.f64(this.#rootOfFloor())));
    f.if(lane.whole("rejectedBefore"), () => f.set(factor, f.min(f.f64(1), f.get(factor))));
    lane.put("h", () => f.mul(f.get(step), f.get(factor)));
    f.if(f.gt(lane.host("hFixed"), f.f64(0)), () => lane.put("h", () => lane.host("hFixed")));
    lane.putWhole("rejectedBefore", () => f.i32(0));
    lane.put("hBefore", () => f.get(step));
    lane.put("tLast", () => lane.number("t"));
    lane.put("hLast", () => f.get(step));
    lane.put("t", () => f.add(lane.number("t"), f.get(step)));
    f.if(lane.whole("landing"), () => lane.put("t", () => lane.number("limit")));
    // A step cut short by where it had to land says nothing against the size wished for.
    f.if(f.iand(f.ge(lane.number("h"), f.get(step)), f.lt(lane.number("h"), lane.number("wished"))), () =>
      lane.put("h", () => lane.number("wished")),
    );
    lane.count("steps");
    lane.count("evaluations");
    lane.putHost("fresh", () => f.i32(0));
    lane.put("accepted", () => f.f64(1));
  }

  /** Inverse root of the least error that the controller remembers. */
  #rootOfFloor(): number {
    const power = this.#tableau.embedded + 1;
    return power === 4 ? 1 / Math.sqrt(Math.sqrt(1e-2)) : pow(1e-2, -1 / power);
  }

  /** After a step: where a trigger rose or an intervention is due, what happens there; else says what to report. */
  #writeArrive(lane: Lane): void {
    const { f } = lane;
    const { roots, n } = this.#parts;
    const { layout } = lane;
    const [fault, theta, root, near] = [f.int(), f.float(), f.float(), f.float()];
    lane.put("until", () => f.f64(Number.POSITIVE_INFINITY));
    const due = f.int();
    const pending = this.#pending(lane);
    f.set(due, f.ge(lane.number("t"), f.get(pending)));
    if (roots > 0) {
      f.set(theta, f.call(this.#find!, [lane.at()], 1));
      f.if(f.iand(f.lt(f.get(theta), f.f64(0)), f.ieqz(f.get(due))), () => f.return());
    } else {
      f.if(f.ieqz(f.get(due)), () => f.return());
    }
    lane.put("most", () => lane.number("h"));
    // Only this lane reports now.
    for (const offset of this.#offsets)
      f.store(f.i32(offset), f.f64(Number.NEGATIVE_INFINITY), layout.lane.until);
    f.set(root, lane.number("t"));
    if (roots > 0)
      f.if(f.ge(f.get(theta), f.f64(0)), () =>
        f.set(root, f.add(lane.number("tLast"), f.mul(f.get(theta), lane.number("hLast")))),
      );
    lane.put("until", () => f.get(root));
    f.call(this.#report, []);
    if (roots > 0) {
      f.if(f.ge(f.get(theta), f.f64(0)), () => {
        f.store(lane.at(), f.get(theta), layout.lane.theta);
        this.#ensureDense(f);
        f.call(this.#vector.interpolate, []);
        lane.copyVector(n, layout.at, layout.y);
        lane.put("t", () => f.get(root));
        f.call(this.#restart, [lane.at()]);
        // A rise within rounding of an intervention happens at it: no sliver of a step is left between them.
        f.set(
          near,
          f.max(
            f.mul(f.f64(1e-12), lane.number("hLast")),
            f.mul(f.f64(8 * 2 ** -52), f.abs(lane.number("limit"))),
          ),
        );
        f.if(f.le(f.sub(lane.number("limit"), f.get(root)), f.get(near)), () =>
          lane.put("t", () => lane.number("limit")),
        );
        f.if(
          f.le(
            f.sub(lane.number("t"), lane.number("tLast")),
            f.mul(f.f64(1e-12), f.sub(lane.host("tEnd"), lane.host("t0"))),
          ),
          () => lane.count("crowd"),
          () => lane.putWhole("crowd", () => f.i32(0)),
        );
        f.if(
          f.igt(lane.whole("crowd"), f.i32(CROWD)),
          () => f.set(fault, f.i32(ending["events-crowd"])),
          () => this.#callFault(lane, this.#cascade!, fault),
        );
      });
    }
    f.if(f.ieqz(f.get(fault)), () =>
      // Firing events schedules nothing: what was pending still is.
      f.if(f.ge(lane.number("t"), f.get(pending)), () => {
        this.#callFault(lane, this.#intervene, fault);
        if (roots > 0) f.if(f.ieqz(f.get(fault)), () => this.#callFault(lane, this.#cascade!, fault));
      }),
    );
    f.if(f.ine(f.get(fault), f.i32(ending["inconsistent-start"])), () => f.call(this.#now, [lane.at()]));
    lane.put("until", () => f.f64(Number.NEGATIVE_INFINITY));
    lane.putWhole("first", () => f.i32(2));
    f.if(f.get(fault), () => {
      f.call(this.#finish, [lane.at(), f.get(fault)]);
      f.call(this.#begin, [lane.at()]);
    });
  }

  /** The loop. */
  #writeRun(f: Code): void {
    const lanes = this.#offsets.map((offset) => {
      const place = f.int();
      f.set(place, f.i32(offset));
      return new Lane(f, this.#layout, place);
    });
    const { host } = this.#layout;
    const any = f.int();
    const busy = (lane: Lane): I32 => f.ige(lane.whole("member"), f.i32(0));
    const anyOf = (test: (lane: Lane) => I32): I32 =>
      lanes.reduce<I32>(
        (sum, lane, i) => (i === 0 ? test(lane) : f.ior(sum, test(lane))),
        undefined as never,
      );
    for (const lane of lanes) f.call(this.#begin, [lane.at()]);
    f.block((leave) => {
      f.loop((again) => {
        leave(f.ieqz(anyOf(busy)));
        f.if(f.ieqz(f.loadI32(f.i32(0), host.fresh)), () => {
          for (const lane of lanes) lane.put("stageTime", () => lane.number("t"));
          f.call(this.#kernel.evaluate, []);
          f.storeI32(f.i32(0), f.i32(1), host.fresh);
        });
        f.if(
          anyOf((lane) => lane.whole("first")),
          () => f.call(this.#inspect, []),
        );
        f.set(any, f.i32(0));
        for (const lane of lanes)
          f.if(busy(lane), () => f.set(any, f.ior(f.get(any), f.call<I32>(this.#control, [lane.at()], 1))));
        f.if(f.ieqz(f.get(any)), () => {
          f.call(this.#vector.attempt, []);
          f.storeI32(f.i32(0), f.i32(0), host.denseReady);
          for (const lane of lanes) {
            lane.put("until", () => f.f64(Number.NEGATIVE_INFINITY));
            lane.put("accepted", () => f.f64(0));
          }
          for (const lane of lanes) f.if(busy(lane), () => f.call(this.#judge, [lane.at()]));
          f.if(
            anyOf((lane) => f.ne(lane.number("accepted"), f.f64(0))),
            () => {
              f.call(this.#vector.commit, []);
              for (const lane of lanes)
                f.if(f.ne(lane.number("accepted"), f.f64(0)), () => f.call(this.#arrive, [lane.at()]));
              f.call(this.#report, []);
            },
          );
        });
        again(f.i32(1));
      });
    });
  }
}
