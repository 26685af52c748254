import {
  interpolant,
  type KernelFunctions,
  type Layout,
  luWriter,
  type Parts,
  type StageFunctions,
} from "#solve";
import {
  type Code,
  type Elementary,
  type ElementaryName,
  type F64,
  type I32,
  type Module,
  type Real,
  Reals,
  type Signature,
  type V128,
} from "#wasm";
import type { Node } from "../graph.ts";
import type { KernelPlan, Task } from "./plan.ts";
import { NodeWriter, type Sources } from "./write-node.ts";

/** Functions of the graph that have another name among the elementary ones. */
const elementaryOf: Readonly<Record<string, ElementaryName>> = { safepow: "powPositive" };

/** Models of at most so many states have their stages written into one function, all in locals. */
const SMALL = 6;

/** A store of one output of a task; `value` is called once, after the address. */
type Store = (f: Code, real: Reals, index: number, value: () => Real) => void;

/** A model's functions for a module of any method and number of lanes. */
export function partsOf(
  plan: KernelPlan,
  triggerEvents: readonly number[],
  form?: "straight" | "loops",
): Parts {
  const { equations, pattern, parameters, constants, scratch, numbers } = plan;
  const mass = equations.mass && Uint8Array.from(equations.mass);
  const lu = luWriter(pattern, mass, form, plan.lu);
  return {
    n: equations.rates.length,
    parameters,
    constants: parameters + constants.size,
    observables: equations.observables.length,
    roots: equations.triggers.length,
    autonomous: plan.autonomous,
    pattern,
    ...(mass && { mass }),
    luLength: lu.length,
    luTableLength: lu.table(8).length,
    luTable: lu.table,
    scratch: scratch.size,
    numbers: numbers.keys,
    triggerEvents,
    ...(equations.rates.length <= SMALL && {
      inline: {
        lu,
        rates: (real, layout, elementary, state, store) => {
          const sources = { ...sourcesOf(plan, layout, elementary, real.f, real, (g) => g.i32(0), 0), state };
          new NodeWriter(real.f, real, sources, {
            parameters,
            constants,
            scratch,
            hoisted: true,
            shared: new Map(),
            kept: new Set(),
          }).all(plan.tasks.rates.outputs, store);
        },
      },
    }),
    define: (module, layout, elementary) => new PartWriter(plan, module, layout, elementary).define(lu),
  };
}

class PartWriter {
  readonly #plan: KernelPlan;
  readonly #module: Module;
  readonly #layout: Layout;
  readonly #elementary: Elementary;

  constructor(plan: KernelPlan, module: Module, layout: Layout, elementary: Elementary) {
    this.#plan = plan;
    this.#module = module;
    this.#layout = layout;
    this.#elementary = elementary;
  }

  define(lu: ReturnType<typeof luWriter>): KernelFunctions {
    const { tasks, parameters, equations, pattern } = this.#plan;
    const layout = this.#layout;
    const { stride } = layout;
    const n = equations.rates.length;
    const nnz = pattern.columns.length;
    const byLane: Signature = { takes: ["i32"] };
    const toLane =
      (base: number): Store =>
      (f, real, i, value) =>
        real.store(lane(f), value(), base + i * stride);
    const stages = n <= SMALL ? undefined : this.#stages(lu);
    return {
      prepare: this.#scalar(byLane, tasks.prepare, layout.y, toLane(layout.c + parameters * stride)),
      initial: this.#scalar(byLane, tasks.initial, layout.y, toLane(layout.y)),
      evaluate: this.#all({ takes: [] }, tasks.evaluate, layout.y, (f, real, i, value) => {
        const address =
          i < n
            ? layout.f0 + i * stride
            : i < n + nnz
              ? layout.jac + (i - n) * stride
              : layout.ft + (i - n - nnz) * stride;
        real.store(f.i32(0), value(), address);
      }),
      ...(stages && { stages }),
      triggers: this.#scalar(byLane, tasks.triggers, layout.at, toLane(layout.now)),
      fire: this.#fire(),
      observe: this.#observe(),
    };
  }

  #stages(lu: ReturnType<typeof luWriter>): StageFunctions {
    const layout = this.#layout;
    const byLane: Signature = { takes: ["i32"] };
    const backsolve = this.#sequence(byLane, lu.backsolve(layout));
    return {
      factor: this.#sequence({ takes: [] }, lu.factor(layout)),
      backsolve,
      stage: this.#then(
        byLane,
        this.#all(byLane, this.#plan.tasks.rates, layout.trial, (f, real, i, value) =>
          real.store(
            lane(f),
            real.add(value(), real.load(f.i32(0), layout.w + i * layout.stride)),
            i * layout.stride,
          ),
        ),
        backsolve,
      ),
    };
  }

  /** A task for one lane, whose offset is the first parameter. */
  #scalar(signature: Signature, task: Task, state: number, store: Store): number {
    return this.#task(
      signature,
      task,
      (f) => [new Reals(f, 1), this.#sources(f, new Reals(f, 1), lane, state)],
      store,
    );
  }

  /** A task for all lanes at once. */
  #all(signature: Signature, task: Task, state: number, store: Store): number {
    return this.#task(
      signature,
      task,
      (f) => {
        const real = new Reals(f, this.#layout.lanes);
        return [real, this.#sources(f, real, (g) => g.i32(0), state)];
      },
      store,
    );
  }

  #sources(f: Code, real: Reals, base: (f: Code) => I32, state: number): Sources {
    return sourcesOf(this.#plan, this.#layout, this.#elementary, f, real, base, state);
  }

  #task(
    signature: Signature,
    task: Task,
    make: (f: Code) => readonly [Reals, Sources],
    store: Store,
  ): number {
    const kept = new Set<Node>();
    const { parameters, constants, scratch } = this.#plan;
    return this.#sequence(
      signature,
      task.pieces.map((piece) => (f: Code) => {
        const [real, sources] = make(f);
        const writer = new NodeWriter(f, real, sources, {
          parameters,
          constants,
          scratch,
          hoisted: task.hoisted,
          shared: task.shared,
          kept,
        });
        writer.all(
          piece.map((i) => task.outputs[i]!),
          (k, value) => store(f, real, piece[k]!, value),
        );
        writer.keep();
      }),
    );
  }

  /** One function, or one that calls several in turn. */
  #sequence(signature: Signature, bodies: readonly ((f: Code) => void)[]): number {
    if (bodies.length === 1) return this.#module.function(signature, bodies[0]!);
    const indices = bodies.map((body) => this.#module.function(signature, body));
    return this.#module.function(signature, (f) => {
      for (const index of indices)
        f.call(
          index,
          signature.takes.map((type, i) => f.get(f.parameter(i, type))),
        );
    });
  }

  #then(signature: Signature, ...indices: readonly number[]): number {
    return this.#module.function(signature, (f) => {
      for (const index of indices) f.call(index, [lane(f)]);
    });
  }

  /** Events: all right-hand sides are found before any target changes. */
  #fire(): number {
    const { events, equations } = this.#plan;
    const { stride, y, c } = this.#layout;
    const indices = events.map((task, e) =>
      this.#module.function({ takes: ["i32"] }, (f) => {
        const real = new Reals(f, 1);
        const writer = new NodeWriter(f, real, this.#sources(f, real, lane, y), {
          parameters: this.#plan.parameters,
          constants: this.#plan.constants,
          scratch: this.#plan.scratch,
          hoisted: true,
          shared: new Map(),
          kept: new Set(),
        });
        const values = task.outputs.map(() => real.local());
        writer.all(task.outputs, (i, value) => real.set(values[i]!, value()));
        equations.events[e]!.forEach(({ state, parameter }, i) => {
          const address = state !== undefined ? y + state * stride : c + parameter! * stride;
          real.store(lane(f), real.get(values[i]!), address);
        });
      }),
    );
    return this.#module.function({ takes: ["i32", "i32"] }, (f) =>
      f.switch(
        () => f.get(f.parameter<I32>(1, "i32")),
        indices.map((index) => () => f.call(index, [lane(f)])),
      ),
    );
  }

  /** For two rows at once, whatever the lanes, from the interpolant of the last step. */
  #observe(): number {
    const layout = this.#layout;
    return this.#task(
      { takes: ["i32", "i32", "f64", "f64"] },
      this.#plan.tasks.observe,
      (f) => {
        const real = new Reals(f, 2);
        const theta = f.vector();
        const [first, second] = [2, 3].map((i) => f.parameter<F64>(i, "f64"));
        f.set(theta, f.vreplace(f.vsplat(f.get(first!)), 1, f.get(second!)));
        const value = interpolant(f, layout, theta);
        const zero = (g: Code): I32 => g.i32(0);
        const state = (i: number): Real =>
          value((base) =>
            layout.lanes === 1 ? f.loadSplat(zero(f), base + 8 * i) : f.loadV(zero(f), base + 16 * i),
          ) as unknown as Real;
        return [real, { ...this.#sources(f, real, zero, 0), state }];
      },
      (f, _real, i, value) => {
        const pair = f.vector();
        f.set(pair, value() as unknown as V128);
        f.storeLane(lane(f), f.get(pair), 0, 8 * i);
        f.storeLane(f.get(f.parameter<I32>(1, "i32")), f.get(pair), 1, 8 * i);
        f.release(pair);
      },
    );
  }
}

/** The first parameter: a lane's offset, or a pointer. */
function lane(f: Code): I32 {
  return f.get(f.parameter<I32>(0, "i32"));
}

/** Where code finds states from an address on, and everything else. */
function sourcesOf(
  plan: KernelPlan,
  layout: Layout,
  elementary: Elementary,
  f: Code,
  real: Reals,
  base: (f: Code) => I32,
  state: number,
): Sources {
  const { stride } = layout;
  // Scratch of two rows of one lane is as wide as they are.
  const wide = Math.max(stride, real.stride);
  // Two rows of one lane have what the lane has, in both halves.
  const held = (address: I32, offset: number): Real =>
    real.lanes > layout.lanes
      ? (f.loadSplat(address, offset) as unknown as Real)
      : real.load(address, offset);
  return {
    state: (i) => real.load(base(f), state + i * stride),
    constant: (i) => held(base(f), layout.c + i * stride),
    // The table holds each number for every lane, so that one load serves both.
    number: (value) => held(f.i32(0), layout.numbers + plan.numbers.at(value) * stride),
    time: () => real.load(base(f), layout.lane.stageTime),
    scratch: (i) => real.load(base(f), layout.scratch + i * wide),
    keep: (i, value) => real.store(base(f), value(), layout.scratch + i * wide),
    elementary: (name) => elementary[elementaryOf[name] ?? (name as ElementaryName)],
  };
}
