import type { Code, I32, Local } from "#wasm";
import { byLane, type Context, ensureDense, laneFunction, laneOffsets } from "./context.ts";
import { Lane } from "./lane.ts";

/** What puts results where they go. */
export interface ReportFunctions {
  /** () all outputs inside the last step, for each lane those up to its time and before its `until`. */
  readonly report: number;
  /** (lane) outputs due by now, as things stand. */
  readonly now: number;
}

/** What a lane needs while it reports, in locals. */
interface Reporting {
  readonly due: Local<I32>;
  readonly row: Local<I32>;
  readonly states: Local<I32>;
  readonly observed: Local<I32>;
}

/** Writes the reporting of results. */
export function reportFunctions(context: Context): ReportFunctions {
  const { module, layout, vector, kernel, parts } = context;
  const offsets = laneOffsets(layout);
  const row = laneFunction(context, byLane, writeRow);
  const report = module.function({ takes: [] }, writeReport);
  const now = laneFunction(context, byLane, writeNow);

  /** Calls `observe` with each lane's pointer, or the place for what nobody wants. */
  function observe(f: Code, wanted: (offset: number) => I32): void {
    if (parts.observables === 0) return;
    const { lane, host } = layout;
    const any = f.int();
    f.set(any, f.i32(0));
    const pointers = offsets.map((offset) => {
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
        kernel.observe,
        pointers.map((p) => f.get(p)),
      ),
    );
    for (const p of [any, ...pointers]) f.release(p);
  }

  /** What was observed is in its place: keeps the state, too, where it is asked for, and moves on to the next row. */
  function writeRow(lane: Lane): void {
    const { f } = lane;
    const { n, observables } = parts;
    const { at, stride } = layout;
    f.if(lane.whole("states"), () => {
      lane.copy(n, [() => lane.at(), at, stride], [() => lane.whole("states"), 0, 8]);
      lane.count("states", 8 * n);
    });
    f.if(lane.whole("observed"), () => lane.count("observed", 8 * observables));
    lane.count("written", 8);
  }

  /** All outputs inside the last step, for each lane those up to its time and before its `until`. */
  function writeReport(f: Code): void {
    const { n, observables } = parts;
    const lanes = offsets.map((offset) => {
      const place = f.int();
      f.set(place, f.i32(offset));
      const lane = new Lane(f, layout, place);
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
        ensureDense(context, f);
        toRows(f, lanes, "states", 8 * n, () =>
          f.call(vector.interpolateRows, [
            ...lanes.map(({ row }) => f.get(row)),
            ...lanes.map(({ theta }) => f.get(theta)),
          ]),
        );
        if (observables > 0)
          toRows(f, lanes, "observed", 8 * observables, () => {
            for (const { lane, theta, time } of lanes) {
              lane.put("theta", () => f.get(theta));
              lane.put("stageTime", () => f.get(time));
            }
            f.call(vector.interpolate, []);
            f.call(
              kernel.observe,
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
  function toRows(
    f: Code,
    lanes: readonly Reporting[],
    which: "states" | "observed",
    bytes: number,
    write: () => void,
  ): void {
    const any = f.int();
    f.set(any, f.i32(0));
    for (const lane of lanes) {
      f.set(lane.row, f.loadI32(f.i32(0), layout.host.dump));
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
  function writeNow(lane: Lane): void {
    const { f } = lane;
    const due = f.int();
    f.loop((again) => {
      f.set(due, f.iltu(lane.whole("written"), lane.hostWhole("timesEnd")));
      f.if(f.get(due), () => f.set(due, f.le(f.load(lane.whole("written")), lane.number("t"))));
      f.if(f.get(due), () => {
        lane.copyVector(parts.n, layout.y, layout.at);
        lane.put("stageTime", () => f.load(lane.whole("written")));
        observe(f, (offset) => f.ieq(lane.at(), f.i32(offset)));
        f.call(row, [lane.at()]);
      });
      again(f.get(due));
    });
  }

  return { report, now };
}
