export type { FunctionSystem } from "./function-kernel.ts";
export { denseKernel } from "./function-kernel.ts";
export type { LuPlan } from "./lu-plan.ts";
export { planLu } from "./lu-plan.ts";
export { rodas4, rodas5p } from "./methods/index.ts";
export type { TableauData } from "./rosenbrock.ts";
export { rosenbrock } from "./rosenbrock.ts";
export { settle, solve } from "./solve.ts";
export type {
  Intervention,
  Kernel,
  Method,
  Problem,
  Program,
  Solution,
  SolveOptions,
  SolveStats,
  SolveStatus,
  SparsePattern,
  Tableau,
} from "./types.ts";
