import { type Draft, sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import { useCell } from "./culture.ts";
import { positive } from "./membrane-flux.ts";

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
  f_apoptosis: {
    label: "share of the death by thiol and nuclear damage that needs caspases",
    number: sourced("0.5", {
      grade: "C",
      range: ["0.1", "0.9"],
      why: "the mix of apoptosis and necrosis under oxidants turns with dose and line",
      needsPaper: true,
    }),
  },
  t_dying: {
    label: "time from commitment to loss of the membrane",
    number: sourced("3 h", { grade: "C", range: ["2 h", "4 h"], why: decided, needsPaper: true }),
  },
};

/** What follows the highest value of something so far. */
export const peakNumbers: Constants = {
  k_peak: {
    label: "pace at which the record of the highest damage or volume follows it",
    number: sourced("0.1 1/s", {
      grade: "D",
      why: "fast beside damage and swelling, slow beside radicals",
      dist: "fixed",
    }),
  },
};

/**
 * From damage to death: three damages that grow and are repaired, a hazard that saturates in each, and the fractions
 * of cells living, dying and dead.
 *
 *     dD/dt = w·stress − k_rep·D        h = h_max·Σ Dⁿ/(Dⁿ + 1)        dN/dt = (g − h)·N        viability = exp(−∫h)
 *
 * Stress is LOOH/LH above what a cell bears (lipid), the oxidised shares of Prx (sulfinic), of glutathione and, where they
 * are followed, of protein dithiols (thiol), and
 * ·OH made in the cytosol (nuclear; `nuclear_source` takes in what other oxidants add), each above its rest, which is noted when the event `start` is fired. Viability is living cells over those of an untreated control, so
 * growth cancels. With heat, `cem43` adds its own term. This is the one home of the fate of a cell.
 *
 * The hazard has three arms. Lipid damage kills by ferroptosis, which no caspase inhibitor halts. Of the hazard by thiol
 * and nuclear damage a share needs caspases and falls as 1/(1 + `caspase_block`); the rest, heat, and what other
 * mechanisms add to `hazard_other` is other death. The dead are attributed by the hazard each arm has gathered, so that
 * `death.ferroptotic`, `death.apoptotic` and `death.other` add up to 1 − viability.
 *
 * `population` adds a second form, in which every cell has a threshold of its own and dies when its damage passes it:
 * V = Π(1 − Φ(ln(D_peak)/σ)). A logistic in place of Φ (within 0.01) makes this 1/(1 + D_peakⁿ) with n = 1.7/σ, so the
 * steepness of the hazard is also the spread of thresholds.
 *
 * Damage that leads to apoptosis or other death alike adds to `hazard_committed`. Where ATP is followed, only as much of
 * the caspases' work is carried out as it allows. Cells that burst add to `hazard_osmotic`, an arm of its own: their membrane
 * is gone at once, so that they are never among the dying.
 *
 * @param heated      a thermal dose `cem43` is in the model
 * @param redox       false where no redox chemistry is in the model: lipid, thiol and nuclear damage are left out
 * @param population  adds the read-out `viability.population` and the three peaks it needs
 * @limits  no stress, viability 1; viability never rises
 * @valid   24–72 h after a dose; MTT and CCK-8 also see the metabolism of living cells, which is left out
 */
export function fate(options: {
  cell: Cell;
  heated: boolean;
  population?: boolean;
  redox?: boolean;
}): Mechanism {
  const redox = options.redox ?? true;
  return {
    id: "fate",
    label: "damage, hazard and viability",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, { growth: "growth" });
      draft.sum("hazard_committed", "1/s", "hazard of damage that ends in apoptosis or other death");
      if (redox) damages(draft);
      else draft.event("start", { label: "rest is over", assignments: [["rest_over", "1"]] });
      if (!redox) draft.setting("rest_over", 0, "1", "1 when rest is over");
      arms(draft, options.heated);
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
        rate: draft.has("hazard_osmotic")
          ? "(hazard - hazard_osmotic)*N_live - N_dying/t_dying"
          : "hazard*N_live - N_dying/t_dying",
      });
      draft.rule(
        "log_survival",
        "1",
        armsOf(draft)
          .map(([name]) => `hazard_sum_${name}`)
          .join(" + "),
        "accumulated hazard",
      );
      draft.observe("viability", { label: "viability", unit: "1", display: "%", expr: "exp(-log_survival)" });
      for (const [name, label] of armsOf(draft)) {
        draft.variable(`hazard_sum_${name}`, {
          label: `accumulated hazard, ${label}`,
          unit: "1",
          counter: true,
          rate: rateOf(name),
        });
        draft.observe(`death.${name}`, {
          label: `cells dead or dying, ${label}`,
          unit: "1",
          display: "%",
          expr: `(1 - exp(-log_survival))*hazard_sum_${name}/(log_survival + 1e-300)`,
        });
      }
      if (options.population) population(draft);
      draft.observe("living cells", { label: "living cells per cell seeded", unit: "1", expr: "N_live" });
      draft.observe("dying cells", { label: "dying cells per cell seeded", unit: "1", expr: "N_dying" });
    },
  };
}

/** Rate at which cells lose their membrane, per cell seeded: the dying in their time, those that burst at once. */
export function membranesLost(draft: Draft): string {
  return draft.has("hazard_osmotic") ? "(N_dying/t_dying + hazard_osmotic*N_live)" : "N_dying/t_dying";
}

/** Lipid, thiol and nuclear damage, above what each was at rest. */
function damages(draft: Draft): void {
  // Where protein thiols are followed, their disulfides are the third share.
  const disulfides = draft.has("PrSS__cyt") ? " + PrSS__cyt/dithiolT" : "";
  draft.rule(
    "thiol_stress",
    "1",
    `PrxSO2__cyt/PrxT + 2*GSSG__cyt/(GSH__cyt + 2*GSSG__cyt + 1 [uM])${disulfides}`,
    `oxidised shares of Prx${disulfides ? ", glutathione and protein dithiols" : " and glutathione"}`,
  );
  draft.sum("nuclear_source", "M/s", "oxidants that reach the nucleus, as ·OH made in the cytosol");
  draft.addTo("nuclear_source", "OH_source__cyt");
  // A living culture bears its own rest: stress counts above what it was before the first dose.
  const rests = [
    ["LOOH_rest", "LOOH_ratio", "1"],
    ["thiol_rest", "thiol_stress", "1"],
    ["OH_rest", "nuclear_source", "M/s"],
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
    rate: `w_L*${positive("LOOH_ratio - LOOH_rest - x_L", "1e-10")} - k_rep_L*D_L`,
  });
  draft.variable("D_T", {
    label: "thiol damage",
    unit: "1",
    counter: true,
    rate: `w_T*${positive("thiol_stress - thiol_rest", "1e-9")} - k_rep_T*D_T`,
  });
  draft.variable("D_N", {
    label: "nuclear damage",
    unit: "1",
    counter: true,
    rate: `w_N*${positive("nuclear_source - OH_rest", "1e-18 [M/s]")} - k_rep_N*D_N`,
  });
  for (const [id, label] of [
    ["D_L", "lipid"],
    ["D_T", "thiol"],
    ["D_N", "nuclear"],
  ] as const) {
    draft.observe(`damage.${label}`, { label: `${label} damage`, unit: "1", expr: id });
  }
  for (const d of ["D_T", "D_N"]) draft.addTo("hazard_committed", `h_max*${hill(d)}`);
}

/** Hazard of a damage, over the greatest. */
function hill(d: string): string {
  return `${d}^n_damage/(${d}^n_damage + 1)`;
}

/** The arms of death: how a cell that dies by it is counted. */
const arm = [
  ["ferroptotic", "by lipid damage"],
  ["apoptotic", "through caspases"],
  ["other", "otherwise"],
  ["osmotic", "by bursting"],
] as const;

/** The arms that a model has. */
function armsOf(draft: Draft): readonly (typeof arm)[number][] {
  return arm.filter(
    ([name]) =>
      !(name === "ferroptotic" && !draft.has("D_L")) && !(name === "osmotic" && !draft.has("strain")),
  );
}

function rateOf(name: string): string {
  return name === "other" ? "hazard_elsewise" : `hazard_${name}`;
}

/** The hazard of each arm and their sum. */
function arms(draft: Draft, heated: boolean): void {
  draft.sum("caspase_block", "1", "inhibitors of caspases, each as (c/IC50)^n");
  draft.sum("hazard_other", "1/s", "hazard of death that other mechanisms add");
  const executed = draft.has("execution") ? "*execution" : "";
  if (draft.has("D_L"))
    draft.rule("hazard_ferroptotic", "1/s", `h_max*${hill("D_L")}`, "hazard of ferroptosis");
  draft.rule(
    "hazard_apoptotic",
    "1/s",
    `f_apoptosis*hazard_committed${executed}/(1 + caspase_block)`,
    "hazard of apoptosis",
  );
  if (heated)
    draft.addTo("hazard_other", "h_max*(cem43/cem_half)^cem_order/((cem43/cem_half)^cem_order + 1)");
  draft.rule(
    "hazard",
    "1/s",
    armsOf(draft)
      .map(([name]) => rateOf(name))
      .join(" + "),
    "hazard of death",
  );
  draft.rule(
    "hazard_elsewise",
    "1/s",
    executed
      ? "(1 - f_apoptosis*execution)*hazard_committed + hazard_other"
      : "(1 - f_apoptosis)*hazard_committed + hazard_other",
    "hazard of other death",
  );
}

/** Thresholds spread over a population: the highest damage so far, and who has not passed it. */
function population(draft: Draft): void {
  constants(draft, peakNumbers);
  const alive = ["D_L", "D_T", "D_N"].map((d) => {
    draft.variable(`peak_${d}`, {
      label: `highest ${d}`,
      unit: "1",
      counter: true,
      rate: `k_peak*${positive(`${d} - peak_${d}`, "1e-6")}`,
    });
    return `1/(1 + peak_${d}^n_damage)`;
  });
  draft.observe("viability.population", {
    label: "viability, by thresholds spread over cells",
    unit: "1",
    display: "%",
    expr: alive.join("*"),
  });
}
