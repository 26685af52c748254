import { pow } from "#units";
import type { Code, I32 } from "#wasm";
import { fifthRoot, stepControl } from "../step-control.ts";
import {
  byLane,
  type Context,
  CROWD,
  callFault,
  ending,
  ensureDense,
  faultOf,
  growth,
  keyOf,
  laneFunction,
  laneOffsets,
  pending,
} from "./context.ts";
import { eventFunctions } from "./events.ts";
import { Lane } from "./lane.ts";
import { memberAddress, memberFunctions } from "./members.ts";
import { reportFunctions } from "./report.ts";
import { findFunction } from "./roots.ts";

/** Rejections in a row for a weak pivot before the member is given to a method that pivots. */
const WEAK = 6;

/**
 * Writes the step loop, the function `run`: members are taken from a table, stepped, watched for events, reported and
 * replaced by the next, each lane for itself.
 *
 * It does what `solve.ts` and `stepper.ts` do in JavaScript; see there for why.
 */
export function writeDriver(context: Context): void {
  const { module, layout, tableau, kernel, parts, vector } = context;
  const offsets = laneOffsets(layout);
  const events = eventFunctions(context);
  const { restart, intervene, cascade } = events;
  const find = parts.roots > 0 ? findFunction(context) : undefined;
  const reports = reportFunctions(context);
  const { report, now } = reports;
  const { inspect, firstStep, finish, begin } = memberFunctions(context, events, reports);
  const resting = laneFunction(context, faultOf, writeResting);
  const { powPositive } = context.elementary;
  const { attempt, commit } = vector;
  const key = (name: string, ...calls: number[]): string => keyOf(context, name, calls);
  const control = laneFunction(
    context,
    faultOf,
    writeControl,
    key("control", resting, finish, begin, firstStep),
  );
  const judge = laneFunction(context, byLane, writeJudge, key("judge", powPositive, finish, begin, inspect));
  const arrive = laneFunction(
    context,
    byLane,
    writeArrive,
    parts.roots > 0 ? undefined : key("arrive", report, intervene, now, finish, begin),
  );
  const all = [begin, kernel.evaluate, inspect, control, attempt, judge, commit, arrive, report];
  module.export("run", module.function({ takes: [] }, writeRun, key("run", ...all)));

  /** Ends the member and begins the next. */
  function end(lane: Lane, status: keyof typeof ending): void {
    const { f } = lane;
    f.call(finish, [lane.at(), f.i32(ending[status])]);
    f.call(begin, [lane.at()]);
  }

  /** Settles the size of the next step; 1 when a new member took the lane, whose rates are still to be found. */
  function writeControl(lane: Lane): void {
    const { f } = lane;
    const [limit, wished, left, step] = [f.float(), f.float(), f.float(), f.float()];
    const over = (status: keyof typeof ending): void => {
      end(lane, status);
      f.return(f.i32(1));
    };
    f.if(f.gt(lane.host("restTime"), f.f64(0)), () =>
      f.if(f.call<I32>(resting, [lane.at()], 1), () => over("done")),
    );
    f.if(f.ge(lane.number("t"), lane.host("tEnd")), () => over("done"));
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
          lane.put("h", () => f.call(firstStep, [lane.at(), f.get(left)], 1));
          f.if(f.gt(lane.host("hStart"), f.f64(0)), () => lane.put("h", () => lane.host("hStart")));
        },
        // After a jump: what the rates ask for now, never above what was possible before.
        () => lane.put("h", () => f.call(firstStep, [lane.at(), lane.number("most")], 1)),
      );
      f.if(f.gt(lane.host("hFixed"), f.f64(0)), () => lane.put("h", () => lane.host("hFixed")));
      lane.putWhole("first", () => f.i32(0));
    });
    f.if(f.ige(f.iadd(lane.whole("steps"), lane.whole("rejected")), lane.hostWhole("maxSteps")), () =>
      over("too-many-steps"),
    );
    const next = pending(lane);
    f.set(limit, f.min(lane.host("tEnd"), f.get(next)));
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

  /** How far this state is from rest to the member's entry; 1 when it is there. */
  function writeResting(lane: Lane): void {
    const { f } = lane;
    const { y, f0, atol, restWeight, stride } = layout;
    const { n, autonomous } = parts;
    if (n > 0) {
      const [most, share, at, left] = [f.float(), f.float(), f.int(), f.int()];
      f.set(most, f.f64(0));
      f.set(at, lane.at());
      f.set(left, f.i32(n));
      f.loop((again) => {
        f.set(
          share,
          f.div(
            f.mul(f.mul(f.abs(f.load(f.get(at), f0)), lane.host("restTime")), f.load(f.get(at), restWeight)),
            f.add(f.load(f.get(at), atol), f.mul(lane.host("rtol"), f.abs(f.load(f.get(at), y)))),
          ),
        );
        f.if(f.ieqz(f.le(f.get(share), f.get(most))), () => f.set(most, f.get(share)));
        f.set(at, f.iadd(f.get(at), f.i32(stride)));
        again(f.tee(left, f.isub(f.get(left), f.i32(1))));
      });
      f.store(memberAddress(lane), f.get(most), 56);
      if (autonomous) f.if(f.le(f.get(most), f.f64(1)), () => f.return(f.i32(1)));
    }
    f.i32(0);
  }

  /** Accepts or rejects what was tried, and says how long the next step may be. */
  function writeJudge(lane: Lane): void {
    const { f } = lane;
    const [e, step, root, factor, most] = [f.float(), f.float(), f.float(), f.float(), f.float()];
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
            f.f64(stepControl.shrink),
            f.mul(
              f.f64(stepControl.safety),
              growth(context, f, () => f.get(e)),
            ),
          ),
        ),
      );
      lane.put("h", () => f.mul(f.get(step), f.get(factor)));
      lane.putWhole("rejectedBefore", () => f.i32(1));
      f.if(f.ige(lane.whole("weak"), f.i32(WEAK)), () => {
        end(lane, "weak-pivot");
        f.return();
      });
      f.if(f.ne(f.get(e), f.get(e)), () => {
        f.call(inspect, []);
        f.if(f.eq(lane.number("sound"), f.f64(0)), () => end(lane, "not-finite"));
      });
      f.return();
    });
    f.set(
      most,
      f.select(
        f.f64(stepControl.growth),
        f.f64(stepControl.firstGrowth),
        f.gt(lane.number("hBefore"), f.f64(0)),
      ),
    );
    f.set(factor, f.get(most));
    f.if(f.gt(f.get(e), f.f64(0)), () => {
      // Gustafsson's predictive control where it is the more careful one; the root of a quotient from roots kept.
      f.set(
        root,
        growth(context, f, () => f.get(e)),
      );
      f.set(factor, f.mul(f.f64(stepControl.safety), f.get(root)));
      f.if(f.gt(lane.number("hBefore"), f.f64(0)), () =>
        f.set(
          factor,
          f.min(
            f.get(factor),
            f.div(
              f.mul(
                f.mul(f.f64(stepControl.safety), f.div(f.get(step), lane.number("hBefore"))),
                f.mul(f.get(root), f.get(root)),
              ),
              lane.number("errorBefore"),
            ),
          ),
        ),
      );
      f.set(factor, f.max(f.f64(stepControl.shrink), f.get(factor)));
      f.set(factor, f.min(f.get(most), f.get(factor)));
      lane.put("errorBefore", () => f.min(f.get(root), f.f64(growthAtFloor())));
    });
    f.if(f.eq(f.get(e), f.f64(0)), () => lane.put("errorBefore", () => f.f64(growthAtFloor())));
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

  /** Growth at the least error that the controller remembers. */
  function growthAtFloor(): number {
    const q = Math.sqrt(Math.sqrt(stepControl.floor));
    const power = tableau.embedded + 1;
    if (power === 4) return 1 / q;
    return power === 5 ? fifthRoot(q) : pow(stepControl.floor, -1 / power);
  }

  /** After a step: where a trigger rose or an intervention is due, what happens there; else says what to report. */
  function writeArrive(lane: Lane): void {
    const { f } = lane;
    const { roots, n } = parts;
    const { layout } = lane;
    const [fault, theta, root, near] = [f.int(), f.float(), f.float(), f.float()];
    const due = f.int();
    const next = pending(lane);
    f.set(due, f.ge(lane.number("t"), f.get(next)));
    if (roots > 0) {
      f.set(theta, f.call(find!, [lane.at()], 1));
      f.if(f.iand(f.lt(f.get(theta), f.f64(0)), f.ieqz(f.get(due))), () => f.return());
    } else {
      f.if(f.ieqz(f.get(due)), () => f.return());
    }
    lane.put("most", () => lane.number("h"));
    // Only this lane reports now; the others do what they have to later.
    const others = offsets.map((offset) => {
      const until = f.float();
      f.set(until, f.load(f.i32(offset), layout.lane.until));
      f.store(f.i32(offset), f.f64(Number.NEGATIVE_INFINITY), layout.lane.until);
      return until;
    });
    f.set(root, lane.number("t"));
    if (roots > 0)
      f.if(f.ge(f.get(theta), f.f64(0)), () =>
        f.set(root, f.add(lane.number("tLast"), f.mul(f.get(theta), lane.number("hLast")))),
      );
    lane.put("until", () => f.get(root));
    f.call(report, []);
    for (const [i, offset] of offsets.entries()) f.store(f.i32(offset), f.get(others[i]!), layout.lane.until);
    if (roots > 0) {
      f.if(f.ge(f.get(theta), f.f64(0)), () => {
        f.store(lane.at(), f.get(theta), layout.lane.theta);
        ensureDense(context, f);
        f.call(vector.interpolate, []);
        lane.copyVector(n, layout.at, layout.y);
        lane.put("t", () => f.get(root));
        f.call(restart, [lane.at()]);
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
          () => callFault(lane, cascade!, fault),
        );
      });
    }
    f.if(f.ieqz(f.get(fault)), () =>
      // Firing events schedules nothing: what was pending still is.
      f.if(f.ge(lane.number("t"), f.get(next)), () => {
        callFault(lane, intervene, fault);
        if (roots > 0) f.if(f.ieqz(f.get(fault)), () => callFault(lane, cascade!, fault));
      }),
    );
    f.if(f.ine(f.get(fault), f.i32(ending["inconsistent-start"])), () => f.call(now, [lane.at()]));
    lane.put("until", () => f.f64(Number.NEGATIVE_INFINITY));
    lane.putWhole("first", () => f.i32(2));
    f.if(f.get(fault), () => {
      f.call(finish, [lane.at(), f.get(fault)]);
      f.call(begin, [lane.at()]);
    });
  }

  /** The loop. */
  function writeRun(f: Code): void {
    const lanes = offsets.map((offset) => {
      const place = f.int();
      f.set(place, f.i32(offset));
      return new Lane(f, layout, place);
    });
    const { host } = layout;
    const any = f.int();
    const busy = (lane: Lane): I32 => f.ige(lane.whole("member"), f.i32(0));
    const anyOf = (test: (lane: Lane) => I32): I32 =>
      lanes.reduce<I32>(
        (sum, lane, i) => (i === 0 ? test(lane) : f.ior(sum, test(lane))),
        undefined as never,
      );
    for (const lane of lanes) f.call(begin, [lane.at()]);
    f.block((leave) => {
      f.loop((again) => {
        leave(f.ieqz(anyOf(busy)));
        f.if(f.ieqz(f.loadI32(f.i32(0), host.fresh)), () => {
          if (!parts.autonomous) for (const lane of lanes) lane.put("stageTime", () => lane.number("t"));
          f.call(kernel.evaluate, []);
          f.storeI32(f.i32(0), f.i32(1), host.fresh);
        });
        f.if(
          anyOf((lane) => lane.whole("first")),
          () => f.call(inspect, []),
        );
        f.set(any, f.i32(0));
        for (const lane of lanes)
          f.if(busy(lane), () => f.set(any, f.ior(f.get(any), f.call<I32>(control, [lane.at()], 1))));
        f.if(f.ieqz(f.get(any)), () => {
          f.call(vector.attempt, []);
          f.storeI32(f.i32(0), f.i32(0), host.denseReady);
          for (const lane of lanes) {
            lane.put("until", () => f.f64(Number.NEGATIVE_INFINITY));
            lane.put("accepted", () => f.f64(0));
          }
          for (const lane of lanes) f.if(busy(lane), () => f.call(judge, [lane.at()]));
          f.if(
            anyOf((lane) => f.ne(lane.number("accepted"), f.f64(0))),
            () => {
              f.call(vector.commit, []);
              for (const lane of lanes)
                f.if(f.ne(lane.number("accepted"), f.f64(0)), () => {
                  lane.put("until", () => f.f64(Number.POSITIVE_INFINITY));
                  if (parts.roots > 0) f.call(arrive, [lane.at()]);
                  else
                    f.if(f.iltu(lane.whole("schedule"), lane.whole("scheduleEnd")), () =>
                      f.call(arrive, [lane.at()]),
                    );
                });
              f.call(report, []);
            },
          );
        });
        again(f.i32(1));
      });
    });
  }
}
