/** Kation's first result, cold: one process per model. Arguments: the folder of models, a name. Prints JSON. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setup } from "./kation.ts";
import type { EngineModel } from "./models.ts";

const [folder, name, tolerances] = process.argv.slice(2) as [string, string, string];
const model = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as EngineModel;
console.log(JSON.stringify(setup(model, Float64Array.from(JSON.parse(tolerances) as number[]))));
