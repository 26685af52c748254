import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Built } from "./cvode.ts";
import { folder, python, root } from "./environment.mjs";
import type { EngineModel, Grid, Reference } from "./models.ts";
import { toSbml } from "./sbml.ts";

/** One row of a tool that runs under Python. */
export interface PythonRow {
  readonly tool: string;
  readonly rtol: number;
  readonly status: string;
  readonly us?: readonly number[];
  readonly outputs5?: readonly (readonly (number | null)[])[];
}

/** What one tool answered on one model. */
export interface PythonTool {
  readonly loadMs?: number;
  readonly firstMs?: number | null;
  readonly version?: string;
  readonly fault?: string;
  readonly rows: readonly PythonRow[];
}

/** What a model is run with. */
export interface PythonPlan {
  readonly roadrunner: readonly number[];
  readonly copasi: readonly number[];
  readonly copasiScales: number;
  readonly scipy: readonly (readonly [string, number])[];
  readonly repeats: number;
  readonly budgetUs: number;
}

/** libRoadRunner, COPASI and SciPy on a model. */
export async function runPython(
  model: EngineModel,
  grid: Grid,
  reference: Reference,
  built: Built,
  plan: PythonPlan,
): Promise<Readonly<Record<"roadrunner" | "copasi" | "scipy", PythonTool>>> {
  const place = join(folder, "sbml");
  mkdirSync(place, { recursive: true });
  const [sbml, job] = [join(place, `${model.name}.xml`), join(place, `${model.name}.job.json`)];
  writeFileSync(sbml, toSbml(model));
  const { roadrunner, copasi, copasiScales, scipy, repeats, budgetUs } = plan;
  writeFileSync(
    job,
    JSON.stringify({
      sbml,
      library: built.library,
      initial: model.species.map((s) => s.initial),
      parameters: model.parameters,
      times: [...grid.times],
      five: grid.five,
      ymax: [...reference.ymax],
      share: model.name === "e5" ? 1e-13 : 1e-3,
      tolerances: { roadrunner, copasi },
      copasiScales,
      scipy,
      repeats,
      budgetUs,
    }),
  );
  const { stdout } = await promisify(execFile)(python, [join(root, "bench", "peers", "peers.py"), job], {
    maxBuffer: 1e9,
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{"roadrunner"')));
}
