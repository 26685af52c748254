import { createRequire } from "node:module";
import { dirname } from "node:path";

const require = createRequire(import.meta.url);
const manifest = require.resolve("kation/package.json");

/** The folder of the package: the checkout, or where it was installed. */
export const packageFolder: string = dirname(manifest);
/** The version that runs. */
export const version: string = (require(manifest) as { version: string }).version;
