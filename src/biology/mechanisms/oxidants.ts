import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";

const numbers: Constants = {
  k_oh_organics: {
    label: "·OH lost to cytosolic organics",
    number: sourced("1e9 1/s", {
      grade: "A(c)",
      range: ["5e8 1/s", "3e9 1/s"],
      source: "flash",
      at: "1e9 1/(M·s) × 1 M effective",
    }),
  },
  k_oh_gsh: {
    label: "·OH + GSH",
    number: sourced("1.3e10 1/(M*s)", {
      grade: "B",
      range: ["0.8e10 1/(M*s)", "1.4e10 1/(M*s)"],
      source: "buxton1988",
    }),
  },
  k_oh_bicarbonate: {
    label: "·OH + bicarbonate",
    number: sourced("8.5e6 1/(M*s)", {
      grade: "B",
      range: ["7e6 1/(M*s)", "1e7 1/(M*s)"],
      source: "buxton1988",
    }),
  },
  k_sod: {
    label: "superoxide dismutase",
    number: sourced("1.6e9 1/(M*s)", {
      grade: "A(c)",
      range: ["1.2e9 1/(M*s)", "2e9 1/(M*s)"],
      source: "kowald2006",
      at: "per site, loss −k[SOD][O2·-]",
    }),
  },
};

/**
 * Where one-electron oxidants and superoxide end: sums that other mechanisms add to, the share of ·OH that each sink
 * takes, and superoxide dismutation.
 *
 *     share_i = k_i·c_i / Σ k_j·c_j        d[O2·-]/dt = v + … − k_SOD·[SOD]·[O2·-]
 *
 * ·OH lives about a nanosecond: its flux is followed, not its amount. `OH_source__cyt` and `OH_source__vesicle` gather
 * the ·OH made, `X_source__…` the carbonate radical and ferryl or Cu(III) made instead. The counters `OH_made` and
 * `X_made` are per volume of cell.
 *
 * @limits  shares sum to 1; without sources nothing is made
 */
export function oxidants(options: { cell: Cell }): Mechanism {
  return {
    id: "oxidants",
    label: "·OH and its sinks, superoxide and its dismutation",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, { v_superoxide: "superoxideSource", SOD: "sod" });
      for (const at of ["med", "cyt", "vesicle"]) {
        draft.sum(`OH_source__${at}`, "M/s", `·OH made in ${at}`);
        draft.sum(`X_source__${at}`, "M/s", `other one-electron oxidants made in ${at}`);
      }
      draft.rule(
        "OH_sink",
        "1/s",
        "k_oh_organics + k_oh_gsh*GSH__cyt + k_oh_bicarbonate*HCO3__cyt",
        "total ·OH sink",
      );
      draft.rule("share_OH_GSH", "1", "k_oh_gsh*GSH__cyt/OH_sink", "share of ·OH taken by GSH");
      const water = surroundings(draft, "water", "cyt");
      const oxidant = surroundings(draft, "oxidant", "cyt");
      const [o2, proton] = ["dioxygen", "proton"].map((s) => surroundings(draft, s, "cyt"));
      draft.reaction("scavenge_OH_GSH__cyt", `${oxidant} + GSH__cyt -> 0.5 GSSG__cyt + ${water}`, {
        at: "cyt",
        rate: "share_OH_GSH*OH_source__cyt",
      });
      draft.species("superoxide__cyt", { label: "superoxide", at: "cyt", formula: "O2-" });
      draft.species("electron__cyt", {
        label: "electrons of respiration",
        at: "cyt",
        formula: "-",
        boundary: true,
      });
      draft.reaction("make_superoxide__cyt", `${o2} + electron__cyt -> superoxide__cyt`, {
        at: "cyt",
        rate: "v_superoxide",
      });
      draft.reaction("dismutate__cyt", `superoxide__cyt + ${proton} -> 0.5 H2O2__cyt + 0.5 ${o2}`, {
        at: "cyt",
        rate: "k_sod*SOD*superoxide__cyt",
      });
      const vesicle = "V_vesicle/V_cyt";
      draft.rule(
        "J_OH",
        "M/s",
        `OH_source__cyt + OH_source__vesicle*${vesicle}`,
        "·OH made per volume of cell",
      );
      draft.rule(
        "J_X",
        "M/s",
        `X_source__cyt + X_source__vesicle*${vesicle}`,
        "other oxidants made per volume of cell",
      );
      draft.variable("OH_made", {
        label: "·OH made in the cell since the dose",
        unit: "mM",
        rate: "J_OH",
        counter: true,
      });
      draft.variable("X_made", {
        label: "other oxidants made in the cell since the dose",
        unit: "mM",
        rate: "J_X",
        counter: true,
      });
      draft.observe("OH.made", { label: "·OH made", unit: "mM", display: "uM", expr: "OH_made" });
      draft.observe("oxidant.made", {
        label: "·OH and other oxidants made",
        unit: "mM",
        display: "uM",
        expr: "OH_made + X_made",
      });
      draft.observe("H2O2", { label: "H2O2 in the cytosol", unit: "mM", display: "uM", expr: "H2O2__cyt" });
    },
  };
}
