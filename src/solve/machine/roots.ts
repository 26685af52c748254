import type { F64, Local } from "#wasm";
import { LOOKS, SLACK } from "../triggers.ts";
import { type Context, ensureDense, laneFunction, laneOffsets, overRoots } from "./context.ts";
import type { Lane } from "./lane.ts";

/**
 * Writes (lane) → share of the last step at which the first trigger has just risen, −1 when none does: looks at
 * quarters of the step and at multiples of a time, then the ITP method between two of them. See `triggers.ts`.
 */
export function findFunction(context: Context): number {
  const { layout, vector, kernel } = context;
  const highest = laneFunction(context, { takes: ["i32", "f64"], gives: "f64" }, (lane) =>
    writeHighest(lane),
  );
  const root = laneFunction(context, { takes: ["i32", "f64", "f64", "f64"], gives: "f64" }, (lane) =>
    writeRoot(lane, highest),
  );

  /** Largest value, at a share of the last step, among the triggers that can rise. */
  function writeHighest(lane: Lane): void {
    const { f } = lane;
    const theta = f.parameter<F64>(1, "f64");
    const { before, now } = layout;
    const most = f.float();
    ensureDense(context, f);
    for (const offset of laneOffsets(layout)) f.store(f.i32(offset), f.f64(0), layout.lane.theta);
    lane.put("theta", () => f.get(theta));
    lane.put("stageTime", () => f.add(lane.number("tLast"), f.mul(f.get(theta), lane.number("hLast"))));
    f.call(vector.interpolate, []);
    f.call(kernel.triggers, [lane.at()]);
    f.set(most, f.f64(Number.NEGATIVE_INFINITY));
    overRoots(context, (at) => {
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

  function writeRoot(lane: Lane, highest: number): void {
    const { f } = lane;
    const [a, b, yb] = [1, 2, 3].map((i) => f.parameter<F64>(i, "f64")) as [
      Local<F64>,
      Local<F64>,
      Local<F64>,
    ];
    const { before } = layout;
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
    overRoots(context, (at) => {
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

  return laneFunction(context, { takes: ["i32"], gives: "f64" }, (lane) => {
    const { f } = lane;
    const { now, before } = layout;
    const [high, low, theta, passed] = [f.float(), f.float(), f.float(), f.float()];
    const every = (): F64 => lane.host("lookEvery");
    f.set(low, f.f64(0));
    f.loop((again) => {
      f.set(
        passed,
        f.floor(
          f.add(
            f.div(
              f.sub(f.add(lane.number("tLast"), f.mul(f.get(low), lane.number("hLast"))), lane.host("t0")),
              every(),
            ),
            f.f64(SLACK),
          ),
        ),
      );
      f.set(
        theta,
        f.div(
          f.add(f.sub(lane.host("t0"), lane.number("tLast")), f.mul(f.add(f.get(passed), f.f64(1)), every())),
          lane.number("hLast"),
        ),
      );
      f.set(theta, f.min(f.add(f.get(low), f.f64(1 / LOOKS)), f.get(theta)));
      f.set(theta, f.select(f.get(theta), f.f64(1), f.lt(f.get(theta), f.f64(1 - SLACK))));
      f.set(high, f.call(highest, [lane.at(), f.get(theta)], 1));
      f.if(f.gt(f.get(high), f.f64(0)), () =>
        f.return(f.call<F64>(root, [lane.at(), f.get(low), f.get(theta), f.get(high)], 1)),
      );
      overRoots(context, (at) => f.store(lane.at(), f.load(lane.at(), now + at), before + at));
      f.set(low, f.get(theta));
      again(f.lt(f.get(low), f.f64(1)));
    });
    f.f64(-1);
  });
}
