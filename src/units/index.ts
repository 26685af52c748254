/** Tables and coefficients of the elementary functions, for those who write them elsewhere. */
export * as elementaryData from "./elementary.data.ts";
export {
  acos,
  asin,
  atan,
  cos,
  cosh,
  exp,
  expm1,
  ln,
  log1p,
  log10,
  normalCdf,
  normalQuantile,
  pow,
  powPositive,
  sin,
  sinh,
  tan,
  tanh,
} from "./elementary.ts";
export type { ErrorCode, ErrorParts } from "./error.ts";
export { KationError } from "./error.ts";
export { nearest } from "./nearest.ts";
export { plainNumber, printNumber, printQuantity, printUnit } from "./print.ts";
export { convert, fromBase, quantity, toBase } from "./quantity.ts";
export type { Dimension, Quantity, Unit } from "./types.ts";
export { dimensionless, divide, multiply, power, sameDimension, unit } from "./unit.ts";
export { version } from "./version.ts";
