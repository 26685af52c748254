import { createRequire } from "node:module";
import { dirname } from "node:path";

/** The folder of the package: the checkout, or where it was installed. */
export const packageFolder: string = dirname(createRequire(import.meta.url).resolve("kation/package.json"));
