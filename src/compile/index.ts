export type { Compiled, CompiledSystem } from "./compile.ts";
export { compile, compileSystem, instantiate } from "./compile.ts";
export type { Equations } from "./equations.ts";
export { equations } from "./equations.ts";
export type { Node } from "./graph.ts";
export { Graph } from "./graph.ts";
export { CompiledProgram } from "./program.ts";
export type { System } from "./system.ts";
export { systemEquations } from "./system.ts";
