export type { Imbalance } from "./balance.ts";
export { balanceFindings, imbalance } from "./balance.ts";
export { check, checked, unitsOf } from "./check.ts";
export type { ParameterOptions } from "./draft.ts";
export { Draft } from "./draft.ts";
export { equation } from "./equation.ts";
export type { Composition } from "./formula.ts";
export { molarMass, parseFormula } from "./formula.ts";
export type { Invariant } from "./invariants.ts";
export { invariants } from "./invariants.ts";
export type { Provenance } from "./sourced.ts";
export { faultOf, sourced } from "./sourced.ts";
export type {
  Assignment,
  Compartment,
  Delayed,
  Distribution,
  Finding,
  Grade,
  Model,
  ModelEvent,
  Observable,
  Parameter,
  Participant,
  Queueing,
  Reaction,
  Rule,
  Sourced,
  Species,
  Variable,
} from "./types.ts";
