import type { I32 } from "#wasm";
import {
  byLane,
  type Context,
  CROWD,
  callFault,
  ending,
  faultOf,
  laneFunction,
  overRoots,
} from "./context.ts";
import type { Lane } from "./lane.ts";
import { ENTRY_BYTES } from "./layout.ts";

/** What happens to a lane at one time. */
export interface EventFunctions {
  /** (lane) says that state or parameters have changed. */
  readonly restart: number;
  /** (lane) → fault: makes the algebraic states satisfy their equations here and now. */
  readonly satisfy: number;
  /** (lane) → fault: carries out everything scheduled for now. */
  readonly intervene: number;
  /** (lane) → fault: fires what has risen, then what that makes rise. Without triggers there is none. */
  readonly cascade: number | undefined;
}

/** Writes events and interventions. */
export function eventFunctions(context: Context): EventFunctions {
  const { layout, kernel, host, parts } = context;
  const restart = laneFunction(context, byLane, writeRestart);
  const satisfy = laneFunction(context, faultOf, writeSatisfy);
  const fire = laneFunction(context, { takes: ["i32", "i32"], gives: "i32" }, writeFire);
  const intervene = laneFunction(context, faultOf, writeIntervene);
  const cascade = parts.roots > 0 ? laneFunction(context, faultOf, writeCascade) : undefined;

  function writeSatisfy(lane: Lane): void {
    const { f } = lane;
    if (!parts.mass) f.return(f.i32(0));
    else {
      f.if(f.call<I32>(host.consistent, [lane.at()], 1), () => f.return(f.i32(ending["inconsistent-start"])));
      f.return(f.i32(0));
    }
    f.i32(0);
  }

  function writeRestart(lane: Lane): void {
    const { f } = lane;
    lane.putHost("fresh", () => f.i32(0));
    lane.put("hBefore", () => f.f64(0));
    lane.putWhole("rejectedBefore", () => f.i32(0));
    lane.count("evaluations");
  }

  function writeFire(lane: Lane): void {
    const { f } = lane;
    f.call(kernel.fire, [lane.at(), f.get(f.parameter<I32>(1, "i32"))]);
    f.call(kernel.prepare, [lane.at()]);
    f.call(restart, [lane.at()]);
    f.call<I32>(satisfy, [lane.at()], 1);
  }

  /** Carries out everything scheduled for now. Entries: 0 sets a parameter, 1 fires an event, 2 makes it sound. */
  function writeIntervene(lane: Lane): void {
    const { f } = lane;
    const { stride, c } = layout;
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
            () => f.set(fault, f.call(fire, [lane.at(), f.loadI32(f.get(entry), 20)], 1)),
            () => {
              f.call(kernel.prepare, [lane.at()]);
              callFault(lane, satisfy, fault);
            },
          ],
        );
        lane.count("schedule", ENTRY_BYTES);
        again(f.i32(1));
      });
    });
    f.call(restart, [lane.at()]);
    f.get(fault);
  }

  /** Fires what has risen here, then what that makes rise, until nothing does. */
  function writeCascade(lane: Lane): void {
    const { f } = lane;
    const { now, before, risen, stride } = layout;
    const [round, any, fault] = [f.int(), f.int(), f.int()];
    f.loop((again) => {
      triggersAtState(context, lane);
      f.set(any, f.i32(0));
      overRoots(context, (at) => {
        f.storeI32(
          lane.at(),
          f.iand(f.le(f.load(lane.at(), before + at), f.f64(0)), f.gt(f.load(lane.at(), now + at), f.f64(0))),
          risen + at,
        );
        f.set(any, f.ior(f.get(any), f.loadI32(lane.at(), risen + at)));
        f.store(lane.at(), f.load(lane.at(), now + at), before + at);
      });
      f.if(f.ieqz(f.get(any)), () => f.return(f.i32(0)));
      parts.triggerEvents.forEach((event, i) => {
        f.if(f.loadI32(lane.at(), risen + i * stride), () => {
          f.set(fault, f.call(fire, [lane.at(), f.i32(event)], 1));
          f.call(host.fired, [lane.at(), f.i32(event)]);
        });
      });
      // Events of one time act together: only what they leave behind must be sound.
      f.if(f.get(fault), () => f.return(f.get(fault)));
      again(f.ilt(f.tee(round, f.iadd(f.get(round), f.i32(1))), f.i32(CROWD)));
    });
    f.i32(ending["event-repeats"]);
  }

  return { restart, satisfy, intervene, cascade };
}

/** Trigger functions at the state of a lane. */
export function triggersAtState({ layout, kernel, parts }: Context, lane: Lane): void {
  const { f } = lane;
  lane.copyVector(parts.n, layout.y, layout.at);
  lane.put("stageTime", () => lane.number("t"));
  f.call(kernel.triggers, [lane.at()]);
}
