export type { Eigenvalues } from "./eigenvalues.ts";
export { eigenvalues } from "./eigenvalues.ts";
export type { FunctionSystem, VectorFunction } from "./function-kernel.ts";
export { denseKernel } from "./function-kernel.ts";
export { solveHybrid } from "./hybrid/run.ts";
export type {
  HybridOptions,
  HybridPlan,
  HybridProblem,
  HybridSolution,
  PlannedAssignment,
  PlannedDelay,
  PlannedEvent,
} from "./hybrid/types.ts";
export type { LuPlan } from "./lu-plan.ts";
export { planLu } from "./lu-plan.ts";
export { interpolant } from "./machine/attempt.ts";
export type { Built } from "./machine/build.ts";
export { buildModule } from "./machine/build.ts";
export type { Calibration } from "./machine/calibrate.ts";
export { calibrate } from "./machine/calibrate.ts";
export { methodFor } from "./machine/choose.ts";
export type { EngineProblem } from "./machine/engine.ts";
export { Engine, restWeights } from "./machine/engine.ts";
export { machineKernel } from "./machine/kernel.ts";
export type { Layout } from "./machine/layout.ts";
export { luWriter } from "./machine/lu.ts";
export type { Destination, JobOptions, MachineCode, Member, Outcome } from "./machine/machine.ts";
export { Machine } from "./machine/machine.ts";
export type { KernelFunctions, Parts, StageFunctions } from "./machine/parts.ts";
export { rodas4, rodas5p } from "./methods/index.ts";
export type { TableauData } from "./rosenbrock.ts";
export { rosenbrock } from "./rosenbrock.ts";
export type { Settled } from "./settle.ts";
export { settle } from "./settle.ts";
export { solve } from "./solve.ts";
export type { SparseLu } from "./sparse-lu.ts";
export { sparseLu } from "./sparse-lu.ts";
export type { Steady, SteadyOptions, SteadyStatus } from "./steady.ts";
export { steadyState } from "./steady.ts";
export type {
  FiredEvent,
  Intervention,
  Kernel,
  Method,
  Operations,
  Problem,
  Program,
  Shape,
  Solution,
  SolveOptions,
  SolveStats,
  SolveStatus,
  SparsePattern,
  Tableau,
} from "./types.ts";
