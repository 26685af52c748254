export { rodas4 } from "./rodas4.ts";
export { rodas5p } from "./rodas5p.ts";
