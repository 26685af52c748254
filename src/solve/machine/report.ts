import type { Code, F64, I32, Local } from "#wasm";
import { byLane, type Context, ensureDense, laneFunction, laneOffsets } from "./context.ts";
import { Lane } from "./lane.ts";

/** What puts results where they go. */
export interface ReportFunctions {
  /** () all outputs inside the last step, for each lane those up to its time and before its `until`. */
  readonly report: number;
  /** (lane) outputs due by now, as things stand. */
  readonly now: number;
}

/** What a lane needs while it reports: where its next time stands, where its next results go, its last step. */
type Reporting = Readonly<Record<"written" | "states" | "observed", Local<I32>>> &
  Readonly<Record<"t" | "until" | "tLast" | "hLast", Local<F64>>>;

/** One of the two rows that are found at once, in locals. */
interface Row {
  readonly of: Reporting;
  /** Times of this lane between the next one and this row. */
  readonly ahead: 0 | 1;
  readonly due: Local<I32>;
  readonly time: Local<F64>;
  readonly theta: Local<F64>;
  /** Where results go. */
  readonly place: Local<I32>;
}

/** Writes the reporting of results. */
export function reportFunctions(context: Context): ReportFunctions {
  const { module, layout, vector, kernel, parts } = context;
  const offsets = laneOffsets(layout);
  const row = laneFunction(context, byLane, writeRow);
  const report = module.function({ takes: [] }, writeReport);
  const now = laneFunction(context, byLane, writeNow);

  /** What was observed is in its place: keeps the state, too, where it is asked for, and moves on to the next row. */
  function writeRow(lane: Lane): void {
    const { f } = lane;
    const { n, observables } = parts;
    const { y, stride } = layout;
    f.if(lane.whole("states"), () => {
      lane.copy(n, [() => lane.at(), y, stride], [() => lane.whole("states"), 0, 8]);
      lane.count("states", 8 * n);
    });
    f.if(lane.whole("observed"), () => lane.count("observed", 8 * observables));
    lane.count("written", 8);
  }

  /** All outputs inside the last step, for each lane those up to its time and before its `until`, two rows at a time. */
  function writeReport(f: Code): void {
    const { n, observables } = parts;
    const lanes = offsets.map((offset) => {
      const place = f.int();
      f.set(place, f.i32(offset));
      const lane = new Lane(f, layout, place);
      const pointers = { written: f.int(), states: f.int(), observed: f.int() };
      for (const [name, local] of Object.entries(pointers))
        f.set(local, lane.whole(name as keyof typeof pointers));
      const step = { t: f.float(), until: f.float(), tLast: f.float(), hLast: f.float() };
      for (const [name, local] of Object.entries(step)) f.set(local, lane.number(name as keyof typeof step));
      return { lane, ...pointers, ...step };
    });
    const end = f.int();
    f.set(end, f.loadI32(f.i32(0), layout.host.timesEnd));
    const rowOf = (of: Reporting, ahead: 0 | 1): Row => {
      return { of, ahead, due: f.int(), time: f.float(), theta: f.float(), place: f.int() };
    };
    const first = rowOf(lanes[0]!, 0);
    const second = lanes.length === 1 ? rowOf(lanes[0]!, 1) : rowOf(lanes[1]!, 0);
    const rows = [first, second];
    f.block((leave) => {
      f.loop((again) => {
        for (const { of, ahead, due, time, theta } of rows) {
          f.set(theta, ahead === 1 ? f.get(first.theta) : f.f64(0));
          // Behind the last time stands another number of the host's: read, and not used.
          f.set(time, f.load(f.get(of.written), 8 * ahead));
          f.set(
            due,
            f.iand(
              f.iltu(f.iadd(f.get(of.written), f.i32(8 * ahead)), f.get(end)),
              f.iand(f.le(f.get(time), f.get(of.t)), f.lt(f.get(time), f.get(of.until))),
            ),
          );
          if (ahead === 0 && lanes.length === 1) leave(f.ieqz(f.get(due)));
          f.if(f.get(due), () =>
            f.set(
              theta,
              f.select(
                f.f64(1),
                f.div(f.sub(f.get(time), f.get(of.tLast)), f.get(of.hLast)),
                f.eq(f.get(time), f.get(of.t)),
              ),
            ),
          );
        }
        if (lanes.length === 2) leave(f.ieqz(f.ior(f.get(first.due), f.get(second.due))));
        ensureDense(context, f);
        if (lanes.length === 2)
          toRows(f, rows, "states", 8 * n, () =>
            f.call(vector.interpolateRows, [
              ...rows.map(({ place }) => f.get(place)),
              ...rows.map(({ theta }) => f.get(theta)),
            ]),
          );
        else
          for (const one of rows)
            f.if(f.get(one.due), () =>
              toRows(f, [one], "states", 8 * n, () =>
                f.call(vector.interpolateRows, [f.get(one.place), f.get(one.theta)]),
              ),
            );
        if (observables > 0)
          toRows(f, rows, "observed", 8 * observables, () => {
            for (const [i, { time }] of rows.entries())
              f.store(f.i32(8 * i), f.get(time), layout.lane.stageTime);
            f.call(kernel.observe, [
              ...rows.map(({ place }) => f.get(place)),
              ...rows.map(({ theta }) => f.get(theta)),
            ]);
          });
        for (const { of, due } of rows)
          f.set(of.written, f.iadd(f.get(of.written), f.ishl(f.get(due), f.i32(3))));
        again(f.i32(1));
      });
    });
    for (const { lane, written, states, observed } of lanes) {
      lane.putWhole("written", () => f.get(written));
      lane.putWhole("states", () => f.get(states));
      lane.putWhole("observed", () => f.get(observed));
    }
  }

  /** Points each row to where its results go, or to where nobody looks; writes them; moves on by a row. */
  function toRows(
    f: Code,
    rows: readonly Row[],
    which: "states" | "observed",
    bytes: number,
    write: () => void,
  ): void {
    const any = f.int();
    f.set(any, f.i32(0));
    for (const { of, due, place } of rows) {
      f.set(place, f.loadI32(f.i32(0), layout.host.dump));
      f.if(f.get(due), () =>
        f.if(f.get(of[which]), () => {
          f.set(place, f.get(of[which]));
          f.set(of[which], f.iadd(f.get(of[which]), f.i32(bytes)));
          f.set(any, f.i32(1));
        }),
      );
    }
    f.if(f.get(any), write);
    f.release(any);
  }

  /** Outputs due by now, as things stand after an event or intervention. */
  function writeNow(lane: Lane): void {
    const { f } = lane;
    const { n, observables } = parts;
    const { y } = layout;
    const due = f.int();
    f.loop((again) => {
      f.set(due, f.iltu(lane.whole("written"), lane.hostWhole("timesEnd")));
      f.if(f.get(due), () => f.set(due, f.le(f.load(lane.whole("written")), lane.number("t"))));
      f.if(f.get(due), () => {
        if (observables > 0)
          f.if(lane.whole("observed"), () => {
            // A step that stands still where the state is; −0 is what leaves any number its sign.
            lane.copyVector(n, y, layout.yLast);
            for (const k of layout.k) lane.fill(n, k, -0);
            const dump = (): I32 => f.loadI32(f.i32(0), layout.host.dump);
            lane.put("stageTime", () => f.load(lane.whole("written")));
            f.call(kernel.observe, [
              ...(layout.lanes === 1
                ? [lane.whole("observed"), dump()]
                : offsets.map((offset) =>
                    f.select(lane.whole("observed"), dump(), f.ieq(lane.at(), f.i32(offset))),
                  )),
              f.f64(0),
              f.f64(0),
            ]);
          });
        f.call(row, [lane.at()]);
      });
      again(f.get(due));
    });
  }

  return { report, now };
}
