export type { Compiled } from "./compile.ts";
export { compile, hash, instantiate } from "./compile.ts";
export type { Equations } from "./equations.ts";
export { equations } from "./equations.ts";
export type { Node } from "./graph.ts";
export { Graph } from "./graph.ts";
