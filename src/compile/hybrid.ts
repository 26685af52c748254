import type { Model, ModelEvent } from "#model";
import type { HybridPlan, Kernel, PlannedAssignment, PlannedEvent } from "#solve";
import { javascriptKernel } from "./compile.ts";
import { EquationBuilder, paces } from "./equations.ts";
import type { Node } from "./graph.ts";
import { ModeFinder } from "./modes.ts";

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
