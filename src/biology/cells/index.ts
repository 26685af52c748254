export type { CellNumber } from "./generic.ts";
export { genericCell } from "./generic.ts";
export { normalGeneric } from "./normal-generic.ts";
export { tumourGeneric } from "./tumour-generic.ts";
