import { add, div, type Expr, mul, num, simplify, sym, symbolsOf } from "#expr";
import type { Model, ModelEvent, Observable, Participant, Queueing, Reaction } from "#model";
import { KationError, unit } from "#units";
import {
  describe,
  type SbmlDocument,
  type SbmlEvent,
  type SbmlModel,
  type Reaction as SbmlReaction,
  type SpeciesReference,
} from "./document.ts";
import { Meaning } from "./meaning.ts";
import type { Quantity } from "./quantities.ts";
import { solvedRules } from "./solved.ts";

/** SBML computes with the numbers of the file; a unit would convert them. */
const plain = unit("1");

/** A quantity to be reported. */
export interface SbmlOutput {
  readonly id: string;
  /** For species: what is reported, whatever its id means in formulas; that when absent. */
  readonly as?: "amount" | "concentration";
}

/** How a document becomes a model. */
export interface SbmlModelOptions {
  /** What is reported; every species, compartment and parameter that may vary, and every reaction when absent. */
  readonly outputs?: readonly SbmlOutput[];
}

/**
 * The model a flat document describes, as a Kation model of plain numbers.
 *
 * Species that reactions change stay species, reactions stay reactions with their laws. Whatever else changes becomes a
 * variable, what a rule assigns a rule, what never changes a parameter; ids are kept, but for those that would clash with
 * Kation's own words. A species with a rate rule in a compartment whose size changes gets a reaction that does what the rule
 * says, so that its amount is kept where the size jumps.
 *
 * @param document  flat and without faults: see {@link flattenSbml} and {@link checkSbml}
 * @throws `unsupported-feature` for packages and constructs Kation cannot carry; `unknown-name` for an output there is not
 * @example  const model = sbmlModel(flattenSbml(document, load));
 */
export function sbmlModel(document: SbmlDocument, options: SbmlModelOptions = {}): Model {
  refuseForeign(document);
  return new Translator(document.model).translate(options);
}

/**
 * Refuses a document whose question is not one of time: flux balance is no simulation.
 *
 * @throws `unsupported-feature` with the name of the package
 */
export function refuseForeign(document: SbmlDocument): void {
  if (document.packages.some((p) => p.name === "fbc"))
    throw new KationError("unsupported-feature", "package fbc", {
      where: "sbml",
      why: "a flux balance has no course in time",
      fix: "use a solver of linear programs, or give the reactions kinetic laws and leave the package out",
    });
}

class Translator {
  readonly #sbml: SbmlModel;
  readonly #meaning: Meaning;
  readonly #species: Model["species"][number][] = [];
  readonly #variables: Model["variables"][number][] = [];
  readonly #parameters: Model["parameters"][number][] = [];
  readonly #rules: Model["rules"][number][] = [];
  readonly #reactions: Reaction[] = [];
  readonly #compartments: Model["compartments"][number][] = [];

  constructor(model: SbmlModel) {
    this.#sbml = model;
    this.#meaning = new Meaning(model);
  }

  translate(options: SbmlModelOptions): Model {
    const model = this.#sbml;
    for (const r of model.reactions) this.#reaction(r);
    for (const q of this.#meaning.quantities.values()) this.#quantity(q);
    const solved = solvedRules(
      [...this.#meaning.quantities.values()].filter((q) => q.by === "solved"),
      (q) => ({
        id: this.#meaning.name(q.id),
        zero: this.#meaning.lower(q.rule!, describe(q.element)),
        guess: this.#meaning.start(q),
      }),
      this.#rules,
    );
    const algebraic = model.rules.filter((r) => r.kind === "algebraicRule" && r.math).length;
    if (solved.rules.length + solved.variables.length < algebraic)
      throw new KationError("unsupported-feature", "an algebraic rule that determines nothing", {
        why: "there are more algebraic rules than quantities nothing else determines",
      });
    for (const { id, expr } of solved.rules) this.#rule(id, expr);
    for (const { id, zero, guess } of solved.variables) this.#variable(id, zero, guess, true);
    this.#refuseLateStarts(new Set(solved.variables.map((v) => v.id)));
    const events = model.events.flatMap((e, i) => this.#event(e, i));
    const observables = this.#observables(options.outputs ?? this.#everything());
    return Object.freeze({
      title: model.name ?? model.id ?? "SBML model",
      compartments: this.#compartments,
      species: this.#species,
      variables: this.#variables,
      parameters: this.#parameters,
      reactions: this.#reactions,
      rules: this.#rules,
      events,
      observables,
      delayed: this.#meaning.delayed,
      signed: true,
    });
  }

  #rule(id: string, expr: Expr): void {
    this.#rules.push({ id, label: id, unit: plain, expr, module: "sbml" });
  }

  #variable(id: string, rate: Expr, initial: Expr, algebraic = false): void {
    const kind = algebraic ? { algebraic } : {};
    this.#variables.push({
      id,
      label: id,
      unit: plain,
      initial,
      rate,
      counter: false,
      ...kind,
      module: "sbml",
    });
  }

  #parameter(id: string, value: number): void {
    this.#parameters.push({ id, label: id, unit: plain, value, path: id, generic: false, module: "sbml" });
  }

  #quantity(q: Quantity): void {
    const name = this.#meaning.name(q.id);
    const { element } = q;
    if (element.kind === "compartment") {
      const dimensions = element.spatialDimensions ?? 3;
      this.#compartments.push({
        id: this.#meaning.compartment(q.id),
        label: element.name ?? q.id,
        dimensions: dimensions === 0 || dimensions === 1 || dimensions === 2 ? dimensions : 3,
        size: name,
      });
    }
    if (q.by === "solved") return;
    if (element.kind !== "species" || !this.#hasAmount(q)) {
      this.#plain(q, name);
      return;
    }
    this.#species.push({
      id: name,
      label: element.name ?? q.id,
      compartment: this.#meaning.compartment(element.compartment),
      unit: plain,
      initial: this.#meaning.start(q),
      amount: element.hasOnlySubstanceUnits,
      boundary: false,
      module: "sbml",
    });
    if (q.by === "rated") this.#rateAsReaction(q, name);
  }

  /** True when a species is a species of the model: when reactions change it, or when its compartment may jump under it. */
  #hasAmount(q: Quantity): boolean {
    if (q.by === "reacting") return true;
    const { element } = q;
    if (element.kind !== "species" || element.hasOnlySubstanceUnits || q.by === "assigned") return false;
    return this.#varies(element.compartment);
  }

  /** d(amount)/dt = size·rule + concentration·d(size)/dt. */
  #rateAsReaction(q: Quantity, name: string): void {
    const { compartment } = q.element as Extract<Quantity["element"], { kind: "species" }>;
    const size = sym(this.#meaning.name(compartment));
    const growth = this.#meaning.rateOf(compartment);
    const rate = add(mul(size, this.#meaning.lower(q.rule!, describe(q.element))), mul(sym(name), growth));
    const id = this.#meaning.fresh(`rate_of_${name}`);
    const products = [{ species: name, stoichiometry: 1 }];
    this.#reactions.push({ id, label: id, reactants: [], products, rate: simplify(rate), module: "sbml" });
  }

  /** A quantity that is no species of the model: parameter, rule or variable. */
  #plain(q: Quantity, name: string): void {
    if (q.by === "assigned") this.#rule(name, this.#meaning.lower(q.rule!, describe(q.element)));
    else if (q.by === "rated")
      this.#variable(name, this.#meaning.lower(q.rule!, describe(q.element)), this.#meaning.start(q));
    else {
      const start = simplify(this.#meaning.start(q));
      if (start.kind === "number") this.#parameter(name, start.value);
      else if (!q.set && this.#isFixed(start)) this.#rule(name, start);
      else this.#variable(name, num(0), start);
    }
  }

  /** True when an expression has one value for good: all it names are quantities that never change. */
  #isFixed(e: Expr): boolean {
    const seen = new Set<string>();
    const fixed = (expr: Expr): boolean =>
      [...symbolsOf(expr)].every((name) => {
        if (seen.has(name)) return true;
        seen.add(name);
        const q = this.#meaning.quantityCalled(name);
        if (!q || q.set || (q.by !== "held" && q.by !== "assigned")) return false;
        if (q.element.kind === "species" && this.#hasAmount(q)) return false;
        return fixed(q.rule ? this.#meaning.lower(q.rule, q.id) : this.#meaning.start(q));
      });
    return fixed(e);
  }

  #varies(compartment: string): boolean {
    const q = this.#meaning.quantities.get(compartment);
    return q !== undefined && (q.set || q.by !== "held");
  }

  /** Refuses start values that hang on what is only found once all start values are known. */
  #refuseLateStarts(unknowns: ReadonlySet<string>): void {
    if (unknowns.size === 0) return;
    const rules = new Map(this.#rules.map((r) => [r.id, r.expr]));
    for (const part of [...this.#species, ...this.#variables]) {
      if (unknowns.has(part.id)) continue;
      const seen = new Set(symbolsOf(part.initial));
      for (const name of seen) {
        if (unknowns.has(name))
          throw new KationError("unsupported-feature", "an initial value that an algebraic rule determines", {
            where: part.id,
            fix: "write the rule so that it is linear in what it determines",
          });
        const rule = rules.get(name);
        if (rule) for (const inner of symbolsOf(rule)) seen.add(inner);
      }
    }
  }

  #reaction(r: SbmlReaction): void {
    const law = r.kineticLaw;
    if (!law?.math) {
      this.#rule(this.#meaning.name(r.id), num(Number.NaN));
      return;
    }
    const local = new Map<string, string>();
    for (const p of law.localParameters) {
      const name = this.#meaning.fresh(`${r.id}_${p.id}`);
      local.set(p.id, name);
      this.#parameter(name, p.value ?? Number.NaN);
    }
    // Species that reactions do not change have their part in the law only.
    const side = (list: readonly SpeciesReference[]): Participant[] =>
      list
        .filter((reference) => this.#meaning.quantities.get(reference.species)!.by === "reacting")
        .map((reference) => this.#meaning.participant(reference));
    this.#reactions.push({
      id: this.#meaning.name(r.id),
      label: r.name ?? r.id,
      reactants: side(r.reactants),
      products: side(r.products),
      rate: this.#meaning.lower(law.math, describe(r), local),
      ...(r.fast && { fast: true }),
      module: "sbml",
    });
  }

  #event(e: SbmlEvent, index: number): ModelEvent[] {
    const { trigger, delay, priority } = e;
    if (!trigger?.math) return [];
    const where = describe(e);
    const queue: Queueing = {
      ...(delay?.math && { delay: this.#meaning.lower(delay.math, where) }),
      ...(priority?.math && { priority: this.#meaning.lower(priority.math, where) }),
      persistent: trigger.persistent,
      initialValue: trigger.initialValue,
      valuesFromTrigger: e.useValuesFromTriggerTime,
    };
    const id = e.id ?? `event_${index + 1}`;
    return [
      {
        id,
        label: e.name ?? id,
        trigger: this.#meaning.lower(trigger.math, where),
        assignments: e.assignments.flatMap((a) =>
          a.math
            ? [{ symbol: this.#meaning.name(a.variable), expr: this.#meaning.lower(a.math, where) }]
            : [],
        ),
        queue,
        module: "sbml",
      },
    ];
  }

  #everything(): SbmlOutput[] {
    const all = [...this.#meaning.quantities.values()];
    return [
      ...all.filter((q) => q.element.kind === "species").map((q) => ({ id: q.id })),
      ...all
        .filter((q) => q.element.kind !== "species" && (q.by !== "held" || q.set))
        .map((q) => ({ id: q.id })),
      ...this.#sbml.reactions.map((r) => ({ id: r.id })),
    ];
  }

  #observables(outputs: readonly SbmlOutput[]): Observable[] {
    return outputs.map(({ id, as }) => {
      const name = this.#meaning.find(id);
      if (name === undefined)
        throw new KationError("unknown-name", `no quantity of the model is called ${id}`, {
          where: "outputs",
        });
      const element = this.#meaning.quantities.get(id)?.element;
      let expr: Expr = sym(name);
      if (element?.kind === "species" && as !== undefined) {
        const size = sym(this.#meaning.name(element.compartment));
        if (as === "amount" && !element.hasOnlySubstanceUnits) expr = mul(expr, size);
        if (as === "concentration" && element.hasOnlySubstanceUnits) expr = div(expr, size);
      }
      return { id, label: id, unit: plain, display: plain, expr };
    });
  }
}
