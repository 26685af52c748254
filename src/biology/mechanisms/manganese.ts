import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";
import { addOxidants, bicarbonateAt, fork } from "./oxidant-fork.ts";

const numbers: Constants = {
  k_fenton_Mn2_H2O2: {
    label: "Mn(II) + H2O2 at 25 mM bicarbonate",
    number: sourced("1 1/(M*s)", {
      grade: "C",
      range: ["1e-3 1/(M*s)", "10 1/(M*s)"],
      why: "no rate found; 0.01–10 believed at 37 °C, pH 7.4",
      needsPaper: true,
    }),
  },
  n_bicarbonate_Mn: {
    label: "order of the manganese reaction in bicarbonate",
    number: sourced("1.5", { grade: "C", range: ["1", "2"], why: "1–2 in the proposed mechanism" }),
  },
  f_OH_Mn: {
    label: "·OH per Mn(II) + H2O2 with bicarbonate",
    number: sourced("0.5", {
      grade: "C",
      range: ["0.05", "0.95"],
      why: "·OH or CO3·-: not settled",
      needsPaper: true,
    }),
  },
  K_import_Mn2: {
    label: "import of Mn(II), half-saturation",
    number: sourced("5 uM", {
      grade: "C",
      range: ["1 uM", "20 uM"],
      why: "DMT1 and ZIP8, order of magnitude",
      needsPaper: true,
    }),
  },
};

/**
 * Manganese freed by a particle: its bicarbonate-assisted reaction with H2O2, and transport.
 *
 *     Mn²⁺ + H2O2 + HCO3⁻ → Mn(oxidised) → Mn²⁺ + oxidant (·OH or CO3·⁻),   v = k·([HCO3⁻]/25 mM)^n·[Mn²⁺][H2O2]
 *
 * Written as a catalytic cycle: Mn²⁺ comes back at once, the electron comes from the cell's reductants. That the
 * rate is unknown over four decades is its range. Where pH is low there is no bicarbonate, and so in the lysosome no
 * reaction. Mn²⁺ with superoxide is left out: SOD takes what it could.
 *
 * @limits  without bicarbonate or H2O2 nothing happens
 */
export function manganese(options: { cell: Cell }): Mechanism {
  return {
    id: "manganese",
    label: "freed manganese and its bicarbonate-assisted reaction",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, {
        k_export_Mn: "manganeseExport",
        V_import_Mn: "manganeseImport",
        k_ion_escape: "ionEscape",
      });
      for (const at of ["med", "vesicle", "cyt"]) {
        draft.species(`Mn2__${at}`, { label: `Mn(II), ${at}`, at, formula: "Mn+2" });
      }
      for (const at of ["med", "vesicle", "cyt"] as const) {
        const peroxide = at === "med" ? "H2O2__med" : "H2O2__cyt";
        const [water, oxidant, reductant] = ["water", "oxidant", "reductant"].map((s) =>
          surroundings(draft, s, at),
        );
        const flux = draft.rule(
          `fenton_Mn_${at}`,
          "M/s",
          `heat_fenton*k_fenton_Mn2_H2O2*(${bicarbonateAt(draft, at)}/25 [mM])^n_bicarbonate_Mn*Mn2__${at}*${peroxide}`,
          `Mn(II) + H2O2 flux, ${at}`,
        );
        addOxidants(draft, {
          metal: "Mn",
          at,
          flux,
          shares: fork({ direct: "1", carbonate: "1 - f_OH_Mn" }),
        });
        draft.reaction(
          `fenton_Mn2_H2O2__${at}`,
          `Mn2__${at} + ${peroxide} + 0.5 ${reductant} -> Mn2__${at} + ${water} + ${oxidant}`,
          { at, rate: flux },
        );
      }
      draft.reaction("escape_Mn2", "Mn2__vesicle -> Mn2__cyt", {
        at: "vesicle",
        rate: "k_ion_escape*Mn2__vesicle",
      });
      draft.reaction("export_Mn2", "Mn2__cyt -> Mn2__med", { at: "cyt", rate: "k_export_Mn*Mn2__cyt" });
      draft.reaction("import_Mn2", "Mn2__med -> Mn2__cyt", {
        rate: "V_import_Mn*Mn2__med/(K_import_Mn2 + Mn2__med)",
      });
      draft.addTo("metal_in_cell", "54.938 [g/mol]*(Mn2__vesicle*V_vesicle + Mn2__cyt*V_cyt)");
      draft.addTo("ions_in_cell", "Mn2__vesicle*V_vesicle/V_cyt + Mn2__cyt");
      draft.observe("free Mn(II)", {
        label: "Mn(II) in the cytosol",
        unit: "mM",
        display: "uM",
        expr: "Mn2__cyt",
      });
    },
  };
}
