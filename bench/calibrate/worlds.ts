import { carry } from "kation/run";
import { halfEffect, type Plan, plan, toStudy } from "kation/study";
import { normalQuantile } from "kation/units";
import { materials } from "./choice.ts";
import type { Fitted } from "./population.ts";

/** Doses of a simulated curve, µg/mL; what lies beyond counts as at most threefold beyond. */
export const doses = { low: 0.03, high: 3000 };

/** Plain particles in a tumour and a normal cell, every number at its prior. */
export function design(seed: number, count: number): Plan {
  return plan(
    toStudy({
      kation: 1,
      study: "dose-response",
      title: "Calibration",
      agents: materials.map((m) => m.agent),
      cells: { tumour: "tumour-generic", normal: "normal-generic" },
      environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { from: `${doses.low} ug/mL`, to: `${doses.high} ug/mL`, points: 11 },
      until: "24 h",
      read: ["viability"],
      numerics: { points: 2 },
      without: ["calibration"],
      uncertainty: { draws: count },
      seed,
    }),
  );
}

/** Worlds as simulated. */
export interface Simulated {
  /** Half-effect doses, µg/mL, per arm that is wanted, per world; NaN where a run failed. */
  readonly half: readonly number[][];
  /** Normal scores of the numbers that keep their priors, by path. */
  readonly others: ReadonlyMap<string, Float32Array>;
}

/** Simulates worlds whose fitted numbers have given normal scores; all others are drawn from their priors, by `seed`. */
export async function simulated(
  list: readonly Fitted[],
  z: readonly (readonly number[])[],
  wanted: readonly { readonly agent: string; readonly role: string }[],
  seed: number,
): Promise<Simulated> {
  const planned = design(seed, z.length);
  const programs = wanted.map(({ agent, role }) =>
    planned.arms.findIndex((a) => a.agent.id === agent && a.role === role),
  );
  const groups = programs.flatMap((program) => {
    const { parameters } = planned.arms[program]!.compiled.model;
    const places = list.map((f) => parameters.flatMap((p, i) => (p.path === f.path ? [i] : [])));
    return planned.batch.groups
      .filter((g) => g.program === program)
      .map((g, world) => {
        const values = Float64Array.from(g.parameters);
        list.forEach((f, j) => {
          for (const i of places[j]!) values[i] = f.at(z[world]![j]!);
        });
        return { ...g, parameters: values };
      });
  });
  const result = await carry({ ...planned.batch, groups }, { workers: 1 });
  const half = programs.map((program, a) => {
    const { particleDoses, compiled } = planned.arms[program]!;
    const place = compiled.observables.length + compiled.observables.indexOf("viability");
    return z.map((_, world) => {
      const first = (a * z.length + world) * (particleDoses.length + 1);
      const alive = Array.from({ length: particleDoses.length + 1 }, (_, d) =>
        result.status[first + d] === "done"
          ? result.observed[result.offsets[first + d]! + place]!
          : Number.NaN,
      );
      const curve = alive.slice(1).map((v) => v / alive[0]!);
      return 1e3 * halfEffect(particleDoses, curve);
    });
  });
  return { half, others: scores(planned, list) };
}

/** Normal scores by rank, which in a stratified design are those of the prior, of all numbers but some. */
function scores({ worlds }: Plan, but: readonly Fitted[]): Map<string, Float32Array> {
  const { varied, values, count } = worlds;
  const found = new Map<string, Float32Array>();
  varied.forEach(({ path }, j) => {
    if (but.some((f) => f.path === path)) return;
    const of = (w: number): number => values[w * varied.length + j]!;
    const order = Array.from({ length: count }, (_, w) => w).sort((a, b) => of(a) - of(b));
    const column = new Float32Array(count);
    order.forEach((w, rank) => {
      column[w] = normalQuantile((rank + 0.5) / count);
    });
    found.set(path, column);
  });
  return found;
}
