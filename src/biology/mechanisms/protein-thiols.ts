import { sourced } from "#model";
import type { Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";

const numbers: Constants = {
  dithiolT: {
    label: "protein dithiols that can form a disulfide",
    number: sourced("1.09e-3 M", {
      grade: "A(c)",
      range: ["0.5e-3 M", "2e-3 M"],
      source: "stein",
      at: "Pr-(SH)2 1090 µM",
    }),
  },
  monothiolT: {
    label: "protein thiols that can be glutathionylated",
    number: sourced("1 mM", {
      grade: "C",
      range: ["0.1 mM", "10 mM"],
      why: "as many as there are dithiols; the 1 nM of the code stands for no measurement",
      needsPaper: true,
    }),
  },
  GrxT: {
    label: "glutaredoxin",
    number: sourced("1 uM", {
      grade: "A(c)",
      range: ["0.3 uM", "3 uM"],
      source: "stein",
      at: "Grx2 1 µM",
    }),
  },
  k_protein_peroxide: {
    label: "protein thiol + H2O2",
    number: sourced("100 1/(M*s)", {
      grade: "A(c)",
      range: ["20 1/(M*s)", "500 1/(M*s)"],
      source: "stein",
      at: "k12 and k16, 1e-4 1/(µM·s)",
    }),
  },
  k_sulfenic_gsh: {
    label: "protein sulfenic acid + GSH",
    number: sourced("1.2e5 1/(M*s)", {
      grade: "A(c)",
      range: ["4e4 1/(M*s)", "4e5 1/(M*s)"],
      source: "stein",
      at: "k13, 0.12 1/(µM·s)",
    }),
  },
  k_grx_protein: {
    label: "glutaredoxin + glutathionylated protein",
    number: sourced("1.2e4 1/(M*s)", {
      grade: "A(c)",
      range: ["4e3 1/(M*s)", "4e4 1/(M*s)"],
      source: "stein",
      at: "k14, 0.012 1/(µM·s)",
    }),
  },
  k_grx_gsh: {
    label: "glutathionylated glutaredoxin + GSH",
    number: sourced("3.7e4 1/(M*s)", {
      grade: "A(c)",
      range: ["1e4 1/(M*s)", "1e5 1/(M*s)"],
      source: "stein",
      at: "k15, 0.037 1/(µM·s)",
    }),
  },
  k_disulfide_trx: {
    label: "protein disulfide + Trx",
    number: sourced("100 1/(M*s)", {
      grade: "A(c)",
      range: ["20 1/(M*s)", "500 1/(M*s)"],
      source: "stein",
      at: "k17, 1e-4 1/(µM·s)",
    }),
  },
};

/**
 * Thiols of proteins, an add-on (`with: ["protein-thiols"]`): a slow, large sink of H2O2 that glutathione and
 * thioredoxin pay for.
 *
 *     Pr(SH)2 + H2O2 → PrSS,  PrSS + Trx → Pr(SH)2        PrSH + H2O2 → PrSOH,  PrSOH + GSH → PrSSG
 *     PrSSG + GSH → PrSH + GSSG by glutaredoxin,  v = k₁[PrSSG]·k₂[GSH]·Grx/(k₁[PrSSG] + k₂[GSH])
 *
 * `protein_oxidised` is the share of both kinds that is not thiol. Disulfides are a third share of the stress that thiol
 * damage counts. The constants are of one code, a mitochondrion's.
 *
 * @limits  [H2O2] → 0 and all are thiols; totals are conserved; without GSH, sulfenic acid stays
 * @valid   seconds to hours; sulfenic acid is not taken further to sulfinic
 */
export function proteinThiols(): Mechanism {
  return {
    id: "protein-thiols",
    label: "protein thiols: disulfides, sulfenic acids, glutathionylation",
    add(draft) {
      constants(draft, numbers);
      const water = surroundings(draft, "water", "cyt");
      const at = "cyt";
      draft.species("PrSH2__cyt", { label: "protein dithiols", at, formula: "{P}H2", initial: "dithiolT" });
      draft.species("PrSS__cyt", { label: "protein disulfides", at, formula: "{P}" });
      draft.species("PrSH__cyt", { label: "protein thiols", at, formula: "{Q}H", initial: "monothiolT" });
      draft.species("PrSOH__cyt", { label: "protein sulfenic acids", at, formula: "{Q}OH" });
      draft.species("PrSSG__cyt", { label: "glutathionylated protein", at, formula: "{Q}C10H16N3O6S" });
      draft.reaction("oxidise_PrSH2__cyt", `PrSH2__cyt + H2O2__cyt -> PrSS__cyt + 2 ${water}`, {
        at,
        rate: "k_protein_peroxide*PrSH2__cyt*H2O2__cyt",
      });
      draft.reaction("reduce_PrSS__cyt", "PrSS__cyt + TrxSH__cyt -> PrSH2__cyt + TrxSS__cyt", {
        at,
        rate: "k_disulfide_trx*PrSS__cyt*TrxSH__cyt",
      });
      draft.reaction("oxidise_PrSH__cyt", `PrSH__cyt + H2O2__cyt -> PrSOH__cyt + ${water}`, {
        at,
        rate: "k_protein_peroxide*PrSH__cyt*H2O2__cyt",
      });
      draft.reaction("glutathionylate__cyt", `PrSOH__cyt + GSH__cyt -> PrSSG__cyt + ${water}`, {
        at,
        rate: "k_sulfenic_gsh*PrSOH__cyt*GSH__cyt",
      });
      draft.reaction("grx__cyt", "PrSSG__cyt + GSH__cyt -> PrSH__cyt + GSSG__cyt", {
        at,
        // The floor of 1e-6 1/s stands for a cell without either substrate.
        rate: "GrxT*k_grx_protein*PrSSG__cyt*k_grx_gsh*GSH__cyt/(k_grx_protein*PrSSG__cyt + k_grx_gsh*GSH__cyt + 1e-6 [1/s])",
      });
      draft.rule(
        "protein_oxidised",
        "1",
        "(2*PrSS__cyt + PrSOH__cyt + PrSSG__cyt)/(2*dithiolT + monothiolT)",
        "share of protein thiols oxidised",
      );
      draft.observe("protein thiols", {
        label: "protein thiols oxidised",
        unit: "1",
        display: "%",
        expr: "protein_oxidised",
      });
    },
  };
}
