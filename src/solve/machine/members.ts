import { type Code, type F64, type I32, type Local, Reals } from "#wasm";
import { stepControl } from "../step-control.ts";
import {
  byLane,
  type Context,
  callFault,
  ending,
  inverseRoot,
  keyOf,
  laneFunction,
  overRoots,
  pending,
} from "./context.ts";
import { type EventFunctions, triggersAtState } from "./events.ts";
import type { Lane } from "./lane.ts";
import { MEMBER_BYTES } from "./layout.ts";
import type { ReportFunctions } from "./report.ts";

/** How members come and go. */
export interface MemberFunctions {
  /** () norms of rates and of their change, and whether all numbers are finite, of all lanes. */
  readonly inspect: number;
  /** (lane, longest) → a first step, from what `inspect` found. */
  readonly firstStep: number;
  /** (lane, ending) writes how a member ended to its entry. */
  readonly finish: number;
  /** (lane) takes members until one is under way. */
  readonly begin: number;
}

/** Writes how members begin and end. */
export function memberFunctions(
  context: Context,
  events: EventFunctions,
  { now }: ReportFunctions,
): MemberFunctions {
  const { module, layout, kernel, host, parts } = context;
  const inspect = module.function({ takes: [] }, writeInspect);
  const firstStep = laneFunction(
    context,
    { takes: ["i32", "f64"], gives: "f64" },
    writeFirstStep,
    keyOf(context, "firstStep", [context.elementary.powPositive]),
  );
  const finish = laneFunction(context, { takes: ["i32", "i32"] }, writeFinish);
  const begin = laneFunction(context, byLane, writeBegin);

  /**
   * Largest rates (`speed`) and rates of change of them (`bend`) in units of the tolerance, growth beyond numbers (`burst`), and whether all numbers are finite
   * (`sound`), for all lanes.
   */
  function writeInspect(f: Code): void {
    const { n, autonomous, mass, pattern } = parts;
    const { lane, host, stride, y, f0, ft, jac, w, at, atol, massMask, rows, columns } = layout;
    const real = new Reals(f, layout.lanes);
    const zero = (): I32 => f.i32(0);
    f.sweep(layout.size, 16, 2, (base, offset) => {
      if (mass)
        f.storeV(
          base(),
          f.vand(f.loadV(base(), f0 + offset), f.loadV(base(), massMask + offset)),
          w + offset,
        );
      else f.storeV(base(), f.loadV(base(), f0 + offset), w + offset);
      f.storeV(base(), autonomous ? f.v64(0) : f.loadV(base(), ft + offset), at + offset);
    });
    const [check, scale, speed, bend, burst, value] = Array.from({ length: 6 }, () => real.local()) as [
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
      ReturnType<Reals["local"]>,
    ];
    for (const x of [check, speed, bend, burst]) real.set(x, real.const(0));
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
      (layout.lanes === 1 ? f.load(zero(), host.rtol) : f.loadSplat(zero(), host.rtol)) as F64,
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
      real.set(speed, real.max(real.get(speed), real.abs(real.get(value))));
      // An algebraic row bends nothing: its residual is no rate.
      real.set(value, real.div(load(at), real.get(scale)));
      if (mass)
        real.set(
          value,
          masked(real, () => real.get(value), base, offset),
        );
      real.set(bend, real.max(real.get(bend), real.abs(real.get(value))));
      real.set(burst, real.max(real.get(burst), real.mul(load(w), load(at))));
    });
    real.store(zero(), real.get(speed), lane.speed);
    real.store(zero(), real.get(bend), lane.bend);
    real.store(zero(), real.get(burst), lane.burst);
    real.store(zero(), real.truth(real.compare(real.get(check), real.const(0), "eq")), lane.sound);
  }

  /** A value where the row is differential, 0 where it is algebraic. */
  function masked(real: Reals, value: () => ReturnType<Reals["get"]>, base: () => I32, offset: number) {
    // Differential rows have all bits set, which is no number; algebraic rows are 0.
    return real.select(
      real.const(0),
      value(),
      real.compare(real.load(base(), layout.massMask + offset), real.const(0), "eq"),
    );
  }

  /** A first step at most as long as given, from what `inspect` found; see `Stepper.firstStep`. */
  function writeFirstStep(lane: Lane): void {
    const { f } = lane;
    const most = f.parameter<F64>(1, "f64");
    const [speed, rate, h] = [f.float(), f.float(), f.float()];
    f.set(speed, lane.number("speed"));
    f.set(rate, f.div(lane.number("bend"), f.get(speed)));
    // (rate/speed)^(1/(p+1)) is the inverse root of speed/rate.
    f.set(
      h,
      f.div(
        f.mul(
          f.f64(stepControl.start),
          inverseRoot(context, f, () => f.div(f.get(speed), f.get(rate))),
        ),
        f.get(rate),
      ),
    );
    f.if(
      f.iand(f.gt(f.get(h), f.f64(0)), f.lt(f.get(h), f.get(most))),
      () => f.set(most, f.get(h)),
      // Growth beyond numbers: a method that damps long steps would take it for decay.
      () => f.if(f.eq(lane.number("burst"), f.f64(Number.POSITIVE_INFINITY)), () => f.set(most, f.f64(0))),
    );
    f.get(most);
  }

  /** Writes how a member ended to its entry. */
  function writeFinish(lane: Lane): void {
    const { f } = lane;
    const status = f.parameter<I32>(1, "i32");
    const entry = f.int();
    f.set(entry, memberAddress(lane));
    f.if(f.ine(f.get(status), f.i32(ending.done)), () => f.call(host.failed, [lane.at(), f.get(status)]));
    resetCounters(lane);
    f.if(f.loadI32(f.get(entry), 24), () =>
      lane.copy(
        parts.n,
        [() => lane.at(), layout.y, layout.stride],
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

  /** After rest: states that need not come to it are counters, and begin anew. */
  function resetCounters(lane: Lane): void {
    const { f } = lane;
    const { y, at, restWeight, stride } = layout;
    if (parts.n === 0) return;
    f.if(f.gt(lane.host("restTime"), f.f64(0)), () => {
      lane.copyVector(parts.n, y, at);
      f.call(kernel.initial, [lane.at()]);
      const [place, left] = [f.int(), f.int()];
      f.set(place, lane.at());
      f.set(left, f.i32(parts.n));
      f.loop((again) => {
        f.store(
          f.get(place),
          f.select(
            f.load(f.get(place), at),
            f.load(f.get(place), y),
            f.gt(f.load(f.get(place), restWeight), f.f64(0)),
          ),
          y,
        );
        f.set(place, f.iadd(f.get(place), f.i32(stride)));
        again(f.tee(left, f.isub(f.get(left), f.i32(1))));
      });
    });
  }

  /** Takes members until one is under way; leaves −1 in `member` when there are no more. */
  function writeBegin(lane: Lane): void {
    const { f } = lane;
    const { layout } = lane;
    const { parameters, n, roots } = parts;
    const [entry, fault, unsound] = [f.int(), f.int(), f.int()];
    f.loop((again) => {
      lane.putWhole("member", () => f.i32(-1));
      f.if(f.ige(lane.hostWhole("next"), lane.hostWhole("count")), () => f.return());
      lane.putWhole("member", () => lane.hostWhole("next"));
      lane.putHost("next", () => f.iadd(lane.hostWhole("next"), f.i32(1)));
      f.set(entry, memberAddress(lane));
      lane.copy(
        parameters,
        [() => f.loadI32(f.get(entry)), 0, 8],
        [() => lane.at(), layout.c, layout.stride],
      );
      f.call(kernel.prepare, [lane.at()]);
      f.if(
        f.loadI32(f.get(entry), 4),
        () =>
          lane.copy(n, [() => f.loadI32(f.get(entry), 4), 0, 8], [() => lane.at(), layout.y, layout.stride]),
        () => f.call(kernel.initial, [lane.at()]),
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
      // What a failure at the start tells of the step is not the last member's.
      lane.put("h", () => f.f64(0));
      lane.put("error", () => f.f64(0));
      lane.put("errorBefore", () => f.f64(1));
      callFault(lane, events.satisfy, unsound);
      // An intervention at the start may be what makes it sound.
      const next = pending(lane);
      f.if(
        f.le(f.get(next), lane.number("t")),
        () => callFault(lane, events.intervene, fault),
        () => f.set(fault, f.get(unsound)),
      );
      f.call(events.restart, [lane.at()]);
      if (roots > 0) {
        f.if(f.ieqz(f.get(fault)), () => {
          // What is true from the start does not fire unless asked to.
          f.if(
            lane.hostWhole("fireAtStart"),
            () => overRoots(context, (at) => f.store(lane.at(), f.f64(-1), layout.before + at)),
            () => {
              triggersAtState(context, lane);
              overRoots(context, (at) =>
                f.store(lane.at(), f.load(lane.at(), layout.now + at), layout.before + at),
              );
            },
          );
          callFault(lane, events.cascade!, fault);
        });
      }
      f.if(f.ine(f.get(fault), f.i32(ending["inconsistent-start"])), () => f.call(now, [lane.at()]));
      f.if(f.get(fault), () => f.call(finish, [lane.at(), f.get(fault)]));
      again(f.get(fault));
    });
  }

  return { inspect, firstStep, finish, begin };
}

/** Address of the entry of a lane's member. */
export function memberAddress(lane: Lane): I32 {
  const { f } = lane;
  return f.iadd(lane.hostWhole("members"), f.imul(lane.whole("member"), f.i32(MEMBER_BYTES)));
}
