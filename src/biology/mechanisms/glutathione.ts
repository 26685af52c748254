import { type Draft, sourced } from "#model";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell, useEnvironment } from "./culture.ts";
import { arrhenius } from "./heat.ts";

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
  K_xc: {
    label: "system xc-, half-saturation in cystine",
    number: sourced("50 uM", {
      grade: "B",
      range: ["30 uM", "100 uM"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
};

/** Formulae of glutathione, reduced and oxidised. */
export const glutathioneFormulae: Readonly<{ gsh: string; gssg: string }> = {
  gsh: "C10H17N3O6S",
  gssg: "C20H32N6O12S2",
};

/**
 * Glutathione: lumped synthesis from imported cystine and first-order loss.
 *
 *     d[GSH]/dt = k_syn·x_c·a_xc·a_GCL − k_loss·[GSH] − what the other mechanisms use
 *     a_xc = (1 − xc_inhibition)/(1 + xc_block)·s(cystine),   a_GCL = 1/(1 + gcl_block),   s 1 at 0.2 mM cystine
 *
 * Drugs add [drug]/K to the sums `xc_block` (erastin, sulfasalazine, sorafenib) and `gcl_block` (buthionine
 * sulfoximine); the setting `xc_inhibition` (0–1) takes uptake away by hand. A medium without cystine feeds no
 * synthesis. GSSG leaves by reduction, and slowly by export and degradation: without these a world of little NADPH
 * would never come to rest. `GSH.spent` counts every GSH oxidised to GSSG, by whatever mechanism, as GSSG must be
 * reduced, lost or still there; `GSH.equivalents` is what the cell has to spend: its GSH and two for each NADPH.
 *
 * @param detailed  synthesis and loss are left to `gshSynthesis`
 * @limits  without use, [GSH] → k_syn·x_c/k_loss; no cystine, or xc_block → ∞, and [GSH] decays with k_loss
 * @valid   time scales of minutes to days; no feedback of GSH on its synthesis; synthesis and transport warm alike
 *          (`heat_enzyme`), so that rest does not move; above 45 °C enzymes melt, which is left out
 */
export function glutathione(options: {
  cell: Cell;
  environment: Environment;
  detailed?: boolean;
}): Mechanism {
  return {
    id: "glutathione",
    label: "glutathione synthesis, loss and reserve",
    add(draft) {
      constants(draft, numbers);
      arrhenius(draft, "enzyme");
      useCell(draft, options.cell, {
        k_gsh_synthesis: "gshSynthesis",
        x_cystine: "cystineUptake",
        k_gsh_loss: "gshLoss",
      });
      useEnvironment(draft, options.environment, { cystine_medium: "cystine" });
      draft.setting("xc_inhibition", 0, "1", "share of cystine uptake blocked");
      draft.sum("xc_block", "1", "inhibitors of system xc-, each over its constant");
      draft.sum("gcl_block", "1", "inhibitors of glutamate–cysteine ligase, each over its constant");
      draft.rule(
        "xc_activity",
        "1",
        "x_cystine*(1 - xc_inhibition)/(1 + xc_block)",
        "activity of system xc-",
      );
      draft.rule(
        "cystine_supply",
        "1",
        "xc_activity*cystine_medium/(K_xc + cystine_medium)*(K_xc + 0.2 [mM])/0.2 [mM]",
        "cystine uptake, 1 for the generic cell in 0.2 mM cystine",
      );
      pools(draft);
      if (!options.detailed) lumped(draft);
      readOuts(draft);
    },
  };
}

function pools(draft: Draft): void {
  const { gsh, gssg } = glutathioneFormulae;
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
  draft.sum("GSSG_loss", "M/s", "GSSG exported and degraded");
  draft.addTo(
    "GSSG_loss",
    "heat_enzyme*(k_gssg_loss*GSSG__cyt + V_gssg_export*GSSG__cyt/(K_gssg_export + GSSG__cyt))",
  );
  const reductant = surroundings(draft, "reductant", "cyt");
  draft.reaction("lose_GSSG__cyt", `GSSG__cyt + ${reductant} -> 2 GSH_pool__cyt`, {
    at: "cyt",
    rate: "GSSG_loss",
  });
}

function lumped(draft: Draft): void {
  draft.reaction("make_GSH__cyt", "GSH_pool__cyt -> GSH__cyt", {
    at: "cyt",
    rate: "heat_enzyme*k_gsh_synthesis*cystine_supply/(1 + gcl_block)",
  });
  draft.reaction("lose_GSH__cyt", "GSH__cyt -> GSH_pool__cyt", {
    at: "cyt",
    rate: "heat_enzyme*k_gsh_loss*GSH__cyt",
  });
}

function readOuts(draft: Draft): void {
  draft.variable("GSSG_cleared", {
    label: "GSSG reduced or lost since the dose",
    unit: "mM",
    rate: "v_gr__cyt + GSSG_loss",
    counter: true,
  });
  draft.observe("GSH", { label: "GSH", unit: "mM", expr: "GSH__cyt" });
  draft.observe("GSSG", { label: "GSSG", unit: "mM", display: "uM", expr: "GSSG__cyt" });
  draft.observe("GSH.spent", {
    label: "GSH oxidised to GSSG",
    unit: "mM",
    expr: "2*(GSSG_cleared + GSSG__cyt)",
  });
  draft.observe("GSH.equivalents", {
    label: "GSH at hand, two for each NADPH",
    unit: "mM",
    expr: "GSH__cyt + 2*NADPH__cyt",
  });
}
