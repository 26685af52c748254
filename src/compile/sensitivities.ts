import { KationError } from "#units";
import { type CompiledSystem, programOf } from "./compile.ts";
import type { Equations } from "./equations.ts";
import type { Node } from "./graph.ts";

/**
 * A model with its forward sensitivities s = ∂y/∂p as further states, exact derivatives of everything:
 *
 *     ds_i/dt = Σ_j ∂f_i/∂y_j·s_j + ∂f_i/∂p,   s_i(0) = ∂y_i(0)/∂p,   ∂o/∂p = Σ_j ∂o/∂y_j·s_j + ∂o/∂p
 *
 * States first, then those of each parameter in turn; observables likewise. Algebraic rows stay algebraic. Events that
 * a schedule fires carry sensitivities over: s⁺ = ∂g/∂y·s + ∂g/∂p; so do those that set a parameter, by what the new
 * value hangs on. Being ordinary equations, they are compiled, run in lanes and held to tolerances as any others.
 *
 * @param parameters  indices of parameters
 * @throws `unsupported-feature` for events with triggers, whose times move with the parameters, and for events that
 *   set a parameter to what hangs on states or on a parameter asked for
 */
export function withSensitivities(equations: Equations, parameters: readonly number[]): Equations {
  const { graph, rates, initial, observables, triggers, events, mass, states } = equations;
  if (triggers.length > 0)
    throw new KationError("unsupported-feature", "sensitivities across events with triggers", {
      why: "the time of such an event moves with the parameters, and the state jumps with it",
      fix: "schedule the events, or take differences of members",
    });
  const n = rates.length;
  /** Σ_j ∂node/∂y_j·s_j + ∂node/∂p, s of the k-th parameter. */
  const total = (node: Node, k: number): Node =>
    graph.add(
      graph.parameterDerivative(node, parameters[k]!),
      ...node.states.map((j) => graph.mul(graph.derivative(node, j), graph.state((k + 1) * n + j))),
    );
  const each = (make: (k: number) => readonly Node[]): Node[] => parameters.flatMap((_, k) => make(k));
  return {
    graph,
    states: [...states, ...parameters.flatMap((p) => states.map((s) => `${s}/${p}`))],
    rates: [...rates, ...each((k) => rates.map((rate) => total(rate, k)))],
    ...(mass && { mass: [...mass, ...parameters.flatMap(() => mass)] }),
    initial: [
      ...initial,
      ...each((k) => initial.map((node) => graph.parameterDerivative(node, parameters[k]!))),
    ],
    observables: [...observables, ...each((k) => observables.map((o) => total(o, k)))],
    triggers,
    events: events.map((assignments) =>
      assignments.flatMap((assignment) => {
        const { state, value } = assignment;
        if (state === undefined) {
          const fixed = parameters.every((_, k) => {
            const moved = total(value, k);
            return moved.op === "number" && moved.value === 0;
          });
          if (fixed) return [assignment];
          throw new KationError("unsupported-feature", "sensitivities to a parameter that an event sets", {
            why: "behind the event the parameter is no longer what was asked about",
            fix: "leave it out, or set it by the schedule",
          });
        }
        return [
          assignment,
          ...parameters.map((_, k) => ({ state: (k + 1) * n + state, value: total(value, k) })),
        ];
      }),
    ),
  };
}

/**
 * Compiles a system together with its sensitivities to some of its parameters.
 *
 * Observables are those of the system, then `name/parameter` for each parameter in turn.
 *
 * @throws `unknown-name` for a parameter that the system does not have; as {@link withSensitivities}
 * @example  const { program } = compileSensitivities(compileSystem(decay), ["k"]);
 */
export function compileSensitivities(
  compiled: CompiledSystem,
  parameters: readonly string[],
): CompiledSystem {
  const indices = parameters.map((name) => {
    const index = compiled.parameters.indexOf(name);
    if (index >= 0) return index;
    throw new KationError("unknown-name", `no parameter is called ${name}`, {
      fix: `one of ${compiled.parameters.slice(0, 8).join(", ")}`,
    });
  });
  const behind = (names: readonly string[]): string[] => [
    ...names,
    ...parameters.flatMap((p) => names.map((name) => `${name}/${p}`)),
  ];
  const equations = withSensitivities(compiled.equations, indices);
  return {
    ...programOf(
      { ...equations, states: behind(compiled.states) },
      { parameters: compiled.parameters, observables: behind(compiled.observables), events: compiled.events },
      [],
      new Set(),
    ),
    nominal: () => compiled.nominal(),
  };
}
