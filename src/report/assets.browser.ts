import { KationError } from "#units";
import type { Assets } from "./assets.ts";

/** Browsers draw PNGs from the SVG themselves. */
export function assets(): Promise<Assets> {
  throw new KationError("unsupported-feature", "PNG by the library is for Node", {
    fix: "draw the SVG on a canvas",
  });
}

/** Browsers have no folders: use `files(results)` and offer them for download. */
export function writeAll(): Promise<string[]> {
  throw new KationError("unsupported-feature", "writing a folder is for Node", { fix: "use files(results)" });
}
