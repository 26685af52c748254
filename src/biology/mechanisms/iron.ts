import { type Draft, sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";
import { ferricSolubility, ironWater, milleroRate } from "./iron-water.ts";

const numbers: Constants = {
  f_OH_Fe_aqueous: {
    label: "·OH per aqueous Fe(II) + H2O2 above pH 5",
    number: sourced("0.3", {
      grade: "C",
      range: ["0.02", "0.95"],
      source: "miller2016",
      why: "uncomplexed Fe(II) near neutral pH makes ferryl; acid gives ·OH",
    }),
  },
  k_oxygen_Fe2: {
    label: "aqueous Fe(II) + O2, per [OH-]² and O2 pressure",
    number: sourced("8e13 1/(M^2*atm*min)", {
      grade: "B",
      range: ["4e13 1/(M^2*atm*min)", "1.6e14 1/(M^2*atm*min)"],
      source: "stummLee",
    }),
  },
  k_red_Fe3__vesicle: {
    label: "reduction of Fe(III) in the lysosome",
    number: sourced("1e-3 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-1 1/s"],
      why: "STEAP reductases and thiols, not measured",
      needsPaper: true,
    }),
  },
  K_import_Fe2: {
    label: "import of Fe(II), half-saturation",
    number: sourced("5 uM", {
      grade: "C",
      range: ["1 uM", "20 uM"],
      why: "DMT1 and ZIP14, order of magnitude",
      needsPaper: true,
    }),
  },
  pKw: {
    label: "ion product of water at 37 °C",
    number: sourced("13.6", {
      grade: "B",
      why: "recalled, no source known",
      dist: "fixed",
      needsPaper: true,
    }),
  },
  K_H_O2: {
    label: "O2 dissolved per pressure",
    number: sourced("1e-3 M/atm", {
      grade: "B",
      range: ["0.9e-3 M/atm", "1.3e-3 M/atm"],
      why: "recalled, no source known: 37 °C",
      needsPaper: true,
    }),
  },
};

/**
 * Iron freed by a particle: in the medium and in the lysosome Fe(II) meets H2O2 and O2, Fe(III) precipitates or is
 * reduced, and both travel on to the cytosol.
 *
 * @param options.cell  the importing cell
 * @limits  no iron, no reaction
 * @valid   micromolar H2O2: recycling of Fe(III) by H2O2 is left out (it takes 10⁶ s)
 */
export function iron(options: { cell: Cell }): Mechanism {
  return {
    id: "iron",
    label: "freed iron in medium and lysosome, and its way into the cytosol",
    add(draft) {
      constants(draft, ironWater);
      constants(draft, numbers);
      useCell(draft, options.cell, { V_import_Fe2: "ironImport", k_ion_escape: "ionEscape" });
      for (const at of ["med", "vesicle"]) aqueousIron(draft, at);
      draft.reaction("import_Fe2", "Fe2__med -> Fe2__cyt", {
        rate: "V_import_Fe2*Fe2__med/(K_import_Fe2 + Fe2__med)",
      });
      for (const ion of ["Fe2", "Fe3"]) {
        draft.reaction(`escape_${ion}`, `${ion}__vesicle -> ${ion}__cyt`, {
          at: "vesicle",
          rate: `k_ion_escape*${ion}__vesicle`,
        });
      }
      const proton = surroundings(draft, "proton", "vesicle");
      const reductant = surroundings(draft, "reductant", "vesicle");
      draft.reaction("reduce_Fe3__vesicle", `Fe3__vesicle + 0.5 ${reductant} -> Fe2__vesicle + ${proton}`, {
        at: "vesicle",
        rate: "k_red_Fe3__vesicle*Fe3__vesicle",
      });
      draft.addTo("metal_in_cell", "55.845 [g/mol]*(Fe2__vesicle + Fe3__vesicle)*V_vesicle");
      const inCytosol = `(Fe2__cyt + Fe3__cyt${draft.has("FeStored__cyt") ? " + FeStored__cyt" : ""})`;
      draft.addTo("metal_in_cell", `55.845 [g/mol]*${inCytosol}*V_cyt`);
      draft.addTo("ions_in_cell", `(Fe2__vesicle + Fe3__vesicle)*V_vesicle/V_cyt + ${inCytosol}`);
    },
  };
}

function aqueousIron(draft: Draft, at: string): void {
  const inside = at === "vesicle";
  const [water, o2, hydroxide, oxidant] = ["water", "dioxygen", "hydroxide", "oxidant"].map((s) =>
    surroundings(draft, s, at),
  );
  const peroxide = inside ? "H2O2__cyt" : "H2O2__med";
  const oxygen = inside ? "O2__cyt" : "O2__med";
  draft.species(`Fe2__${at}`, { label: `Fe(II), ${at}`, at, formula: "Fe+2" });
  draft.species(`Fe3__${at}`, { label: `Fe(III) dissolved, ${at}`, at, formula: "Fe+3" });
  draft.rule(
    `k_fenton_Fe2_H2O2__${at}`,
    "1/(M*s)",
    milleroRate({ pH: `pH__${at}`, T: "T", I: "I__med" }),
    `Fe(II) + H2O2, ${at}`,
  );
  draft.rule(`fenton_${at}`, "M/s", `k_fenton_Fe2_H2O2__${at}*Fe2__${at}*${peroxide}`, `Fenton flux, ${at}`);
  // Acid gives ·OH whatever the ligands; the share falls to its neutral value around pH 5.
  draft.rule(
    `f_OH_Fe__${at}`,
    "1",
    `f_OH_Fe_aqueous + (1 - f_OH_Fe_aqueous)/(1 + 10^(2*(pH__${at} - 5)))`,
    `·OH share, ${at}`,
  );
  draft.addTo(`OH_source__${at}`, `f_OH_Fe__${at}*fenton_${at}`);
  draft.addTo(`X_source__${at}`, `(1 - f_OH_Fe__${at})*fenton_${at}`);
  draft.reaction(
    `fenton_Fe2_H2O2__${at}`,
    `Fe2__${at} + ${peroxide} -> Fe3__${at} + ${hydroxide} + ${oxidant}`,
    {
      at,
      rate: `fenton_${at}`,
    },
  );
  draft.reaction(
    `oxidise_Fe2_O2__${at}`,
    `Fe2__${at} + 0.25 ${o2} + 0.5 ${water} -> Fe3__${at} + ${hydroxide}`,
    {
      at,
      rate: `k_oxygen_Fe2*(10^(pH__${at} - pKw)*1 [M])^2*${oxygen}/K_H_O2*Fe2__${at}`,
      label: `Fe(II) + O2, ${at}, four-electron lump`,
    },
  );
  if (inside) return;
  draft.species("Fe3s__med", { label: "ferrihydrite, medium", at, formula: "Fe(OH)3" });
  draft.rule("Fe3_soluble__med", "M", ferricSolubility("pH__med"), "solubility of Fe(III)");
  const proton = surroundings(draft, "proton", at);
  // A smooth max(0, x): steps would pile up at the kink.
  const excess = "0.5*(Fe3__med - Fe3_soluble__med + sqrt((Fe3__med - Fe3_soluble__med)^2 + (1e-6 [mM])^2))";
  draft.reaction("precipitate_Fe3__med", `Fe3__med + 3 ${water} -> Fe3s__med + 3 ${proton}`, {
    at,
    rate: `k_precipitate_Fe3*Fe3__med/(Fe3__med + 1e-6 [mM])*${excess}`,
  });
}
