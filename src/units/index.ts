export { KationError } from "./error.ts";
export type { ErrorCode, ErrorParts } from "./error.ts";
export type { Dimension, Quantity, Unit } from "./types.ts";
