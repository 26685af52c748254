import { type Expr, sym } from "#expr";
import type { Model } from "#model";
import { KationError } from "#units";
import { Graph, type Node } from "./graph.ts";

/** A model as equations over one graph, all in base units; states are species that reactions may change, then variables. */
export interface Equations {
  readonly graph: Graph;
  readonly states: readonly string[];
  readonly rates: readonly Node[];
  /** 0 for algebraic rows (0 = rate), 1 for differential ones; absent when all are 1. */
  readonly mass?: readonly (0 | 1)[];
  readonly initial: readonly Node[];
  readonly observables: readonly Node[];
  readonly triggers: readonly Node[];
  /** Per event: target (state or parameter index) and new value. */
  readonly events: readonly (readonly {
    readonly state?: number;
    readonly parameter?: number;
    readonly value: Node;
  }[])[];
}

/**
 * Turns a network into ordinary differential equations.
 *
 * A species' state is its concentration, or its amount when its compartment's size changes or it is an amount itself;
 * in expressions its id always means its concentration (its own unit when an amount). A reaction with `at` changes the
 * amount of each participant by ν·rate·V_at, one without by ν·rate.
 *
 * @throws `unknown-name`; `invalid-value` for rules that depend on each other in a circle
 */
export function equations(model: Model): Equations {
  return new Builder(model).build();
}

class Builder {
  readonly #model: Model;
  readonly #graph = new Graph();
  readonly #parameters: ReadonlyMap<string, number>;
  readonly #states: readonly string[];
  readonly #stateIndex: ReadonlyMap<string, number>;
  readonly #symbols = new Map<string, Node>();
  readonly #open: string[] = [];

  constructor(model: Model) {
    this.#model = model;
    this.#parameters = new Map(model.parameters.map((p, i) => [p.id, i]));
    this.#states = [...model.species.filter((s) => !s.boundary), ...model.variables].map((s) => s.id);
    this.#stateIndex = new Map(this.#states.map((id, i) => [id, i]));
  }

  build(): Equations {
    const model = this.#model;
    const graph = this.#graph;
    const rates = this.#species();
    for (const v of model.variables) rates.push(this.#node(v.rate));
    const initial = [...model.species.filter((s) => !s.boundary), ...model.variables].map((s) =>
      this.#initial(s.id),
    );
    const events = model.events.map((e) =>
      e.assignments.map(({ symbol, expr }) => {
        const state = this.#stateIndex.get(symbol);
        const value = this.#node(expr);
        if (state !== undefined) return { state, value: this.#asState(symbol, value) };
        const parameter = this.#parameters.get(symbol);
        if (parameter === undefined) throw unknown(symbol, `event ${e.id}`);
        return { parameter, value };
      }),
    );
    return {
      graph,
      states: this.#states,
      rates,
      initial,
      events,
      observables: model.observables.map((o) => this.#node(o.expr)),
      triggers: model.events.flatMap((e) => (e.trigger ? [this.#trigger(e.trigger)] : [])),
    };
  }

  /** d(state)/dt of every species from the reactions it takes part in. */
  #species(): Node[] {
    const graph = this.#graph;
    const terms = new Map<string, Node[]>();
    for (const r of this.#model.reactions) {
      const rate = this.#node(r.rate);
      const net = new Map<string, number>();
      for (const p of r.reactants) net.set(p.species, (net.get(p.species) ?? 0) - p.stoichiometry);
      for (const p of r.products) net.set(p.species, (net.get(p.species) ?? 0) + p.stoichiometry);
      for (const [id, factor] of net) {
        if (factor === 0 || !this.#stateIndex.has(id)) continue;
        const species = this.#model.species.find((s) => s.id === id)!;
        const local = r.at === species.compartment && !this.#isAmount(id);
        const amount = r.at === undefined || local ? rate : graph.mul(rate, this.#size(r.at));
        const change =
          local || this.#isAmount(id) ? amount : graph.div(amount, this.#size(species.compartment));
        const list = terms.get(id) ?? [];
        list.push(graph.mul(graph.number(factor), change));
        terms.set(id, list);
      }
    }
    return this.#states
      .slice(0, this.#states.length - this.#model.variables.length)
      .map((id) => graph.add(graph.number(0), ...(terms.get(id) ?? [])));
  }

  /** The state of a species is an amount when its own value is, or when its compartment's size varies. */
  #isAmount(id: string): boolean {
    const species = this.#model.species.find((s) => s.id === id);
    return species !== undefined && (species.amount || this.#size(species.compartment).states.length > 0);
  }

  #size(compartment: string): Node {
    return this.#symbol(compartment);
  }

  /** A value as written (concentration) turned into what the state holds. */
  #asState(id: string, value: Node): Node {
    const species = this.#model.species.find((s) => s.id === id);
    if (!species || species.amount || !this.#isAmount(id)) return value;
    return this.#graph.mul(value, this.#size(species.compartment));
  }

  /** What a state holds at the start; what its expression names is taken at the start, too. */
  #initial(id: string): Node {
    const species = this.#model.species.find((s) => s.id === id);
    const part = species ?? this.#model.variables.find((v) => v.id === id)!;
    const value = this.#atStart(part.initial);
    if (!species || species.amount || !this.#isAmount(id)) return value;
    return this.#graph.mul(value, this.#atStart(sym(species.compartment)));
  }

  #atStart(e: Expr): Node {
    if (e.kind === "call")
      return this.#graph.apply(
        e.op,
        e.args.map((arg) => this.#atStart(arg)),
      );
    if (e.kind === "number") return this.#node(e);
    const part =
      this.#model.species.find((s) => s.id === e.name) ?? this.#model.variables.find((v) => v.id === e.name);
    const rule = this.#model.rules.find((r) => r.id === e.name);
    const compartment = this.#model.compartments.find((c) => c.id === e.name);
    const inner = part?.initial ?? rule?.expr ?? (compartment && sym(compartment.size));
    if (!inner) return this.#symbol(e.name);
    return this.#guarded(e.name, () => this.#atStart(inner));
  }

  #trigger(e: Expr): Node {
    // A comparison becomes the difference that changes sign with it.
    if (e.kind === "call" && ["gt", "ge"].includes(e.op))
      return this.#graph.apply("sub", [this.#node(e.args[0]!), this.#node(e.args[1]!)]);
    if (e.kind === "call" && ["lt", "le"].includes(e.op))
      return this.#graph.apply("sub", [this.#node(e.args[1]!), this.#node(e.args[0]!)]);
    return this.#node(e);
  }

  #node(e: Expr): Node {
    if (e.kind === "number")
      return this.#graph.number(e.unit === undefined ? e.value : e.value * e.unit.factor + e.unit.offset);
    if (e.kind === "symbol") return this.#symbol(e.name);
    return this.#graph.apply(
      e.op,
      e.args.map((arg) => this.#node(arg)),
    );
  }

  #symbol(name: string): Node {
    const known = this.#symbols.get(name);
    if (known) return known;
    const node = this.#guarded(name, () => this.#resolve(name));
    this.#symbols.set(name, node);
    return node;
  }

  /** Refuses names that lead back to themselves. */
  #guarded(name: string, make: () => Node): Node {
    if (this.#open.includes(name)) {
      throw new KationError(
        "invalid-value",
        `rules depend on each other in a circle: ${[...this.#open, name].join(" → ")}`,
        { fix: "take one of them out of the circle, or make it a state" },
      );
    }
    this.#open.push(name);
    const node = make();
    this.#open.pop();
    return node;
  }

  #resolve(name: string): Node {
    if (name === "time") return this.#graph.time();
    const state = this.#stateIndex.get(name);
    if (state !== undefined) {
      const species = this.#model.species.find((s) => s.id === name);
      const own = this.#graph.state(state);
      return species && !species.amount && this.#isAmount(name)
        ? this.#graph.div(own, this.#size(species.compartment))
        : own;
    }
    const parameter = this.#parameters.get(name);
    if (parameter !== undefined) return this.#graph.parameter(parameter);
    const rule = this.#model.rules.find((r) => r.id === name);
    if (rule) return this.#node(rule.expr);
    const compartment = this.#model.compartments.find((c) => c.id === name);
    if (compartment) return this.#symbol(compartment.size);
    const boundary = this.#model.species.find((s) => s.id === name);
    if (boundary) return this.#node(boundary.initial);
    throw unknown(name, `model "${this.#model.title}"`);
  }
}

function unknown(name: string, where: string): KationError {
  return new KationError("unknown-name", `nothing in the model is called ${name}`, { where });
}
