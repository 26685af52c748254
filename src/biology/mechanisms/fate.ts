import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import { useCell } from "./culture.ts";

const decided = "decided once so that every record starts from one prior; checked against the anchors";

const numbers: Constants = {
  w_L: {
    label: "lipid damage per LOOH/LH above rest",
    number: sourced("100 1/h", { grade: "C", range: ["10 1/h", "1000 1/h"], why: decided, needsPaper: true }),
  },
  x_L: {
    label: "LOOH/LH that a cell bears without damage",
    number: sourced("1e-4", { grade: "C", why: decided, dist: "fixed" }),
  },
  k_rep_L: {
    label: "repair of lipid damage",
    number: sourced("0.1 1/h", {
      grade: "C",
      range: ["0.03 1/h", "0.3 1/h"],
      why: decided,
      needsPaper: true,
    }),
  },
  w_T: {
    label: "thiol damage per oxidised share above rest",
    number: sourced("2 1/h", { grade: "C", range: ["0.5 1/h", "8 1/h"], why: decided, needsPaper: true }),
  },
  k_rep_T: {
    label: "repair of thiol damage",
    number: sourced("0.3 1/h", { grade: "C", range: ["0.1 1/h", "0.9 1/h"], why: decided, needsPaper: true }),
  },
  w_N: {
    label: "nuclear damage per ·OH made in the cytosol",
    number: sourced("0.3 1/uM", {
      grade: "C",
      range: ["0.03 1/uM", "3 1/uM"],
      why: `${decided}; includes the nuclear share`,
      needsPaper: true,
    }),
  },
  k_rep_N: {
    label: "repair of nuclear damage",
    number: sourced("1 1/h", { grade: "C", range: ["0.36 1/h", "3.6 1/h"], why: decided, needsPaper: true }),
  },
  n_damage: {
    label: "steepness of the hazard in damage",
    number: sourced("2", { grade: "C", range: ["1", "4"], why: decided, needsPaper: true }),
  },
  h_max: {
    label: "greatest hazard of one kind of damage",
    number: sourced("0.2 1/h", {
      grade: "C",
      range: ["0.05 1/h", "0.5 1/h"],
      why: decided,
      needsPaper: true,
    }),
  },
  t_dying: {
    label: "time from commitment to loss of the membrane",
    number: sourced("3 h", { grade: "C", range: ["2 h", "4 h"], why: decided, needsPaper: true }),
  },
};

/**
 * From damage to death: three damages that grow and are repaired, a hazard that saturates in each, and the fractions
 * of cells living, dying and dead.
 *
 *     dD/dt = w·stress − k_rep·D        h = h_max·Σ Dⁿ/(Dⁿ + 1)        dN/dt = (g − h)·N        viability = exp(−∫h)
 *
 * Stress is LOOH/LH above what a cell bears (lipid), the oxidised shares of Prx (sulfinic) and glutathione (thiol), and
 * ·OH made in the cytosol (nuclear), each above its rest, which is noted when the event `start` is fired. Viability is living cells over those of an untreated control, so
 * growth cancels. With heat, `cem43` adds its own term. This is the one home of the fate of a cell.
 *
 * @param heated  a thermal dose `cem43` is in the model
 * @limits  no stress, viability 1; viability never rises
 * @valid   24–72 h after a dose; MTT and CCK-8 also see the metabolism of living cells, which is left out
 */
export function fate(options: { cell: Cell; heated: boolean }): Mechanism {
  return {
    id: "fate",
    label: "damage, hazard and viability",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, { growth: "growth" });
      draft.rule(
        "thiol_stress",
        "1",
        "PrxSO2__cyt/PrxT + 2*GSSG__cyt/(GSH__cyt + 2*GSSG__cyt + 1 [uM])",
        "oxidised shares of Prx and glutathione",
      );
      // A living culture bears its own rest: stress counts above what it was before the first dose.
      const rests = [
        ["LOOH_rest", "LOOH_ratio", "1"],
        ["thiol_rest", "thiol_stress", "1"],
        ["OH_rest", "OH_source__cyt", "M/s"],
      ] as const;
      for (const [id, source, unit] of rests) {
        draft.variable(id, {
          label: `${source} at rest`,
          unit,
          rate: unit === "1" ? "0 [1/s]" : "0 [M/s^2]",
        });
      }
      draft.event("start", {
        label: "rest is over: note what it was",
        assignments: rests.map(([id, source]) => [id, source]),
      });
      draft.variable("D_L", {
        label: "lipid damage",
        unit: "1",
        counter: true,
        rate: `w_L*${above("LOOH_ratio - LOOH_rest - x_L", "1e-6")} - k_rep_L*D_L`,
      });
      draft.variable("D_T", {
        label: "thiol damage",
        unit: "1",
        counter: true,
        rate: `w_T*${above("thiol_stress - thiol_rest", "1e-4")} - k_rep_T*D_T`,
      });
      draft.variable("D_N", {
        label: "nuclear damage",
        unit: "1",
        counter: true,
        rate: `w_N*${above("OH_source__cyt - OH_rest", "1e-15 [M/s]")} - k_rep_N*D_N`,
      });
      const terms = ["D_L", "D_T", "D_N"].map((d) => `${d}^n_damage/(${d}^n_damage + 1)`);
      if (options.heated) terms.push("(cem43/cem_half)^cem_order/((cem43/cem_half)^cem_order + 1)");
      draft.sum("hazard_other", "1/s", "hazard of what is no damage of the cell's own");
      draft.rule("hazard", "1/s", `h_max*(${terms.join(" + ")}) + hazard_other`, "hazard of death");
      draft.variable("N_live", {
        label: "living cells",
        unit: "1",
        initial: "1",
        counter: true,
        rate: "(growth - hazard)*N_live",
      });
      draft.variable("N_dying", {
        label: "dying cells",
        unit: "1",
        counter: true,
        rate: "hazard*N_live - N_dying/t_dying",
      });
      draft.variable("log_survival", {
        label: "accumulated hazard",
        unit: "1",
        counter: true,
        rate: "hazard",
      });
      draft.observe("viability", { label: "viability", unit: "1", display: "%", expr: "exp(-log_survival)" });
      draft.observe("living cells", { label: "living cells per cell seeded", unit: "1", expr: "N_live" });
      draft.observe("dying cells", { label: "dying cells per cell seeded", unit: "1", expr: "N_dying" });
      for (const [id, label] of [
        ["D_L", "lipid"],
        ["D_T", "thiol"],
        ["D_N", "nuclear"],
      ] as const) {
        draft.observe(`damage.${label}`, { label: `${label} damage`, unit: "1", expr: id });
      }
    },
  };
}

/** max(0, x) with a rounded corner of width `eps`, so that steps do not pile up at the kink. */
function above(x: string, eps: string): string {
  return `0.5*(${x} + sqrt((${x})^2 + (${eps})^2))`;
}
