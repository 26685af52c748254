import type { Draft } from "#model";
import type { Agent, Phase } from "../types.ts";
import type { stages } from "./particles.ts";

/**
 * Pace at which a coat lets salts pass at a place, 1/s: a rule, declared once; undefined for a coat without permeation.
 *
 *     k = ln 2/t½ · acid^(7.4 − pH) · enzyme        the last in lysosomes only
 */
export function coatRate(draft: Draft, agent: Agent, stage: (typeof stages)[number]): string | undefined {
  if (!agent.coating.permeation) return undefined;
  const id = `k_coat__${stage.id}`;
  if (draft.has(id)) return id;
  coatNumbers(draft, agent);
  const pH = { med: "pH__med", early__vesicle: "pH_early", late__vesicle: "pH__vesicle", cyt: "pH__cyt" }[
    stage.id
  ];
  const { acid, enzyme } = agent.coating.permeation;
  const factors = [
    "0.693147180559945/t_half_coat",
    ...(acid ? [`acid_coat^(7.4 - ${pH})`] : []),
    ...(enzyme && stage.id === "late__vesicle" ? ["enzyme_coat"] : []),
  ];
  return draft.rule(id, "1/s", factors.join("*"), `passage through the coat ${stage.label}`);
}

/** Share that a coat of the stated age still holds, a rule; undefined when all of it is there. */
export function coatHolds(draft: Draft, agent: Agent): string | undefined {
  const { age, permeation } = agent.coating;
  if (!age || !permeation) return undefined;
  if (draft.has("share_held")) return "share_held";
  coatNumbers(draft, agent);
  draft.parameter("age_coat", age, {
    label: "time spent in water before use",
    path: `agents/${agent.id}/coating/age`,
  });
  return draft.rule(
    "share_held",
    "1",
    "exp(-0.693147180559945*age_coat/t_half_coat)",
    "share of the salt that the coat still holds when it is given",
  );
}

function coatNumbers(draft: Draft, agent: Agent): void {
  const { halfLife, acid, enzyme } = agent.coating.permeation!;
  const path = `agents/${agent.id}/coating/permeation`;
  draft.parameter("t_half_coat", halfLife, {
    label: "half-life of the payload behind its coat, water of pH 7.4",
    path: `${path}/halfLife`,
  });
  if (acid)
    draft.parameter("acid_coat", acid, {
      label: "faster passage through the coat per pH unit",
      path: `${path}/acid`,
    });
  if (enzyme)
    draft.parameter("enzyme_coat", enzyme, {
      label: "faster passage through the coat in lysosomes",
      path: `${path}/enzyme`,
    });
}

/** What one formula unit of a phase frees into water, as names and counts; empty for what water does not dissolve. */
export function freedByWater(phase: Phase): readonly (readonly [string, number])[] {
  const way = phase.dissolution.find((w) => w.by === "water");
  return way ? freedBy(way.equation, phase.id) : [];
}

/** Products of a dissolution equation per formula unit of the solid. */
export function freedBy(equation: string, solid: string): readonly (readonly [string, number])[] {
  const terms = (side: string): [string, number][] =>
    side
      .trim()
      .split(" + ")
      .map((term) => {
        const match = /^(?:(\d+) )?(.+)$/.exec(term)!;
        return [match[2]!, Number(match[1] ?? 1)];
      });
  const [left, right] = equation.split("->");
  const count = terms(left!).find(([name]) => name === solid)?.[1] ?? 1;
  return terms(right!).map(([name, n]) => [name, n / count]);
}
