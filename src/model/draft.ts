import { add, type Expr, num, parse } from "#expr";
import { KationError, nearest, toBase, unit } from "#units";
import type {
  Assignment,
  Compartment,
  Model,
  ModelEvent,
  Observable,
  Parameter,
  Participant,
  Reaction,
  Rule,
  Sourced,
  Species,
  Variable,
} from "./types.ts";

const sid = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Where a parameter comes from and how it is called; see {@link Draft.parameter}. */
export interface ParameterOptions {
  readonly label?: string;
  /** Home of the number; equal paths are one draw. Default: the parameter's id. */
  readonly path?: string;
  readonly generic?: boolean;
}

/**
 * A model under construction: mechanisms write into it, `finish` freezes it.
 *
 * Expressions may be given as text. Ids are SBML SIds and unique over the whole model; a second declaration is an
 * error, so a mechanism that shares a part with another asks `has(id)` first. A rule or variable declared with
 * {@link Draft.sum} gathers terms from several mechanisms.
 */
export class Draft {
  readonly title: string;
  /** Name of the mechanism that is writing; every part it adds carries it. */
  module = "model";
  readonly #kinds = new Map<string, string>();
  readonly #compartments: Compartment[] = [];
  readonly #species: Species[] = [];
  readonly #variables: Variable[] = [];
  readonly #parameters: Parameter[] = [];
  readonly #reactions: Reaction[] = [];
  readonly #rules: Rule[] = [];
  readonly #events: ModelEvent[] = [];
  readonly #observables: Observable[] = [];
  readonly #observed = new Set<string>();
  /** Paths of the parameters, settings included, by id. */
  readonly #paths = new Map<string, string>();
  readonly #sums = new Map<string, Expr[]>();

  constructor(title: string) {
    this.title = title;
  }

  /** True when some part of that id is there already. */
  has(id: string): boolean {
    return this.#kinds.has(id);
  }

  /** A well-stirred space; `size` is a parameter id (or variable) in m³, `reference` what it is near to when it varies. */
  compartment(
    id: string,
    options: { label: string; size: string; dimensions?: 0 | 1 | 2 | 3; reference?: string },
  ): string {
    this.#claim(id, "compartment");
    this.#compartments.push({ id, dimensions: 3, ...options });
    return id;
  }

  /** A species of a compartment; in expressions its id is its concentration. Initial value 0 unless given. */
  species(
    id: string,
    options: {
      label: string;
      at: string;
      formula?: string;
      initial?: string | Expr;
      unit?: string;
      amount?: boolean;
      boundary?: boolean;
    },
  ): string {
    this.#claim(id, "species");
    this.#species.push({
      id,
      label: options.label,
      compartment: options.at,
      unit: unit(options.unit ?? "mM"),
      ...(options.formula === undefined ? {} : { formula: options.formula }),
      initial: expression(options.initial ?? num(0), id),
      amount: options.amount ?? false,
      boundary: options.boundary ?? false,
      module: this.module,
    });
    return id;
  }

  /**
   * A state that is no species: `d(id)/dt = rate`, or `rate = 0` at all times when `algebraic`. Without `rate` it gathers
   * terms by {@link Draft.addTo}.
   */
  variable(
    id: string,
    options: {
      label: string;
      unit: string;
      rate?: string | Expr;
      initial?: string | Expr;
      counter?: boolean;
      algebraic?: boolean;
    },
  ): string {
    this.#claim(id, "variable");
    if (options.rate === undefined) this.#sums.set(id, []);
    this.#variables.push({
      id,
      label: options.label,
      unit: unit(options.unit),
      initial: expression(options.initial ?? num(0), id),
      rate: expression(options.rate ?? num(0), id),
      counter: options.counter ?? false,
      ...(options.algebraic ? { algebraic: true } : {}),
      module: this.module,
    });
    return id;
  }

  /** A sourced constant. Declaring the same id with the same path again is allowed and changes nothing. */
  parameter(id: string, number: Sourced, options: ParameterOptions = {}): string {
    const path = options.path ?? id;
    if (this.#paths.get(id) === path) return id;
    this.#claim(id, "parameter");
    this.#paths.set(id, path);
    this.#parameters.push({
      id,
      label: options.label ?? id,
      unit: number.value.unit,
      value: number.value.value,
      sourced: number,
      path,
      generic: options.generic ?? false,
      module: this.module,
    });
    return id;
  }

  /** A constant that is part of the set-up, not of knowledge (a dose, a switch): it has no source and is not drawn. */
  setting(id: string, value: string | number, unitText: string, label: string): string {
    this.#claim(id, "parameter");
    this.#paths.set(id, id);
    const u = unit(unitText);
    const number = typeof value === "number" ? value : toBase(value, u) / u.factor;
    this.#parameters.push({
      id,
      label,
      unit: u,
      value: number,
      path: id,
      generic: false,
      module: this.module,
    });
    return id;
  }

  /**
   * A reaction written as its equation, `"2 GSH__cyt + H2O2__cyt -> GSSG__cyt + 2 H2O__cyt"`.
   * With `at` the rate is mol/(m³·s) in that compartment; without, mol/s.
   */
  reaction(
    id: string,
    equation: string,
    options: { rate: string | Expr; at?: string; label?: string },
  ): string {
    this.#claim(id, "reaction");
    const sides = equation.split("->");
    if (sides.length !== 2) {
      throw new KationError("invalid-syntax", `the equation of ${id} needs one "->"`, { where: equation });
    }
    this.#reactions.push({
      id,
      label: options.label ?? id,
      ...(options.at === undefined ? {} : { at: options.at }),
      reactants: participants(sides[0]!, id),
      products: participants(sides[1]!, id),
      rate: expression(options.rate, id),
      module: this.module,
    });
    return id;
  }

  /** A name for an expression, true at all times. */
  rule(id: string, unitText: string, expr: string | Expr, label: string = id): string {
    this.#claim(id, "rule");
    this.#rules.push({ id, label, unit: unit(unitText), expr: expression(expr, id), module: this.module });
    return id;
  }

  /** A rule that is the sum of terms which mechanisms add one by one; zero while nobody has added any. */
  sum(id: string, unitText: string, label: string): string {
    if (this.#sums.has(id)) return id;
    this.rule(id, unitText, num(0), label);
    this.#sums.set(id, []);
    return id;
  }

  /** Adds a term to a sum or to the rate of a variable declared without one. */
  addTo(id: string, term: string | Expr): void {
    const terms = this.#sums.get(id);
    if (!terms) {
      throw new KationError("unknown-name", `no sum is called ${id}`, {
        where: `module ${this.module}`,
        fix: nearestOf(id, this.#sums.keys()),
      });
    }
    terms.push(expression(term, id));
  }

  /** An instantaneous change; without trigger it is fired by a schedule. */
  event(
    id: string,
    options: { label?: string; trigger?: string; assignments: readonly (readonly [string, string])[] },
  ): string {
    this.#claim(id, "event");
    const assignments: Assignment[] = options.assignments.map(([symbol, text]) => ({
      symbol,
      expr: expression(text, id),
    }));
    this.#events.push({
      id,
      label: options.label ?? id,
      assignments,
      module: this.module,
      ...(options.trigger === undefined ? {} : { trigger: expression(options.trigger, id) }),
    });
    return id;
  }

  /** A read-out by the name people use. */
  observe(id: string, options: { label: string; unit: string; display?: string; expr: string | Expr }): void {
    if (this.#observed.has(id)) {
      throw new KationError("duplicate-id", `two read-outs are called ${id}`, {
        where: `module ${this.module}`,
      });
    }
    this.#observed.add(id);
    this.#observables.push({
      id,
      label: options.label,
      unit: unit(options.unit),
      display: unit(options.display ?? options.unit),
      expr: expression(options.expr, id),
    });
  }

  /** The finished model, frozen. */
  finish(): Model {
    const total = (id: string, own: Expr): Expr => {
      const terms = this.#sums.get(id);
      if (!terms) return own;
      return terms.length === 0 ? num(0) : terms.length === 1 ? terms[0]! : add(...terms);
    };
    return Object.freeze({
      title: this.title,
      compartments: this.#compartments,
      species: this.#species,
      variables: this.#variables.map((v) => ({ ...v, rate: total(v.id, v.rate) })),
      parameters: this.#parameters,
      reactions: this.#reactions,
      rules: this.#rules.map((r) => ({ ...r, expr: total(r.id, r.expr) })),
      events: this.#events,
      observables: this.#observables,
    });
  }

  #claim(id: string, kind: string): void {
    if (!sid.test(id)) {
      throw new KationError("invalid-id", `"${id}" is no id`, {
        fix: "use letters, digits and _, not a digit first",
      });
    }
    const taken = this.#kinds.get(id);
    if (taken !== undefined) {
      throw new KationError("duplicate-id", `${id} is declared twice`, {
        where: `module ${this.module}`,
        why: `it is a ${taken} already`,
      });
    }
    this.#kinds.set(id, kind);
  }
}

function expression(from: string | Expr, where: string): Expr {
  return typeof from === "string" ? parse(from, where) : from;
}

function participants(side: string, reaction: string): Participant[] {
  const found = new Map<string, number>();
  for (const part of side.split("+")) {
    const text = part.trim();
    if (text === "") continue;
    const match = /^(?:(\d+(?:\.\d+)?)\s+)?([A-Za-z_][A-Za-z0-9_]*)$/.exec(text);
    if (!match)
      throw new KationError("invalid-syntax", `cannot read "${text}" in the equation of ${reaction}`);
    found.set(match[2]!, (found.get(match[2]!) ?? 0) + Number(match[1] ?? 1));
  }
  return [...found].map(([species, stoichiometry]) => ({ species, stoichiometry }));
}

function nearestOf(id: string, names: Iterable<string>): string {
  const best = nearest(id, [...names]);
  return best.length > 0 ? `did you mean ${best.join(" or ")}?` : "declare it with sum() first";
}
