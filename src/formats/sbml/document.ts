import type { SbmlMath } from "./math.ts";
import type { Lambda } from "./mathml.ts";
import type { Place } from "./xml.ts";

/*
 * The document is Level 3 Version 2 whatever the file was: reading makes the defaults of Level 2 explicit (predefined units,
 * event semantics, stoichiometry math), so that nothing downstream asks for a level. A field that is undefined was not set
 * and has no default in SBML.
 */

/** What every element of SBML may carry. */
export interface SbmlElement {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly metaid?: string | undefined;
  /** Term of the Systems Biology Ontology, `SBO:0000027`. */
  readonly sboTerm?: string | undefined;
  /** XHTML, as text. */
  readonly notes?: string | undefined;
  /** XML, as text. */
  readonly annotation?: string | undefined;
  /** Package comp: elements of submodels this one stands for. */
  readonly replacedElements?: readonly ReplacedElement[] | undefined;
  /** Package comp: the element of a submodel that stands for this one. */
  readonly replacedBy?: ReplacedBy | undefined;
  /** Where it was read; see {@link withoutPlaces}. */
  readonly place?: Place | undefined;
}

/** An element with an id. */
export interface SbmlNamed extends SbmlElement {
  readonly id: string;
}

/** A function; its arguments are known only inside it. */
export interface FunctionDefinition extends SbmlNamed {
  readonly kind: "functionDefinition";
  readonly lambda?: Lambda | undefined;
}

/** One factor of a unit: (multiplier · 10^scale · kind)^exponent. */
export interface UnitFactor extends SbmlElement {
  readonly kind: "unit";
  /** Base unit by name: `mole`, `litre`, `second`, `dimensionless`, `item`, … */
  readonly base: string;
  readonly exponent: number;
  readonly scale: number;
  readonly multiplier: number;
}

/** A unit: the product of its factors; dimensionless without any. Ids of units are a namespace of their own. */
export interface UnitDefinition extends SbmlNamed {
  readonly kind: "unitDefinition";
  readonly factors: readonly UnitFactor[];
}

/** A well-stirred space. */
export interface Compartment extends SbmlNamed {
  readonly kind: "compartment";
  readonly spatialDimensions?: number | undefined;
  readonly size?: number | undefined;
  readonly units?: string | undefined;
  readonly constant: boolean;
}

/** A pool of a substance in a compartment. */
export interface Species extends SbmlNamed {
  readonly kind: "species";
  readonly compartment: string;
  readonly initialAmount?: number | undefined;
  readonly initialConcentration?: number | undefined;
  readonly substanceUnits?: string | undefined;
  /** True when its id stands for an amount in formulae; else for amount per size of its compartment. */
  readonly hasOnlySubstanceUnits: boolean;
  /** True when reactions do not change it. */
  readonly boundaryCondition: boolean;
  readonly constant: boolean;
  /** Parameter: substance per extent; the model's `conversionFactor` when undefined. */
  readonly conversionFactor?: string | undefined;
}

/** A number with a name. */
export interface Parameter extends SbmlNamed {
  readonly kind: "parameter";
  readonly value?: number | undefined;
  readonly units?: string | undefined;
  readonly constant: boolean;
}

/** Sets a quantity at the start, over any value it was given. Without math it does nothing. */
export interface InitialAssignment extends SbmlElement {
  readonly kind: "initialAssignment";
  readonly symbol: string;
  readonly math?: SbmlMath | undefined;
}

/** `variable = math` at all times. */
export interface AssignmentRule extends SbmlElement {
  readonly kind: "assignmentRule";
  readonly variable: string;
  readonly math?: SbmlMath | undefined;
}

/** `d variable / dt = math`. */
export interface RateRule extends SbmlElement {
  readonly kind: "rateRule";
  readonly variable: string;
  readonly math?: SbmlMath | undefined;
}

/** `0 = math` at all times. */
export interface AlgebraicRule extends SbmlElement {
  readonly kind: "algebraicRule";
  readonly math?: SbmlMath | undefined;
}

/** One of the three kinds of rules. */
export type SbmlRule = AssignmentRule | RateRule | AlgebraicRule;

/** A condition outside of which the model says nothing. */
export interface Constraint extends SbmlElement {
  readonly kind: "constraint";
  readonly math?: SbmlMath | undefined;
  /** XHTML, as text. */
  readonly message?: string | undefined;
}

/**
 * A reactant or product. With an id, the id stands for its stoichiometry in formulae. A stoichiometry that is undefined must
 * come from an initial assignment or a rule.
 */
export interface SpeciesReference extends SbmlElement {
  readonly kind: "speciesReference";
  readonly species: string;
  readonly stoichiometry?: number | undefined;
  readonly constant: boolean;
}

/** A species the rate depends on and the reaction does not change. */
export interface ModifierReference extends SbmlElement {
  readonly kind: "modifierSpeciesReference";
  readonly species: string;
}

/** A parameter known only inside one kinetic law, where it hides what has its id outside. */
export interface LocalParameter extends SbmlNamed {
  readonly kind: "localParameter";
  readonly value?: number | undefined;
  readonly units?: string | undefined;
}

/** Rate of a reaction, extent per time. */
export interface KineticLaw extends SbmlElement {
  readonly kind: "kineticLaw";
  readonly math?: SbmlMath | undefined;
  readonly localParameters: readonly LocalParameter[];
}

/** A reaction; in formulae its id stands for its rate. */
export interface Reaction extends SbmlNamed {
  readonly kind: "reaction";
  readonly reversible: boolean;
  /** Infinitely fast, in equilibrium at all times (Level 2 and Level 3 Version 1). */
  readonly fast: boolean;
  readonly compartment?: string | undefined;
  readonly reactants: readonly SpeciesReference[];
  readonly products: readonly SpeciesReference[];
  readonly modifiers: readonly ModifierReference[];
  readonly kineticLaw?: KineticLaw | undefined;
}

/** The condition of an event: it fires when this becomes true. */
export interface Trigger extends SbmlElement {
  readonly kind: "trigger";
  /** Value before the start: false lets an event fire at time 0. */
  readonly initialValue: boolean;
  /** False when the event is called off if the condition ends before it is executed. */
  readonly persistent: boolean;
  readonly math?: SbmlMath | undefined;
}

/** Time from trigger to execution. */
export interface Delay extends SbmlElement {
  readonly kind: "delay";
  readonly math?: SbmlMath | undefined;
}

/** Of events at the same moment, the one with the highest goes first. */
export interface Priority extends SbmlElement {
  readonly kind: "priority";
  readonly math?: SbmlMath | undefined;
}

/** A new value of a quantity. */
export interface EventAssignment extends SbmlElement {
  readonly kind: "eventAssignment";
  readonly variable: string;
  readonly math?: SbmlMath | undefined;
}

/** An instantaneous change. Without a trigger, or without math in it, it never fires. */
export interface SbmlEvent extends SbmlElement {
  readonly kind: "event";
  /** True when the assignments take their values at the trigger, not at the execution. */
  readonly useValuesFromTriggerTime: boolean;
  readonly trigger?: Trigger | undefined;
  readonly delay?: Delay | undefined;
  readonly priority?: Priority | undefined;
  readonly assignments: readonly EventAssignment[];
}

/** Package comp: points at an element of a model, through submodels by `inner`. */
export interface ElementReference extends SbmlElement {
  readonly portRef?: string | undefined;
  readonly idRef?: string | undefined;
  readonly unitRef?: string | undefined;
  readonly metaIdRef?: string | undefined;
  readonly inner?: ElementReference | undefined;
}

/** Package comp: an element of a model that is meant to be referred to from outside. */
export interface Port extends ElementReference {
  readonly id: string;
}

/** Package comp: an element of a submodel left out. */
export interface Deletion extends ElementReference {
  readonly kind: "deletion";
}

/** Package comp: an element of a submodel for which the element around this one stands. */
export interface ReplacedElement extends ElementReference {
  readonly submodel: string;
  readonly deletion?: string | undefined;
  readonly conversionFactor?: string | undefined;
}

/** Package comp: the element of a submodel that stands for the element around this one. */
export interface ReplacedBy extends ElementReference {
  readonly submodel: string;
}

/** Package comp: an instance of a model definition inside a model. */
export interface Submodel extends SbmlNamed {
  readonly kind: "submodel";
  readonly model: string;
  readonly timeConversionFactor?: string | undefined;
  readonly extentConversionFactor?: string | undefined;
  readonly deletions: readonly Deletion[];
}

/** A model: the lists of its elements, in the order of the file. */
export interface SbmlModel extends SbmlElement {
  readonly kind: "model";
  readonly substanceUnits?: string | undefined;
  readonly timeUnits?: string | undefined;
  readonly volumeUnits?: string | undefined;
  readonly areaUnits?: string | undefined;
  readonly lengthUnits?: string | undefined;
  readonly extentUnits?: string | undefined;
  readonly conversionFactor?: string | undefined;
  readonly functionDefinitions: readonly FunctionDefinition[];
  readonly unitDefinitions: readonly UnitDefinition[];
  readonly compartments: readonly Compartment[];
  readonly species: readonly Species[];
  readonly parameters: readonly Parameter[];
  readonly initialAssignments: readonly InitialAssignment[];
  readonly rules: readonly SbmlRule[];
  readonly constraints: readonly Constraint[];
  readonly reactions: readonly Reaction[];
  readonly events: readonly SbmlEvent[];
  readonly submodels: readonly Submodel[];
  readonly ports: readonly Port[];
}

/** Package comp: a model of another file. */
export interface ExternalModelDefinition extends SbmlNamed {
  readonly source: string;
  /** Id of the model in that file; its main model when undefined. */
  readonly model?: string | undefined;
}

/** A package of Level 3 a file declares. */
export interface SbmlPackage {
  readonly name: string;
  readonly namespace: string;
  readonly required: boolean;
}

/** What an SBML file says. Plain data; nothing in it remembers the level it was written in. */
export interface SbmlDocument extends SbmlElement {
  readonly packages: readonly SbmlPackage[];
  readonly model: SbmlModel;
  readonly modelDefinitions: readonly SbmlModel[];
  readonly externalModelDefinitions: readonly ExternalModelDefinition[];
}

/** Every kind of element a model is made of. */
export type ModelElement =
  | FunctionDefinition
  | UnitDefinition
  | UnitFactor
  | Compartment
  | Species
  | Parameter
  | InitialAssignment
  | SbmlRule
  | Constraint
  | Reaction
  | SpeciesReference
  | ModifierReference
  | KineticLaw
  | LocalParameter
  | SbmlEvent
  | Trigger
  | Delay
  | Priority
  | EventAssignment
  | Submodel;

/** A model without anything in it. */
export const emptyModel: SbmlModel = {
  kind: "model",
  functionDefinitions: [],
  unitDefinitions: [],
  compartments: [],
  species: [],
  parameters: [],
  initialAssignments: [],
  rules: [],
  constraints: [],
  reactions: [],
  events: [],
  submodels: [],
  ports: [],
};

/** Elements directly inside an element: of a reaction its references and its law, of an event its parts. */
export function childrenOf(e: ModelElement): readonly ModelElement[] {
  switch (e.kind) {
    case "unitDefinition":
      return e.factors;
    case "reaction":
      return [...e.reactants, ...e.products, ...e.modifiers, ...(e.kineticLaw ? [e.kineticLaw] : [])];
    case "kineticLaw":
      return e.localParameters;
    case "event":
      return [e.trigger, e.delay, e.priority, ...e.assignments].filter((part) => part !== undefined);
    default:
      return [];
  }
}

/** Elements at the top of a model, list by list in the order of SBML. */
export function elementsOf(model: SbmlModel): readonly ModelElement[] {
  return [
    ...model.functionDefinitions,
    ...model.unitDefinitions,
    ...model.compartments,
    ...model.species,
    ...model.parameters,
    ...model.initialAssignments,
    ...model.rules,
    ...model.constraints,
    ...model.reactions,
    ...model.events,
    ...model.submodels,
  ];
}

/** What a person calls an element: `reaction J1`, `rate rule of x`. */
export function describe(e: ModelElement): string {
  const words = e.kind.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
  if (e.kind === "initialAssignment") return `${words} of ${e.symbol}`;
  if (e.kind === "assignmentRule" || e.kind === "rateRule" || e.kind === "eventAssignment")
    return `${words} of ${e.variable}`;
  if (e.kind === "speciesReference" || e.kind === "modifierSpeciesReference")
    return `${words} to ${e.species}`;
  return e.id === undefined ? words : `${words} ${e.id}`;
}

/** The document without the places it was read at, for comparing. */
export function withoutPlaces<T>(part: T): T {
  if (Array.isArray(part)) return part.map(withoutPlaces) as T;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) =>
      key === "place" || value === undefined ? [] : [[key, withoutPlaces(value)]],
    ),
  ) as T;
}
