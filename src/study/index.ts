export type { AdditivityRow } from "./additivity.ts";
export { additivity, excessOver } from "./additivity.ts";
export type { Budget, BudgetLine } from "./budget.ts";
export { budget } from "./budget.ts";
export type { Control, ControlOptions } from "./control.ts";
export { control } from "./control.ts";
export type { DrawOptions, Varied, Worlds } from "./draws.ts";
export { drawWorlds, prior, variedNumbers } from "./draws.ts";
export { experimentFor } from "./experiments.ts";
export type { ExportedRun } from "./export.ts";
export { exportRun } from "./export.ts";
export { halfEffect } from "./half-effect.ts";
export type { HostRow, Vaccine } from "./hosts.ts";
export { cellsText, Hosts } from "./hosts.ts";
export type { InfluenceRow } from "./influence.ts";
export type { AskedStep, Axis, Level } from "./levels.ts";
export type { Matrix } from "./matrices.ts";
export { philox, uniform } from "./philox.ts";
export type { Arm, Plan } from "./plan.ts";
export { interventions, plan } from "./plan.ts";
export type { CultureStudy, VaccinationStudy } from "./questions/index.ts";
export { doseResponse, selectivity, timeCourse, vaccination } from "./questions/index.ts";
export { defaultReads, readStudy, toSourced, toStudy } from "./read.ts";
export type { Band, HalfEffectRow, SelectivityRow } from "./results.ts";
export { doseText, levelColumn, massConcentration, molarDoseText, Results } from "./results.ts";
export { run } from "./run.ts";
export { jsonSchema, numberSchema, questions } from "./schema.ts";
export type { Simulated, SimulateOptions } from "./simulate.ts";
export { Simulator, simulate } from "./simulate.ts";
export { sobol, sobolDimensions } from "./sobol.ts";
export type {
  ComponentRow,
  Conditions,
  Equilibrium,
  SolidRow,
  Speciated,
  SpeciationBand,
  SpeciationBands,
  SpeciationProblem,
  SpeciationStatus,
  SpeciesRow,
} from "./speciate/index.ts";
export {
  EquilibriumSolver,
  equilibrium,
  speciate,
  speciationBands,
  speciationSolver,
} from "./speciate/index.ts";
export { supercube } from "./supercube.ts";
export type { DataPoint, DoseBasis, Fault, Rechallenge, Role, Study } from "./types.ts";
export type { Verdict } from "./verdict.ts";
export { verdict } from "./verdict.ts";
