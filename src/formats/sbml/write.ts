import { KationError } from "#units";
import type * as sbml from "./document.ts";
import { formulasOf } from "./formulas.ts";
import { type MathOperator, type SbmlMath, visitMath } from "./math.ts";
import { writeLambda, writeMath } from "./mathml.ts";
import type { XmlElement } from "./xml.ts";
import { element, writeXml } from "./xml-write.ts";

/**
 * Writes a document as SBML Level 3 Version 2 core, the same bytes for the same document.
 *
 * {@link readSbml} reads it back to an equal document, but for places and packages. A document with fast reactions is
 * written as Version 1, because Version 2 has none.
 *
 * @throws `unsupported-feature` when the document has submodels (flatten it first), or fast reactions together with what only
 *         Version 2 knows
 */
export function writeSbml(document: sbml.SbmlDocument): string {
  const { model } = document;
  const parts = [model.submodels, model.ports, document.modelDefinitions, document.externalModelDefinitions];
  if (parts.some((list) => list.length > 0))
    throw new KationError("unsupported-feature", "writing package comp", {
      where: model.id === undefined ? "model" : `model ${model.id}`,
      fix: "flatten the document first",
    });
  const version = model.reactions.some((r) => r.fast) ? 1 : 2;
  if (version === 1) refuseNewer(model);
  const namespace = `http://www.sbml.org/sbml/level3/version${version}/core`;
  const writer = new ModelWriter(namespace, version);
  const root = writer.element("sbml", document, { level: 3, version }, [writer.model(model)]);
  return writeXml(root, new Map([[namespace, "sbml"]]));
}

/** Version 1 has no max, min, rem, quotient, implies and rateOf. */
function refuseNewer(model: sbml.SbmlModel): void {
  const newer: ReadonlySet<MathOperator> = new Set(["max", "min", "rem", "quotient", "implies", "rateOf"]);
  const bodies = model.functionDefinitions.flatMap((f) => f.lambda?.body ?? []);
  for (const math of [...bodies, ...formulasOf(model).map((f) => f.math)])
    visitMath(math, (part) => {
      if (part.kind === "apply" && newer.has(part.op))
        throw new KationError("unsupported-feature", `writing fast reactions together with ${part.op}`, {
          where: model.id === undefined ? "model" : `model ${model.id}`,
          why: "fast reactions end with Level 3 Version 1, and that function begins with Version 2",
        });
    });
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

class ModelWriter {
  readonly #namespace: string;
  readonly #version: number;

  constructor(namespace: string, version: number) {
    this.#namespace = namespace;
    this.#version = version;
  }

  /** An element with its own attributes after those that any element may carry. */
  element(
    name: string,
    of: sbml.SbmlElement,
    attributes: Attributes = {},
    children: readonly (XmlElement | undefined)[] = [],
  ): XmlElement {
    const given: Record<string, string | undefined> = {
      metaid: of.metaid,
      sboTerm: of.sboTerm,
      id: of.id,
      name: of.name,
    };
    for (const [key, value] of Object.entries(attributes))
      given[key] = typeof value === "number" ? printNumber(value) : value?.toString();
    const inside = [this.#raw("notes", of.notes), this.#raw("annotation", of.annotation), ...children];
    return element(
      name,
      this.#namespace,
      given,
      inside.filter((child) => child !== undefined),
    );
  }

  #raw(name: string, text: string | undefined): XmlElement | undefined {
    return text === undefined ? undefined : element(name, this.#namespace, {}, [], { raw: text });
  }

  #list<T>(name: string, items: readonly T[], write: (item: T) => XmlElement): XmlElement | undefined {
    return items.length === 0 ? undefined : element(name, this.#namespace, {}, items.map(write));
  }

  #math(math: SbmlMath | undefined): XmlElement | undefined {
    return math && writeMath(math, this.#namespace);
  }

  model(model: sbml.SbmlModel): XmlElement {
    return this.element(
      "model",
      model,
      {
        substanceUnits: model.substanceUnits,
        timeUnits: model.timeUnits,
        volumeUnits: model.volumeUnits,
        areaUnits: model.areaUnits,
        lengthUnits: model.lengthUnits,
        extentUnits: model.extentUnits,
        conversionFactor: model.conversionFactor,
      },
      [
        this.#list("listOfFunctionDefinitions", model.functionDefinitions, (f) =>
          this.element("functionDefinition", f, {}, [f.lambda && writeLambda(f.lambda, this.#namespace)]),
        ),
        this.#list("listOfUnitDefinitions", model.unitDefinitions, (u) => this.#unitDefinition(u)),
        this.#list("listOfCompartments", model.compartments, (c) =>
          this.element("compartment", c, {
            spatialDimensions: c.spatialDimensions,
            size: c.size,
            units: c.units,
            constant: c.constant,
          }),
        ),
        this.#list("listOfSpecies", model.species, (s) => this.#species(s)),
        this.#list("listOfParameters", model.parameters, (p) =>
          this.element("parameter", p, { value: p.value, units: p.units, constant: p.constant }),
        ),
        this.#list("listOfInitialAssignments", model.initialAssignments, (a) =>
          this.element("initialAssignment", a, { symbol: a.symbol }, [this.#math(a.math)]),
        ),
        this.#list("listOfRules", model.rules, (r) =>
          this.element(r.kind, r, r.kind === "algebraicRule" ? {} : { variable: r.variable }, [
            this.#math(r.math),
          ]),
        ),
        this.#list("listOfConstraints", model.constraints, (c) =>
          this.element("constraint", c, {}, [this.#math(c.math), this.#raw("message", c.message)]),
        ),
        this.#list("listOfReactions", model.reactions, (r) => this.#reaction(r)),
        this.#list("listOfEvents", model.events, (e) => this.#event(e)),
      ],
    );
  }

  #unitDefinition(unit: sbml.UnitDefinition): XmlElement {
    return this.element("unitDefinition", unit, {}, [
      this.#list("listOfUnits", unit.factors, (f) =>
        this.element("unit", f, {
          kind: f.base,
          exponent: f.exponent,
          scale: f.scale,
          multiplier: f.multiplier,
        }),
      ),
    ]);
  }

  #species(s: sbml.Species): XmlElement {
    return this.element("species", s, {
      compartment: s.compartment,
      initialAmount: s.initialAmount,
      initialConcentration: s.initialConcentration,
      substanceUnits: s.substanceUnits,
      hasOnlySubstanceUnits: s.hasOnlySubstanceUnits,
      boundaryCondition: s.boundaryCondition,
      constant: s.constant,
      conversionFactor: s.conversionFactor,
    });
  }

  #reaction(r: sbml.Reaction): XmlElement {
    const law = r.kineticLaw;
    const reference = (s: sbml.SpeciesReference): XmlElement =>
      this.element("speciesReference", s, {
        species: s.species,
        stoichiometry: s.stoichiometry,
        constant: s.constant,
      });
    return this.element(
      "reaction",
      r,
      {
        reversible: r.reversible,
        fast: this.#version === 1 ? r.fast : undefined,
        compartment: r.compartment,
      },
      [
        this.#list("listOfReactants", r.reactants, reference),
        this.#list("listOfProducts", r.products, reference),
        this.#list("listOfModifiers", r.modifiers, (m) =>
          this.element("modifierSpeciesReference", m, { species: m.species }),
        ),
        law &&
          this.element("kineticLaw", law, {}, [
            this.#math(law.math),
            this.#list("listOfLocalParameters", law.localParameters, (p) =>
              this.element("localParameter", p, { value: p.value, units: p.units }),
            ),
          ]),
      ],
    );
  }

  #event(e: sbml.SbmlEvent): XmlElement {
    const { trigger, delay, priority } = e;
    return this.element("event", e, { useValuesFromTriggerTime: e.useValuesFromTriggerTime }, [
      trigger &&
        this.element(
          "trigger",
          trigger,
          { initialValue: trigger.initialValue, persistent: trigger.persistent },
          [this.#math(trigger.math)],
        ),
      delay && this.element("delay", delay, {}, [this.#math(delay.math)]),
      priority && this.element("priority", priority, {}, [this.#math(priority.math)]),
      this.#list("listOfEventAssignments", e.assignments, (a) =>
        this.element("eventAssignment", a, { variable: a.variable }, [this.#math(a.math)]),
      ),
    ]);
  }
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "INF" : "-INF";
  return Object.is(value, -0) ? "-0" : String(value);
}
