export { Bytes } from "./bytes.ts";
export type { F64, I32, Local, TypeName, V128, Value } from "./code.ts";
export { Code } from "./code.ts";
export type { Elementary, ElementaryName } from "./elementary.ts";
export { elementary, elementaryBytes, elementaryNames } from "./elementary.ts";
export type { Signature } from "./module.ts";
export { Module } from "./module.ts";
export type { Lanes, Mask, Real, RealLocal } from "./reals.ts";
export { Reals } from "./reals.ts";
