import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";

const numbers: Constants = {
  k_gssg_loss: {
    label: "GSSG degradation",
    number: sourced("0.1 1/h", {
      grade: "A(c)",
      range: ["0.05 1/h", "0.2 1/h"],
      source: "reed2008",
      at: "BIOMD0000000268, GSSG 0.1/h",
    }),
  },
  V_gssg_export: {
    label: "GSSG export, low affinity, Vmax",
    number: sourced("4025 uM/h", {
      grade: "A(c)",
      range: ["2000 uM/h", "8000 uM/h"],
      source: "reed2008",
      at: "BIOMD0000000268, liver",
    }),
  },
  K_gssg_export: {
    label: "GSSG export, low affinity, half-saturation",
    number: sourced("7100 uM", {
      grade: "A(c)",
      range: ["3500 uM", "14000 uM"],
      source: "reed2008",
      at: "BIOMD0000000268, liver",
    }),
  },
};

const gsh = "C10H17N3O6S";
const gssg = "C20H32N6O12S2";

/**
 * Glutathione: lumped synthesis from imported cystine and first-order loss.
 *
 *     d[GSH]/dt = k_syn·x_c − k_loss·[GSH] − what the other mechanisms use
 *
 * `xc_inhibition` (0–1) takes cystine uptake away, as erastin does. GSSG leaves by reduction, and slowly by export and
 * degradation: without these a world of little NADPH would never come to rest.
 *
 * @limits  without use, [GSH] → k_syn·x_c/k_loss
 * @valid   time scales of minutes to days; no feedback of GSH on its synthesis
 */
export function glutathione(options: { cell: Cell }): Mechanism {
  return {
    id: "glutathione",
    label: "glutathione synthesis, loss and reserve",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, {
        k_gsh_synthesis: "gshSynthesis",
        x_cystine: "cystineUptake",
        k_gsh_loss: "gshLoss",
      });
      draft.setting("xc_inhibition", 0, "1", "share of cystine uptake blocked");
      draft.sum("xc_block", "1", "inhibitors of system xc-, each as (c/IC50)^n");
      draft.sum("gcl_block", "1", "inhibitors of glutamate-cysteine ligase, each as (c/IC50)^n");
      draft.species("GSH__cyt", {
        label: "glutathione, reduced and free",
        at: "cyt",
        formula: gsh,
        initial: "k_gsh_synthesis*x_cystine*(1 - xc_inhibition)/k_gsh_loss",
      });
      draft.species("GSSG__cyt", { label: "glutathione disulfide", at: "cyt", formula: gssg });
      draft.species("GSH_pool__cyt", {
        label: "amino acids and exported glutathione",
        at: "cyt",
        formula: gsh,
        boundary: true,
      });
      draft.reaction("make_GSH__cyt", "GSH_pool__cyt -> GSH__cyt", {
        at: "cyt",
        rate: "k_gsh_synthesis*x_cystine*(1 - xc_inhibition)/((1 + xc_block)*(1 + gcl_block))",
      });
      draft.reaction("lose_GSH__cyt", "GSH__cyt -> GSH_pool__cyt", {
        at: "cyt",
        rate: "k_gsh_loss*GSH__cyt",
      });
      const reductant = surroundings(draft, "reductant", "cyt");
      draft.reaction("lose_GSSG__cyt", `GSSG__cyt + ${reductant} -> 2 GSH_pool__cyt`, {
        at: "cyt",
        rate: "k_gssg_loss*GSSG__cyt + V_gssg_export*GSSG__cyt/(K_gssg_export + GSSG__cyt)",
      });
      draft.observe("GSH", { label: "GSH", unit: "mM", expr: "GSH__cyt" });
      draft.observe("GSSG", { label: "GSSG", unit: "mM", display: "uM", expr: "GSSG__cyt" });
    },
  };
}
