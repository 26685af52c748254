import { measuredCurves } from "../measured/tables.ts";
import { fittedPaths, materials } from "./choice.ts";
import { group } from "./likelihood.ts";
import { type Fitted, fitted } from "./population.ts";
import type { Target } from "./sampler.ts";
import { design } from "./worlds.ts";

/** What is fitted to: measured curves at 24 h by material and class of cell. */
export function targetsIn(folder: string): { readonly targets: Target[]; readonly curves: number } {
  const curves = measuredCurves(
    folder,
    materials.map((m) => m.name),
    [24],
  );
  const targets = materials.flatMap((m) =>
    (["tumour", "normal"] as const).flatMap((role): Target[] => {
      const own = curves.filter((c) => c.material === m.name && c.role === role);
      return own.length === 0 ? [] : [{ agent: m.agent, role, data: group(own) }];
    }),
  );
  return { targets, curves: curves.length };
}

/** What is fitted: the numbers of the choice with their priors. */
export function numbers(): Fitted[] {
  const parameters = design(1, 2).arms.flatMap((a) => a.compiled.model.parameters);
  return fittedPaths.map((path) => {
    const found = parameters.find((p) => p.path === path);
    if (!found?.sourced?.range) throw new Error(`nothing with a range is called ${path}`);
    return fitted(path, found.label, found.sourced);
  });
}
