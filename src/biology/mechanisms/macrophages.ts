import { parseFormula, sourced } from "#model";
import { layersOf, particleSets } from "../shape.ts";
import type { Agent, Mechanism, Phase } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";

const sign = "only the sign is read: iron oxide turns macrophages against tumour cells";

const numbers: Constants = {
  macrophage_ratio: {
    label: "macrophages per tumour cell",
    number: sourced("0.5", {
      grade: "C",
      range: ["0.1", "2"],
      why: "co-cultures and tumours, order of magnitude",
      needsPaper: true,
    }),
  },
  CL_macrophage: {
    label: "clearance of medium by a macrophage",
    number: sourced("1e-17 m^3/s", {
      grade: "C",
      range: ["1e-18 m^3/s", "1e-16 m^3/s"],
      why: "about ten times that of a tumour cell",
      needsPaper: true,
    }),
  },
  K_polarise: {
    label: "iron per macrophage at half the rate of polarisation",
    number: sourced("1 pg", {
      grade: "C",
      range: ["0.1 pg", "10 pg"],
      why: sign,
      source: "natNano2016ferumoxytol",
      needsPaper: true,
    }),
  },
  k_polarise: {
    label: "polarisation M2 to M1 by iron",
    number: sourced("0.1 1/h", {
      grade: "C",
      range: ["0.02 1/h", "0.5 1/h"],
      why: sign,
      source: "natNano2016ferumoxytol",
      needsPaper: true,
    }),
  },
  k_revert: {
    label: "return M1 to M2",
    number: sourced("0.02 1/h", {
      grade: "C",
      range: ["0.005 1/h", "0.1 1/h"],
      why: "days",
      needsPaper: true,
    }),
  },
  burst_M1: {
    label: "H2O2 made by an M1 macrophage",
    number: sourced("3e-18 mol/s", {
      grade: "C",
      range: ["3e-19 mol/s", "3e-17 mol/s"],
      why: "fractions of a nanomole per million cells and minute, order of magnitude",
      needsPaper: true,
    }),
  },
  h_M1: {
    label: "hazard on a tumour cell per M1 macrophage (NO, TNF)",
    number: sourced("0.02 1/h", {
      grade: "C",
      range: ["0.001 1/h", "0.1 1/h"],
      why: sign,
      source: "natNano2016ferumoxytol",
      needsPaper: true,
    }),
  },
};

/**
 * Macrophages beside the tumour cells: iron turns M2 into M1, which make H2O2 and kill. A sketch of which only the
 * sign is known; every number is an estimate.
 *
 *     dFe/dt = CL·[Fe in the medium]        dM1/dt = k_pol·(1 − M1)·Fe/(K + Fe) − k_rev·M1
 *     H2O2 to the medium  burst·ratio·M1/V_med        hazard on the tumour cell  h·ratio·M1
 *
 * `M1` is the share of macrophages that are M1, none at the start. The iron they take up is not taken from the medium.
 * Off unless asked for by `with: ["macrophages"]`.
 *
 * @limits  no iron, no M1, no effect
 * @valid   the sign of the effect, in co-culture and in subcutaneous tumours; no number of it
 * @source  natNano2016ferumoxytol
 */
export function macrophages(options: { agent: Agent; phases: (id: string) => Phase }): Mechanism {
  return {
    id: "macrophages",
    label: "macrophages turned by iron (sketch: only the sign is known)",
    add(draft) {
      constants(draft, numbers);
      const iron = ironInMedium(options.agent, options.phases, (id) => draft.has(id));
      draft.rule("iron_med", "mM", iron.join(" + ") || "0 [mM]", "iron in the medium, particles and ions");
      draft.variable("iron_macrophage", {
        label: "iron in a macrophage",
        unit: "kg",
        counter: true,
        rate: "55.845 [g/mol]*CL_macrophage*iron_med",
      });
      draft.variable("M1", {
        label: "share of macrophages that are M1",
        unit: "1",
        counter: true,
        rate: "k_polarise*(1 - M1)*iron_macrophage/(K_polarise + iron_macrophage) - k_revert*M1",
      });
      const [reductant, o2] = ["reductant", "dioxygen"].map((s) => surroundings(draft, s, "med"));
      draft.reaction("burst_M1__med", `${reductant} + ${o2} -> H2O2__med`, {
        at: "med",
        rate: "burst_M1*macrophage_ratio*M1/V_med",
      });
      draft.sum("hazard_other", "1/s", "hazard of what is no damage of the cell's own");
      draft.addTo("hazard_other", "h_M1*macrophage_ratio*M1");
      draft.observe("macrophages.M1", {
        label: "share of macrophages that are M1",
        unit: "1",
        display: "%",
        expr: "M1",
      });
    },
  };
}

/** Iron of particles and ions in the medium, as terms of a sum. */
function ironInMedium(agent: Agent, phases: (id: string) => Phase, has: (id: string) => boolean): string[] {
  const solid = particleSets(agent).flatMap((set) =>
    layersOf(set, phases).flatMap((layer) => {
      const atoms = parseFormula(layer.phase.formula).atoms.get("Fe") ?? 0;
      if (atoms === 0) return [];
      const state = `${layer.id}__med`;
      return [`${atoms}*${has(state) ? state : `q0_${layer.id}*${set.id}__med`}`];
    }),
  );
  return [...solid, ...["Fe2__med", "Fe3__med"].filter(has)];
}
