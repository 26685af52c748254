import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";

const numbers: Constants = {
  k_fenton_Fe2_H2O2__cyt: {
    label: "chelated Fe(II) + H2O2 in the cytosol",
    number: sourced("4.2e3 1/(M*s)", {
      grade: "A",
      range: ["1e3 1/(M*s)", "3e4 1/(M*s)"],
      source: "gonzalez2017",
      at: "Fe(II)-citrate 4.2(17)e3; older models 1e3",
    }),
  },
  k_oxygen_Fe2__cyt: {
    label: "chelated Fe(II) + O2 in the cytosol",
    number: sourced("3.0 1/(M*s)", {
      grade: "A",
      range: ["2 1/(M*s)", "5.1 1/(M*s)"],
      source: "gonzalez2017",
      at: "citrate 3.0(7), humic 5.1",
    }),
  },
  k_superoxide_Fe3__cyt: {
    label: "superoxide + Fe(III)",
    number: sourced("5e7 1/(M*s)", {
      grade: "A(c)",
      range: ["5e7 1/(M*s)", "1.5e8 1/(M*s)"],
      source: "electroFenton",
      at: "list; dissolved Fe(III) only",
    }),
  },
  f_OH_Fe__cyt: {
    label: "·OH per chelated Fe(II) + H2O2 in the cytosol",
    number: sourced("0.5", {
      grade: "C",
      range: ["0.05", "0.98"],
      source: "illes2020",
      why: "citrate 0.9 without bicarbonate, near 0 with 10–24 mM of it; EDTA 1; the cell's ligands are not known",
    }),
  },
};

/**
 * The labile iron pool of the cytosol: chelated Fe(II) and Fe(III), their Fenton reaction, their recycling by
 * glutathione and superoxide, and the slow return to the resting level by storage and export.
 *
 *     Fe²⁺ + H2O2 → Fe³⁺ + OH⁻ + oxidant,  v = k·[Fe²⁺][H2O2], ·OH for a share f_OH, CO3·⁻ or ferryl for the rest
 *     Fe³⁺ + GSH → Fe²⁺ + ½ GSSG + H⁺,     v = k_red·[Fe³⁺]·[GSH]/5 mM
 *     storage  v = k_store·([Fe²⁺] + [Fe³⁺] − rest)·(1 − stored/capacity)
 *
 * The share of Fe(II) follows from the rates. Ferritin is one pool that fills up; nothing is released from it.
 *
 * @param storage  false leaves storage out: total labile iron is then conserved
 * @limits  at rest the pool stays at its resting level
 * @source  Fe(II)-citrate kinetics; recovery of labile iron in K562 cells
 */
export function labileIron(options: { cell: Cell; storage?: boolean }): Mechanism {
  return {
    id: "labile-iron",
    label: "labile iron: Fenton reaction, recycling, storage",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, { LIP: "labileIron", k_red_Fe3__cyt: "ironReduction" });
      const hydroxide = surroundings(draft, "hydroxide", "cyt");
      const [oxidant, proton, o2] = ["oxidant", "proton", "dioxygen"].map((s) =>
        surroundings(draft, s, "cyt"),
      );
      draft.species("Fe2__cyt", { label: "labile Fe(II)", at: "cyt", formula: "Fe+2", initial: "LIP" });
      draft.species("Fe3__cyt", { label: "labile Fe(III)", at: "cyt", formula: "Fe+3" });
      draft.rule(
        "fenton_cyt",
        "M/s",
        "heat_fenton*k_fenton_Fe2_H2O2__cyt*Fe2__cyt*H2O2__cyt",
        "Fenton flux in the cytosol",
      );
      draft.addTo("OH_source__cyt", "f_OH_Fe__cyt*fenton_cyt");
      draft.addTo("X_source__cyt", "(1 - f_OH_Fe__cyt)*fenton_cyt");
      draft.reaction("fenton_Fe2_H2O2__cyt", `Fe2__cyt + H2O2__cyt -> Fe3__cyt + ${hydroxide} + ${oxidant}`, {
        at: "cyt",
        rate: "fenton_cyt",
      });
      draft.reaction("oxidise_Fe2_O2__cyt", `Fe2__cyt + ${o2} -> Fe3__cyt + superoxide__cyt`, {
        at: "cyt",
        rate: "k_oxygen_Fe2__cyt*Fe2__cyt*O2__cyt",
      });
      draft.reaction("reduce_Fe3_superoxide__cyt", `Fe3__cyt + superoxide__cyt -> Fe2__cyt + ${o2}`, {
        at: "cyt",
        rate: "k_superoxide_Fe3__cyt*Fe3__cyt*superoxide__cyt",
      });
      draft.reaction("reduce_Fe3_GSH__cyt", `Fe3__cyt + GSH__cyt -> Fe2__cyt + 0.5 GSSG__cyt + ${proton}`, {
        at: "cyt",
        rate: "k_red_Fe3__cyt*Fe3__cyt*GSH__cyt/5 [mM]",
      });
      if (options.storage ?? true) {
        useCell(draft, options.cell, { k_store_Fe: "ironStorage", ferritin_capacity: "ferritinCapacity" });
        draft.species("FeStored__cyt", { label: "iron stored beyond rest", at: "cyt", formula: "Fe" });
        const free = "(1 - FeStored__cyt/ferritin_capacity)";
        const drive = "k_store_Fe*(1 - LIP/(Fe2__cyt + Fe3__cyt))";
        draft.species("charge__cyt", { label: "counter-ions", at: "cyt", formula: "+", boundary: true });
        draft.reaction("store_Fe2__cyt", "Fe2__cyt -> FeStored__cyt + 2 charge__cyt", {
          at: "cyt",
          rate: `${drive}*Fe2__cyt*${free}`,
        });
        draft.reaction("store_Fe3__cyt", "Fe3__cyt -> FeStored__cyt + 3 charge__cyt", {
          at: "cyt",
          rate: `${drive}*Fe3__cyt*${free}`,
        });
      }
      draft.observe("labile iron", {
        label: "labile iron",
        unit: "mM",
        display: "uM",
        expr: "Fe2__cyt + Fe3__cyt",
      });
    },
  };
}
