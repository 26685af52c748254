import type { Sourced } from "#model";

/** What totals are given of: a metal in one oxidation state, a ligand, an ion of the medium. */
export interface Component {
  /** `Fe3`, `citrate`: a name as the library's, an SId. */
  readonly id: string;
  /** Other names it is found by. */
  readonly names: readonly string[];
  /** The species constants are written with, its charge at the end: `Fe+3`, `Cit-3`. */
  readonly species: string;
  readonly label: string;
}

/** A dissolved species beside the components: how it forms and how strong it is. */
export interface Complex {
  /** Formula with its charge at the end: `FeOH+2`, `CuCl2-`. */
  readonly species: string;
  /** Id of log K as a parameter of a model. */
  readonly id: string;
  readonly label: string;
  /** `"Fe+3 + H2O = FeOH+2 + H+"`, of components or of other complexes. */
  readonly reaction: string;
  /**
   * Log10 of the constant of that reaction at 25 °C, concentrations in M. `when.I` is the ionic strength it was
   * measured at; without it the constant holds at I = 0, or has no charge to correct.
   */
  readonly logK: Sourced;
  /** Enthalpy of the reaction; without it log K is taken at every temperature. */
  readonly enthalpy?: Sourced;
}

/** A solid: its dissolution, and whether it forms while a culture lasts. */
export interface Solid {
  readonly id: string;
  readonly names: readonly string[];
  /** `"Fe(OH)3 + 3 H+ = Fe+3 + 3 H2O"`: the solid first. */
  readonly reaction: string;
  /** Id of log Ks as a parameter of a model. */
  readonly parameter: string;
  readonly logK: Sourced;
  readonly enthalpy?: Sourced;
  /**
   * `day`: precipitates within a day once saturated; `slow`: crystals that take weeks or seeds. A judgement of what
   * to expect, not a rate.
   */
  readonly forms: "day" | "slow";
}

/** A fluid by its composition: totals by component id. */
export interface Fluid {
  readonly id: string;
  readonly names: readonly string[];
  readonly note: string;
  readonly pH: Sourced;
  readonly temperature: Sourced;
  readonly ionicStrength: Sourced;
  readonly totals: Readonly<Record<string, Sourced>>;
}
