export { hek293 } from "./hek293.ts";
export { hela } from "./hela.ts";
export { mcf7 } from "./mcf-7.ts";
export { normalGeneric } from "./normal-generic.ts";
export { tumourGeneric } from "./tumour-generic.ts";
