import { type Sourced, sourced } from "#model";
import type { SurfaceActivity } from "../types.ts";
import { type Spread, surfaceActivities } from "./surface-activity.data.ts";

const { pooled, materials } = surfaceActivities;
const spreadOf =
  "range: 5–95 % over all oxides and sulfides, since laboratories differ more than materials do";

function from(of: Spread | undefined, all: Spread, unit: string, what: string, known: object): Sourced {
  const used = of && of.n >= 3 ? of : all;
  return sourced(`${used.median} ${unit}`, {
    grade: "A(c)",
    range: [`${Math.min(all.p5, used.p5)} ${unit}`, `${Math.max(all.p95, used.p95)} ${unit}`],
    source: "chemxNanozymes",
    at: `${what}, median of ${used.n} assays${used === all ? " of all materials" : ""}; ${spreadOf}`,
    ...known,
  });
}

/** The constants of a surface of which nothing is measured. */
export const pooledActivity: { readonly kcat: Sourced; readonly Km: Sourced } = {
  kcat: turnover(undefined),
  Km: from(undefined, pooled.Km, "M", "Km of H2O2", {}),
};

function turnover(of: Spread | undefined): Sourced {
  const { at, source, ...number } = from(of, pooled.kcat, "1/s", "Vmax over sites weighed in", {});
  return Object.freeze({
    ...number,
    grade: "D",
    source: source!,
    at: at!,
    why: "Vmax of assays at pH about 4 over metal atoms of a geometric surface at 10 per nm²",
  });
}

/**
 * Surface constants of a phase from published assays: its own median where three assays or more give one, else that of
 * all oxides and sulfides; always their spread.
 */
export function surfaceActivity(
  material: string,
  more: { readonly catalase?: Sourced } = {},
): SurfaceActivity {
  const own = materials[material];
  return {
    sites: sourced("10 1/nm^2", {
      grade: "D",
      range: ["5 1/nm^2", "15 1/nm^2"],
      why: "metal atoms on the face of a dense oxide",
    }),
    kcat: turnover(own?.kcat),
    Km: from(own?.Km, pooled.Km, "M", `Km of H2O2 on ${material}`, {}),
    ...more,
  };
}
