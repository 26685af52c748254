import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";
import { ferrousForms } from "./iron-ligands.ts";
import { addOxidants } from "./oxidant-fork.ts";

const numbers: Constants = {
  k_superoxide_Fe3__cyt: {
    label: "superoxide + Fe(III)",
    number: sourced("5e7 1/(M*s)", {
      grade: "A(c)",
      range: ["5e7 1/(M*s)", "1.5e8 1/(M*s)"],
      source: "electroFenton",
      at: "list; dissolved Fe(III) only",
    }),
  },
  k_red_Fe3_ascorbate: {
    label: "chelated Fe(III) + ascorbate",
    number: sourced("1 1/(M*s)", {
      grade: "C",
      range: ["0.1 1/(M*s)", "10 1/(M*s)"],
      why: "not measured for the cell's chelates",
      needsPaper: true,
    }),
  },
  k_red_Fe3_reductase: {
    label: "NAD(P)H reductases on chelated Fe(III)",
    number: sourced("1e-4 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-2 1/s"],
      why: "what is left of the recycling without glutathione; not measured",
      needsPaper: true,
    }),
  },
};

/**
 * The labile iron pool of the cytosol: chelated Fe(II) and Fe(III), their Fenton reaction, their recycling by
 * glutathione and superoxide, and the slow return to the resting level by storage and export.
 *
 *     Fe²⁺ + H2O2 → Fe³⁺ + OH⁻ + oxidant,  k and fork of citrate, ATP and water by their shares (`ferrousForms`)
 *     Fe³⁺ + GSH → Fe²⁺ + ½ GSSG + H⁺,     v = k_red·[Fe³⁺]·[GSH]/5 mM; likewise ascorbate, NAD(P)H reductases, O2·⁻
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
      useCell(draft, options.cell, {
        LIP: "labileIron",
        k_red_Fe3__cyt: "ironReduction",
        citrate_cyt: "citrate",
        atp_cyt: "freeATP",
        phosphate_cyt: "phosphate",
        ascorbate_cyt: "ascorbate",
      });
      const hydroxide = surroundings(draft, "hydroxide", "cyt");
      const [oxidant, proton, o2] = ["oxidant", "proton", "dioxygen"].map((s) =>
        surroundings(draft, s, "cyt"),
      );
      draft.species("Fe2__cyt", { label: "labile Fe(II)", at: "cyt", formula: "Fe+2", initial: "LIP" });
      draft.species("Fe3__cyt", { label: "labile Fe(III)", at: "cyt", formula: "Fe+3" });
      const shares = ferrousForms(draft, "cyt", {
        ligands: { citrate: "citrate_cyt", ATP: "atp_cyt", phosphate: "phosphate_cyt" },
        oxygen: "O2__cyt",
      });
      draft.rule(
        "fenton_cyt",
        "M/s",
        "k_fenton_Fe2_H2O2__cyt*Fe2__cyt*H2O2__cyt",
        "Fenton flux in the cytosol",
      );
      addOxidants(draft, { metal: "Fe", at: "cyt", flux: "fenton_cyt", shares });
      draft.reaction("fenton_Fe2_H2O2__cyt", `Fe2__cyt + H2O2__cyt -> Fe3__cyt + ${hydroxide} + ${oxidant}`, {
        at: "cyt",
        rate: "fenton_cyt",
      });
      draft.reaction("oxidise_Fe2_O2__cyt", `Fe2__cyt + ${o2} -> Fe3__cyt + superoxide__cyt`, {
        at: "cyt",
        rate: "k_oxygen_Fe2_O2__cyt*Fe2__cyt",
      });
      draft.reaction("reduce_Fe3_superoxide__cyt", `Fe3__cyt + superoxide__cyt -> Fe2__cyt + ${o2}`, {
        at: "cyt",
        rate: "k_superoxide_Fe3__cyt*Fe3__cyt*superoxide__cyt",
      });
      draft.reaction("reduce_Fe3_GSH__cyt", `Fe3__cyt + GSH__cyt -> Fe2__cyt + 0.5 GSSG__cyt + ${proton}`, {
        at: "cyt",
        rate: "k_red_Fe3__cyt*Fe3__cyt*GSH__cyt/5 [mM]",
      });
      const reductant = surroundings(draft, "reductant", "cyt");
      draft.reaction("reduce_Fe3_ascorbate__cyt", `Fe3__cyt + 0.5 ${reductant} -> Fe2__cyt + ${proton}`, {
        at: "cyt",
        rate: "k_red_Fe3_ascorbate*ascorbate_cyt*Fe3__cyt",
        label: "Fe(III) + ascorbate, which the cell's metabolism returns",
      });
      draft.reaction(
        "reduce_Fe3_NADPH__cyt",
        `Fe3__cyt + 0.5 NADPH__cyt -> Fe2__cyt + 0.5 NADP__cyt + 0.5 ${proton}`,
        { at: "cyt", rate: "k_red_Fe3_reductase*Fe3__cyt*NADPH__cyt/NADPT" },
      );
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
      draft.observe("Fe(II)", { label: "labile Fe(II)", unit: "mM", display: "uM", expr: "Fe2__cyt" });
      draft.observe("Fe(III)", { label: "labile Fe(III)", unit: "mM", display: "uM", expr: "Fe3__cyt" });
      draft.observe("free Fe(II)", {
        label: "labile Fe(II) that no ligand holds",
        unit: "mM",
        display: "uM",
        expr: "Fe2_aquo__cyt*Fe2__cyt",
      });
      draft.observe("labile iron", {
        label: "labile iron",
        unit: "mM",
        display: "uM",
        expr: "Fe2__cyt + Fe3__cyt",
      });
    },
  };
}
