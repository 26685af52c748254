import { type Draft, sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";

const recalled = "recalled, no source known";
const read = "gamma rays, pH 7, per 100 eV";

const numbers: Constants = {
  G_OH: {
    label: "·OH by X-rays, per energy",
    number: sourced("0.277 umol/J", {
      grade: "A",
      range: ["0.249 umol/J", "0.285 umol/J"],
      source: "chemsimulYields",
      at: `${read}: 2.67; X-rays of kilovolts a tenth less`,
    }),
  },
  G_H2O2: {
    label: "H2O2 by X-rays, per energy",
    number: sourced("0.075 umol/J", {
      grade: "A",
      range: ["0.07 umol/J", "0.083 umol/J"],
      source: "chemsimulYields",
      at: `${read}: 0.72`,
    }),
  },
  G_electron: {
    label: "hydrated electrons by X-rays, per energy",
    number: sourced("0.276 umol/J", {
      grade: "A",
      range: ["0.248 umol/J", "0.285 umol/J"],
      source: "chemsimulYields",
      at: `${read}: 2.66; X-rays of kilovolts a tenth less`,
    }),
  },
  G_H: {
    label: "H· by X-rays, per energy",
    number: sourced("0.057 umol/J", {
      grade: "A",
      range: ["0.051 umol/J", "0.063 umol/J"],
      source: "chemsimulYields",
      at: `${read}: 0.55`,
    }),
  },
  rho_irradiated: {
    label: "density of what is irradiated",
    number: sourced("1 kg/L", { grade: "D", why: "water", dist: "fixed" }),
  },
  k_electron_oxygen: {
    label: "hydrated electron or H· + O2",
    number: sourced("1.9e10 1/(M*s)", {
      grade: "B",
      range: ["1.2e10 1/(M*s)", "2.1e10 1/(M*s)"],
      why: `${recalled}: at the diffusion limit`,
      needsPaper: true,
    }),
  },
  k_electron_cell: {
    label: "hydrated electron and H· lost to organics of the cell",
    number: sourced("2e8 1/s", {
      grade: "C",
      range: ["2e7 1/s", "2e9 1/s"],
      why: "disulfides, bases and histidine at 1e9 1/(M·s) and tens of millimolar",
      needsPaper: true,
    }),
  },
  k_electron_medium: {
    label: "hydrated electron and H· lost to the medium",
    number: sourced("1e6 1/s", {
      grade: "C",
      range: ["1e5 1/s", "1e7 1/s"],
      why: "cystine, histidine and serum, and H+ of bicarbonate",
      needsPaper: true,
    }),
  },
  high_Z_gain: {
    label: "dose gained per 1 % of barium by mass",
    number: sourced("0.1", {
      grade: "C",
      range: ["0", "0.3"],
      why: "nothing at megavolts, most at 50–200 kV; the spectrum is seldom stated",
      needsPaper: true,
      dist: "uniform",
    }),
  },
};

/**
 * X-rays: the radicals they make of water, and death by the linear–quadratic law.
 *
 *     d[X]/dt = G_X·ρ·Ḋ            X: ·OH, H2O2, and e⁻aq and H·, of which O2 takes k[O2]/(k[O2] + k₀) as O2·⁻
 *     dΛ/dt = α·(1 + s)·Ḋ + 2β·L·Ḋ     dL/dt = Ḋ − μ·L           survival exp(−Λ)
 *     dP/dt = dΛ/dt − P/τ              `hazard_other` + P/τ        death follows lethal damage after τ
 *
 * Λ is what a count of colonies sees (`survival.radiation`); viability sees it as it comes true, so that a day after 6 Gy
 * few cells are gone. Both in one are `survival.colony`: alive, and not about to die of X-rays. L is the dose whose sublethal damage is not yet repaired: given at once Λ = αD + βD², given over
 * hours or in fractions less (Lea and Catcheside). Λ has the damage by ·OH in it, so what X-rays make of ·OH is taken out
 * of `nuclear_source`; ·OH is tiny all the same, 0.277 µM per Gy.
 *
 * The setting `dose_rate` (Gy/s) is switched by the schedule; `absorbed_dose` counts it. Hooks: `radiosensitiser` (s,
 * dimensionless) and `high_Z` (barium in the cell, mass %), zero unless other mechanisms add to them; the cell's own dose
 * rate is Ḋ·(1 + gain·high_Z). Oxygen acts on the chemistry here, not on α and β: those are of cells in air.
 *
 * Where no redox chemistry is in the model there are no radicals to make, and death is all.
 *
 * @limits  no dose rate, no effect; Λ → αD + βD² as the dose is given faster than it is repaired
 * @valid   photons, 0.1–15 Gy; dose rates below those at which radicals of different tracks meet (FLASH)
 * @source  chemsimulYields (yields of the primary species)
 */
export function radiolysis(options: { cell: Cell }): Mechanism {
  return {
    id: "radiolysis",
    label: "X-rays: radicals of water and death by the linear-quadratic law",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, {
        alpha_LQ: "alpha",
        beta_LQ: "beta",
        mu_LQ: "sublethalRepair",
        tau_LQ: "radiationDeath",
      });
      draft.setting("dose_rate", 0, "Gy/s", "dose rate of X-rays");
      draft.variable("absorbed_dose", {
        label: "dose of X-rays so far",
        unit: "Gy",
        rate: "dose_rate",
        counter: true,
      });
      draft.sum("high_Z", "1", "barium in the cell, per cent of its mass");
      draft.rule(
        "dose_rate_cell",
        "Gy/s",
        "dose_rate*(1 + high_Z_gain*high_Z)",
        "dose rate in the cell, with what heavy atoms bring",
      );
      if (draft.has("H2O2__cyt")) for (const at of ["med", "vesicle", "cyt"] as const) radicals(draft, at);
      death(draft);
      draft.observe("dose.X-ray", { label: "dose of X-rays", unit: "Gy", expr: "absorbed_dose" });
    },
  };
}

/** ·OH, H2O2 and superoxide that X-rays make in a place; H2O2 of lysosomes is the cytosol's. */
function radicals(draft: Draft, at: "med" | "vesicle" | "cyt"): void {
  const rate = at === "med" ? "dose_rate" : "dose_rate_cell";
  const place = at === "med" ? "med" : "cyt";
  const hydroxyl = draft.rule(
    `radiolysis_OH__${at}`,
    "M/s",
    `G_OH*rho_irradiated*${rate}`,
    `·OH by X-rays, ${at}`,
  );
  draft.addTo(draft.sum(`OH_source__${at}`, "M/s", `·OH made in ${at}`), hydroxyl);
  if (at === "cyt")
    draft.addTo(
      draft.sum("nuclear_source", "M/s", "oxidants that reach the nucleus, as ·OH made in the cytosol"),
      `-${hydroxyl}`,
    );
  const [water, hydrogen, o2] = ["water", "hydrogen", "dioxygen"].map((s) => surroundings(draft, s, at));
  const peroxide = `H2O2__${place}`;
  const made = draft.rule(
    `radiolysis_H2O2__${at}`,
    "M/s",
    `G_H2O2*rho_irradiated*${rate}`,
    `H2O2 by X-rays, ${at}`,
  );
  draft.reaction(`radiolyse__${at}`, `2 ${water} -> ${peroxide} + ${hydrogen}`, { at, rate: made });
  const other = at === "med" ? "k_electron_medium" : "k_electron_cell";
  const superoxide = draft.rule(
    `radiolysis_superoxide__${at}`,
    "M/s",
    `(G_electron + G_H)*rho_irradiated*${rate}*k_electron_oxygen*O2__${place}/(k_electron_oxygen*O2__${place} + ${other})`,
    `superoxide by X-rays, ${at}`,
  );
  if (at === "cyt") {
    draft.addTo("H2O2_supply", made);
    draft.reaction("radiolyse_O2__cyt", `${o2} + electron__cyt -> superoxide__cyt`, { at, rate: superoxide });
  } else if (draft.has(`superoxide_source__${at}`)) draft.addTo(`superoxide_source__${at}`, superoxide);
  else
    draft.reaction(`radiolyse_O2__${at}`, `0.5 ${o2} + 0.5 ${hydrogen} -> 0.5 ${peroxide}`, {
      at,
      rate: superoxide,
      label: `O2·- of X-rays, dismutated, ${at}`,
    });
}

function death(draft: Draft): void {
  draft.sum("radiosensitiser", "1", "what makes X-rays deadlier: gain of their linear term");
  draft.variable("unrepaired_dose", {
    label: "dose whose sublethal damage is not repaired",
    unit: "Gy",
    rate: "dose_rate_cell - mu_LQ*unrepaired_dose",
    counter: true,
  });
  draft.rule(
    "lethal_rate",
    "1/s",
    "(alpha_LQ*(1 + radiosensitiser) + 2*beta_LQ*unrepaired_dose)*dose_rate_cell",
    "lethal damage by X-rays",
  );
  draft.variable("lethal_damage", {
    label: "lethal damage by X-rays, -ln of survival",
    unit: "1",
    rate: "lethal_rate",
    counter: true,
  });
  draft.variable("lethal_pending", {
    label: "lethal damage by X-rays that has not killed yet",
    unit: "1",
    rate: "lethal_rate - lethal_pending/tau_LQ",
    counter: true,
  });
  draft.sum("hazard_other", "1/s", "hazard of death that other mechanisms add");
  draft.addTo("hazard_other", "lethal_pending/tau_LQ");
  draft.observe("survival.radiation", {
    label: "cells that can still make a colony after X-rays",
    unit: "1",
    display: "%",
    expr: "exp(-lethal_damage)",
  });
  draft.observe("survival.colony", {
    label: "cells alive that can still make a colony",
    unit: "1",
    display: "%",
    expr: "exp(-log_survival - lethal_pending)",
  });
  draft.observe("death.radiation", {
    label: "cells dead or dying by X-rays, a part of those dead otherwise",
    unit: "1",
    display: "%",
    expr: "(1 - exp(-log_survival))*(lethal_damage - lethal_pending)/(log_survival + 1e-300)",
  });
}
