import { type Expr, sym, symbolsOf } from "#expr";
import type { Model, ModelEvent } from "#model";
import { KationError } from "#units";
import { neededFirst, nodeOf } from "./expression.ts";
import { Graph, type Node, ON_TIME } from "./graph.ts";

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
  /** Values asked for beside the step loop: conditions, delays and assignments of events that are queued. */
  readonly asked?: readonly Node[];
}

/**
 * Turns a network into ordinary differential equations.
 *
 * A species' state is its concentration, or its amount when its compartment's size changes or it is an amount itself (over
 * the compartment's reference size, where it has one); in expressions its id always means its concentration (its own unit
 * when an amount). A reaction with `at` changes the amount of each participant by ν·rate·V_at, one without by ν·rate. The id
 * of a reaction means its rate.
 *
 * @throws `unknown-name`; `invalid-value` for rules that depend on each other in a circle; `unsupported-feature` for events
 *         that are queued, fast reactions and values of the past, which `compileHybrid` knows
 */
export function equations(model: Model): Equations {
  if ((model.delayed ?? []).length > 0)
    throw new KationError("unsupported-feature", "values of the past", {
      fix: "compile it by compileHybrid",
    });
  if (model.events.some((e) => e.queue))
    throw new KationError("unsupported-feature", "queued events", { fix: "compile it by compileHybrid" });
  if (model.reactions.some((r) => r.fast))
    throw new KationError("unsupported-feature", "fast reactions", { fix: "compile it by compileHybrid" });
  const builder = new EquationBuilder(model);
  return {
    ...builder.rest(),
    rates: builder.rates(),
    events: model.events.map((e) => builder.assignments(e)),
    triggers: model.events.flatMap((e) => (e.trigger ? [builder.trigger(e.trigger)] : [])),
  };
}

/** Parameters by which rates are multiplied where some reactions are fast; no id can be one of these. */
export const paces = { fast: "pace of fast reactions", slow: "pace of all else" } as const;

/** Names of a model as nodes of one graph. Parameters of the model come first, then `more`. */
export class EquationBuilder {
  readonly graph: Graph;
  readonly states: readonly string[];
  readonly #model: Model;
  readonly #parameters: ReadonlyMap<string, number>;
  readonly #stateIndex: ReadonlyMap<string, number>;
  readonly #species: ReadonlyMap<string, Model["species"][number]>;
  readonly #variables: ReadonlyMap<string, Model["variables"][number]>;
  readonly #compartments: ReadonlyMap<string, Model["compartments"][number]>;
  readonly #formulas: ReadonlyMap<string, Expr>;
  /** Parameters that events change. */
  readonly #changed: ReadonlySet<string>;
  readonly #symbols = new Map<string, Node>();
  readonly #starts = new Map<string, Node>();
  readonly #open = new Set<string>();

  /** @param known  values of parameters, by their places, that are the same in all runs */
  constructor(model: Model, more: readonly string[] = [], known?: (parameter: number) => number | undefined) {
    this.#model = model;
    this.graph = new Graph(model.signed, known);
    const free = model.species.filter((s) => !s.boundary);
    this.states = [...free, ...model.variables].map((s) => s.id);
    this.#parameters = new Map([...model.parameters.map((p) => p.id), ...more].map((id, i) => [id, i]));
    this.#stateIndex = new Map(this.states.map((id, i) => [id, i]));
    this.#species = new Map(model.species.map((s) => [s.id, s]));
    this.#variables = new Map(model.variables.map((v) => [v.id, v]));
    this.#compartments = new Map(model.compartments.map((c) => [c.id, c]));
    // A rule goes before a reaction of the same name.
    this.#formulas = new Map([
      ...model.reactions.map((r) => [r.id, r.rate] as const),
      ...model.rules.map((r) => [r.id, r.expr] as const),
    ]);
    this.#changed = new Set(model.events.flatMap((e) => e.assignments.map((a) => a.symbol)));
  }

  /** All of the equations but what depends on how events are carried out. */
  rest(): Pick<Equations, "graph" | "states" | "mass" | "initial" | "observables"> {
    const algebraic = this.#model.variables.some((v) => v.algebraic);
    const mass = this.states.map((id) => (this.#variables.get(id)?.algebraic ? (0 as const) : (1 as const)));
    return {
      graph: this.graph,
      states: this.states,
      ...(algebraic && { mass }),
      initial: this.states.map((id) => this.initial(id)),
      observables: this.#model.observables.map((o) => this.node(o.expr)),
    };
  }

  /** d(state)/dt, or what is 0 for algebraic states. */
  rates(): Node[] {
    return [
      ...this.#reacting(),
      ...this.#model.variables.map((v) => this.#paced(this.node(v.rate), v.algebraic ? undefined : "slow")),
    ];
  }

  /** A rate by the pace of its kind, where there are two. */
  #paced(rate: Node, kind: "fast" | "slow" | undefined): Node {
    if (kind === undefined || !this.#parameters.has(paces.fast)) return rate;
    return this.graph.mul(this.symbol(paces[kind]), rate);
  }

  /** What an event sets, as states hold it. */
  assignments(event: ModelEvent): Equations["events"][number] {
    return event.assignments.map(({ symbol, expr }) => {
      const target = this.target(symbol, event.id);
      const value = this.node(expr);
      return { ...target, value: target.state === undefined ? value : this.#asState(symbol, value) };
    });
  }

  /** Place of a name that may be set. @throws `unknown-name` */
  target(symbol: string, event: string): { readonly state?: number; readonly parameter?: number } {
    const own = this.#compartments.get(symbol)?.size ?? symbol;
    const state = this.#stateIndex.get(own);
    if (state !== undefined) return { state };
    const parameter = this.#parameters.get(own);
    if (parameter === undefined) throw unknown(symbol, `event ${event}`);
    return { parameter };
  }

  /** What a species' state is divided by to be its concentration, where its state is an amount although its name means that. */
  sizeOf(id: string): Node | undefined {
    const species = this.#species.get(id);
    if (!species || species.amount || !this.#isAmount(id)) return undefined;
    return this.#relative(this.#size(species.compartment), species.compartment, (name) => this.symbol(name));
  }

  /** A size in units of the reference of its compartment. */
  #relative(size: Node, compartment: string, meaning: (name: string) => Node): Node {
    const { reference } = this.#compartments.get(compartment)!;
    return reference === undefined ? size : this.graph.div(size, meaning(reference));
  }

  /** The size by which amounts become what the state of a species holds; none where it holds amounts as they are. */
  #unitOf(id: string): Node | undefined {
    const species = this.#species.get(id)!;
    if (!this.#isAmount(id)) return this.#size(species.compartment);
    const reference = species.amount ? undefined : this.#compartments.get(species.compartment)!.reference;
    return reference === undefined ? undefined : this.symbol(reference);
  }

  /** d(state)/dt of every species from the reactions it takes part in. */
  #reacting(): Node[] {
    const { graph } = this;
    const terms = new Map<string, Node[]>();
    for (const r of this.#model.reactions) {
      const rate = this.#paced(this.node(r.rate), r.fast ? "fast" : "slow");
      for (const [id, factor] of this.#net(r)) {
        if (isZero(factor) || !this.#stateIndex.has(id)) continue;
        const species = this.#species.get(id)!;
        const local = r.at === species.compartment && !this.#isAmount(id);
        const amount = r.at === undefined || local ? rate : graph.mul(rate, this.#size(r.at));
        const unit = local ? undefined : this.#unitOf(id);
        const change = unit ? graph.div(amount, unit) : amount;
        const list = terms.get(id) ?? [];
        list.push(graph.mul(factor, change));
        terms.set(id, list);
      }
    }
    return this.states
      .slice(0, this.states.length - this.#model.variables.length)
      .map((id) => graph.add(graph.number(0), ...(terms.get(id) ?? [])));
  }

  /** What one turn of a reaction adds to each state. */
  turn(r: Model["reactions"][number]): Node[] {
    const { graph } = this;
    const made = this.states.map(() => graph.number(0));
    for (const [id, factor] of this.#net(r)) {
      const state = this.#stateIndex.get(id);
      if (state === undefined) continue;
      const local = r.at === this.#species.get(id)!.compartment && !this.#isAmount(id);
      const amount = r.at === undefined || local ? factor : graph.mul(factor, this.#size(r.at));
      const unit = local ? undefined : this.#unitOf(id);
      made[state] = unit ? graph.div(amount, unit) : amount;
    }
    return made;
  }

  /** What one turn of a reaction adds to each participant. */
  #net(r: Model["reactions"][number]): ReadonlyMap<string, Node> {
    const counts = new Map<string, number>();
    const varying = new Map<string, Node>();
    for (const [side, sign] of [
      [r.reactants, -1],
      [r.products, 1],
    ] as const) {
      for (const { species, stoichiometry, by } of side) {
        if (!by) counts.set(species, (counts.get(species) ?? 0) + sign * stoichiometry);
        else {
          const term = this.graph.mul(this.graph.number(sign * stoichiometry), this.node(by));
          const before = varying.get(species);
          varying.set(species, before ? this.graph.add(before, term) : term);
        }
      }
    }
    const net = new Map<string, Node>();
    for (const id of new Set([...counts.keys(), ...varying.keys()]))
      net.set(id, this.graph.add(this.graph.number(counts.get(id) ?? 0), ...[varying.get(id) ?? []].flat()));
    return net;
  }

  /** The state of a species is an amount when its own value is, or when its compartment's size varies. */
  #isAmount(id: string): boolean {
    const species = this.#species.get(id);
    return species !== undefined && (species.amount || this.#varies(species.compartment));
  }

  /** True when the size of a compartment follows states or time, or when events set it. */
  #varies(compartment: string): boolean {
    const size = this.#size(compartment);
    if (size.states.length > 0 || (size.on & ON_TIME) !== 0) return true;
    const { size: name } = this.#compartments.get(compartment)!;
    return this.#changed.size > 0 && this.#hangsOnChanged(compartment, name);
  }

  #hangsOnChanged(...names: readonly string[]): boolean {
    const seen = new Set(names);
    for (const name of seen) {
      if (this.#changed.has(name)) return true;
      const formula = this.#formulas.get(name);
      if (formula) for (const inner of symbolsOf(formula)) seen.add(inner);
    }
    return false;
  }

  #size(compartment: string): Node {
    return this.symbol(compartment);
  }

  /** A value as written (concentration) turned into what the state holds. */
  #asState(id: string, value: Node): Node {
    const size = this.sizeOf(id);
    return size ? this.graph.mul(value, size) : value;
  }

  /** What a state holds at the start; what its expression names is taken at the start, too. */
  initial(id: string, time: Node = this.graph.number(0)): Node {
    const species = this.#species.get(id);
    const value = this.#atStart((species ?? this.#variables.get(id)!).initial, time);
    if (!this.sizeOf(id)) return value;
    const atStart = (name: string): Node => this.#atStart(sym(name), time);
    const { compartment } = species!;
    return this.graph.mul(value, this.#relative(atStart(compartment), compartment, atStart));
  }

  #atStart(e: Expr, time: Node): Node {
    return nodeOf(this.graph, e, (leaf) =>
      leaf.kind === "number" ? this.node(leaf) : this.#symbolAtStart(leaf.name, time),
    );
  }

  #symbolAtStart(name: string, time: Node): Node {
    if (name === "time") return time;
    const key = `${time.id}/${name}`;
    const known = this.#starts.get(key);
    if (known) return known;
    const compartment = this.#compartments.get(name);
    const inner =
      (this.#species.get(name) ?? this.#variables.get(name))?.initial ??
      this.#formulas.get(name) ??
      (compartment && sym(compartment.size));
    const made = inner ? this.#guarded(name, () => this.#atStart(inner, time)) : this.symbol(name);
    this.#starts.set(key, made);
    return made;
  }

  /** What rises through zero where a condition becomes true. */
  trigger(e: Expr): Node {
    // A comparison becomes the difference that changes sign with it.
    if (e.kind === "call" && ["gt", "ge"].includes(e.op))
      return this.graph.apply("sub", [this.node(e.args[0]!), this.node(e.args[1]!)]);
    if (e.kind === "call" && ["lt", "le"].includes(e.op))
      return this.graph.apply("sub", [this.node(e.args[1]!), this.node(e.args[0]!)]);
    return this.node(e);
  }

  /** An expression in base units. */
  node(e: Expr): Node {
    return nodeOf(this.graph, e, (leaf) => {
      if (leaf.kind === "symbol") return this.symbol(leaf.name);
      const { value, unit } = leaf;
      return this.graph.number(unit === undefined ? value : value * unit.factor + unit.offset);
    });
  }

  /** What a name means now. */
  symbol(name: string): Node {
    const known = this.#symbols.get(name);
    if (known) return known;
    // Only rules and reactions hang on others.
    neededFirst(
      name,
      (n) => this.#symbols.has(n) || !this.#formulas.has(n),
      (n) => symbolsOf(this.#formulas.get(n)!),
      (n) => this.#named(n),
    );
    return this.#named(name);
  }

  #named(name: string): Node {
    const known = this.#symbols.get(name);
    if (known) return known;
    const node = this.#guarded(name, () => this.#resolve(name));
    this.#symbols.set(name, node);
    return node;
  }

  /** Refuses names that lead back to themselves. */
  #guarded(name: string, make: () => Node): Node {
    if (this.#open.has(name)) {
      throw new KationError(
        "invalid-value",
        `rules depend on each other in a circle: ${[...this.#open, name].join(" → ")}`,
        { fix: "take one of them out of the circle, or make it a state" },
      );
    }
    this.#open.add(name);
    const node = make();
    this.#open.delete(name);
    return node;
  }

  #resolve(name: string): Node {
    if (name === "time") return this.graph.time();
    const state = this.#stateIndex.get(name);
    if (state !== undefined) {
      const own = this.graph.state(state);
      const size = this.sizeOf(name);
      return size ? this.graph.div(own, size) : own;
    }
    const parameter = this.#parameters.get(name);
    if (parameter !== undefined) return this.graph.parameter(parameter);
    const formula = this.#formulas.get(name);
    if (formula) return this.node(formula);
    const compartment = this.#compartments.get(name);
    if (compartment) return this.symbol(compartment.size);
    const boundary = this.#species.get(name);
    if (boundary) return this.node(boundary.initial);
    throw unknown(name, `model "${this.#model.title}"`);
  }
}

function isZero(node: Node): boolean {
  return node.op === "number" && node.value === 0;
}

function unknown(name: string, where: string): KationError {
  return new KationError("unknown-name", `nothing in the model is called ${name}`, { where });
}
