import type { Code, F64, I32, Local, V128 } from "#wasm";
import type { Tableau } from "../types.ts";
import type { Layout } from "./layout.ts";
import type { KernelFunctions } from "./parts.ts";

/** Adding and subtracting it turns |y| below 1e-216 into zero and leaves |y| above 1e-184 as it is, to the bit. */
const FLUSH = 1e-200;

/** A sum over stages, and the local that it comes to stand in. */
interface WeightedSum {
  readonly weights: readonly (number | Local<V128>)[];
  readonly total: Local<V128>;
}

/** The vector part of a step, written for one method: all loops run over pairs of numbers, states or lanes. */
export interface VectorWriter {
  /** All stages of a trial step; trial state to `trial`, error in units of the tolerance to `lane.error`. */
  attempt(f: Code): void;
  /** The trial becomes the state where a lane has accepted it. */
  commit(f: Code): void;
  /** Coefficients of the interpolant. */
  dense(f: Code): void;
  /** State at share `lane.theta` of the last step, to `at`. */
  interpolate(f: Code): void;
  /** (row of each lane, θ of each lane) the same straight to rows of results. */
  interpolateRows(f: Code): void;
}

/**
 * Writes stages, error, commitment and interpolation.
 *
 *     (M/(hγ) − J)·u_i = f(t + c_i·h, y + Σ a_ij·u_j) + M·Σ (C_ij/h)·u_j + h·d_i·∂f/∂t
 *
 * With one lane a pair holds two states, with two lanes one state of each member; every sum has the same order in
 * both, so a member's bits do not depend on the lanes.
 */
export function vectorWriter(
  layout: Layout,
  tableau: Tableau,
  kernel: KernelFunctions,
  n: number,
  options: { readonly autonomous: boolean; readonly mass: boolean },
): VectorWriter {
  const { lane, host, size } = layout;
  const { a, C, c, d, gamma, stages } = tableau;
  const copies = size <= 256 ? 16 : 2;
  const sweep = (
    f: Code,
    body: (load: (base: number) => V128, at: () => never, offset: number) => void,
  ): void =>
    f.sweep(size, 16, copies, (at, offset) =>
      body((base) => f.loadV(at(), base + offset), at as () => never, offset),
    );

  const perLane = (f: Code, address: number): V128 => fromLanes(f, layout, address);

  /** Σ weight·u_j for rows of weights, each in order and in its own local; every stage is read once. */
  function sums(
    f: Code,
    load: (base: number) => V128,
    stage: Local<V128>,
    rows: readonly WeightedSum[],
  ): void {
    const begun = new Set<Local<V128>>();
    for (const [j, base] of layout.u.entries()) {
      const taking = rows.filter(({ weights }) => j < weights.length && weights[j] !== 0);
      if (taking.length === 0) continue;
      f.set(stage, load(base));
      for (const { weights, total } of taking) {
        const weight = weights[j]!;
        const term = (): V128 => {
          if (weight === 1) return f.get(stage);
          return f.vmul(f.get(stage), typeof weight === "number" ? f.v64(weight) : f.get(weight));
        };
        f.set(total, begun.has(total) ? f.vadd(f.get(total), term()) : term());
        begun.add(total);
      }
    }
    for (const { total } of rows) if (!begun.has(total)) f.set(total, f.v64(0));
  }

  function attempt(f: Code): void {
    const [h, inverse] = [f.vector(), f.vector()];
    f.set(h, perLane(f, lane.step));
    f.set(inverse, f.vdiv(f.v64(1), f.get(h)));
    f.storeV(f.i32(0), f.vdiv(f.get(inverse), f.v64(gamma)), lane.shift);
    f.call(kernel.stages!.factor, []);
    for (let i = 0; i < stages; i++) {
      const weight = d[i]!;
      const slope = options.autonomous || weight === 0 ? undefined : f.vector();
      if (slope) f.set(slope, f.vmul(f.get(h), f.v64(weight)));
      const withSlope = (value: () => V128, load: (base: number) => V128): V128 =>
        slope ? f.vadd(value(), f.vmul(f.get(slope), load(layout.ft))) : value();
      if (i === 0) {
        sweep(f, (load, at, offset) =>
          f.storeV(
            at(),
            withSlope(() => load(layout.f0), load),
            layout.u[0]! + offset,
          ),
        );
        f.call(kernel.stages!.backsolve, [f.i32(layout.u[0]!)]);
      } else {
        const coefficients = C[i]!.map((value) => {
          if (value === 0) return 0;
          const local = f.vector();
          f.set(local, f.vmul(f.get(inverse), f.v64(value)));
          return local;
        });
        const extends_ = i > 1 && isExtension(a[i]!, a[i - 1]!);
        const [stage, position, linear] = [f.vector(), f.vector(), f.vector()];
        const rows: WeightedSum[] = [{ weights: coefficients, total: linear }];
        if (!extends_) rows.push({ weights: a[i]!, total: position });
        sweep(f, (load, at, offset) => {
          sums(f, load, stage, rows);
          f.storeV(
            at(),
            extends_
              ? f.vadd(load(layout.trial), load(layout.u[i - 1]!))
              : f.vadd(load(layout.y), f.get(position)),
            layout.trial + offset,
          );
          const masked = (): V128 =>
            options.mass ? f.vand(f.get(linear), load(layout.massMask)) : f.get(linear);
          f.storeV(at(), withSlope(masked, load), layout.w + offset);
        });
        for (const local of [stage, position, linear]) f.release(local);
        for (const local of coefficients) if (local !== 0) f.release(local);
        if (!options.autonomous) {
          // One lane keeps its number in both halves, so that the store is the same.
          f.storeV(f.i32(0), f.vadd(perLane(f, lane.t), f.vmul(f.v64(c[i]!), f.get(h))), lane.stageTime);
        }
        f.call(kernel.stages!.stage, [f.i32(layout.u[i]!)]);
      }
      if (slope) f.release(slope);
    }
    finish(f);
  }

  /** Trial state and error norm. */
  function finish(f: Code): void {
    const closes = isExtension(tableau.b, a[stages - 1]!);
    const last = tableau.error.every((e, i) => e === (i === stages - 1 ? 1 : 0));
    const squares = squareSums(f, layout);
    const [stage, e, now, rtol] = [f.vector(), f.vector(), f.vector(), f.vector()];
    f.set(rtol, f.loadSplat(f.i32(0), host.rtol));
    const count = size / 16;
    const group = squares.length;
    f.sweep(size, 16 * group, count <= 16 ? 16 : 1, (at, offset) => {
      for (const [k, square] of squares.entries()) {
        const place = offset + 16 * k;
        const load = (base: number): V128 => f.loadV(at(), base + place);
        if (last) f.set(e, load(layout.u[stages - 1]!));
        else sums(f, load, stage, [{ weights: tableau.error, total: e }]);
        if (closes) f.set(now, f.vadd(load(layout.trial), last ? f.get(e) : load(layout.u[stages - 1]!)));
        else {
          sums(f, load, stage, [{ weights: tableau.b, total: now }]);
          f.set(now, f.vadd(load(layout.y), f.get(now)));
        }
        f.storeV(at(), f.get(now), layout.trial + place);
        f.set(
          e,
          f.vdiv(
            f.get(e),
            f.vadd(
              load(layout.atol),
              f.vmul(f.get(rtol), f.vpmax(f.vabs(load(layout.y)), f.vabs(f.get(now)))),
            ),
          ),
        );
        f.set(square, f.vadd(f.get(square), f.vmul(f.get(e), f.get(e))));
      }
    });
    storeNorm(f, layout, n, squares);
  }

  function commit(f: Code): void {
    const [old, mask] = [f.vector(), f.vector()];
    // A lane's mark is 1 or 0; compared with 0 it becomes a mask.
    f.set(mask, f.vne(perLane(f, lane.accepted), f.v64(0)));
    sweep(f, (load, at, offset) => {
      f.set(old, load(layout.y));
      f.storeV(at(), f.get(old), layout.yLast + offset);
      f.storeV(
        at(),
        f.vselect(f.vsub(f.vadd(load(layout.trial), f.v64(FLUSH)), f.v64(FLUSH)), f.get(old), f.get(mask)),
        layout.y + offset,
      );
    });
  }

  function dense(f: Code): void {
    const stage = f.vector();
    const rows = tableau.dense.map((weights) => ({ weights, total: f.vector() }));
    sweep(f, (load, at, offset) => {
      sums(f, load, stage, rows);
      for (const [r, { total }] of rows.entries()) f.storeV(at(), f.get(total), layout.k[r]! + offset);
    });
  }

  function interpolate(f: Code): void {
    const theta = f.vector();
    f.set(theta, perLane(f, lane.theta));
    const value = interpolant(f, layout, theta);
    sweep(f, (load, at, offset) => f.storeV(at(), value(load), layout.at + offset));
  }

  function interpolateRows(f: Code): void {
    const two = layout.lanes === 2;
    const rows = (two ? [0, 1] : [0]).map((i) => f.parameter<I32>(i, "i32"));
    const shares = rows.map((_, i) => f.parameter<F64>(rows.length + i, "f64"));
    const theta = f.vector();
    f.set(theta, f.vsplat(f.get(shares[0]!)));
    if (two) f.set(theta, f.vreplace(f.get(theta), 1, f.get(shares[1]!)));
    const value = interpolant(f, layout, theta);
    if (two) {
      // A pair is a state of each lane; in its own row it stands half as far on.
      const pair = f.vector();
      const row = f.int();
      const next = rows.map(() => f.int());
      for (const k of [0, 1]) f.set(next[k]!, f.get(rows[k]!));
      f.sweep(16 * n, 16, copies, (at, offset) => {
        f.set(row, at());
        f.set(
          pair,
          value((base) => f.loadV(f.get(row), base + offset)),
        );
        for (const k of [0, 1] as const) {
          f.storeLane(f.get(next[k]!), f.get(pair), k);
          f.set(next[k]!, f.iadd(f.get(next[k]!), f.i32(8)));
        }
      });
      return;
    }
    const pairs = Math.floor(n / 2) * 16;
    f.sweep(pairs, 16, copies, (at, offset) =>
      f.storeV(
        f.iadd(f.get(rows[0]!), at()),
        value((base) => f.loadV(at(), base + offset)),
        offset,
      ),
    );
    if (n % 2 === 1)
      f.storeLane(
        f.get(rows[0]!),
        value((base) => f.loadV(f.i32(0), base + pairs)),
        0,
        pairs,
      );
  }

  return { attempt, commit, dense, interpolate, interpolateRows };
}

/** Locals that add up the squares of errors, set to zero. The pairs of a vector take them in turn: so all orders are one. */
export function squareSums(f: Code, { lanes }: Layout): readonly Local<V128>[] {
  const squares = Array.from({ length: lanes === 1 ? 2 : 4 }, () => f.vector());
  for (const square of squares) f.set(square, f.v64(0));
  return squares;
}

/** Writes the root of the mean square to `lane.error`. */
export function storeNorm(f: Code, layout: Layout, n: number, squares: readonly Local<V128>[]): void {
  const [s0, s1, s2, s3] = squares.map((s) => (): V128 => f.get(s));
  const halves = (s: () => V128): F64 => f.add(f.vlane(s(), 0), f.vlane(s(), 1));
  // By way of a local: an address comes before the value.
  const norm = squares[0]!;
  f.set(
    norm,
    layout.lanes === 1
      ? f.vsplat(f.add(halves(s0!), halves(s1!)))
      : f.vadd(f.vadd(s0!(), s1!()), f.vadd(s2!(), s3!())),
  );
  f.set(norm, f.vsqrt(f.vdiv(f.get(norm), f.v64(Math.max(1, n)))));
  f.storeV(f.i32(0), f.get(norm), layout.lane.error);
}

/** Writes (1−θ)·y₀ + θ·(y₁ + (1−θ)·(k₁ + θ·k₂ + θ²·k₃)) pair by pair; `load` takes each vector once. */
export function interpolant(
  f: Code,
  { yLast, y, k }: Pick<Layout, "yLast" | "y" | "k">,
  theta: Local<V128>,
): (load: (base: number) => V128) => V128 {
  const [rest, bend] = [f.vector(), f.vector()];
  f.set(rest, f.vsub(f.v64(1), f.get(theta)));
  f.set(bend, f.vmul(f.get(theta), f.get(rest)));
  return (load) => {
    const nested = (r: number): V128 =>
      r === k.length - 1 ? load(k[r]!) : f.vadd(load(k[r]!), f.vmul(f.get(theta), nested(r + 1)));
    return f.vadd(
      f.vadd(f.vmul(f.get(rest), load(yLast)), f.vmul(f.get(theta), load(y))),
      k.length > 0 ? f.vmul(f.get(bend), nested(0)) : f.v64(0),
    );
  };
}

/**
 * A number of each lane, in both halves when there is one lane. Lanes write theirs one by one, and a processor makes a
 * load wait that spans two stores: they are read one by one, too.
 */
export function fromLanes(f: Code, layout: Layout, address: number): V128 {
  if (layout.lanes === 1) return f.loadSplat(f.i32(0), address);
  return f.vreplace(f.loadSplat(f.i32(0), address), 1, f.load(f.i32(0), address + 8));
}

/** True when a row is the one before it with a 1 behind: its state then is the last one plus the last stage. */
export function isExtension(row: readonly number[], before: readonly number[]): boolean {
  return row.length === before.length + 1 && row.at(-1) === 1 && before.every((x, j) => x === row[j]);
}
