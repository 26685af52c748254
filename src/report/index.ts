export { figures } from "./figures.ts";
export { html } from "./html.ts";
export { files, report } from "./files.ts";
export type { Figure } from "./plots.ts";
export { png } from "./png.ts";
