import type { Expr } from "#expr";
import type { Quantity, Unit } from "#units";

/** How a number is known: read in a source, read in stored model code, recalled, estimated, derived. */
export type Grade = "A" | "A(c)" | "B" | "C" | "D";
/** Shape of the prior over `range`; the default follows from the quantity's kind and grade. */
export type Distribution = "log-normal" | "normal" | "logit-normal" | "uniform" | "log-uniform" | "fixed";

/** A number that knows where it comes from. `range` is the central 90 %. */
export interface Sourced {
  readonly value: Quantity;
  readonly range?: readonly [Quantity, Quantity];
  readonly grade: Grade;
  /** Key in the bibliography. */
  readonly source?: string;
  /** Place in the source: table, figure, page. */
  readonly at?: string;
  readonly why?: string;
  readonly when?: Readonly<Record<string, string | number>>;
  readonly needsPaper?: boolean;
  readonly dist?: Distribution;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A well-stirred space. `size` in m³ (or m², m for membranes and lines); a parameter id, so it can be drawn or vary. */
export interface Compartment {
  readonly id: string;
  readonly label: string;
  readonly dimensions: 0 | 1 | 2 | 3;
  /** Parameter, rule or rate-rule symbol that gives the size. */
  readonly size: string;
  /**
   * A size by parameters alone, near the size: where the size varies, states hold amounts in units of it, so that they are
   * of the order of concentrations. Absent: amounts as they are.
   */
  readonly reference?: string;
}

/**
 * A chemical species (or particle) in one compartment. In expressions its id is its concentration, mol/m³
 * (amount when `amount` is true: then in the unit given).
 */
export interface Species {
  readonly id: string;
  readonly label: string;
  readonly compartment: string;
  /** Unit of the value its id stands for in expressions; `mM` unless said otherwise. */
  readonly unit: Unit;
  /** Elemental formula with charge, `"Fe+2"`, `"H2O2"`; absent for lumped species, which are left out of the balance check. */
  readonly formula?: string;
  /** Initial value in `unit`, as an expression over parameters. */
  readonly initial: Expr;
  /** Its value is an amount (its own unit), not amount per size of its compartment. */
  readonly amount: boolean;
  /** Held by the surroundings: reactions do not change it. */
  readonly boundary: boolean;
  readonly module: string;
}

/** A state that is no species (damage, temperature, a counter): `d(id)/dt = rate`. */
export interface Variable {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly initial: Expr;
  readonly rate: Expr;
  /** Accumulates and never acts back; set to its initial value again when rest has been reached. */
  readonly counter: boolean;
  /** True when it takes at all times the value at which `rate` is 0, instead of changing at `rate`; `initial` is where that is looked for. */
  readonly algebraic?: boolean;
  readonly module: string;
}

/** A constant of the model: id, base-unit value, and where it came from. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  /** Value in `unit`. */
  readonly value: number;
  readonly sourced?: Sourced;
  /** `/`-separated home of the number: equal paths are one draw in every model of a study. */
  readonly path: string;
  /** True when the record that supplied it was a generic one. */
  readonly generic: boolean;
  readonly module: string;
}

/** A species of a reaction with its count. */
export interface Participant {
  readonly species: string;
  readonly stoichiometry: number;
  /** What the stoichiometry is multiplied by where it is no plain number: a name that varies, a conversion factor. */
  readonly by?: Expr;
}

/**
 * A reaction. With `at`, `rate` is mol/(m³·s) in that compartment's volume; without, mol/s.
 * The amount of each participant changes by stoichiometry × rate (× volume of `at`).
 */
export interface Reaction {
  readonly id: string;
  readonly label: string;
  readonly at?: string;
  readonly reactants: readonly Participant[];
  readonly products: readonly Participant[];
  readonly rate: Expr;
  /** True when it is in equilibrium at all times: infinitely faster than all that is not. */
  readonly fast?: boolean;
  readonly module: string;
}

/** A name for an expression: `id = expr` at all times (quasi-steady radicals, fractions, read-outs). */
export interface Rule {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly expr: Expr;
  readonly module: string;
}

/** A new value for a symbol. */
export interface Assignment {
  readonly symbol: string;
  readonly expr: Expr;
}

/** Instantaneous change: fired by a schedule when `trigger` is absent, else when `trigger` crosses zero upwards. */
export interface ModelEvent {
  readonly id: string;
  readonly label: string;
  readonly trigger?: Expr;
  readonly assignments: readonly Assignment[];
  /** How it is queued; without it the event is carried out where its trigger rises. */
  readonly queue?: Queueing;
  readonly module: string;
}

/** What an event says about the time between its trigger, then a condition that becomes true, and what it does. */
export interface Queueing {
  /** Time from trigger to execution, 0 or more; none when absent. */
  readonly delay?: Expr;
  /** Of events due at one time the one with the highest goes first; the order of equals is drawn. */
  readonly priority?: Expr;
  /** False when it is called off if the condition ends before it is due. */
  readonly persistent: boolean;
  /** What the condition counts as before the start: false lets the event fire there. */
  readonly initialValue: boolean;
  /** True when what is assigned is found at the trigger, not at the execution. */
  readonly valuesFromTrigger: boolean;
}

/** A name for what an expression was some time ago: `id = of` at the time `by` before now. */
export interface Delayed {
  readonly id: string;
  readonly of: Expr;
  /** 0 or more; may vary. */
  readonly by: Expr;
  /** What it was before the start, where that is not `of` at the values then. */
  readonly before?: Expr;
}

/** A quantity a run reports, by a name a person uses: `OH.made`, `GSH`, `viability`. */
export interface Observable {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  /** Unit to print in, same dimension: `uM`, `pg`. */
  readonly display: Unit;
  readonly expr: Expr;
}

/** A complete reaction network: frozen, plain data. Order is the order of declaration and is what results keep. */
export interface Model {
  readonly title: string;
  readonly compartments: readonly Compartment[];
  readonly species: readonly Species[];
  readonly variables: readonly Variable[];
  readonly parameters: readonly Parameter[];
  readonly reactions: readonly Reaction[];
  readonly rules: readonly Rule[];
  readonly events: readonly ModelEvent[];
  readonly observables: readonly Observable[];
  readonly delayed?: readonly Delayed[];
  /** True when quantities may be negative: a power of a negative number then is what it is, else its base is cut at 0. */
  readonly signed?: boolean;
}

/** One fault of a user's model. All are collected; none is thrown alone. */
export interface Finding {
  readonly severity: "error" | "warning" | "note";
  readonly code: string;
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly fix: string;
}
