import { sourced } from "#model";
import { guessed, type Probe, recalled } from "./probe.ts";

const numbers = {
  epsilon_DTNB: recalled("1.415e4 1/(M*cm)", "1.36e4 1/(M*cm)", "1.42e4 1/(M*cm)", "at 412 nm"),
  a_Cu_DTNB: guessed("0.5", "0.05", "0.95", "share of copper-bound thiol that the reagent takes"),
  lysis_DTNB: sourced("1e-2", {
    grade: "D",
    why: "cells over lysate, set by the experimenter",
    dist: "fixed",
  }),
} as const;

/** Ellman's reagent: every free thiol of a lysate, said to be glutathione. */
export const dtnb: Probe = {
  id: "DTNB",
  names: ["DTNB (Ellman)"],
  measures: "thiols of a lysate, as absorbance at 412 nm",
  misreads:
    "thioredoxin and peroxiredoxin count as well; of thiol bound to copper it takes a part; metals oxidise its product",
  observe(draft) {
    for (const [id, number] of Object.entries(numbers))
      draft.parameter(id, number, {
        label: `DTNB: ${id.split("_")[0]}`,
        path: `probes/DTNB/${id.split("_")[0]}`,
      });
    const copper = draft.has("CuGS2__cyt") ? " + 2*a_Cu_DTNB*CuGS2__cyt" : "";
    draft.rule(
      "thiols_read",
      "mM",
      `GSH__cyt + 2*TrxSH__cyt + 2*PrxSH__cyt${copper}`,
      "thiols that DTNB reads",
    );
    draft.observe("probe.DTNB", {
      label: "DTNB absorbance, 1 cm",
      unit: "1",
      expr: "epsilon_DTNB*1 [cm]*lysis_DTNB*thiols_read",
    });
    draft.observe("probe.DTNB.GSH_share", {
      label: "share of the DTNB signal that is glutathione",
      unit: "1",
      display: "%",
      expr: "GSH__cyt/(thiols_read + 1e-12 [mM])",
    });
  },
};
