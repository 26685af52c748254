import type { Cell, Mechanism } from "../types.ts";
import { surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";

const gsh = "C10H17N3O6S";
const gssg = "C20H32N6O12S2";

/**
 * Glutathione: lumped synthesis from imported cystine and first-order loss.
 *
 *     d[GSH]/dt = k_syn·x_c − k_loss·[GSH] − what the other mechanisms use
 *
 * `xc_inhibition` (0–1) takes cystine uptake away, as erastin does. GSSG leaves only by reduction.
 *
 * @limits  without use, [GSH] → k_syn·x_c/k_loss
 * @valid   time scales of minutes to days; no feedback of GSH on its synthesis
 */
export function glutathione(options: { cell: Cell }): Mechanism {
  return {
    id: "glutathione",
    label: "glutathione synthesis, loss and reserve",
    add(draft) {
      useCell(draft, options.cell, {
        k_gsh_synthesis: "gshSynthesis",
        x_cystine: "cystineUptake",
        k_gsh_loss: "gshLoss",
      });
      draft.setting("xc_inhibition", 0, "1", "share of cystine uptake blocked");
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
        rate: "k_gsh_synthesis*x_cystine*(1 - xc_inhibition)",
      });
      draft.reaction("lose_GSH__cyt", "GSH__cyt -> GSH_pool__cyt", {
        at: "cyt",
        rate: "k_gsh_loss*GSH__cyt",
      });
      surroundings(draft, "proton", "cyt");
      draft.observe("GSH", { label: "GSH", unit: "mM", expr: "GSH__cyt" });
      draft.observe("GSSG", { label: "GSSG", unit: "mM", display: "uM", expr: "GSSG__cyt" });
    },
  };
}
