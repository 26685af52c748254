import {
  add,
  differentiate,
  div,
  type Expr,
  mul,
  neg,
  num,
  simplify,
  substitute,
  sym,
  symbolsOf,
} from "#expr";
import type { Delayed, Model, ModelEvent, Observable, Participant, Queueing, Reaction } from "#model";
import { KationError, unit } from "#units";
import {
  describe,
  type FunctionDefinition,
  type SbmlDocument,
  type SbmlEvent,
  type SbmlModel,
  type Reaction as SbmlReaction,
  type SpeciesReference,
} from "./document.ts";
import { functionExpander } from "./expand.ts";
import { toExpr } from "./lower.ts";
import { mathApply, mathSymbol, type SbmlMath, visitMath } from "./math.ts";
import type { Lambda } from "./mathml.ts";
import { type Quantity, quantitiesOf } from "./quantities.ts";
import { rateFinder } from "./rates.ts";
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

/** COPASI writes rateOf as a function without a value and says what it means in an annotation. */
function bodyOf(f: FunctionDefinition, lambda: Lambda): Lambda {
  const [argument] = lambda.parameters;
  const means = /http:\/\/en\.wikipedia\.org\/wiki\/Derivative|sbml\/symbols\/rateOf/.test(
    f.annotation ?? "",
  );
  if (!means || lambda.parameters.length !== 1) return lambda;
  return { ...lambda, body: mathApply("rateOf", mathSymbol(argument!)) };
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
  readonly #quantities: ReadonlyMap<string, Quantity>;
  /** What an id is called in expressions; a compartment by its size. */
  readonly #names = new Map<string, string>();
  readonly #compartmentNames = new Map<string, string>();
  readonly #taken = new Set<string>(["time"]);
  readonly #expand: (math: SbmlMath, where?: string) => SbmlMath;
  readonly #delayed: Delayed[] = [];
  readonly #delayKeys = new Map<string, string>();
  readonly #species: Model["species"][number][] = [];
  readonly #variables: Model["variables"][number][] = [];
  readonly #parameters: Model["parameters"][number][] = [];
  readonly #rules: Model["rules"][number][] = [];
  readonly #reactions: Reaction[] = [];
  readonly #compartments: Model["compartments"][number][] = [];
  readonly #rateOf: (id: string) => Expr;

  constructor(model: SbmlModel) {
    this.#sbml = model;
    this.#quantities = quantitiesOf(model);
    const ids = [...this.#quantities.keys(), ...model.reactions.map((r) => r.id)];
    for (const id of ids) this.#names.set(id, this.#fresh(id));
    for (const { id } of model.compartments) {
      const name = this.#names.get(id)!;
      this.#compartmentNames.set(id, name);
      this.#names.set(id, this.#fresh(`size_of_${name}`));
    }
    this.#expand = functionExpander(
      new Map(model.functionDefinitions.flatMap((f) => (f.lambda ? [[f.id, bodyOf(f, f.lambda)]] : []))),
    );
    this.#rateOf = rateFinder({
      quantities: this.#quantities,
      model,
      name: (id) => this.#names.get(id)!,
      formula: (math, where) => this.#lower(math, where),
      change: (id) => this.#change(id),
    });
  }

  translate(options: SbmlModelOptions): Model {
    const model = this.#sbml;
    for (const r of model.reactions) this.#reaction(r);
    for (const q of this.#quantities.values()) this.#quantity(q);
    const solved = solvedRules(
      [...this.#quantities.values()].filter((q) => q.by === "solved"),
      (q) => ({
        id: this.#names.get(q.id)!,
        zero: this.#lower(q.rule!, describe(q.element)),
        guess: this.#start(q),
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
      delayed: this.#delayed,
      signed: true,
    });
  }

  /** A name that is not taken. */
  #fresh(id: string): string {
    let name = id;
    while (this.#taken.has(name)) name += "_";
    this.#taken.add(name);
    return name;
  }

  #lower(math: SbmlMath, where: string, local?: ReadonlyMap<string, string>): Expr {
    return this.#toExpr(this.#expand(math, where), local);
  }

  #toExpr(math: SbmlMath, local?: ReadonlyMap<string, string>): Expr {
    return toExpr(math, {
      symbol: (id) => sym(local?.get(id) ?? this.#names.get(id) ?? id),
      rateOf: (id) => (local?.has(id) ? num(0) : this.#rateOf(id)),
      delay: (of, by) => this.#past(this.#toExpr(of, local), by, this.#beforeStart(of, local)),
    });
  }

  /**
   * What a formula was before the start, where rates of change tell: nothing changed then but what an initial assignment says.
   * Undefined when there is none in it.
   */
  #beforeStart(math: SbmlMath, local?: ReadonlyMap<string, string>): Expr | undefined {
    if (!this.#tellsRate(math)) return undefined;
    return toExpr(math, {
      symbol: (id) => {
        const q = local?.has(id) ? undefined : this.#quantities.get(id);
        const inner = q?.by === "assigned" ? this.#expand(q.rule!) : undefined;
        return (inner && this.#beforeStart(inner)) ?? sym(local?.get(id) ?? this.#names.get(id) ?? id);
      },
      rateOf: (id) => {
        const q = this.#quantities.get(id);
        return q ? differentiate(this.#start(q), "time") : num(0);
      },
      delay: (of, by) => this.#past(this.#toExpr(of, local), by, this.#beforeStart(of, local)),
    });
  }

  #tellsRate(math: SbmlMath, seen: Set<string> = new Set()): boolean {
    let tells = false;
    visitMath(math, (part) => {
      if (part.kind === "apply" && part.op === "rateOf") tells = true;
      if (part.kind !== "symbol" || seen.has(part.id)) return;
      seen.add(part.id);
      const q = this.#quantities.get(part.id);
      if (q?.by === "assigned") tells ||= this.#tellsRate(this.#expand(q.rule!), seen);
    });
    return tells;
  }

  #past(of: Expr, by: Expr, before?: Expr): Expr {
    const back = simplify(by);
    if (back.kind === "number" && back.value === 0) return of;
    if (of.kind === "number") return of;
    const key = JSON.stringify([of, back]);
    const known = this.#delayKeys.get(key);
    if (known !== undefined) return sym(known);
    const id = this.#fresh(`past_${this.#delayed.length + 1}`);
    this.#delayKeys.set(key, id);
    this.#delayed.push({ id, of, by: back, ...(before && { before }) });
    return sym(id);
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
    const name = this.#names.get(q.id)!;
    const { element } = q;
    if (element.kind === "compartment") {
      const dimensions = element.spatialDimensions ?? 3;
      this.#compartments.push({
        id: this.#compartmentNames.get(q.id)!,
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
      compartment: this.#compartmentNames.get(element.compartment)!,
      unit: plain,
      initial: this.#start(q),
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
    const size = sym(this.#names.get(compartment)!);
    const growth = this.#rateOf(compartment);
    const rate = add(mul(size, this.#lower(q.rule!, describe(q.element))), mul(sym(name), growth));
    const id = this.#fresh(`rate_of_${name}`);
    const products = [{ species: name, stoichiometry: 1 }];
    this.#reactions.push({ id, label: id, reactants: [], products, rate: simplify(rate), module: "sbml" });
  }

  /** A quantity that is no species of the model: parameter, rule or variable. */
  #plain(q: Quantity, name: string): void {
    if (q.by === "assigned") this.#rule(name, this.#lower(q.rule!, describe(q.element)));
    else if (q.by === "rated")
      this.#variable(name, this.#lower(q.rule!, describe(q.element)), this.#start(q));
    else {
      const start = simplify(this.#start(q));
      if (start.kind === "number") this.#parameter(name, start.value);
      else if (!q.set && this.#isFixed(start)) this.#rule(name, start);
      else this.#variable(name, num(0), start);
    }
  }

  /** True when an expression has one value for good: all it names are quantities that never change. */
  #isFixed(e: Expr): boolean {
    const ids = new Map([...this.#names].map(([id, name]) => [name, id]));
    const seen = new Set<string>();
    const fixed = (expr: Expr): boolean =>
      [...symbolsOf(expr)].every((name) => {
        if (seen.has(name)) return true;
        seen.add(name);
        const q = this.#quantities.get(ids.get(name) ?? "");
        if (!q || q.set || (q.by !== "held" && q.by !== "assigned")) return false;
        if (q.element.kind === "species" && this.#hasAmount(q)) return false;
        return fixed(q.rule ? this.#lower(q.rule, q.id) : this.#start(q));
      });
    return fixed(e);
  }

  #varies(compartment: string): boolean {
    const q = this.#quantities.get(compartment);
    return q !== undefined && (q.set || q.by !== "held");
  }

  /** What a quantity is at the start, in the meaning of its id. */
  #start(q: Quantity): Expr {
    const { element } = q;
    if (q.start) return this.#startFormula(this.#expand(q.start, `initial assignment of ${q.id}`));
    if (element.kind === "compartment")
      return num(element.size ?? (element.spatialDimensions === 0 ? 1 : Number.NaN));
    if (element.kind === "parameter") return num(element.value ?? Number.NaN);
    if (element.kind === "speciesReference") return num(element.stoichiometry ?? Number.NaN);
    const { initialAmount: amount, initialConcentration: concentration } = element;
    const size = sym(this.#names.get(element.compartment)!);
    if (element.hasOnlySubstanceUnits)
      return amount !== undefined
        ? num(amount)
        : concentration === undefined
          ? num(Number.NaN)
          : mul(num(concentration), size);
    if (concentration !== undefined) return num(concentration);
    return amount === undefined ? num(Number.NaN) : div(num(amount), size);
  }

  /** A formula at the start: what was some time ago is what was before it, and depends on that time alone. */
  #startFormula(math: SbmlMath): Expr {
    return toExpr(math, {
      symbol: (id) => sym(this.#names.get(id) ?? id),
      rateOf: this.#rateOf,
      delay: (of, by) => {
        const then = this.#beforeStart(of) ?? this.#startFormula(of);
        return substitute(then, new Map([["time", neg(by)]]));
      },
    });
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
      this.#rule(this.#names.get(r.id)!, num(Number.NaN));
      return;
    }
    const local = new Map<string, string>();
    for (const p of law.localParameters) {
      const name = this.#fresh(`${r.id}_${p.id}`);
      local.set(p.id, name);
      this.#parameter(name, p.value ?? Number.NaN);
    }
    // Species that reactions do not change have their part in the law only.
    const side = (list: readonly SpeciesReference[]): Participant[] =>
      list
        .filter((reference) => this.#quantities.get(reference.species)!.by === "reacting")
        .map((reference) => this.#participant(reference));
    this.#reactions.push({
      id: this.#names.get(r.id)!,
      label: r.name ?? r.id,
      reactants: side(r.reactants),
      products: side(r.products),
      rate: this.#lower(law.math, describe(r), local),
      ...(r.fast && { fast: true }),
      module: "sbml",
    });
  }

  #participant(reference: SpeciesReference): Participant {
    const species = this.#names.get(reference.species)!;
    const q = reference.id === undefined ? undefined : this.#quantities.get(reference.id);
    const varies = q !== undefined && (q.by !== "held" || q.set || q.start !== undefined);
    const element = this.#quantities.get(reference.species)!.element;
    const factor =
      (element.kind === "species" ? element.conversionFactor : undefined) ?? this.#sbml.conversionFactor;
    const parts = [
      ...(varies ? [sym(this.#names.get(reference.id!)!)] : []),
      ...(factor === undefined ? [] : [sym(this.#names.get(factor)!)]),
    ];
    const stoichiometry = varies ? 1 : (reference.stoichiometry ?? Number.NaN);
    if (parts.length === 0) return { species, stoichiometry };
    return { species, stoichiometry, by: parts.length === 1 ? parts[0]! : mul(...parts) };
  }

  /** d(amount)/dt of a species from reactions. */
  #change(id: string): Expr {
    const terms = this.#sbml.reactions.flatMap((r) => {
      if (!r.kineticLaw?.math) return [];
      if (r.fast && [...r.reactants, ...r.products].some((s) => s.species === id))
        throw new KationError("unsupported-feature", "rateOf of a species of a fast reaction", {
          where: describe(r),
        });
      const rate = sym(this.#names.get(r.id)!);
      const term = (reference: SpeciesReference, sign: number): Expr[] => {
        if (reference.species !== id) return [];
        const { stoichiometry, by } = this.#participant(reference);
        return [mul(num(sign * stoichiometry), by ?? num(1), rate)];
      };
      return [...r.reactants.flatMap((s) => term(s, -1)), ...r.products.flatMap((s) => term(s, 1))];
    });
    return terms.length === 0 ? num(0) : terms.length === 1 ? terms[0]! : add(...terms);
  }

  #event(e: SbmlEvent, index: number): ModelEvent[] {
    const { trigger, delay, priority } = e;
    if (!trigger?.math) return [];
    const where = describe(e);
    const queue: Queueing = {
      ...(delay?.math && { delay: this.#lower(delay.math, where) }),
      ...(priority?.math && { priority: this.#lower(priority.math, where) }),
      persistent: trigger.persistent,
      initialValue: trigger.initialValue,
      valuesFromTrigger: e.useValuesFromTriggerTime,
    };
    const id = e.id ?? `event_${index + 1}`;
    return [
      {
        id,
        label: e.name ?? id,
        trigger: this.#lower(trigger.math, where),
        assignments: e.assignments.flatMap((a) =>
          a.math ? [{ symbol: this.#names.get(a.variable)!, expr: this.#lower(a.math, where) }] : [],
        ),
        queue,
        module: "sbml",
      },
    ];
  }

  #everything(): SbmlOutput[] {
    const all = [...this.#quantities.values()];
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
      const name = this.#names.get(id);
      if (name === undefined)
        throw new KationError("unknown-name", `no quantity of the model is called ${id}`, {
          where: "outputs",
        });
      const element = this.#quantities.get(id)?.element;
      let expr: Expr = sym(name);
      if (element?.kind === "species" && as !== undefined) {
        const size = sym(this.#names.get(element.compartment)!);
        if (as === "amount" && !element.hasOnlySubstanceUnits) expr = mul(expr, size);
        if (as === "concentration" && element.hasOnlySubstanceUnits) expr = div(expr, size);
      }
      return { id, label: id, unit: plain, display: plain, expr };
    });
  }
}
