import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import { useCell } from "./culture.ts";

const numbers: Constants = {
  K_ATP_pump: {
    label: "ATP at half of Na/K-ATPase's rate",
    number: sourced("8 uM", {
      grade: "A(c)",
      range: ["4 uM", "20 uM"],
      source: "cortassa2003",
      at: "code of a heart cell, Na/K-ATPase",
    }),
  },
  K_ADP_pump: {
    label: "ADP that competes with ATP for Na/K-ATPase",
    number: sourced("100 uM", {
      grade: "A(c)",
      range: ["50 uM", "200 uM"],
      source: "cortassa2003",
      at: "code of a heart cell, Na/K-ATPase",
    }),
  },
  ATP_gate: {
    label: "ATP over rest at which half of a death by caspases can be carried out",
    number: sourced("0.25", {
      grade: "C",
      range: ["0.15", "0.4"],
      why: "15–25 % are often quoted; steepness 4",
      needsPaper: true,
    }),
  },
  ATP_lethal: {
    label: "ATP over rest below which a cell is lost",
    number: sourced("0.07", {
      grade: "A",
      range: ["0.05", "0.1"],
      source: "venkatachalam",
      at: "LLC-PK1 for 5 h: viable at 5–10 % of normal, lost below",
    }),
  },
  h_energy: {
    label: "hazard of a cell without ATP",
    number: sourced("0.5 1/h", {
      grade: "C",
      range: ["0.1 1/h", "2 1/h"],
      why: "lost within hours",
      needsPaper: true,
    }),
  },
};

/**
 * ATP as one pool: made by a lumped synthesis that answers to ADP, used by the pumps that are followed and a base.
 *
 *     d[ATP]/dt = V·ADP/(K + ADP)/(1 + block) − base·ATP/(ATP + K_b) − A·Σ J_pumps/V_rest
 *
 * V is 1 + `spare` times the use at rest; K follows from rest. A death by caspases is carried out by ATP⁴/(ATP⁴ + K⁴), the
 * remainder is other death; below ATP_lethal the cell is lost, by a hazard steep enough (8) to be none at half of rest. Where ATP comes from is left to metabolism.
 * Pumps say what they use by the sums `ATP_flux` and `ATP_flux_rest`.
 *
 * @limits  at rest nothing changes; without synthesis ATP falls to 0 and is never negative
 * @valid   changes over minutes and more; glycolysis and respiration are one
 * @source  venkatachalam, leist1997, eguchi1997 for the switch from apoptosis to necrosis
 */
export function energy(options: { cell: Cell }): Mechanism {
  return {
    id: "energy",
    label: "ATP: lumped synthesis and use",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, {
        ATP_rest: "atp",
        ADP_rest: "adp",
        v_ATP: "atpUse",
        spare_ATP: "atpSpare",
      });
      draft.sum("atp_block", "1", "inhibitors of ATP synthesis, each as (c/IC50)^n");
      draft.rule("ADP", "mM", "ATP_rest + ADP_rest - ATP", "ADP");
      draft.rule("K_synthesis", "mM", "ADP_rest*spare_ATP", "ADP at half of the greatest synthesis");
      draft.sum("ATP_flux_rest", "mol/m^2/s", "ATP used by pumps at rest, per area");
      draft.sum("ATP_flux", "mol/m^2/s", "ATP used by pumps, per area");
      // The base halves at a twentieth of the resting ATP: what is left then is what cells defend.
      draft.variable("ATP", {
        label: "ATP, per cytosol at rest",
        unit: "mM",
        initial: "ATP_rest",
        rate:
          "(1 + spare_ATP)*(v_ATP + A_mem*ATP_flux_rest/V_rest)*ADP/(K_synthesis + ADP)/(1 + atp_block)" +
          " - v_ATP*1.05*ATP/(ATP + 0.05*ATP_rest) - A_mem*ATP_flux/V_rest",
      });
      draft.rule(
        "ATP_pump",
        "1",
        "ATP/(ATP + K_ATP_pump*(1 + ADP/K_ADP_pump))*(1 + K_ATP_pump*(1 + ADP_rest/K_ADP_pump)/ATP_rest)",
        "rate of pumps by their ATP, over rest",
      );
      draft.rule("ATP_share", "1", "max(ATP, 0 [mM])/ATP_rest", "ATP over rest");
      draft.rule(
        "execution",
        "1",
        "(1 + ATP_gate^4)/(1 + (ATP_gate/(ATP_share + 1e-6))^4)",
        "share of caspases' work that ATP allows",
      );
      draft.sum("hazard_other", "1/s", "hazard of death that other mechanisms add");
      draft.addTo("hazard_other", "h_energy/(1 + (ATP_share/ATP_lethal)^8)");
      draft.observe("ATP", { label: "ATP over rest", unit: "1", display: "%", expr: "ATP_share" });
    },
  };
}
