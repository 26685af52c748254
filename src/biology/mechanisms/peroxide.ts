import { type Draft, sourced } from "#model";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell, useEnvironment } from "./culture.ts";
import { arrhenius } from "./heat.ts";

const numbers: Constants = {
  k_prx_oxidation: {
    label: "Prx-SH + H2O2",
    number: sourced("4e7 1/(M*s)", {
      grade: "A(c)",
      range: ["1e7 1/(M*s)", "1e8 1/(M*s)"],
      source: "selvaggio2018",
      at: "40 1/(µM·s); Stein 20, Benfeitas 100",
    }),
  },
  k_prx_reduction: {
    label: "Prx disulfide + Trx",
    number: sourced("2.1e5 1/(M*s)", {
      grade: "A(c)",
      range: ["1e5 1/(M*s)", "4e5 1/(M*s)"],
      source: "selvaggio2018",
      at: "0.21 1/(µM·s), also Benfeitas",
    }),
  },
  K_trxr: {
    label: "thioredoxin reductase, half-saturation in Trx disulfide",
    number: sourced("1.8e-6 M", {
      grade: "A(c)",
      range: ["1e-6 M", "3e-6 M"],
      source: "selvaggio2018",
      at: "K of TrxR",
    }),
  },
  K_trxr_nadph: {
    label: "thioredoxin reductase, half-saturation in NADPH",
    number: sourced("6e-6 M", {
      grade: "A(c)",
      range: ["3e-6 M", "1.2e-5 M"],
      source: "benfeitas2014",
      at: "K of TrxR for NADPH",
    }),
  },
  k_gpx1_peroxide: {
    label: "GPx1 + H2O2",
    number: sourced("6e7 1/(M*s)", {
      grade: "A(c)",
      range: ["2e7 1/(M*s)", "1e8 1/(M*s)"],
      source: "stein",
      at: "k1 of GPx1",
    }),
  },
  k_gpx1_thiol: {
    label: "GPx1 (oxidised) + GSH",
    number: sourced("4e4 1/(M*s)", {
      grade: "A(c)",
      range: ["2e4 1/(M*s)", "8e4 1/(M*s)"],
      source: "stein",
      at: "k2 of GPx1; erythrocyte 3.99e4",
    }),
  },
  K_gr: {
    label: "glutathione reductase, half-saturation in GSSG",
    number: sourced("65e-6 M", {
      grade: "A(c)",
      range: ["6e-5 M", "1.07e-4 M"],
      source: "benfeitas2014",
      at: "65 µM; others 60, 107",
    }),
  },
  K_gr_nadph: {
    label: "glutathione reductase, half-saturation in NADPH",
    number: sourced("8.5e-6 M", {
      grade: "A(c)",
      range: ["8e-6 M", "1.5e-5 M"],
      source: "benfeitas2014",
      at: "8.5 µM; others 10, 15",
    }),
  },
  K_g6pdh: {
    label: "NADPH regeneration, half-saturation in NADP+",
    number: sourced("57e-6 M", {
      grade: "A(c)",
      range: ["3e-5 M", "1e-4 M"],
      source: "stein",
      at: "K of G6PDH",
    }),
  },
  k_gsh_peroxide: {
    label: "GSH + H2O2 without enzyme",
    number: sourced("0.87 1/(M*s)", {
      grade: "B",
      range: ["0.4 1/(M*s)", "1 1/(M*s)"],
      why: "recalled, no source known: pH 7.4, 37 °C",
      needsPaper: true,
    }),
  },
  k_pyruvate_peroxide: {
    label: "pyruvate + H2O2",
    number: sourced("2.360 1/(M*s)", {
      grade: "A",
      range: ["2.03 1/(M*s)", "2.69 1/(M*s)"],
      source: "guarino2019",
      at: "abstract, 2.360 ± 0.198 under biological conditions",
    }),
  },
  k_pyruvate_return: {
    label: "return of the medium's pyruvate to its level",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-4 1/s"],
      why: "cells secrete and take up pyruvate over hours",
      needsPaper: true,
    }),
  },
  catalase_latency: {
    label: "peroxisomal catalase held back by the membrane: sink of freed over intact, less 1",
    number: sourced("1", {
      grade: "C",
      range: ["0.2", "5"],
      why: "k₂·C·r/(3·m) of one peroxisome: its C, r and m are not at hand",
      needsPaper: true,
    }),
  },
};

/**
 * Hydrogen peroxide between medium and cytosol, and the enzymes that remove it: peroxiredoxin with thioredoxin,
 * glutathione peroxidase 1 with glutathione reductase, catalase; NADPH pays for the first two.
 *
 *     exchange κ·([H2O2]e − [H2O2]c)      Prx-SH → Prx-SOH → Prx-SS → Prx-SH, Prx-SOH ⇄ Prx-SO2
 *     GPx1: E/(1/(k₁[H2O2]) + 1/(k₂[GSH])), ping-pong without saturation
 *
 *     catalase  k·a·(1 + L)/(1 + L·a)·[H2O2], a its activity, L its latency        pyruvate + H2O2 → acetate + CO2
 *
 * The medium holds up its own H2O2 (`peroxide`) against its loss to serum and to pyruvate, which a bolus uses up. The
 * sink of catalase is that of intact cells; `catalase_activity` (1) changes the enzyme, and the membrane of the
 * peroxisome then limits what more enzyme brings: effectiveness 1/(1 + L·a). `H2O2_supply` is what the cell makes
 * (`H2O2_endogenous`) and what flows in before efflux (`H2O2_influx`): no Fenton chemistry can exceed it. What frees
 * H2O2 in the cytosol adds to that sum. One cytosol: no organelles.
 *
 * The steps of enzymes carry the factor `heat_enzyme`, 1 at 37 °C; what the cell makes of H2O2, its passage through
 * membranes, pyruvate and uncatalysed GSH do not.
 *
 * @limits  [H2O2] → 0 gives no oxidation; Prx, Trx and NADP totals are conserved; a → ∞ gives catalase k·(1 + L)/L
 * @valid   inside/outside gradient about 340 at 1 µM outside, collapsing above V(TrxR)/κ ≈ 20 µM; 20–45 °C for the
 *          enzymes, whose melting above is left out
 */
export function peroxide(options: { cell: Cell; environment: Environment }): Mechanism {
  return {
    id: "peroxide",
    label: "H2O2, peroxiredoxin, thioredoxin, GPx1, catalase, NADPH",
    add(draft) {
      constants(draft, numbers);
      arrhenius(draft, "enzyme");
      useCell(draft, options.cell, {
        kappa: "permeability",
        s_peroxide: "peroxideSource",
        k_catalase: "catalase",
        PrxT: "prx",
        TrxT: "trx",
        V_trxr: "trxReductase",
        GPx1: "gpx1",
        V_gr: "glutathioneReductase",
        NADPT: "nadp",
        V_g6pdh: "g6pdh",
        k_prx_condensation: "prxCondensation",
        k_prx_sulfinylation: "prxSulfinylation",
        k_srx: "sulfiredoxin",
      });
      useEnvironment(draft, options.environment, {
        H2O2_medium: "peroxide",
        k_medium: "peroxideLoss",
        pyruvate_medium: "pyruvate",
      });
      draft.setting("catalase_activity", 1, "1", "activity of catalase over that of the cell");
      const [water, o2, proton, reductant] = ["water", "dioxygen", "proton", "reductant"].map((s) =>
        surroundings(draft, s, "cyt"),
      );
      const [waterMed, o2Med] = ["water", "dioxygen"].map((s) => surroundings(draft, s, "med"));
      draft.species("H2O2__med", {
        label: "H2O2 in the medium",
        at: "med",
        formula: "H2O2",
        initial: "H2O2_medium",
      });
      draft.species("H2O2__cyt", { label: "H2O2 in the cytosol", at: "cyt", formula: "H2O2" });
      draft.species("PrxSH__cyt", {
        label: "peroxiredoxin, reduced",
        at: "cyt",
        formula: "{Prx}H2",
        initial: "PrxT",
      });
      draft.species("PrxSO__cyt", { label: "peroxiredoxin, sulfenic", at: "cyt", formula: "{Prx}H2O" });
      draft.species("PrxSS__cyt", { label: "peroxiredoxin, disulfide", at: "cyt", formula: "{Prx}" });
      draft.species("PrxSO2__cyt", { label: "peroxiredoxin, sulfinic", at: "cyt", formula: "{Prx}H2O2" });
      draft.species("TrxSH__cyt", {
        label: "thioredoxin, reduced",
        at: "cyt",
        formula: "{Trx}H2",
        initial: "TrxT",
      });
      draft.species("TrxSS__cyt", { label: "thioredoxin, disulfide", at: "cyt", formula: "{Trx}" });
      draft.species("NADPH__cyt", { label: "NADPH", at: "cyt", formula: "{NADP}H", initial: "NADPT" });
      draft.species("NADP__cyt", { label: "NADP+", at: "cyt", formula: "{NADP}+" });

      draft.reaction("exchange_H2O2", "H2O2__med -> H2O2__cyt", {
        at: "cyt",
        rate: "kappa*(H2O2__med - H2O2__cyt)",
      });
      draft.reaction("supply_H2O2__med", `${waterMed} + 0.5 ${o2Med} -> H2O2__med`, {
        at: "med",
        rate: "(k_medium + k_pyruvate_peroxide*pyruvate_medium)*H2O2_medium",
      });
      draft.reaction("loss_H2O2__med", `H2O2__med -> ${waterMed} + 0.5 ${o2Med}`, {
        at: "med",
        rate: "k_medium*H2O2__med",
      });
      pyruvate(draft);
      draft.sum("H2O2_endogenous", "M/s", "H2O2 that the cell itself makes");
      draft.addTo("H2O2_endogenous", "s_peroxide");
      draft.rule(
        "H2O2_influx",
        "M/s",
        "kappa*H2O2__med",
        "H2O2 that flows in from the medium, before efflux",
      );
      draft.sum("H2O2_supply", "M/s", "H2O2 made in the cytosol or taken in");
      draft.addTo("H2O2_supply", "H2O2_endogenous + H2O2_influx");
      draft.variable("H2O2_supplied", {
        label: "H2O2 made in the cell or taken in since the dose",
        unit: "mM",
        rate: "H2O2_supply",
        counter: true,
      });
      draft.reaction("make_H2O2__cyt", `${reductant} + ${o2} -> H2O2__cyt`, {
        at: "cyt",
        rate: "s_peroxide",
      });
      draft.reaction("catalase__cyt", `H2O2__cyt -> ${water} + 0.5 ${o2}`, {
        at: "cyt",
        rate: "heat_enzyme*k_catalase*catalase_activity*(1 + catalase_latency)/(1 + catalase_latency*catalase_activity)*H2O2__cyt",
      });
      draft.reaction("oxidise_Prx__cyt", `PrxSH__cyt + H2O2__cyt -> PrxSO__cyt + ${water}`, {
        at: "cyt",
        rate: "heat_enzyme*k_prx_oxidation*PrxSH__cyt*H2O2__cyt",
      });
      draft.reaction("condense_Prx__cyt", `PrxSO__cyt -> PrxSS__cyt + ${water}`, {
        at: "cyt",
        rate: "heat_enzyme*k_prx_condensation*PrxSO__cyt",
      });
      draft.reaction("sulfinylate_Prx__cyt", `PrxSO__cyt + H2O2__cyt -> PrxSO2__cyt + ${water}`, {
        at: "cyt",
        rate: "heat_enzyme*k_prx_sulfinylation*PrxSO__cyt*H2O2__cyt",
      });
      draft.reaction("repair_Prx__cyt", `PrxSO2__cyt + ${reductant} -> PrxSO__cyt + ${water}`, {
        at: "cyt",
        rate: "heat_enzyme*k_srx*PrxSO2__cyt",
      });
      draft.reaction("reduce_Prx__cyt", "PrxSS__cyt + TrxSH__cyt -> PrxSH__cyt + TrxSS__cyt", {
        at: "cyt",
        rate: "heat_enzyme*k_prx_reduction*PrxSS__cyt*TrxSH__cyt",
      });
      draft.reaction("reduce_Trx__cyt", `TrxSS__cyt + NADPH__cyt + ${proton} -> TrxSH__cyt + NADP__cyt`, {
        at: "cyt",
        rate: "heat_enzyme*V_trxr*TrxSS__cyt/(K_trxr + TrxSS__cyt)*NADPH__cyt/(K_trxr_nadph + NADPH__cyt)",
      });
      draft.reaction("gpx1__cyt", `H2O2__cyt + 2 GSH__cyt -> GSSG__cyt + 2 ${water}`, {
        at: "cyt",
        rate: "heat_enzyme*GPx1*k_gpx1_peroxide*H2O2__cyt*k_gpx1_thiol*GSH__cyt/(k_gpx1_peroxide*H2O2__cyt + k_gpx1_thiol*GSH__cyt)",
      });
      draft.rule(
        "v_gr__cyt",
        "M/s",
        "heat_enzyme*V_gr*GSSG__cyt/(K_gr + GSSG__cyt)*NADPH__cyt/(K_gr_nadph + NADPH__cyt)",
        "GSSG reduced by glutathione reductase",
      );
      draft.reaction("reduce_GSSG__cyt", `GSSG__cyt + NADPH__cyt + ${proton} -> 2 GSH__cyt + NADP__cyt`, {
        at: "cyt",
        rate: "v_gr__cyt",
      });
      draft.reaction("oxidise_GSH__cyt", `H2O2__cyt + 2 GSH__cyt -> GSSG__cyt + 2 ${water}`, {
        at: "cyt",
        rate: "k_gsh_peroxide*GSH__cyt*H2O2__cyt",
      });
      draft.reaction("regenerate_NADPH__cyt", `NADP__cyt + ${reductant} -> NADPH__cyt + ${proton}`, {
        at: "cyt",
        rate: "heat_enzyme*V_g6pdh*NADP__cyt/(K_g6pdh + NADP__cyt)",
      });
      readOuts(draft);
    },
  };
}

/** Pyruvate of the medium, spent on H2O2 and slowly made good by the cells. */
function pyruvate(draft: Draft): void {
  const water = surroundings(draft, "water", "med");
  draft.species("pyruvate__med", {
    label: "pyruvate in the medium",
    at: "med",
    formula: "C3H3O3-",
    initial: "pyruvate_medium",
  });
  const held = { at: "med", boundary: true } as const;
  draft.species("acetate__med", { label: "acetate", formula: "C2H3O2-", ...held });
  draft.species("carbon_dioxide__med", { label: "CO2", formula: "CO2", ...held });
  draft.species("pyruvate_cells__med", { label: "pyruvate of the cells", formula: "C3H3O3-", ...held });
  draft.reaction(
    "pyruvate_H2O2__med",
    `pyruvate__med + H2O2__med -> acetate__med + carbon_dioxide__med + ${water}`,
    { at: "med", rate: "k_pyruvate_peroxide*pyruvate__med*H2O2__med" },
  );
  draft.reaction("return_pyruvate__med", "pyruvate_cells__med -> pyruvate__med", {
    at: "med",
    rate: "k_pyruvate_return*(pyruvate_medium - pyruvate__med)",
  });
}

function readOuts(draft: Draft): void {
  draft.observe("H2O2", { label: "H2O2 in the cytosol", unit: "mM", display: "uM", expr: "H2O2__cyt" });
  draft.observe("H2O2 in medium", {
    label: "H2O2 in the medium",
    unit: "mM",
    display: "uM",
    expr: "H2O2__med",
  });
  draft.observe("H2O2.supply", {
    label: "H2O2 made in the cell or taken in",
    unit: "mM",
    display: "uM",
    expr: "H2O2_supplied",
  });
  draft.observe("NADPH", { label: "NADPH", unit: "mM", display: "uM", expr: "NADPH__cyt" });
}
