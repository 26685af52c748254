import { type Draft, type Sourced, sourced } from "#model";
import type { Agent, Phase } from "../types.ts";
import type { stages } from "./particles.ts";

/**
 * Share of a chelating coating that X-rays take away, for records that need it: to be fitted, never predicted. The ·OH of
 * 6 Gy is 1.7 µM before any of it is scavenged, a thousandth of the chelator on millimolar particles.
 */
export const chelatorLostPerGy: Sourced = sourced("0.05 1/Gy", {
  grade: "C",
  range: ["0 1/Gy", "0.2 1/Gy"],
  why: "a fitted hook: the ·OH of X-rays cannot do this by three decades; what does is not known",
  needsPaper: true,
  dist: "uniform",
});

/**
 * The share of the surface that a coating leaves open, as an id: `coating_access`, or `coating_open` where X-rays take the
 * coating away. Undefined for a coating that is no bar.
 *
 *     open = 1 − (1 − access)·exp(−λ·D)        D the dose so far; without X-rays in the protocol, 0
 */
export function coatingOpen(draft: Draft, agent: Agent): string | undefined {
  const { access, radiolysis } = agent.coating;
  if (!access) return undefined;
  const path = `agents/${agent.id}/coating`;
  draft.parameter("coating_access", access, {
    label: "share of the surface that the coating leaves open",
    path: `${path}/access`,
  });
  if (!radiolysis || !draft.has("absorbed_dose")) return "coating_access";
  if (draft.has("coating_open")) return "coating_open";
  draft.parameter("coating_lost", radiolysis, {
    label: "share of the coating lost per dose of X-rays",
    path: `${path}/radiolysis`,
  });
  return draft.rule(
    "coating_open",
    "1",
    "1 - (1 - coating_access)*exp(-coating_lost*absorbed_dose)",
    "share of the surface that the coating leaves open after X-rays",
  );
}

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
