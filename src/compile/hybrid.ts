import type { Model, ModelEvent } from "#model";
import type { HybridPlan, Kernel, PlannedAssignment, PlannedEvent } from "#solve";
import { javascriptKernel } from "./compile.ts";
import { EquationBuilder, paces } from "./equations.ts";
import { type Graph, type Node, ON_TIME } from "./graph.ts";

/** A model with conditions in its rates, queued events or values of the past, ready for `solveHybrid`. */
export interface CompiledHybrid {
  readonly model: Model;
  readonly kernel: Kernel;
  readonly plan: HybridPlan;
  readonly states: readonly string[];
  readonly observables: readonly string[];
  readonly events: readonly string[];
  /** The values the model has, in base units, those of modes and delays included. */
  nominal(): Float64Array;
}

const jumping: ReadonlySet<string> = new Set(["lt", "le", "gt", "ge", "eq", "ne", "floor", "ceil"]);

/**
 * Compiles any model there can be, for the step loop in JavaScript.
 *
 * Every relation (and `floor`, `ceil`) in a rate that follows states, time or values of the past becomes a mode: a parameter
 * that is held during a step, with the relation as the kernel's trigger function. Conditions of events are modes, too. Models
 * that need none of this run faster by `compile`.
 *
 * @throws `unknown-name`, `invalid-value` (rules in a circle)
 * @example  const { kernel, plan, nominal } = compileHybrid(model);
 */
export function compileHybrid(model: Model): CompiledHybrid {
  const delayed = model.delayed ?? [];
  const fast = model.reactions.some((r) => r.fast);
  const builder = new EquationBuilder(model, [
    ...delayed.map((d) => d.id),
    ...(fast ? [paces.fast, paces.slow] : []),
  ]);
  const { graph } = builder;
  const slots = model.parameters.length;
  const asked: Node[] = [];
  const ask = (node: Node): number => asked.push(node) - 1;
  const afterDelays = slots + delayed.length;
  const pace = fast ? { fast: afterDelays, slow: afterDelays + 1 } : undefined;
  const firstMode = afterDelays + (fast ? 2 : 0);
  const modes = new ModeFinder(graph, { from: slots, to: afterDelays }, firstMode);
  const rates = builder.rates().map((rate) => modes.held(rate));
  const delays = delayed.map(({ of, by, before }, i) => {
    const node = builder.node(of);
    const nested = modes.readsPast(node);
    return {
      parameter: slots + i,
      of: ask(node),
      before: ask(before ? builder.node(before) : node),
      by: ask(builder.node(by)),
      nested,
    };
  });
  const events = model.events.map((e) => planEvent(e, builder, ask, modes));
  const before = delayed.length === 0 ? -1 : asked.length;
  if (before >= 0) for (const id of builder.states) ask(builder.initial(id, graph.time()));
  const equations = { ...builder.rest(), rates, triggers: modes.values, events: [], asked };
  const parameters = firstMode + modes.parameters;
  const values = model.parameters.map((p) => p.value * p.unit.factor + p.unit.offset);
  return {
    model,
    kernel: javascriptKernel(equations, parameters),
    plan: {
      modes: modes.places,
      timed: modes.timed,
      asked: asked.length,
      events,
      delays,
      before,
      ...(pace && { pace }),
    },
    states: builder.states,
    observables: model.observables.map((o) => o.id),
    events: model.events.map((e) => e.id),
    nominal: () => {
      const out = new Float64Array(parameters);
      out.set(values);
      return out;
    },
  };
}

function planEvent(
  event: ModelEvent,
  builder: EquationBuilder,
  ask: (node: Node) => number,
  modes: ModeFinder,
): PlannedEvent {
  const { queue } = event;
  const trigger = event.trigger ? builder.node(event.trigger) : builder.graph.number(0);
  // Without a queue a trigger is what rises through zero; with one it is a condition.
  const condition = queue ? trigger : builder.graph.apply("gt", [trigger, builder.graph.number(0)]);
  modes.watch(condition);
  return {
    condition: ask(condition),
    ...(queue?.delay && { delay: ask(builder.node(queue.delay)) }),
    ...(queue?.priority && { priority: ask(builder.node(queue.priority)) }),
    persistent: queue?.persistent ?? true,
    initialValue: queue?.initialValue ?? true,
    valuesFromTrigger: queue?.valuesFromTrigger ?? false,
    assignments: event.assignments.map(({ symbol, expr }): PlannedAssignment => {
      const size = builder.sizeOf(symbol);
      return {
        ...builder.target(symbol, event.id),
        value: ask(builder.node(expr)),
        ...(size && { size: ask(size) }),
      };
    }),
  };
}

/** Finds what jumps in rates and conditions, and puts parameters in its place. */
class ModeFinder {
  readonly values: Node[] = [];
  readonly places: number[] = [];
  parameters = 0;
  readonly #graph: Graph;
  readonly #delays: { readonly from: number; readonly to: number };
  readonly #first: number;
  readonly #held = new Map<Node, Node>();
  readonly #pasts = new Map<Node, boolean>();
  readonly #watched = new Set<Node>();

  /**
   * @param delays  parameters that hold values of the past
   * @param first   first parameter of modes
   */
  constructor(graph: Graph, delays: { readonly from: number; readonly to: number }, first: number) {
    this.#graph = graph;
    this.#delays = delays;
    this.#first = first;
  }

  get timed(): Uint8Array {
    return Uint8Array.from(this.values, (v) => (v.states.length === 0 && !this.readsPast(v) ? 1 : 0));
  }

  /** True when a value of the past is in a node. */
  readsPast(node: Node): boolean {
    const { from, to } = this.#delays;
    if (node.op === "parameter") return node.value >= from && node.value < to;
    if (node.args.length === 0 || from === to) return false;
    const known = this.#pasts.get(node);
    if (known !== undefined) return known;
    const reads = node.args.some((arg) => this.readsPast(arg));
    this.#pasts.set(node, reads);
    return reads;
  }

  /** The node with a parameter for everything in it that jumps. */
  held(node: Node): Node {
    if (node.args.length === 0 || !this.#varies(node)) return node;
    const known = this.#held.get(node);
    if (known) return known;
    const made = jumping.has(node.op) ? this.#mode(node) : this.#rebuilt(node);
    this.#held.set(node, made);
    return made;
  }

  /** Ends steps where a condition changes. */
  watch(condition: Node): void {
    if (condition.op === "number" || !this.#varies(condition) || this.#watched.has(condition)) return;
    this.#watched.add(condition);
    this.#add(condition, -1);
    this.#equalities(condition);
  }

  #mode(node: Node): Node {
    const parameter = this.#first + this.parameters++;
    this.#add(node, parameter);
    this.#equalities(node);
    return this.#graph.parameter(parameter);
  }

  /** An equality holds for a moment: the steps end where its sides cross. */
  #equalities(node: Node): void {
    if (node.op === "eq" || node.op === "ne") {
      const crossing = this.#graph.apply("lt", node.args);
      if (this.#varies(crossing) && !this.#watched.has(crossing)) {
        this.#watched.add(crossing);
        this.#add(crossing, -1);
      }
    }
    for (const arg of node.args) this.#equalities(arg);
  }

  #add(value: Node, place: number): void {
    this.values.push(value);
    this.places.push(place);
  }

  #varies(node: Node): boolean {
    return node.states.length > 0 || (node.on & ON_TIME) !== 0 || this.readsPast(node);
  }

  #rebuilt(node: Node): Node {
    const args = node.args.map((arg) => this.held(arg));
    if (args.every((arg, i) => arg === node.args[i])) return node;
    return this.#graph.rebuild(node, args);
  }
}
