import type * as sbml from "./document.ts";
import { mathmlNamespace, readLambda } from "./mathml.ts";
import { readPorts, readSubmodels } from "./read-comp.ts";
import { type ElementReader, made } from "./read-element.ts";
import { attribute, type XmlElement } from "./xml.ts";

/** The units Level 2 defines, and that a model may define otherwise. */
const predefined: Readonly<Record<string, { readonly base: string; readonly exponent: number }>> = {
  substance: { base: "mole", exponent: 1 },
  volume: { base: "litre", exponent: 1 },
  area: { base: "metre", exponent: 2 },
  length: { base: "metre", exponent: 1 },
  time: { base: "second", exponent: 1 },
};

/** Reads one model: lists in the order of the file, with the defaults of Level 2 made explicit. */
export class ModelReader {
  readonly #r: ElementReader;
  readonly #e: XmlElement;
  readonly #old: boolean;
  readonly #units: ReadonlySet<string>;
  readonly #unitsNeeded = new Set<string>();
  readonly #dimensions = new Map<string, number | undefined>();
  readonly #stoichiometryRules: sbml.AssignmentRule[] = [];
  /** Ids that are taken, and the last number that was appended to each to make another. */
  #ids: Map<string, number> | undefined;

  constructor(reader: ElementReader, e: XmlElement) {
    this.#r = reader;
    this.#e = e;
    this.#old = reader.level === 2;
    const definitions = reader.child(e, "listOfUnitDefinitions")?.children ?? [];
    this.#units = new Set(definitions.map((d) => attribute(d, "id")?.trim() ?? ""));
  }

  read(): sbml.SbmlModel {
    const r = this.#r;
    const e = this.#e;
    const named = ["substance", "time", "volume", "area", "length", "extent"].map((n) => `${n}Units`);
    const base = r.base(e, this.#old ? [] : [...named, "conversionFactor"]);
    const functionDefinitions = r.list(e, "listOfFunctionDefinitions", {
      functionDefinition: (c) => this.#functionDefinition(c),
    });
    const unitDefinitions = r.list(e, "listOfUnitDefinitions", {
      unitDefinition: (c) => this.#unitDefinition(c),
    });
    const compartments = r.list(e, "listOfCompartments", { compartment: (c) => this.#compartment(c) });
    const species = r.list(e, "listOfSpecies", { species: (c) => this.#species(c) });
    const parameters = r.list(e, "listOfParameters", { parameter: (c) => this.#parameter(c) });
    const initialAssignments = r.list(e, "listOfInitialAssignments", {
      initialAssignment: (c): sbml.InitialAssignment =>
        made(r.base(c, ["symbol"]), {
          kind: "initialAssignment",
          symbol: r.needed(c, "symbol"),
          math: r.math(c),
        }),
    });
    const rules = r.list<sbml.SbmlRule>(e, "listOfRules", {
      assignmentRule: (c): sbml.AssignmentRule =>
        made(r.base(c, ["variable"]), {
          kind: "assignmentRule",
          variable: r.needed(c, "variable"),
          math: r.math(c),
        }),
      rateRule: (c): sbml.RateRule =>
        made(r.base(c, ["variable"]), {
          kind: "rateRule",
          variable: r.needed(c, "variable"),
          math: r.math(c),
        }),
      algebraicRule: (c): sbml.AlgebraicRule =>
        made(r.base(c, []), { kind: "algebraicRule", math: r.math(c) }),
    });
    const constraints = r.list(e, "listOfConstraints", {
      constraint: (c): sbml.Constraint =>
        made(r.base(c, []), {
          kind: "constraint",
          math: r.math(c),
          message: r.child(c, "message")?.raw,
        }),
    });
    const reactions = r.list(e, "listOfReactions", { reaction: (c) => this.#reaction(c) });
    const events = r.list(e, "listOfEvents", { event: (c) => this.#event(c) });
    const global = this.#globalUnits();
    return made(base, {
      kind: "model",
      ...global,
      conversionFactor: this.#old ? undefined : r.text(e, "conversionFactor"),
      functionDefinitions,
      unitDefinitions: [...unitDefinitions, ...this.#predefinedUnits()],
      compartments,
      species,
      parameters,
      initialAssignments,
      rules: [...rules, ...this.#stoichiometryRules],
      constraints,
      reactions,
      events,
      submodels: this.#old ? [] : readSubmodels(r, e),
      ports: this.#old ? [] : readPorts(r, e),
    });
  }

  /** Units of the whole model. In Level 2 they are the predefined ones, by their plain names where those suffice. */
  #globalUnits(): Pick<
    sbml.SbmlModel,
    "substanceUnits" | "timeUnits" | "volumeUnits" | "areaUnits" | "lengthUnits" | "extentUnits"
  > {
    const units = (name: string, plain: string | undefined): string | undefined =>
      this.#old
        ? this.#units.has(name)
          ? name
          : (plain ?? this.#unit(name))
        : this.#r.text(this.#e, `${name}Units`);
    const flat = [...this.#dimensions.values()].includes(2) || this.#units.has("area");
    const substance = units("substance", "mole");
    return {
      substanceUnits: substance,
      timeUnits: units("time", "second"),
      volumeUnits: units("volume", "litre"),
      areaUnits: this.#old && !flat ? undefined : units("area", undefined),
      lengthUnits: units("length", "metre"),
      extentUnits: this.#old ? substance : units("extent", undefined),
    };
  }

  /** A reference to a unit; Level 2's own names need a definition from now on. */
  #unit(id: string | undefined): string | undefined {
    if (id === undefined) return undefined;
    if (this.#old && Object.hasOwn(predefined, id) && !this.#units.has(id)) this.#unitsNeeded.add(id);
    return oldSpelling(id);
  }

  #predefinedUnits(): sbml.UnitDefinition[] {
    return [...this.#unitsNeeded].sort().map((id) => ({
      kind: "unitDefinition",
      id,
      factors: [{ kind: "unit", ...predefined[id]!, scale: 0, multiplier: 1 }],
    }));
  }

  #functionDefinition(e: XmlElement): sbml.FunctionDefinition {
    const r = this.#r;
    const math = e.children.find((c) => c.name === "math" && c.namespace === mathmlNamespace);
    const lambda = math && readLambda(math, { place: r.tree.place, namespace: r.namespace });
    if (!lambda && !(r.level === 3 && r.version >= 2))
      r.note(
        "error",
        e,
        "missing-key",
        "<functionDefinition> has no formula",
        "write a <math> element in it",
      );
    return made(r.base(e, []), { kind: "functionDefinition", id: r.needed(e, "id"), lambda });
  }

  #unitDefinition(e: XmlElement): sbml.UnitDefinition {
    const r = this.#r;
    return made(r.base(e, []), {
      kind: "unitDefinition",
      id: r.needed(e, "id"),
      factors: r.list(e, "listOfUnits", { unit: (c) => this.#unitFactor(c) }),
    });
  }

  #unitFactor(e: XmlElement): sbml.UnitFactor {
    const r = this.#r;
    const kind = r.needed(e, "kind");
    if (kind === "Celsius" || (r.number(e, "offset") ?? 0) !== 0)
      r.note("warning", e, "invalid-unit", "units with an offset were read without it", "use kelvin");
    return made(r.base(e, ["kind", "exponent", "scale", "multiplier", "offset"]), {
      kind: "unit",
      base: kind === "Celsius" ? "kelvin" : oldSpelling(kind),
      exponent: r.number(e, "exponent") ?? 1,
      scale: r.number(e, "scale") ?? 0,
      multiplier: r.number(e, "multiplier") ?? 1,
    });
  }

  #compartment(e: XmlElement): sbml.Compartment {
    const r = this.#r;
    const known = ["spatialDimensions", "size", "units", "constant"];
    const base = r.base(e, this.#old ? [...known, "compartmentType", "outside"] : known);
    const id = r.needed(e, "id");
    const spatialDimensions = r.number(e, "spatialDimensions") ?? (this.#old ? 3 : undefined);
    this.#dimensions.set(id, spatialDimensions);
    return made(base, {
      kind: "compartment",
      id,
      spatialDimensions,
      size: r.number(e, "size"),
      units: this.#unit(r.text(e, "units")),
      constant: r.boolean(e, "constant", true),
    });
  }

  #species(e: XmlElement): sbml.Species {
    const r = this.#r;
    const known = [
      "compartment",
      "initialAmount",
      "initialConcentration",
      "substanceUnits",
      "hasOnlySubstanceUnits",
      "boundaryCondition",
      "constant",
    ];
    const base = r.base(e, [
      ...known,
      ...(this.#old ? ["charge", "speciesType", "spatialSizeUnits"] : ["conversionFactor"]),
    ]);
    const compartment = r.needed(e, "compartment");
    const only = r.boolean(e, "hasOnlySubstanceUnits", false);
    return made(base, {
      kind: "species",
      id: r.needed(e, "id"),
      compartment,
      initialAmount: r.number(e, "initialAmount"),
      initialConcentration: r.number(e, "initialConcentration"),
      substanceUnits: this.#unit(r.text(e, "substanceUnits")),
      // In Level 2 a species in a point is an amount whatever it says.
      hasOnlySubstanceUnits: only || (this.#old && this.#dimensions.get(compartment) === 0),
      boundaryCondition: r.boolean(e, "boundaryCondition", false),
      constant: r.boolean(e, "constant", false),
      conversionFactor: this.#old ? undefined : r.text(e, "conversionFactor"),
    });
  }

  #parameter(e: XmlElement): sbml.Parameter {
    const r = this.#r;
    return made(r.base(e, ["value", "units", "constant"]), {
      kind: "parameter",
      id: r.needed(e, "id"),
      value: r.number(e, "value"),
      units: this.#unit(r.text(e, "units")),
      constant: r.boolean(e, "constant", true),
    });
  }

  #reaction(e: XmlElement): sbml.Reaction {
    const r = this.#r;
    const hasFast = this.#old || r.version === 1;
    const base = r.base(e, ["reversible", "fast", ...(this.#old ? [] : ["compartment"])]);
    const id = r.needed(e, "id");
    const law = r.child(e, "kineticLaw");
    if (!hasFast && r.boolean(e, "fast", false, false))
      r.note(
        "warning",
        e,
        "unsupported-feature",
        `reaction ${id} is fast, which Version 2 does not know`,
        "use Version 1",
      );
    return made(base, {
      kind: "reaction",
      id,
      reversible: r.boolean(e, "reversible", true),
      // Version 2 of Level 3 dropped it.
      fast: hasFast && r.boolean(e, "fast", false),
      compartment: this.#old ? undefined : r.text(e, "compartment"),
      reactants: r.list(e, "listOfReactants", { speciesReference: (c) => this.#reference(c, id) }),
      products: r.list(e, "listOfProducts", { speciesReference: (c) => this.#reference(c, id) }),
      modifiers: r.list(e, "listOfModifiers", {
        modifierSpeciesReference: (c): sbml.ModifierReference =>
          made(r.base(c, ["species"]), {
            kind: "modifierSpeciesReference",
            species: r.needed(c, "species"),
          }),
      }),
      kineticLaw: law && this.#kineticLaw(law),
    });
  }

  #reference(e: XmlElement, reaction: string): sbml.SpeciesReference {
    const r = this.#r;
    const base = r.base(
      e,
      this.#old ? ["species", "stoichiometry"] : ["species", "stoichiometry", "constant"],
    );
    const species = r.needed(e, "species");
    const written = r.number(e, "stoichiometry");
    if (!this.#old) {
      const constant = r.boolean(e, "constant", true);
      return made(base, { kind: "speciesReference", species, stoichiometry: written, constant });
    }
    const formula = r.child(e, "stoichiometryMath");
    const math = formula && r.math(formula);
    if (!math || math.kind === "number")
      return made(base, {
        kind: "speciesReference",
        species,
        stoichiometry: math?.value ?? written ?? 1,
        constant: true,
      });
    // A formula holds at all times: from Level 3 on that is an assignment rule for the reference.
    const id = base.id ?? this.#freeId(`${reaction}_${species}_stoichiometry`);
    this.#stoichiometryRules.push(
      made(r.base(formula, []), {
        kind: "assignmentRule",
        variable: id,
        math,
      }),
    );
    return made(base, { kind: "speciesReference", id, species, constant: false });
  }

  #freeId(wanted: string): string {
    this.#ids ??= idsIn(this.#e, new Map());
    let count = this.#ids.get(wanted) ?? 0;
    let id = wanted;
    for (; this.#ids.has(id); id = `${wanted}_${count}`) count++;
    this.#ids.set(wanted, count);
    this.#ids.set(id, 0);
    return id;
  }

  #kineticLaw(e: XmlElement): sbml.KineticLaw {
    const r = this.#r;
    this.#refuseUnits(e, ["timeUnits", "substanceUnits"]);
    const local = (c: XmlElement): sbml.LocalParameter =>
      made(r.base(c, this.#old ? ["value", "units", "constant"] : ["value", "units"]), {
        kind: "localParameter",
        id: r.needed(c, "id"),
        value: r.number(c, "value"),
        units: this.#unit(r.text(c, "units")),
      });
    return made(r.base(e, this.#old ? ["timeUnits", "substanceUnits"] : []), {
      kind: "kineticLaw",
      math: r.math(e),
      localParameters: this.#old
        ? r.list(e, "listOfParameters", { parameter: local })
        : r.list(e, "listOfLocalParameters", { localParameter: local }),
    });
  }

  /** Early versions of Level 2 let a law or event have units of its own; nobody converts by them. */
  #refuseUnits(e: XmlElement, names: readonly string[]): void {
    for (const name of names) {
      const value = this.#old ? this.#r.text(e, name) : undefined;
      if (value === undefined || `${value}Units` === name) continue;
      const plain = name === "timeUnits" ? "second" : "mole";
      if (value === plain && !this.#units.has(name.slice(0, -5))) continue;
      this.#r.note(
        "warning",
        e,
        "mismatch-unit",
        `<${e.name}> has ${name}="${value}", which later versions dropped; nothing was converted`,
        "write the formula in the units of the model",
      );
    }
  }

  #event(e: XmlElement): sbml.SbmlEvent {
    const r = this.#r;
    this.#refuseUnits(e, ["timeUnits"]);
    const base = r.base(e, ["useValuesFromTriggerTime", ...(this.#old ? ["timeUnits"] : [])]);
    const trigger = r.child(e, "trigger");
    const delay = r.child(e, "delay");
    const priority = r.child(e, "priority");
    return made(base, {
      kind: "event",
      useValuesFromTriggerTime: r.boolean(e, "useValuesFromTriggerTime", true),
      trigger:
        trigger &&
        made(r.base(trigger, this.#old ? [] : ["initialValue", "persistent"]), {
          kind: "trigger",
          // In Level 2 nothing fires at time 0 and nothing is called off.
          initialValue: this.#old || r.boolean(trigger, "initialValue", true),
          persistent: this.#old || r.boolean(trigger, "persistent", true),
          math: r.math(trigger),
        }),
      delay: delay && made(r.base(delay, []), { kind: "delay", math: r.math(delay) }),
      priority: priority && made(r.base(priority, []), { kind: "priority", math: r.math(priority) }),
      assignments: r.list(e, "listOfEventAssignments", {
        eventAssignment: (c): sbml.EventAssignment =>
          made(r.base(c, ["variable"]), {
            kind: "eventAssignment",
            variable: r.needed(c, "variable"),
            math: r.math(c),
          }),
      }),
    });
  }
}

/** Level 1 and Level 2 Version 1 also knew the American spellings. */
function oldSpelling(unit: string): string {
  return unit === "meter" ? "metre" : unit === "liter" ? "litre" : unit;
}

function idsIn(e: XmlElement, ids: Map<string, number>): Map<string, number> {
  const id = attribute(e, "id")?.trim();
  if (id !== undefined) ids.set(id, 1);
  for (const child of e.children) idsIn(child, ids);
  return ids;
}
