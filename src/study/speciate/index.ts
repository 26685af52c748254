export type { SpeciationBand, SpeciationBands } from "./bands.ts";
export { speciationBands } from "./bands.ts";
export type { Equilibrium } from "./equilibrium.ts";
export { equilibrium } from "./equilibrium.ts";
export type { SpeciationProblem } from "./problem.ts";
export type { Conditions, SpeciationStatus } from "./solver.ts";
export { EquilibriumSolver } from "./solver.ts";
export type { ComponentRow, SolidRow, Speciated, SpeciesRow } from "./speciate.ts";
export { speciate, speciationSolver } from "./speciate.ts";
