import type { Draft } from "#model";
import type { Mechanism } from "../types.ts";
import { constants } from "./constants.ts";
import { peakNumbers } from "./fate.ts";
import { exocytosisNumbers, membraneNumbers } from "./ion-core.data.ts";
import { positive } from "./membrane-flux.ts";

/**
 * Tension and lysis: a swelling cell smooths its folds, is then stretched, and bursts.
 *
 *     A_needed/A_held = v^{2/3}/fold      strain ε = A_needed/A_held − 1 where above 0      tension σ = K_A·ε, ΔP = 2σ/r
 *     spread   share burst F = xᵐ/(1 + xᵐ), x = v_peak/v_burst, v_burst = (fold·(1 + ε*))^{3/2}, m = 1.7/spread
 *     event    the one cell bursts where ε passes ε*: channels of 10⁻⁵ m/s for all ions, pumps off, volume held
 *
 * Without event, cells of a culture burst at volumes of their own, log-normally spread (a logistic in its place is within
 * 0.01): the share that has burst follows the highest volume so far and adds its hazard F′/(1 − F) to `hazard_osmotic`;
 * ions and volume go on being those of a cell that is whole. With `event` they are those of one cell.
 *
 * @param event    one cell that bursts at a time, located to the tolerance of the run
 * @param reserve  false: the hypothesis that a cell holds no membrane in reserve, and bursts when it swells by 6 %
 * @param added    exocytosis adds area while the membrane is tense
 * @limits  no swelling, no lysis; a cell that shrinks again does not take back what has burst
 * @valid   swelling over minutes and more; repair is left out but for `added`. Of a cell that bursts by event Na⁺, K⁺, Cl⁻ and Ca²⁺
 *          run out; persulfate, sulfate and Ba²⁺ stay, and hold what belongs to them
 * @source  bionumbersMembrane; the reserve of a living cell is an estimate and decides
 */
export function membrane(options: { event?: boolean; reserve?: boolean; added?: boolean }): Mechanism {
  return {
    id: "membrane",
    label: "membrane tension and osmotic lysis",
    add(draft) {
      constants(draft, membraneNumbers);
      const own = options.reserve === false ? "1" : "fold";
      if (options.added) {
        constants(draft, exocytosisNumbers);
        draft.variable("area_added", {
          label: "membrane that exocytosis has added, over that of a sphere",
          unit: "1",
          rate: `k_area*(area_addable*${own} - area_added)*strain/(strain + 1e-3)`,
        });
      }
      draft.rule(
        "area_held",
        "1",
        options.added ? `${own} + area_added` : own,
        "membrane over that of a sphere of the cell's size at rest",
      );
      draft.rule(
        "strain",
        "1",
        positive("max(v_cell, 1e-3)^(2/3)/area_held - 1", "1e-4"),
        "area strain of the membrane",
      );
      draft.rule("tension", "N/m", "K_area*strain", "tension of the membrane");
      draft.addTo("pressure", "2*tension/(radius_cell*max(v_cell, 1e-3)^(1/3))");
      draft.observe("tension", { label: "membrane tension", unit: "N/m", display: "mN/m", expr: "tension" });
      if (options.event) burst(draft);
      else shares(draft);
    },
  };
}

/** One cell that bursts. */
function burst(draft: Draft): void {
  draft.rule("hazard_osmotic", "1/s", "h_burst*lysed", "hazard of osmotic lysis: none before the event");
  draft.variable("lysed", { label: "1 when the cell has burst", unit: "1", rate: "0 [1/s]" });
  draft.addTo("lysed_share", "lysed");
  for (const ion of ["Na", "K", "Cl"]) draft.addTo(`P_add_${ion}`, "P_burst*lysed");
  draft.event("lyse", {
    label: "the membrane bursts",
    trigger: "strain - strain_rupture - lysed",
    assignments: [
      ["lysed", "1"],
      // A survival of 10⁻¹³: dead, in a form that the sums of hazards share.
      ["hazard_sum_osmotic", "hazard_sum_osmotic + 30"],
    ],
  });
  draft.observe("lysed", { label: "the cell has burst", unit: "1", expr: "lysed" });
}

/** Cells that burst at volumes of their own. */
function shares(draft: Draft): void {
  constants(draft, peakNumbers);
  draft.rule(
    "v_burst",
    "1",
    "(area_held*(1 + strain_rupture))^1.5",
    "volume at which the median cell bursts",
  );
  draft.variable("v_peak", {
    label: "highest volume so far",
    unit: "1",
    initial: "1",
    rate: `k_peak*${positive("v_cell - v_peak", "1e-6")}`,
  });
  draft.rule("m_burst", "1", "1.7/spread_reserve", "steepness of lysis in volume");
  // x/(1 + x) by the logarithm of x: where few cells differ from the median, ten times its volume makes x overflow.
  draft.rule(
    "F_burst",
    "1",
    "0.5*(1 + tanh(0.5*m_burst*ln(max(v_peak, 1e-3)/v_burst)))",
    "share of cells whose volume of bursting has been passed",
  );
  draft.rule(
    "hazard_osmotic",
    "1/s",
    `m_burst*F_burst*k_peak*${positive("v_cell - v_peak", "1e-6")}/max(v_peak, 1e-3)`,
    "hazard of osmotic lysis",
  );
  draft.observe("lysed", {
    label: "cells that have burst",
    unit: "1",
    display: "%",
    expr: "1 - exp(-hazard_sum_osmotic)",
  });
}
