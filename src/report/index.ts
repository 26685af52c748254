export { figures } from "./figures.ts";
export { files, report } from "./files.ts";
export { html } from "./html.ts";
export type { Figure } from "./plots.ts";
export { png } from "./png.ts";
