import type { Model } from "#model";
import type { Kernel } from "#solve";
import { javascriptKernel } from "./compile.ts";
import { EquationBuilder } from "./equations.ts";

/**
 * A model whose observables are the rates of its reactions, then ∂rate/∂state reaction by reaction, then what one turn of
 * each reaction adds to the states, reaction by reaction.
 */
export interface CompiledElasticities {
  readonly kernel: Kernel;
  readonly states: readonly string[];
  readonly reactions: readonly string[];
  /** The values the model has, in base units. */
  nominal(): Float64Array;
}

/**
 * Compiles a model for control analysis; its derivatives are exact.
 *
 * Events are left out: a steady state knows none.
 *
 * @throws `unknown-name` (values of the past have none), `invalid-value` (rules in a circle)
 */
export function compileElasticities(model: Model): CompiledElasticities {
  const builder = new EquationBuilder({ ...model, events: [] });
  const { graph, states } = builder;
  const rates = model.reactions.map((r) => builder.node(r.rate));
  const slopes = rates.flatMap((rate) => states.map((_, j) => graph.derivative(rate, j)));
  const turns = model.reactions.flatMap((r) => builder.turn(r));
  const equations = {
    ...builder.rest(),
    rates: builder.rates(),
    observables: [...rates, ...slopes, ...turns],
    triggers: [],
    events: [],
  };
  const values = Float64Array.from(model.parameters, (p) => p.value * p.unit.factor + p.unit.offset);
  return {
    kernel: javascriptKernel(equations, model.parameters.length),
    states,
    reactions: model.reactions.map((r) => r.id),
    nominal: () => values.slice(),
  };
}
