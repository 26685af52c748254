import { type Expr, parse, symbolsOf } from "#expr";
import { KationError, nearest } from "#units";
import type { Equations } from "./equations.ts";
import { neededFirst, nodeOf } from "./expression.ts";
import { Graph, type Node, ON_TIME } from "./graph.ts";

/** Equations without chemistry, as text: plain numbers, no units; `t` or `time` is time. */
export interface System {
  /** Start values: numbers, or expressions of parameters. */
  readonly states: Readonly<Record<string, number | string>>;
  readonly parameters?: Readonly<Record<string, number>>;
  /** Named sub-expressions. */
  readonly define?: Readonly<Record<string, string>>;
  /** dy/dt of the differential states. */
  readonly rates: Readonly<Record<string, string>>;
  /** 0 = expression, one for each remaining state; of index 1. */
  readonly algebraic?: Readonly<Record<string, string>>;
  /** What is reported; the states when absent. */
  readonly observables?: Readonly<Record<string, string>>;
  /** Without `when` an event happens only by schedule. */
  readonly events?: Readonly<
    Record<string, { readonly when?: string; readonly set: Readonly<Record<string, string>> }>
  >;
}

/**
 * Reads a system as equations over one graph.
 *
 * @throws `unknown-name` with the nearest; `invalid-value` for a state without one equation, defines
 *   in a circle, a unit; `duplicate-id`; `invalid-syntax`
 */
export function systemEquations(system: System): Equations {
  return new Reader(system).read();
}

class Reader {
  readonly #system: System;
  readonly #graph = new Graph();
  readonly #states: readonly string[];
  readonly #stateIndex: ReadonlyMap<string, number>;
  readonly #symbols = new Map<string, Node>();
  readonly #defines: ReadonlyMap<string, string>;
  readonly #formulas = new Map<string, Expr>();
  readonly #open: string[] = [];

  constructor(system: System) {
    this.#system = system;
    this.#states = Object.keys(system.states);
    this.#stateIndex = new Map(this.#states.map((name, i) => [name, i]));
    this.#defines = new Map(Object.entries(system.define ?? {}));
    const time = this.#graph.time();
    this.#symbols.set("t", time).set("time", time);
    this.#states.forEach((name, i) => {
      this.#declare(name, this.#graph.state(i), "states");
    });
    Object.keys(system.parameters ?? {}).forEach((name, i) => {
      this.#declare(name, this.#graph.parameter(i), "parameters");
    });
    for (const name of this.#defines.keys()) this.#declare(name, undefined, "define");
  }

  read(): Equations {
    const { states, algebraic, observables, events } = this.#system;
    const rates = new Map(Object.entries(this.#system.rates));
    const zeros = new Map(Object.entries(algebraic ?? {}));
    for (const [where, list] of [["rates", rates] as const, ["algebraic", zeros] as const])
      for (const name of list.keys())
        if (!this.#stateIndex.has(name)) throw unknown(name, where, this.#states);
    for (const name of this.#states) {
      if (rates.has(name) === zeros.has(name))
        throw new KationError(
          "invalid-value",
          `${name} has ${rates.has(name) ? "two equations" : "no equation"}`,
          {
            where: `state ${name}`,
            why: "each state has exactly one entry, in rates or in algebraic",
            fix: rates.has(name)
              ? "take it out of rates or algebraic"
              : `add rates.${name}, or algebraic.${name}`,
          },
        );
    }
    for (const name of this.#defines.keys()) this.#symbol(name, `define.${name}`);
    const list = Object.entries(events ?? {});
    return {
      graph: this.#graph,
      states: this.#states,
      rates: this.#states.map((s) =>
        rates.has(s) ? this.#text(rates.get(s)!, `rates.${s}`) : this.#text(zeros.get(s)!, `algebraic.${s}`),
      ),
      ...(zeros.size > 0 && { mass: this.#states.map((s) => (zeros.has(s) ? 0 : 1)) }),
      initial: Object.entries(states).map(([s, value]) => this.#start(s, value)),
      observables: observables
        ? Object.entries(observables).map(([o, text]) => this.#text(text, `observables.${o}`))
        : this.#states.map((_, i) => this.#graph.state(i)),
      triggers: list.flatMap(([e, { when }]) =>
        when === undefined ? [] : [this.#trigger(parse(when, `events.${e}.when`), `events.${e}.when`)],
      ),
      events: list.map(([e, { set }]) => Object.entries(set).map(([n, text]) => this.#assign(e, n, text))),
    };
  }

  #declare(name: string, node: Node | undefined, where: string): void {
    if (!/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name))
      throw new KationError("invalid-value", `"${name}" cannot be a name`, {
        where,
        fix: "start with a letter or _, go on with letters, digits, _ and .",
      });
    if (this.#symbols.has(name) || (node !== undefined && this.#defines.has(name)))
      throw new KationError("duplicate-id", `${name} is used twice`, {
        where,
        why: "states, parameters and defines share one set of names, and t and time are time",
        fix: "rename one of them",
      });
    if (node) this.#symbols.set(name, node);
  }

  #start(state: string, value: number | string): Node {
    if (typeof value === "number") return this.#graph.number(value);
    const node = this.#text(value, `states.${state}`);
    if (node.states.length > 0 || (node.on & ON_TIME) !== 0)
      throw new KationError("invalid-value", `the start value of ${state} hangs on states or time`, {
        where: `states.${state}`,
        fix: "use numbers and parameters only",
      });
    return node;
  }

  #assign(event: string, name: string, text: string): Equations["events"][number][number] {
    const where = `events.${event}.set.${name}`;
    const value = this.#text(text, where);
    const state = this.#stateIndex.get(name);
    if (state !== undefined) return { state, value };
    const parameters = Object.keys(this.#system.parameters ?? {});
    const parameter = parameters.indexOf(name);
    if (parameter < 0) throw unknown(name, where, [...this.#states, ...parameters]);
    return { parameter, value };
  }

  /** A comparison becomes the difference that changes sign with it. */
  #trigger(e: Expr, where: string): Node {
    if (e.kind === "call" && ["gt", "ge", "lt", "le"].includes(e.op)) {
      const [a, b] = e.args.map((arg) => this.#node(arg, where)) as [Node, Node];
      return this.#graph.apply("sub", e.op.startsWith("g") ? [a, b] : [b, a]);
    }
    return this.#node(e, where);
  }

  #text(text: string, where: string): Node {
    return this.#node(parse(text, where), where);
  }

  #node(e: Expr, where: string): Node {
    return nodeOf(this.#graph, e, (leaf) => {
      if (leaf.kind === "symbol") return this.#symbol(leaf.name, where);
      if (leaf.unit !== undefined)
        throw new KationError("invalid-value", "a number with a unit in a system of plain numbers", {
          where,
          fix: "write the number alone, in units that agree with the others",
        });
      return this.#graph.number(leaf.value);
    });
  }

  #formula(define: string): Expr {
    const known = this.#formulas.get(define);
    if (known) return known;
    const made = parse(this.#defines.get(define)!, `define.${define}`);
    this.#formulas.set(define, made);
    return made;
  }

  #symbol(name: string, where: string): Node {
    neededFirst(
      name,
      (n) => this.#symbols.has(n) || !this.#defines.has(n),
      (n) => symbolsOf(this.#formula(n)),
      (n) => this.#named(n, where),
    );
    return this.#named(name, where);
  }

  #named(name: string, where: string): Node {
    const known = this.#symbols.get(name);
    if (known) return known;
    if (!this.#defines.has(name))
      throw unknown(name, where, [...this.#symbols.keys(), ...this.#defines.keys()]);
    if (this.#open.includes(name))
      throw new KationError(
        "invalid-value",
        `defines depend on each other in a circle: ${[...this.#open, name].join(" → ")}`,
        { where: `define.${name}`, fix: "take one of them out of the circle, or make it a state" },
      );
    this.#open.push(name);
    const node = this.#node(this.#formula(name), `define.${name}`);
    this.#open.pop();
    this.#symbols.set(name, node);
    return node;
  }
}

function unknown(name: string, where: string, names: readonly string[]): KationError {
  const near = nearest(name, names)[0];
  return new KationError("unknown-name", `nothing in the system is called ${name}`, {
    where,
    ...(near !== undefined && { fix: `did you mean ${near}?` }),
  });
}
