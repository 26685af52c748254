import { call, type Expr, mul, num, symbolsOf } from "#expr";
import type { Model, ModelEvent, Parameter as ModelParameter, Reaction as ModelReaction } from "#model";
import { KationError } from "#units";
import { identity, provenance } from "./annotate.ts";
import {
  type AssignmentRule,
  type Compartment,
  type EventAssignment,
  emptyModel,
  type InitialAssignment,
  type Parameter,
  type Reaction,
  type SbmlDocument,
  type SbmlEvent,
  type SbmlRule,
  type Species,
  type SpeciesReference,
} from "./document.ts";
import { fromExpr } from "./lower.ts";
import { mathApply, type SbmlMath } from "./math.ts";
import { UnitWriter } from "./units.ts";

/** Something done to a model at a time: parameters set in base units, then events fired in order. */
export interface ScheduledStep {
  readonly t: number;
  readonly set: readonly { readonly id: string; readonly value: number }[];
  readonly fire: readonly string[];
}

/** What a document says beside the model. */
export interface FromModelOptions {
  /** Values of species and variables at the start, as their ids mean them, in base units: over the model's own. */
  readonly start?: ReadonlyMap<string, number>;
  readonly schedule?: readonly ScheduledStep[];
}

/**
 * The SBML document of a Kation model, in base units: mole, second, metre, mM.
 *
 * Species, compartments and reactions stay what they are; variables become parameters with rate rules, rules and read-outs
 * parameters with assignment rules. A schedule becomes events at its times, of falling priority. The source and grade of every
 * number stand in its annotation, terms of ChEBI and the Gene Ontology in those of species and compartments. {@link sbmlModel} reads it back to a model with the same course.
 *
 * @throws `unsupported-feature` for ids SBML cannot write
 * @example  writeSbml(sbmlDocument(model));
 */
export function sbmlDocument(model: Model, options: FromModelOptions = {}): SbmlDocument {
  return new Exporter(model, options).write();
}

class Exporter {
  readonly #model: Model;
  readonly #options: FromModelOptions;
  readonly #units = new UnitWriter();
  /** Names events set. */
  readonly #set: ReadonlySet<string>;
  readonly #ids: Set<string>;
  readonly #rules: SbmlRule[] = [];
  readonly #initial: InitialAssignment[] = [];
  readonly #parameters: Parameter[] = [];

  constructor(model: Model, options: FromModelOptions) {
    this.#model = model;
    this.#options = options;
    const steps = options.schedule ?? [];
    this.#set = new Set([
      ...model.events.flatMap((e) => e.assignments.map((a) => a.symbol)),
      ...steps.flatMap((s) => s.set.map(({ id }) => id)),
    ]);
    const lists = [
      model.species,
      model.variables,
      model.parameters,
      model.rules,
      model.reactions,
      model.compartments,
    ];
    this.#ids = new Set([...lists.flat().map((part) => part.id), ...(model.delayed ?? []).map((d) => d.id)]);
    const odd = [...this.#ids].find((id) => !/^[A-Za-z_]\w*$/.test(id));
    if (odd !== undefined) throw new KationError("unsupported-feature", `an id SBML cannot write: ${odd}`);
  }

  write(): SbmlDocument {
    const model = this.#model;
    const compartments = model.compartments.map((c) => this.#compartment(c));
    const species = model.species.map((s) => this.#species(s));
    for (const p of model.parameters) this.#parameter(p);
    for (const v of model.variables) this.#variable(v);
    for (const r of model.rules) this.#assigned(r.id, r.label, this.#math(r.expr), this.#units.of(r.unit));
    for (const d of model.delayed ?? [])
      this.#assigned(d.id, d.id, mathApply("delay", this.#math(d.of), this.#math(d.by)));
    const reactions = model.reactions.map((r) => this.#reaction(r));
    for (const o of model.observables) {
      const id = this.#fresh(o.id.replace(/\W/g, "_").replace(/^(?=\d)/, "_"));
      this.#assigned(id, `${o.id}: ${o.label}`, this.#math(o.expr), this.#units.of(o.unit));
    }
    const events = [...model.events.flatMap((e) => this.#event(e)), ...this.#scheduled()];
    return {
      packages: [],
      modelDefinitions: [],
      externalModelDefinitions: [],
      model: {
        ...emptyModel,
        id: this.#fresh("model"),
        name: model.title,
        substanceUnits: "mole",
        extentUnits: "mole",
        timeUnits: "second",
        lengthUnits: "metre",
        areaUnits: this.#units.power("metre", 2),
        volumeUnits: this.#units.power("metre", 3),
        compartments,
        species,
        parameters: this.#parameters,
        initialAssignments: this.#initial,
        rules: this.#rules,
        reactions,
        events,
        unitDefinitions: this.#units.definitions,
      },
    };
  }

  #math(e: Expr): SbmlMath {
    return fromExpr(e);
  }

  #fresh(wanted: string): string {
    let id = wanted;
    while (this.#ids.has(id)) id += "_";
    this.#ids.add(id);
    return id;
  }

  #assigned(id: string, name: string, math: SbmlMath, units?: string): void {
    this.#parameters.push({ kind: "parameter", id, name, ...(units && { units }), constant: false });
    const rule: AssignmentRule = { kind: "assignmentRule", variable: id, math };
    this.#rules.push(rule);
  }

  /** A compartment follows the parameter, rule or variable that is its size. */
  #compartment({ id, label, dimensions, size }: Model["compartments"][number]): Compartment {
    const fixed = this.#model.parameters.find((p) => p.id === size && !this.#set.has(size));
    const common = {
      kind: "compartment",
      id,
      name: label,
      spatialDimensions: dimensions,
      sboTerm: "SBO:0000290",
      ...identity({ id }),
    } as const;
    if (fixed) return { ...common, size: baseValue(fixed), constant: true };
    this.#rules.push({
      kind: "assignmentRule",
      variable: id,
      math: this.#math({ kind: "symbol", name: size }),
    });
    return { ...common, constant: false };
  }

  #species(s: Model["species"][number]): Species {
    const given = this.#options.start?.get(s.id);
    const initial: Expr = given === undefined ? s.initial : num(given);
    const held = s.boundary && !this.#set.has(s.id);
    const base =
      initial.kind === "number"
        ? num(initial.value * (initial.unit?.factor ?? 1) + (initial.unit?.offset ?? 0))
        : initial;
    const value =
      base.kind !== "number"
        ? {}
        : s.amount
          ? { initialAmount: base.value }
          : { initialConcentration: base.value };
    if (base.kind !== "number") {
      // What the surroundings hold follows its expression at all times.
      if (held) this.#rules.push({ kind: "assignmentRule", variable: s.id, math: this.#math(base) });
      else this.#initial.push({ kind: "initialAssignment", symbol: s.id, math: this.#math(base) });
    }
    return {
      kind: "species",
      id: s.id,
      name: s.label,
      sboTerm: "SBO:0000240",
      ...identity({ id: s.id, formula: s.formula ?? "" }),
      compartment: s.compartment,
      ...value,
      substanceUnits: s.amount ? this.#units.of(s.unit) : "mole",
      hasOnlySubstanceUnits: s.amount,
      boundaryCondition: s.boundary,
      constant: held && base.kind === "number",
    };
  }

  #parameter(p: ModelParameter): void {
    this.#parameters.push({
      kind: "parameter",
      id: p.id,
      name: p.label,
      sboTerm: "SBO:0000002",
      value: baseValue(p),
      units: this.#units.of(p.unit),
      constant: !this.#set.has(p.id),
      ...provenance(p),
    });
  }

  #variable(v: Model["variables"][number]): void {
    const given = this.#options.start?.get(v.id);
    const units = this.#units.of(v.unit);
    this.#parameters.push({ kind: "parameter", id: v.id, name: v.label, units, constant: false });
    this.#initial.push({
      kind: "initialAssignment",
      symbol: v.id,
      math: this.#math(given === undefined ? v.initial : num(given)),
    });
    this.#rules.push(
      v.algebraic
        ? { kind: "algebraicRule", math: this.#math(v.rate) }
        : { kind: "rateRule", variable: v.id, math: this.#math(v.rate) },
    );
  }

  #reaction(r: ModelReaction): Reaction {
    const rate = r.at === undefined ? r.rate : mul(r.rate, { kind: "symbol", name: r.at });
    const side = (list: ModelReaction["reactants"]): SpeciesReference[] =>
      list.map(({ species, stoichiometry, by }) => {
        if (!by) return { kind: "speciesReference", species, stoichiometry, constant: true };
        const id = this.#fresh(`${r.id}_${species}`);
        const math = this.#math(mul(num(stoichiometry), by));
        this.#rules.push({ kind: "assignmentRule", variable: id, math });
        return { kind: "speciesReference", id, species, constant: false };
      });
    const taking = new Set([...r.reactants, ...r.products].map((p) => p.species));
    const named = symbolsOf(rate);
    return {
      kind: "reaction",
      id: r.id,
      name: r.label,
      sboTerm: "SBO:0000176",
      reversible: false,
      fast: r.fast ?? false,
      reactants: side(r.reactants),
      products: side(r.products),
      modifiers: this.#model.species
        .filter((s) => named.has(s.id) && !taking.has(s.id))
        .map((s) => ({ kind: "modifierSpeciesReference", species: s.id })),
      kineticLaw: { kind: "kineticLaw", math: this.#math(rate), localParameters: [] },
    };
  }

  #event(e: ModelEvent): SbmlEvent[] {
    if (!e.trigger) return [];
    const { queue } = e;
    const relation = e.trigger.kind === "call" && ["gt", "ge", "lt", "le"].includes(e.trigger.op);
    const condition = queue || relation ? e.trigger : call("gt", e.trigger, num(0));
    return [
      {
        kind: "event",
        id: this.#fresh(e.id),
        name: e.label,
        useValuesFromTriggerTime: queue?.valuesFromTrigger ?? false,
        trigger: {
          kind: "trigger",
          initialValue: queue?.initialValue ?? true,
          persistent: queue?.persistent ?? true,
          math: this.#math(condition),
        },
        ...(queue?.delay && { delay: { kind: "delay", math: this.#math(queue.delay) } as const }),
        ...(queue?.priority && { priority: { kind: "priority", math: this.#math(queue.priority) } as const }),
        assignments: this.#assignments(e),
      },
    ];
  }

  #assignments(e: ModelEvent): EventAssignment[] {
    return e.assignments.map(({ symbol, expr }) => ({
      kind: "eventAssignment",
      variable: symbol,
      math: this.#math(expr),
    }));
  }

  /** Each step as events of one time and falling priority: what it sets, then what it fires. */
  #scheduled(): SbmlEvent[] {
    let rank = 0;
    return (this.#options.schedule ?? []).flatMap(({ t, set, fire }) => {
      const at = (assignments: readonly EventAssignment[], name: string): SbmlEvent => ({
        kind: "event",
        id: this.#fresh(`scheduled_${rank + 1}`),
        name,
        useValuesFromTriggerTime: false,
        trigger: {
          kind: "trigger",
          initialValue: false,
          persistent: true,
          math: mathApply("geq", { kind: "time" }, { kind: "number", value: t }),
        },
        priority: { kind: "priority", math: mathApply("minus", { kind: "number", value: rank++ }) },
        assignments,
      });
      const values = set.map(
        ({ id, value }): EventAssignment => ({
          kind: "eventAssignment",
          variable: id,
          math: { kind: "number", value },
        }),
      );
      const fired = fire.map((id) => this.#model.events.find((e) => e.id === id)!);
      return [
        ...(values.length > 0 ? [at(values, `values set at ${t} s`)] : []),
        ...fired.map((e) => at(this.#assignments(e), `${e.label} at ${t} s`)),
      ];
    });
  }
}

function baseValue(p: ModelParameter): number {
  return p.value * p.unit.factor + p.unit.offset;
}
