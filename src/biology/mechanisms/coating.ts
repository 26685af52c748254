import { type Draft, type Sourced, sourced } from "#model";
import type { Agent } from "../types.ts";

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
