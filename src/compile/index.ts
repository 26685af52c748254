export { compile, hash, instantiate } from "./compile.ts";
export type { Compiled } from "./compile.ts";
export { equations } from "./equations.ts";
export type { Equations } from "./equations.ts";
export { Graph } from "./graph.ts";
export type { Node } from "./graph.ts";
